package twiza.settings;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * What adapters are tried on instead of the servers in this JVM, when the property {@code
 * twiza.localstack} names an image: whatever the environment's {@code AWS_ENDPOINT_URL} speaks for,
 * or else that image in Docker, started once.
 */
public final class OtherAws {

  private static final Optional<URI> ENDPOINT =
      Optional.ofNullable(System.getProperty("twiza.localstack")).map(OtherAws::endpoint);

  private OtherAws() {}

  /** Empty where the servers in this JVM are to be used. */
  public static Optional<URI> endpoint() {
    return ENDPOINT;
  }

  private static URI endpoint(String image) {
    String given = System.getenv("AWS_ENDPOINT_URL");
    return given == null ? LocalStack.start(image) : URI.create(given);
  }

  /** Testcontainers ends it with the JVM. */
  private static final class LocalStack {

    static URI start(String image) {
      @SuppressWarnings("resource")
      LocalStackContainer container = new LocalStackContainer(DockerImageName.parse(image));
      container.start();
      return container.getEndpoint();
    }
  }
}
