package org.planlock.lock.commitment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.OneLine;
import org.planlock.source.Span;

/**
 * A kind of file that holds one line of RFC 8785 JSON which names its format, and is accepted only
 * if it is byte for byte what this version would write, apart from CR at its end.
 *
 * @param kind what messages call such a file, such as {@code a commitment}
 * @param family the format without its version, ended by a slash
 * @param version the newest version that this program knows
 */
record OneLineFile(String kind, String family, int version) {
  /** No such file is larger, in bytes. */
  static final int LARGEST = 8 << 20;

  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");

  byte[] bytes(Json json) {
    return OneLine.of(json);
  }

  /**
   * Reads a file from disk.
   *
   * @param read what the JSON means, if it has all that it needs
   * @param write the JSON of such a thing, which must be all that the file says
   */
  <T> Checked<T> read(Path path, Function<JsonMember, Optional<T>> read, Function<T, Json> write) {
    return BoundedFile.read(path, path.toString(), LARGEST)
        .then(bytes -> parse(bytes, path.toString(), read, write));
  }

  /** Reads the bytes of a file, under the name that messages show. */
  <T> Checked<T> parse(
      byte[] bytes, String name, Function<JsonMember, Optional<T>> read, Function<T, Json> write) {
    if (bytes.length > LARGEST) {
      return failed(name, Rule.TOO_LARGE, " is larger than " + (LARGEST >> 10) + " KiB");
    }
    return JsonText.read(bytes, name, Rule.COMMITMENT_DAMAGED)
        .then(json -> known(json, name))
        .then(json -> meant(json, name, read))
        .then(
            thing ->
                OneLine.isAsWritten(bytes(write.apply(thing)), bytes)
                    ? Checked.of(thing)
                    : failed(
                        name, Rule.COMMITMENT_DAMAGED, " is not as this program writes " + kind));
  }

  private Checked<JsonMember> known(Json json, String name) {
    var member = JsonMember.of(json);
    var format = member.get("format").text().orElse("");
    if (!format.startsWith(family)) {
      return failed(name, Rule.COMMITMENT_DAMAGED, " is not " + kind);
    }
    var number = format.substring(family.length());
    if (!VERSION.matcher(number).matches()) {
      return failed(name, Rule.COMMITMENT_DAMAGED, " has a format that never was");
    }
    return Integer.parseInt(number) > version
        ? failed(name, Rule.COMMITMENT_TOO_NEW, " was made by a newer version")
        : Checked.of(member);
  }

  private <T> Checked<T> meant(
      JsonMember member, String name, Function<JsonMember, Optional<T>> read) {
    return read.apply(member)
        .map(thing -> Checked.of(thing))
        .orElseGet(
            () ->
                failed(
                    name, Rule.COMMITMENT_DAMAGED, " does not hold what " + kind + " must hold"));
  }

  private static <T> Checked<T> failed(String name, Rule rule, String predicate) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, "`" + name + "`" + predicate));
  }
}
