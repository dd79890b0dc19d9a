package twiza.http;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One invocation of a function.
 *
 * @param left until it is stopped
 */
public record Invocation(String functionName, Duration left) implements Context {

  /** An invocation with plenty of time. */
  public static Invocation of(String functionName) {
    return new Invocation(functionName, Duration.ofMinutes(1));
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) left.toMillis();
  }

  @Override
  public String getAwsRequestId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + functionName;
  }

  @Override
  public String getLogStreamName() {
    return "test";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-west-3:000000000000:function:" + functionName + ":live";
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
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.out.println(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
