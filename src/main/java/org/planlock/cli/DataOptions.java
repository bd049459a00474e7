package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How an execution comes by data that were held back. */
final class DataOptions {
  @Option(
      names = "--release",
      paramLabel = "FILE",
      description = "a custodian's release of a sealed table; may stand several times")
  private List<String> releases = new ArrayList<>();

  @Option(
      names = "--signer",
      paramLabel = "FILE",
      description = "whose releases count: a name and a public key a line")
  private Optional<String> signers = Optional.empty();

  @Option(
      names = "--unblinded-already",
      paramLabel = "REASON",
      description = "the outcome is known without a release; the words stand on every page")
  private Optional<String> known = Optional.empty();

  @Option(
      names = "--blind",
      description = "try the plan on labels that were dealt anew; nothing of it is a result")
  private boolean isBlind;

  List<String> releases() {
    return releases;
  }

  Optional<String> signers() {
    return signers;
  }

  Optional<String> known() {
    return known;
  }

  boolean isBlind() {
    return isBlind;
  }
}
