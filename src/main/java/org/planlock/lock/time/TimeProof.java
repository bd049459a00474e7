package org.planlock.lock.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all stamps of one content prove together.
 *
 * @param noLaterThan the moment by which the content existed, on the word of the earliest stamp
 *     that the verifier trusts; its accuracy is added
 * @param noLaterThanByTwo the same on the word of two independent authorities, so that one of them
 *     may lie
 * @param asserted the earliest time of an intact stamp that nobody whom the verifier trusts made
 */
public record TimeProof(
    TimeLevel level,
    Optional<Instant> noLaterThan,
    Optional<Instant> noLaterThanByTwo,
    Optional<Instant> asserted) {

  /** The proof in some verdicts, of which those that do not hold count for nothing. */
  public static TimeProof of(List<TimeVerdict> verdicts) {
    var trusted = tokens(verdicts.stream().filter(TimeVerdict::isTrusted)).toList();
    var asserted = tokens(verdicts.stream().filter(v -> v.level() == TimeLevel.T1));
    var byTwo = byTwo(trusted);
    var earliest = earliest(trusted.stream());
    var assertedTime = earliest(asserted);
    var level =
        byTwo.isPresent()
            ? TimeLevel.T3
            : earliest.isPresent()
                ? TimeLevel.T2
                : assertedTime.isPresent() ? TimeLevel.T1 : TimeLevel.T0;
    return new TimeProof(level, earliest, byTwo, assertedTime);
  }

  private static Optional<Instant> byTwo(List<TimeToken> trusted) {
    return trusted.stream()
        .flatMap(
            one ->
                trusted.stream()
                    .filter(one::isIndependentOf)
                    .map(other -> later(one.latest(), other.latest())))
        .min(Comparator.naturalOrder());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<Instant> earliest(Stream<TimeToken> tokens) {
    return tokens.map(TimeToken::latest).min(Comparator.naturalOrder());
  }

  private static Stream<TimeToken> tokens(Stream<TimeVerdict> verdicts) {
    return verdicts.flatMap(verdict -> verdict.token().stream());
  }
}
