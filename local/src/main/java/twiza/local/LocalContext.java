package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What Lambda tells a handler about one call. */
final class LocalContext implements Context {
  private final FunctionDefinition function;
  private final String requestId = UUID.randomUUID().toString();
  private final long deadline;

  LocalContext(FunctionDefinition function) {
    this.function = function;
    this.deadline = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + getFunctionName();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return Template.STACK + "-" + function.id();
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return String.join(
        ":",
        "arn:aws:lambda",
        Template.REGION,
        Template.ACCOUNT,
        "function",
        getFunctionName(),
        "live");
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact((deadline - System.nanoTime()) / 1_000_000);
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return new FileLogger(LogManager.getLogger(function.handler()));
  }

  private record FileLogger(Logger logger) implements LambdaLogger {
    @Override
    public void log(String message) {
      logger.info(message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, UTF_8));
    }
  }
}
