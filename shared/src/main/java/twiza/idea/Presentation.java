package twiza.idea;

/**
 * What the public sees beside the title and the summary.
 *
 * @param showName whether the author's name stands on the published sheet
 * @param fullSheet whether the whole sheet is public, or only title, summary, place and sector
 */
public record Presentation(boolean showName, boolean fullSheet) {}
