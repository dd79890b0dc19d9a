package twiza.staff;

import twiza.place.Language;

/**
 * Who decides about the ideas of a region.
 *
 * @param id opaque: stands in links, events and mails' records instead of the address
 */
public record Moderator(String id, String region, String email, Language language) {}
