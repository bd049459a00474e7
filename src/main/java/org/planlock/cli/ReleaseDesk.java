package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.PlanLock;
import org.planlock.lock.seal.CustodianRelease;
import org.planlock.lock.seal.ReleaseCheck;
import org.planlock.lock.seal.ReleaseFile;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.source.Span;

/** Holds the releases that were handed over against the sealed tables that are here. */
record ReleaseDesk(Surroundings surroundings, DataOptions options, PlanLock lock) {
  /** A table and the release that opens it; nothing was opened yet. */
  record Accepted(HeldTables.Held table, CustodianRelease release, String custodians) {}

  private record Named(String name, CustodianRelease release) {}

  /** One accepted release for each table, or everything that speaks against one. */
  Checked<List<Accepted>> accept(List<HeldTables.Held> tables) {
    return signers()
        .then(signers -> releases().then(releases -> matched(tables, releases, signers)));
  }

  private Checked<AllowedSigners> signers() {
    return options
        .signers()
        .map(name -> AllowedSigners.read(surroundings.file(name), name))
        .orElseGet(() -> Checked.of(AllowedSigners.NONE));
  }

  private Checked<List<Named>> releases() {
    var read = new ArrayList<Named>();
    var found = new ArrayList<Diagnostic>();
    for (var name : options.releases()) {
      var release = ReleaseFile.read(surroundings.file(name));
      found.addAll(release.diagnostics());
      release.value().ifPresent(known -> read.add(new Named(name, known)));
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(read, found);
  }

  private Checked<List<Accepted>> matched(
      List<HeldTables.Held> tables, List<Named> releases, AllowedSigners signers) {
    var accepted = new ArrayList<Accepted>();
    var found = new ArrayList<Diagnostic>();
    for (var table : tables) {
      var judged = judged(table, meant(table, releases), signers);
      found.addAll(judged.diagnostics());
      judged.value().ifPresent(accepted::add);
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(accepted, found);
  }

  /** The release of this very file; else the one that comes nearest, to tell what is wrong. */
  private static Named meant(HeldTables.Held table, List<Named> releases) {
    var sealed = table.sealed().orElseThrow().table();
    return releases.stream()
        .filter(one -> one.release().statement().sealed().equals(sealed.sha256()))
        .findFirst()
        .or(
            () ->
                releases.stream()
                    .filter(
                        one -> one.release().statement().fileName().equals(sealed.header().file()))
                    .findFirst())
        .orElse(releases.get(0));
  }

  private Checked<Accepted> judged(HeldTables.Held table, Named named, AllowedSigners signers) {
    var report =
        ReleaseCheck.by(signers)
            .check(
                named.release(), lock.sha256(), table.sealed().orElseThrow().table(), named.name());
    var found = new ArrayList<Diagnostic>();
    report.diagnostics().forEach(one -> found.add(weighed(one, named.name())));
    if (named.release().key().isEmpty()) {
      found.add(
          Diagnostic.at(
                  Span.none(named.name()),
                  Rule.STILL_SEALED,
                  "this release opens one participant alone, in an emergency")
              .help("ask the custodian for a release of the whole table"));
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(new Accepted(table, named.release(), report.custodians()), found);
  }

  private Diagnostic weighed(Diagnostic finding, String name) {
    return switch (finding.rule()) {
      case SIGNATURES_TOO_FEW ->
          Diagnostic.at(
                  Span.none(name),
                  Rule.STILL_SEALED,
                  "no custodian whom you accept signed this release")
              .note("whoever has the table could have written a release for it")
              .help(
                  options.signers().isEmpty()
                      ? "get the custodian's public key from them, and name it with `--signer FILE`"
                      : "the list of `--signer` lacks the key, or does not allow it to release");
      case RELEASE_FOR_OTHER_LOCK ->
          options.known().isPresent()
              ? finding.weighing(Severity.WARNING)
              : finding.help(
                  "execute the lock that it is for; a later version of the plan is executed with"
                      + " `--unblinded-already \"reason\"`, and what was changed is exploratory");
      default -> finding;
    };
  }
}
