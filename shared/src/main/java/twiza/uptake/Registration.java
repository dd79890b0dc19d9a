package twiza.uptake;

import java.time.LocalDate;

/**
 * A cooperative as the register has it.
 *
 * @param name 2 to 120 characters
 * @param number in the register, 1 to 40 characters
 */
public record Registration(String name, String number, LocalDate on) {}
