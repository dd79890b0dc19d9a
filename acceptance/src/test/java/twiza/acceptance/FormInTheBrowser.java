package twiza.acceptance;

/** Fills in the form for an idea, field by field, as a person does. */
final class FormInTheBrowser {

  private final PersonInTheBrowser author;
  private Runnable atEachScreen = () -> {};

  private FormInTheBrowser(PersonInTheBrowser author) {
    this.author = author;
  }

  /** The form that the author has before them. */
  static FormInTheBrowser of(PersonInTheBrowser author) {
    return new FormInTheBrowser(author);
  }

  /** Does something on each screen that they come to. */
  FormInTheBrowser atEachScreen(Runnable what) {
    atEachScreen = what;
    return this;
  }

  FormInTheBrowser describes(IdeaInTheBrowser idea) {
    author.field("title").fill(idea.title());
    author.field("summary").fill(idea.summary());
    goesOn();
    author.field("need").fill(idea.need());
    author.field("solution").fill(idea.solution());
    goesOn();
    author.field("province").selectOption(idea.province());
    author.field("commune").fill(idea.commune());
    author.field("sector").selectOption(idea.sector());
    goesOn();
    return this;
  }

  /** Says who they are; {@code means} is {@code email} or {@code phone}. */
  FormInTheBrowser by(IdeaInTheBrowser idea, String means, String contact) {
    author.answer("kind.INDIVIDUAL").check();
    author.field("author.name").fill(idea.name());
    author.field("author." + means).fill(contact);
    goesOn();
    return this;
  }

  /** Where the form comes one topic a screen: to the next. */
  private void goesOn() {
    if (author.button("submit.next").isVisible()) {
      author.presses("submit.next");
      atEachScreen.run();
    }
  }

  FormInTheBrowser agrees() {
    author.field("adult").check();
    author.field("consent").check();
    return this;
  }

  /** Sends the form after having taken the time that it takes. */
  void sends() {
    author.takesTheTimeItTakes();
    author.presses("submit.button");
  }
}
