package twiza.local;

import java.nio.file.Path;

/** Names, ARNs and queue URLs as the services of this machine have them. */
final class LocalNames implements Names {
  private final Template template;
  private final String queues;
  private final Path buckets;

  /**
   * @param queues the address of the queue service, without a slash at the end
   * @param buckets where each bucket is a folder
   */
  LocalNames(Template template, String queues, Path buckets) {
    this.template = template;
    this.queues = queues;
    this.buckets = buckets;
  }

  @Override
  public String ref(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> queues + "/" + Template.ACCOUNT + "/" + name(resource);
      case "AWS::SecretsManager::Secret" -> arn(resource, "secretsmanager", "secret:");
      case "AWS::SSM::Parameter" ->
          Tree.text(template.resolve(resource.properties().get("Name"), this));
      case "AWS::S3::Bucket" -> buckets.resolve(resource.id()).toUri().toString();
      default -> name(resource);
    };
  }

  @Override
  public String attribute(Resource resource, String attribute) {
    return switch (resource.type() + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> arn(resource, "sqs", "");
      case "AWS::SQS::Queue.QueueUrl" -> ref(resource);
      case "AWS::SQS::Queue.QueueName" -> name(resource);
      case "AWS::DynamoDB::Table.Arn" -> tableArn(name(resource));
      case "AWS::DynamoDB::Table.StreamArn" -> tableArn(name(resource)) + "/stream";
      case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + name(resource);
      case "AWS::Serverless::Function.Arn" -> arn(resource, "lambda", "function:");
      default ->
          throw new IllegalArgumentException(
              "cannot tell the " + attribute + " of " + resource.id());
    };
  }

  /** The name of a table or queue. */
  static String name(Resource resource) {
    return Template.STACK + "-" + resource.id();
  }

  /**
   * @param name of a table, or of one with {@code /index/} and one of its indexes
   */
  static String tableArn(String name) {
    return String.join(":", "arn:aws:dynamodb", Template.REGION, Template.ACCOUNT, "table/" + name);
  }

  private static String arn(Resource resource, String service, String prefix) {
    return String.join(
        ":", "arn:aws", service, Template.REGION, Template.ACCOUNT, prefix + name(resource));
  }
}
