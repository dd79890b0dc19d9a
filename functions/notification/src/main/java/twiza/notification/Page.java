package twiza.notification;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A letter as HTML. */
final class Page {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Page.class.getClassLoader(), "twiza.notification");

  String of(Letter letter) {
    StringOutput output = new StringOutput();
    engine.render("letter.jte", letter, output);
    return output.toString();
  }
}
