package twiza.idea;

import twiza.place.Language;

/**
 * Title and summary in another language than the author's, written by staff.
 *
 * @param title 5 to 120 characters
 * @param summary 20 to 500 characters
 * @param revision number of the revision that was translated
 */
public record Translation(Language language, String title, String summary, int revision) {}
