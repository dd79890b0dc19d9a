package twiza.web;

/**
 * What somebody holds who asked to build an idea.
 *
 * @param stage where it stands
 * @param title of the idea; empty once it is gone
 * @param province HCP code of where they want to build it
 * @param contact how they are reached
 * @param byPhone whether that is a phone number
 * @param followLink their private link
 */
public record InterestReceiptView(
    String stage,
    String title,
    String province,
    String contact,
    boolean byPhone,
    String followLink) {}
