package twiza.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import twiza.place.Language;
import twiza.text.Messages;

/** A feed as RFC 4287 has it, with addresses within the site. */
public final class AtomText {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * @param page that the feed is the news of; names it too
   * @param updated when any of it changed last
   */
  public AtomText(Language language, String title, String page, Instant updated) {
    Messages messages = Messages.in(language);
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", messages.textLanguage().tag());
      element("id", id(page));
      element("title", title);
      element("updated", updated.toString());
      link("alternate", "text/html", page);
      author(messages.text("site.name"));
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The page of the feed that holds what is older. */
  public void next(String address) {
    try {
      link("next", "application/atom+xml", address);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param name of what the entry is about, the same for as long as it is there
   * @param author empty for the feed's own
   */
  public record Entry(
      String name, String title, Instant updated, String page, String summary, String author) {}

  public void entry(Entry entry) {
    try {
      xml.writeStartElement("entry");
      element("id", id(entry.name()));
      element("title", entry.title());
      element("updated", entry.updated().toString());
      link("alternate", "text/html", entry.page());
      element("summary", entry.summary());
      if (!entry.author().isEmpty()) {
        author(entry.author());
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  public Reply reply(Request request) {
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return Reply.of(200, "application/atom+xml; charset=utf-8", text.toString()).shared(request);
  }

  /** One that stays, and needs no address of the site. */
  private static String id(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element("name", name);
    xml.writeEndElement();
  }

  private void link(String relation, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }
}
