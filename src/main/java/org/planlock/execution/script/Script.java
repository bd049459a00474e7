package org.planlock.execution.script;

import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.source.SourceFile;

/** An analysis as code. */
@FunctionalInterface
public interface Script {
  /** Takes the steps of the analysis, in its own order. */
  void carryOut(TracedAnalysis analysis);

  /** The text, for messages that point at a line; none of a program's own code. */
  default Optional<SourceFile> source() {
    return Optional.empty();
  }

  /** The digest of the text, for the record; none of a program's own code. */
  default Optional<Sha256> digest() {
    return Optional.empty();
  }

  /** The length of the text in bytes. */
  default long bytes() {
    return 0;
  }
}
