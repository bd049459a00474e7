package org.planlock.lock.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code execute-end}: an execution ended in good order. One that was killed has no such entry.
 *
 * @param start {@code seq} of its {@code execute-start}
 * @param outcome how it ended
 * @param results digest of its results, if there are any
 * @param trace digest of its trace, if there is one
 * @param verdict what the comparison with the plan said, if there was one
 */
public record ExecutionEnd(
    long start,
    Outcome outcome,
    Optional<Sha256> results,
    Optional<Sha256> trace,
    Optional<String> verdict)
    implements EntryBody {
  /**
   * The verdict of an execution that ended at the door: nothing but counts was shown, so that it
   * told nobody of the outcome.
   */
  public static final String REFUSED = "REFUSED";

  /** How an execution ended. */
  public enum Outcome {
    /** With results. */
    COMPLETED,
    /** Stopped by a problem that it reported. */
    FAILED;

    private static final List<Outcome> ALL = List.of(values());
  }

  /** An execution that was refused when it had only counted. */
  public static ExecutionEnd refused(long start) {
    return new ExecutionEnd(
        start, Outcome.FAILED, Optional.empty(), Optional.empty(), Optional.of(REFUSED));
  }

  /** An execution that ended without results. */
  public static ExecutionEnd failed(long start) {
    return new ExecutionEnd(
        start, Outcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it was refused when it had only counted. */
  public boolean isRefused() {
    return outcome == Outcome.FAILED && verdict.filter(REFUSED::equals).isPresent();
  }

  static ExecutionEnd read(BodyFields body) {
    return new ExecutionEnd(
        body.whole("start"),
        body.word("outcome", Outcome.ALL),
        body.sha256IfAny("results"),
        body.sha256IfAny("trace"),
        body.textIfAny("verdict"));
  }

  @Override
  public EntryType type() {
    return EntryType.EXECUTE_END;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("start", start)
        .with("outcome", BodyFields.word(outcome))
        .withDigest("results", results)
        .withDigest("trace", trace)
        .withText("verdict", verdict)
        .fields();
  }
}
