package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.lock.Sha256;

/**
 * What the ledger of a study shows of the time before an execution: by what the outcome could be
 * known, and which deviations were declared by then. Order is that of entries, never of clocks.
 *
 * @param events by which the outcome, or results, could be known
 * @param declared deviations of the same lock that the ledger holds
 * @param texts the first entry that names each file an execution of that lock read, such as its
 *     script
 */
public record KnownBefore(List<Event> events, List<OnRecord> declared, Map<Sha256, Long> texts) {
  /** No ledger, or one that tells nothing. */
  public static final KnownBefore NOTHING = new KnownBefore(List.of(), List.of());

  private static final long NOW = Long.MAX_VALUE;

  public KnownBefore {
    events = List.copyOf(events);
    declared = List.copyOf(declared);
    texts = Map.copyOf(texts);
  }

  /** The same where no execution named a file. */
  public KnownBefore(List<Event> events, List<OnRecord> declared) {
    this(events, declared, Map.of());
  }

  /** The same with other events. */
  public KnownBefore with(List<Event> other) {
    return new KnownBefore(other, declared, texts);
  }

  /**
   * The same where a script says these: what its text says, it said when the ledger first named
   * that text.
   */
  public KnownBefore saidBy(Sha256 script, List<Declaration> claims) {
    var seq = texts.get(script);
    if (seq == null) {
      return this;
    }
    var longer = new ArrayList<>(declared);
    claims.forEach(claim -> longer.add(new OnRecord(seq, claim.subject(), claim.fullReason())));
    return new KnownBefore(events, longer, texts);
  }

  /**
   * Something by which the outcome or a result could be known.
   *
   * @param seq of its entry
   * @param from what was decided after it was decided {@code AFTER_UNBLINDING} or {@code
   *     AFTER_RESULTS}
   * @param words what happened, as a clause
   */
  public record Event(long seq, Timing from, String words) {}

  /**
   * A declaration that the ledger holds.
   *
   * @param subject what it is about, as {@link Declaration#subject} says it
   * @param reason as {@link Declaration#fullReason} says it
   */
  public record OnRecord(long seq, String subject, String reason) {}

  /** What the ledger makes of a declaration. */
  Disclosure of(Declaration claim) {
    long seq = recorded(claim).orElse(NOW);
    var latest = latestBefore(seq);
    boolean isLater = against(claim.timing(), seq).isPresent();
    boolean onRecord =
        claim.timing().isBlind()
            && latest.isEmpty()
            && seq != NOW
            && events.stream().anyMatch(event -> event.from() == Timing.AFTER_UNBLINDING);
    return new Disclosure(
        Optional.of(claim),
        isLater ? latest.get().from() : claim.timing(),
        onRecord,
        isLater ? latest.map(Event::words) : Optional.empty());
  }

  /** What an entry of the ledger comes after, if that speaks against an earlier time. */
  public Optional<Event> against(Timing claimed, long seq) {
    return latestBefore(seq)
        .filter(event -> claimed == Timing.UNKNOWN || claimed.isBefore(event.from()));
  }

  /** What the ledger makes of a deviation that nobody declared. */
  Disclosure ofUndeclared(DeviationSeverity floor) {
    return latestBefore(NOW)
        .filter(event -> floor.isAtLeast(DeviationSeverity.S2))
        .map(
            event ->
                new Disclosure(Optional.empty(), event.from(), false, Optional.of(event.words())))
        .orElse(Disclosure.NONE);
  }

  /** Whether the ledger holds a declaration already. */
  public boolean holds(Declaration claim) {
    return recorded(claim).isPresent();
  }

  /** The time that counts for a declaration. */
  public Timing timing(Declaration claim) {
    return of(claim).timing();
  }

  private Optional<Long> recorded(Declaration claim) {
    return declared.stream()
        .filter(one -> one.subject().equals(claim.subject()))
        .filter(one -> one.reason().equals(claim.fullReason()))
        .map(OnRecord::seq)
        .min(Comparator.naturalOrder());
  }

  /** The event that tells most: results before the mere unblinding, the first of each. */
  public Optional<Event> latestBefore(long seq) {
    return events.stream()
        .filter(event -> event.seq() < seq)
        .min(Comparator.comparing(Event::from).reversed().thenComparing(Event::seq));
  }
}
