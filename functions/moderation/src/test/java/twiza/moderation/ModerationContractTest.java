package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import twiza.http.Contract;

/** What the function answers is written down. */
class ModerationContractTest {

  @Test
  void everyRouteIsInTheContract() {
    assertThat(Contract.load().routeKeys()).containsAll(new Desk().function.routeKeys());
  }
}
