package org.planlock.lock;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Compares files with what a lock says of them. */
final class FileChecks {
  private final StudyFolders folders;
  private final Demands demands;

  FileChecks(StudyFolders folders, Demands demands) {
    this.folders = folders;
    this.demands = demands;
  }

  Verification.Row fixedInput(FixedInput input) {
    var check = input.role() + " " + input.path();
    var found = fingerprint(input.path());
    return found
        .value()
        .map(
            print ->
                compared(check, input.path(), input.fingerprint(), print, Rule.FIXED_INPUT_CHANGED))
        .orElseGet(() -> absentInput(check, input, found.diagnostics()));
  }

  Verification.Row table(LockedTable table) {
    var check = "table " + table.path();
    if (table.fingerprint().isEmpty()) {
      return unsealed(check, table);
    }
    var found = fingerprint(table.path());
    return found
        .value()
        .map(
            print ->
                compared(check, table.path(), table.fingerprint().get(), print, Rule.TABLE_CHANGED))
        .orElseGet(() -> absentTable(check, table, found.diagnostics()));
  }

  private Checked<FileFingerprint> fingerprint(String path) {
    return FileFingerprint.of(folders.of(path), path, Span.none(path));
  }

  private static Verification.Row compared(
      String check, String path, FileFingerprint locked, FileFingerprint found, Rule changed) {
    if (found.sha256().equals(locked.sha256())) {
      return new Verification.Row(
          check, "ok", found.sha256().toString(), Standing.HOLDS, List.of());
    }
    var isRepacked =
        found.contentSha256().isPresent() && found.contentSha256().equals(locked.contentSha256());
    var sizes = locked.bytes() + " bytes locked, " + found.bytes() + " found";
    var finding =
        isRepacked
            ? Diagnostic.at(
                    Span.none(path),
                    Rule.FIXED_INPUT_RECOMPRESSED,
                    "`" + path + "` was packed again")
                .note("its content is the one that was locked")
            : Diagnostic.at(
                Span.none(path), changed, "`" + path + "` is not the file that was locked");
    return new Verification.Row(
        check,
        isRepacked ? "recompressed" : "changed",
        sizes,
        Standing.CHANGED,
        List.of(finding.note("locked " + locked.sha256() + ", found " + found.sha256())));
  }

  private static Verification.Row absentInput(
      String check, FixedInput input, List<Diagnostic> why) {
    if (!isAbsent(why)) {
      return new Verification.Row(check, "not readable", "", Standing.UNREADABLE, why);
    }
    var finding =
        Diagnostic.at(
                Span.none(input.path()),
                Rule.FIXED_INPUT_MISSING,
                "`" + input.path() + "` is not here")
            .note("the plan fixes this " + input.role() + ", so it cannot be verified without it");
    return new Verification.Row(check, "not present", "", Standing.ENVIRONMENT, List.of(finding));
  }

  private Verification.Row absentTable(String check, LockedTable table, List<Diagnostic> why) {
    return isAbsent(why)
        ? sealed(check, table)
        : new Verification.Row(check, "not readable", "", Standing.UNREADABLE, why);
  }

  /** A table that is sealed is here if the sealed file is that was locked. */
  private Verification.Row sealed(String check, LockedTable table) {
    var locked = table.fingerprint().orElseThrow().sha256();
    for (var folder : folders.folders()) {
      for (var path : SealedSiblings.of(folder, table.path())) {
        var found = FileFingerprint.of(folder, path, Span.none(path)).value();
        if (found.filter(print -> print.sha256().equals(locked)).isPresent()) {
          return new Verification.Row(check, "ok, sealed", path, Standing.HOLDS, List.of());
        }
      }
    }
    return notPresent(check, table);
  }

  private Verification.Row unsealed(String check, LockedTable table) {
    if (demands.files() && isNowhere(table)) {
      return notPresent(check, table);
    }
    return new Verification.Row(
        check, "not yet sealed, not checked", "", Standing.HOLDS, List.of());
  }

  private boolean isNowhere(LockedTable table) {
    return folders.of(table.path()).file(table.path(), Span.none(table.path())).value().isEmpty();
  }

  private Verification.Row notPresent(String check, LockedTable table) {
    var finding =
        Diagnostic.at(
            Span.none(table.path()), Rule.TABLE_NOT_PRESENT, "`" + table.path() + "` is not here");
    return new Verification.Row(
        check,
        "not present, not checked",
        "",
        demands.files() ? Standing.WEAKER : Standing.HOLDS,
        List.of(finding));
  }

  private static boolean isAbsent(List<Diagnostic> why) {
    return why.stream()
        .allMatch(
            d ->
                switch (d.rule()) {
                  case FILE_MISSING, CONTENT_NOT_PRESENT, UNREADABLE_FILE -> true;
                  default -> false;
                });
  }
}
