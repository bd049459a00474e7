package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.faults.Faults;

/** One command, given again and again on a disk of which another call fails each time. */
final class FaultyTrials {
  /** No process has this number. */
  private static final String NOBODY = ".999999999-";

  private static final String UNSTAMPED = "so the lock has no time stamp";
  private static final Pattern DRAFT = Pattern.compile("\\.(.+)\\.\\d+-[^/]*");

  /** What a message says where something is left. */
  private static final Pattern TOLD =
      Pattern.compile(
          "the study's ledger (has|tells)|may be there|could not be taken back|is left: ");

  /** What a message tells to delete. */
  private static final Pattern TO_DELETE = Pattern.compile("`([^`]+)` could not be taken back");

  /** Keys and digests differ from one time to the next. */
  private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9+/]{40,}=*");

  private final WritingCommand command;
  private final Path before;
  private final Path scratch;
  private final List<String> calls;
  private final StudyState old;
  private final StudyState fresh;
  private final Proof undisturbed;
  private int number;

  /** What the proving command said. */
  private record Proof(int code, String verdict) {}

  /**
   * What became of one trial.
   *
   * @param code how the command ended
   * @param faults what is not as it must be
   */
  record Outcome(int code, List<String> faults) {}

  /** Gives the command on a disk that does not fail, and counts its calls. */
  FaultyTrials(WritingCommand command, Path before, Path scratch) throws IOException {
    this.command = command;
    this.before = before;
    this.scratch = scratch;
    this.old = StudyState.of(before);
    var study = copied();
    var faults = new Faults();
    var desk = WritingCommands.desk(faults.path(study));
    assertThat(desk.type(words())).as(desk.err()).isZero();
    this.calls = faults.calls();
    this.fresh = StudyState.of(study);
    this.undisturbed = proof(study);
    assertThat(undisturbed.code()).as(undisturbed.verdict()).isZero();
    delete(study);
  }

  List<String> calls() {
    return calls;
  }

  /** Gives the command where one call fails. */
  Outcome fail(int call, Faults.Kind kind) throws IOException {
    var study = copied();
    var faults = new Faults();
    faults.failAt(call, kind);
    var desk = WritingCommands.desk(faults.path(study));
    int code = desk.type(words());
    var found = new ArrayList<String>();
    said(code, desk.err(), StudyState.of(study), found);
    ended(study);
    for (var file = TO_DELETE.matcher(desk.err()); file.find(); ) {
      Files.deleteIfExists(study.resolve(file.group(1)));
    }
    repeated(code, desk.err(), study, found);
    delete(study);
    var where = kind + " at " + call + " (" + calls.get(call) + "), exit " + code + ": ";
    return new Outcome(code, found.stream().map(one -> where + one).toList());
  }

  private void said(int code, String err, StudyState now, List<String> found) {
    if (code != ExitCode.HOLDS && code != ExitCode.ENVIRONMENT) {
      found.add("this is no fault of the disk: " + err);
    }
    if (err.contains("internal error") || err.contains("Exception") || err.contains("\tat ")) {
      found.add("a person cannot read this: " + err);
    }
    found.addAll(now.damage());
    var changed = now.differing(old);
    changed.stream()
        .filter(name -> !now.isWhole(name, fresh))
        .forEach(name -> found.add("`" + name + "` is neither old nor new"));
    boolean isOld = changed.isEmpty() && now.lasting().equals(old.lasting());
    boolean isNew = changed.equals(fresh.differing(old)) && now.lasting().equals(fresh.lasting());
    if (code == ExitCode.HOLDS) {
      if (!isNew) {
        found.add("success, and the state is not the new one: " + changed + now.entries());
      }
      return;
    }
    if (!err.contains("`")) {
      found.add("no file is named: " + err);
    }
    boolean isCompletable =
        changed.stream()
            .allMatch(
                name ->
                    name.matches(command.unfinished())
                        || err.contains(name + "` could not be taken back"));
    if (!isOld && !isNew && !isCompletable) {
      found.add("a mix: " + changed + now.entries());
    }
    if (!isOld && !isNew && !TOLD.matcher(err).find()) {
      found.add("what is left is not said: " + changed + now.entries() + err);
    }
  }

  private void repeated(int code, String err, Path study, List<String> found) throws IOException {
    var desk = WritingCommands.desk(study);
    int again = desk.type(words());
    boolean isDone = again == ExitCode.REFUSED && desk.err().contains("already");
    if (again != ExitCode.HOLDS && !isDone) {
      found.add("again, it ends with " + again + ": " + desk.err());
    }
    var proven = proof(study);
    var due =
        err.contains(UNSTAMPED)
            ? new Proof(undisturbed.code(), undisturbed.verdict().replace("T1", "T0"))
            : undisturbed;
    if (!proven.equals(due)) {
      found.add("afterwards " + proven + " instead of " + undisturbed);
    }
    var now = StudyState.of(study);
    boolean isRepeated =
        (command.isRecordedEachTime() && code != ExitCode.HOLDS) || err.contains("may be there");
    var lasting = isRepeated ? now.lasting().stream().distinct().toList() : now.lasting();
    if (!lasting.equals(fresh.lasting())) {
      found.add("the ledger has " + now.entries() + " instead of " + fresh.entries());
    }
    if (!now.files().keySet().equals(fresh.files().keySet())) {
      found.add("files " + now.files().keySet() + " instead of " + fresh.files().keySet());
    }
    sweep(study);
    drafts(study).forEach(file -> found.add("left behind, exit first " + code + ": " + file));
  }

  private Proof proof(Path study) {
    var desk = WritingCommands.desk(study);
    int code = desk.type(command.proof().toArray(String[]::new));
    var lines = desk.out().lines().toList();
    var last = lines.isEmpty() ? desk.err() : lines.get(lines.size() - 1);
    return new Proof(code, RANDOM.matcher(last).replaceAll("…"));
  }

  private String[] words() {
    return command.words().toArray(String[]::new);
  }

  /** The process ends: its drafts are nobody's from now on. */
  private static void ended(Path study) throws IOException {
    for (var draft : drafts(study)) {
      var name = draft.getFileName().toString();
      Files.move(draft, draft.resolveSibling(name.replaceFirst("\\.\\d+-", NOBODY)));
    }
  }

  /** Whoever writes the same file next takes drafts of it away; in a ledger, whoever writes it. */
  private static void sweep(Path study) throws IOException {
    for (var draft : drafts(study)) {
      var name = DRAFT.matcher(draft.getFileName().toString());
      if (draft.toString().contains(".planlock")) {
        WritingCommands.writeLedger(study);
      } else if (name.matches()) {
        var file = draft.resolveSibling(name.group(1));
        AtomicFile.onDisk()
            .replace(file, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
      }
    }
  }

  private static List<Path> drafts(Path study) throws IOException {
    try (var all = Files.walk(study)) {
      return all.filter(file -> DRAFT.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private Path copied() throws IOException {
    var to = scratch.resolve("study" + number++);
    try (var files = Files.walk(before)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(before.relativize(file).toString()));
      }
    }
    return to;
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
