package twiza.search.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One state of the index. Its files never change: a newer edition has the files of the one before
 * that it still needs, and its own.
 *
 * @param format of what the files hold; another one is not read, but built anew
 * @param number unlike that of any other edition
 * @param files the names under which the files lie in the store, by their names in the index
 * @param retired what lies in the store for those who still read the edition before
 * @param readUntil until when what happened to ideas is in it
 * @param seen what happened shortly before that, which will be read once more
 */
public record Edition(
    int format,
    String number,
    Map<String, String> files,
    Set<String> retired,
    Instant readUntil,
    Set<String> seen) {}
