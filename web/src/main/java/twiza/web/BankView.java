package twiza.web;

import java.util.List;

/**
 * One page of the bank.
 *
 * @param region HCP code of the region chosen; empty for all
 * @param province HCP code of the province chosen; empty for all
 * @param sector code of the sector chosen; empty for all
 * @param next cursor of the page after this one; empty on the last
 */
public record BankView(
    String region, String province, String sector, List<CardView> cards, String next) {

  public boolean filtered() {
    return !(region.isEmpty() && province.isEmpty() && sector.isEmpty());
  }
}
