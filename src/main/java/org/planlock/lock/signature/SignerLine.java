package org.planlock.lock.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Reads one line of a list of signers: name, options, kind of key, key, comment. */
final class SignerLine {
  private static final Pattern WORD = Pattern.compile("[^ \\t]+");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}@._+-]{0,99}");

  private static final String AFTER = "valid-after";
  private static final String BEFORE = "valid-before";
  private static final String ONLY_FOR = "only-for";

  private final List<Span> words;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, Instant> times = new HashMap<>();
  private Optional<SigningPurpose> purpose = Optional.empty();

  SignerLine(List<Span> words) {
    this.words = words;
  }

  /**
   * The words of a line.
   *
   * @param start of the line in the source, in code points
   */
  static List<Span> words(SourceFile source, String line, int start) {
    var words = new ArrayList<Span>();
    for (var word = WORD.matcher(line); word.find(); ) {
      int from = start + line.codePointCount(0, word.start());
      words.add(
          new Span(source, from, from + word.group().codePointCount(0, word.group().length())));
    }
    return words;
  }

  Checked<Signer> read() {
    var name = words.get(0);
    if (!NAME.matcher(name.text()).matches()) {
      problem(name, "`" + name.text() + "` cannot be the name of a signer");
    }
    int at = 1;
    while (at < words.size() && words.get(at).text().contains("=")) {
      option(words.get(at++));
    }
    checkOrder(name);
    return key(at).then(key -> signer(name.text(), key)).after(found);
  }

  private Checked<Signer> signer(String name, VerifyingKey key) {
    return Checked.of(
        new Signer(
            name,
            key,
            Optional.ofNullable(times.get(AFTER)),
            Optional.ofNullable(times.get(BEFORE)),
            purpose));
  }

  private Checked<VerifyingKey> key(int at) {
    if (words.size() < at + 2) {
      return Checked.failed(
          Diagnostic.at(
                  words.get(0).to(words.get(words.size() - 1)),
                  Rule.SIGNERS_UNREADABLE,
                  "this line names no key")
              .help("write a name, options, and the line of the person's public key"));
    }
    var kind = words.get(at);
    var base64 = words.get(at + 1);
    return VerifyingKey.of(kind.text(), base64.text(), kind.to(base64));
  }

  private void option(Span word) {
    var text = word.text();
    int sign = text.indexOf('=');
    var option = text.substring(0, sign);
    var value = text.substring(sign + 1);
    switch (option) {
      case AFTER, BEFORE -> time(option, value, word);
      case ONLY_FOR -> purpose(value, word);
      default -> unknown(option, word);
    }
  }

  private void time(String option, String value, Span word) {
    var time = instant(value);
    if (time.isEmpty()) {
      problem(
          word, "`" + value + "` is not a time in UTC, such as 2026-03-01 or 2026-03-01T09:00:00Z");
    } else if (times.putIfAbsent(option, time.get()) != null) {
      problem(word, "`" + option + "` stands twice");
    }
  }

  private void purpose(String value, Span word) {
    var known = SigningPurpose.ofWord(value);
    if (known.isEmpty() || purpose.isPresent()) {
      problem(
          word,
          known.isEmpty()
              ? "`" + value + "` is nothing that a key can be for: `lock` or `release`"
              : "`" + ONLY_FOR + "` stands twice");
    }
    purpose = known;
  }

  private void unknown(String option, Span word) {
    var finding =
        Diagnostic.at(word, Rule.SIGNERS_UNREADABLE, "there is no option `" + option + "`");
    found.add(
        Nearest.to(option, List.of(AFTER, BEFORE, ONLY_FOR))
            .map(near -> finding.help("did you mean `" + near + "`?"))
            .orElse(finding));
  }

  private void checkOrder(Span name) {
    var after = times.get(AFTER);
    var before = times.get(BEFORE);
    if (after != null && before != null && !after.isBefore(before)) {
      problem(name, "the key of `" + name.text() + "` never counts: it ends before it starts");
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void problem(Span place, String message) {
    found.add(Diagnostic.at(place, Rule.SIGNERS_UNREADABLE, message));
  }
}
