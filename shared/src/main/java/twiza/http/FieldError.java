package twiza.http;

import java.util.Map;

/**
 * What is wrong with one field.
 *
 * @param field its path, such as {@code author.email}
 * @param code stable, such as {@code TOO_LONG}
 * @param values for the placeholders of the code's sentence
 */
public record FieldError(String field, String code, Map<String, Object> values) {}
