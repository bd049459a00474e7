package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the folder {@code src/test/resources/conformance} anew: what a verifier must say of good,
 * damaged and forged studies. Keys are made on the way and thrown away, so the bytes differ each
 * time; the verdicts may not.
 */
final class ConformanceCases {
  private ConformanceCases() {}

  public static void main(String[] words) throws IOException {
    var folder = new ConformanceFolder(Path.of(words[0]));
    PlanCases.write(folder);
    LockFileCases.write(folder);
    SignatureCases.write(folder);
    TimeCases.write(folder);
    LedgerCases.write(folder);
    CheckpointCases.write(folder);
    PrivatePlanCases.write(folder);
    System.out.println(folder.count() + " cases");
  }
}
