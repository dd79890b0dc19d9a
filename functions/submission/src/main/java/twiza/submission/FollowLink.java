package twiza.submission;

import twiza.access.AuthorToken;
import twiza.place.Language;
import twiza.settings.Settings;

/** The author's private link. The token stands in the fragment, which no server sees. */
final class FollowLink {

  private FollowLink() {}

  static String of(Settings settings, Language language, AuthorToken token) {
    return settings.siteUrl() + "/" + language.tag() + "/follow/#token=" + token;
  }
}
