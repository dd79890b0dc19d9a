package twiza.staff;

/** Why the list of staff stays as it is. */
public enum StaffRefusal {
  /** Whoever asks may not do this here. */
  FORBIDDEN,
  /** They are staff of the region already. */
  ALREADY_STAFF,
  /** Somebody else has this address. */
  ADDRESS_TAKEN,
  /** Nobody would be left to let others in. */
  LAST_ADMIN
}
