package twiza.settings;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * What adapters are tried on instead of the servers in this JVM, when the property {@code
 * twiza.localstack} names an image: whatever the environment's {@code AWS_ENDPOINT_URL} speaks for,
 * or else that image in Docker, started once. Testcontainers ends it with the JVM.
 */
public final class OtherAws {

  private static final Optional<String> IMAGE =
      Optional.ofNullable(System.getProperty("twiza.localstack"));

  private OtherAws() {}

  /** Empty where the servers in this JVM are to be used. */
  public static Optional<URI> endpoint() {
    return IMAGE.map(
        image ->
            Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .map(URI::create)
                .orElseGet(() -> inDocker(image)));
  }

  private static URI inDocker(String image) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "LocalStack needs Docker, and none answers here. Start it, or let AWS_ENDPOINT_URL name"
              + " another AWS, as acceptance/cloud/adapters does.");
    }
    return LocalStack.of(image).getEndpoint();
  }

  private static final class LocalStack {

    private static LocalStackContainer started;

    static synchronized LocalStackContainer of(String image) {
      if (started == null) {
        started = new LocalStackContainer(DockerImageName.parse(image));
        started.start();
      }
      return started;
    }
  }
}
