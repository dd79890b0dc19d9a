package twiza.local;

/** What {@code !Ref} and {@code !GetAtt} give on this machine. */
interface Names {
  /** The value of {@code !Ref} for a resource. */
  String ref(Resource resource);

  /** The value of {@code !GetAtt} for a resource. */
  String attribute(Resource resource, String attribute);
}
