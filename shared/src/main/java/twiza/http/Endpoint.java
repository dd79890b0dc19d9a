package twiza.http;

/** Answers one route. What can't be answered is thrown as a {@link Problem}. */
@FunctionalInterface
public interface Endpoint {

  Reply answer(Request request);
}
