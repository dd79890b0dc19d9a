package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Map;

/** A handler in this JVM, called with JSON and answering JSON as in Lambda. */
final class LoadedFunction {
  private final FunctionDefinition definition;
  private final RequestHandler<Object, Object> handler;
  private final Type inputType;

  private LoadedFunction(
      FunctionDefinition definition, RequestHandler<Object, Object> handler, Type inputType) {
    this.definition = definition;
    this.handler = handler;
    this.inputType = inputType;
  }

  /**
   * Makes the handler with its constructor for an environment and a clock.
   *
   * @throws IllegalStateException naming function and class when there is no such handler
   */
  @SuppressWarnings("unchecked")
  static LoadedFunction load(
      FunctionDefinition definition, Map<String, String> environment, InstantSource clock) {
    try {
      Object handler =
          Class.forName(definition.handler())
              .getConstructor(Map.class, InstantSource.class)
              .newInstance(environment, clock);
      if (!(handler instanceof RequestHandler<?, ?>)) {
        throw new IllegalStateException(definition.handler() + " is not a RequestHandler");
      }
      return new LoadedFunction(
          definition, (RequestHandler<Object, Object>) handler, inputType(handler.getClass()));
    } catch (ReflectiveOperationException | LinkageError e) {
      String message =
          "The template names %s as the handler of %s, but it could not be made: %s"
              .formatted(definition.handler(), definition.id(), e);
      throw new IllegalStateException(message, e);
    }
  }

  private static Type inputType(Class<?> handler) {
    for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
      for (Type implemented : type.getGenericInterfaces()) {
        if (implemented instanceof ParameterizedType parameterized
            && parameterized.getRawType() == RequestHandler.class) {
          return parameterized.getActualTypeArguments()[0];
        }
      }
    }
    throw new IllegalStateException(handler.getName() + " does not say which event it takes");
  }

  FunctionDefinition definition() {
    return definition;
  }

  Object handler() {
    return handler;
  }

  /**
   * Calls the handler.
   *
   * @return its answer as JSON, {@code null} for none
   */
  byte[] invoke(byte[] event) {
    Object input = serializer(inputType).fromJson(new ByteArrayInputStream(event));
    Context context = new LocalContext(definition);
    Object output = handler.handleRequest(input, context);
    if (output == null) {
      return "null".getBytes(UTF_8);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    serializer(output.getClass()).toJson(output, json);
    return json.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Type type) {
    if (type instanceof Class<?> known
        && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
      return (PojoSerializer<Object>)
          LambdaEventSerializers.serializerFor(known, known.getClassLoader());
    }
    return JacksonFactory.getInstance().getSerializer(type);
  }
}
