package twiza.jury;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Mail domains where anybody can have an address, so that sharing one means nothing. */
public final class MailDomains {

  private static final String FILE = "open-mail-domains.txt";

  private final Set<String> domains;

  private MailDomains(Set<String> domains) {
    this.domains = domains;
  }

  /** Reads the data file beside this class. */
  public static MailDomains load() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                MailDomains.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return new MailDomains(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /**
   * @param domain in lower case
   */
  public boolean has(String domain) {
    return domains.contains(domain);
  }
}
