package twiza.web;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;

/**
 * Puts Arabic that stands in for Tamazight into an element that says so. {@link Page} marks such a
 * sentence; where no element can stand, as in an attribute or a title, the mark is dropped.
 */
final class StandIns extends OwaspHtmlTemplateOutput {

  /** Code points that Unicode sets aside for the inside of a program; no text holds them. */
  private static final char FROM = '\ufdd0';

  private static final char TO = '\ufdd1';

  private static final Set<String> TEXT_ONLY =
      Set.of("title", "option", "textarea", "script", "text");

  private final TemplateOutput page;
  private boolean takesElements;
  private int open;

  StandIns(TemplateOutput page) {
    super(page);
    this.page = page;
  }

  static String marked(String sentence) {
    return FROM + sentence + TO;
  }

  @Override
  public void setContext(String tagName, String attributeName) {
    takesElements = attributeName == null && (tagName == null || !TEXT_ONLY.contains(tagName));
    super.setContext(tagName, attributeName);
  }

  @Override
  public void writeUserContent(String text) {
    if (text == null || (text.indexOf(FROM) < 0 && text.indexOf(TO) < 0)) {
      super.writeUserContent(text);
      return;
    }
    if (!takesElements) {
      super.writeUserContent(
          text.replace(String.valueOf(FROM), "").replace(String.valueOf(TO), ""));
      return;
    }
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == FROM || text.charAt(i) == TO) {
        super.writeUserContent(text.substring(from, i));
        writeMark(text.charAt(i));
        from = i + 1;
      }
    }
    super.writeUserContent(text.substring(from));
  }

  private void writeMark(char mark) {
    if (mark == FROM) {
      open++;
      page.writeContent("<span lang=\"ar\" dir=\"rtl\">");
    } else if (open > 0) {
      open--;
      page.writeContent("</span>");
    }
  }
}
