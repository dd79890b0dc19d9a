package twiza.local;

import java.util.Map;

/** One resource of the template, its properties as they are written. */
record Resource(String id, String type, Map<String, Object> properties) {}
