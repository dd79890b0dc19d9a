package twiza.place;

/** A sector of activity, by its stable code such as {@code AROMATIC_PLANTS}. */
public record Sector(String code, Name name) {}
