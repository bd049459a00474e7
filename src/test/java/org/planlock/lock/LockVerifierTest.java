package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.Locks.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

class LockVerifierTest {
  @TempDir Path folder;
  private Checked<PlanLock> lock =
      Checked.failed(Diagnostic.at(Locks.PLACE, Rule.FILE_MISSING, "not yet"));

  @BeforeEach
  void lockAStudy() throws IOException {
    Files.write(
        folder.resolve("mask.nii.gz"),
        FileFingerprintTest.gzip("a mask".getBytes(StandardCharsets.UTF_8)));
    Files.writeString(folder.resolve("atlas.tsv"), "label\n");
    Files.writeString(folder.resolve("done.tsv"), "id\n01\n");
    var files =
        List.of(
            new FixedInput("mask.nii.gz", "mask", print("mask.nii.gz")),
            new FixedInput("atlas.tsv", "atlas", print("atlas.tsv")));
    var tables =
        List.of(
            new LockedTable("done.tsv", Optional.of(print("done.tsv"))),
            new LockedTable("later/{participant_id}.tsv", Optional.empty()));
    lock =
        LockFile.parse(LockFile.bytes(new PlanLock(Locks.statement(files, tables))), "small.lock");
  }

  @Test
  void verifiesWhatIsUnchanged() {
    var found = verify(Demands.NONE);
    assertThat(found.standing()).isEqualTo(Standing.HOLDS);
    assertThat(found.standing().code()).isZero();
    assertThat(found.verdict()).isEqualTo("VERIFIED at level T0");
    assertThat(found.rows())
        .extracting(r -> r.check() + ": " + r.result())
        .containsExactly(
            "lock file: ok",
            "rules of execution: ok",
            "plan unchanged: ok",
            "mask mask.nii.gz: ok",
            "atlas atlas.tsv: ok",
            "table done.tsv: ok",
            "table later/{participant_id}.tsv: not yet sealed, not checked");
    assertThat(found.diagnostics()).isEmpty();
  }

  @Test
  void namesEveryChangedValueOfThePlan() {
    var changed = TreePaths.set(Locks.PLAN, "penalty.l1_ratio", list("0.5")).orThrow();
    var found = verifier(Demands.NONE).verify(lock, Optional.of(Checked.of(changed)));
    assertThat(found.standing()).isEqualTo(Standing.CHANGED);
    assertThat(found.differences())
        .extracting(TreeDifference::path)
        .containsExactly("models.m1.penalty.l1_ratio", "models.m2.penalty.l1_ratio");
    assertThat(found.diagnostics())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.rule()).isEqualTo(Rule.PLAN_CHANGED);
              assertThat(d.message())
                  .isEqualTo("this plan is not the one that was locked on 2026-03-02T09:14:07Z");
              assertThat(d.caption()).isEqualTo("locked as `[0.1, 1]`");
              assertThat(d.notes())
                  .contains("`models.m1.penalty.l1_ratio`: locked `[0.1, 1]`, found `[0.5]`");
              assertThat(d.notes().get(2)).contains("2 values differ");
            });
  }

  @Test
  void saysWhatThePlanHasMoreOrLess() {
    var more = TreePaths.set(Locks.PLAN, "retained", Locks.scalar("all")).orThrow();
    var added =
        verifier(Demands.NONE).verify(lock, Optional.of(Checked.of(more))).diagnostics().get(0);
    assertThat(added.caption()).isEqualTo("not in the locked plan");
    assertThat(added.notes()).contains("`retained`: locked nothing, found `all`");
    var less = new PlanNode.Mapping(Locks.PLAN.entries().subList(0, 2), Locks.PLACE);
    var removed =
        verifier(Demands.NONE).verify(lock, Optional.of(Checked.of(less))).diagnostics().get(0);
    assertThat(removed.notes().get(0))
        .startsWith("`models`: locked `[{name: m1")
        .endsWith("found nothing");
    assertThat(removed.notes().get(1)).contains("1 value differs");
  }

  @Test
  void verifiesWithoutAPlanBesideTheLock() {
    var found = verifier(Demands.NONE).verify(lock, Optional.empty());
    assertThat(found.standing()).isEqualTo(Standing.HOLDS);
    assertThat(found.rows().get(2).result()).isEqualTo("no plan to compare");
  }

  @Test
  void putsAPlanThatCannotBeReadBeforeEverythingElse() throws IOException {
    Files.writeString(folder.resolve("atlas.tsv"), "changed\n");
    Checked<PlanNode.Mapping> unreadable =
        Checked.failed(
            Diagnostic.at(Locks.PLACE, Rule.UNEXPECTED_TOKEN, "`}` is not expected here"));
    var found = verifier(Demands.NONE).verify(lock, Optional.of(unreadable));
    assertThat(found.standing()).isEqualTo(Standing.UNREADABLE);
    assertThat(found.standing().code()).isEqualTo(3);
    assertThat(found.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.UNEXPECTED_TOKEN, Rule.FIXED_INPUT_CHANGED);
  }

  @Test
  void findsOneChangedByteOfAFixedInput() throws IOException {
    Files.writeString(folder.resolve("atlas.tsv"), "labeL\n");
    assertFinds(Demands.NONE, 1, Rule.FIXED_INPUT_CHANGED);
  }

  @Test
  void tellsAnInputThatWasOnlyPackedAgain() throws IOException {
    Files.write(folder.resolve("mask.nii.gz"), stored("a mask".getBytes(StandardCharsets.UTF_8)));
    assertFinds(Demands.NONE, 1, Rule.FIXED_INPUT_RECOMPRESSED);
    Files.write(folder.resolve("mask.nii.gz"), stored("b mask".getBytes(StandardCharsets.UTF_8)));
    assertFinds(Demands.NONE, 1, Rule.FIXED_INPUT_CHANGED);
  }

  @Test
  void needsTheFixedInputs() throws IOException {
    Files.delete(folder.resolve("atlas.tsv"));
    assertFinds(Demands.NONE, 5, Rule.FIXED_INPUT_MISSING);
    assertThat(verify(Demands.NONE).verdict()).startsWith("INCOMPLETE");
    Files.createDirectory(folder.resolve("atlas.tsv"));
    assertThat(verify(Demands.NONE).verdict()).isEqualTo("NOT CHECKED: something cannot be read");
    assertFinds(Demands.NONE, 3, Rule.NOT_A_REGULAR_FILE);
  }

  @Test
  void findsOneChangedByteOfASealedTable() throws IOException {
    Files.writeString(folder.resolve("done.tsv"), "id\n02\n");
    assertFinds(Demands.NONE, 1, Rule.TABLE_CHANGED);
  }

  @Test
  void verifiesWithoutTheParticipantsData() throws IOException {
    Files.delete(folder.resolve("done.tsv"));
    assertFinds(Demands.NONE, 0, Rule.TABLE_NOT_PRESENT);
    assertThat(verify(Demands.NONE).rows().get(5).result()).isEqualTo("not present, not checked");
    Files.createDirectory(folder.resolve("done.tsv"));
    assertFinds(Demands.NONE, 3, Rule.NOT_A_REGULAR_FILE);
  }

  @Test
  void demandsEveryTableWhenAsked() throws IOException {
    assertFinds(new Demands(true), 4, Rule.TABLE_NOT_PRESENT);
    Files.delete(folder.resolve("done.tsv"));
    var found = verify(new Demands(true));
    assertThat(found.standing()).isEqualTo(Standing.WEAKER);
    assertThat(found.diagnostics()).hasSize(2);
    assertThat(found.verdict()).isEqualTo("INTACT at level T0, weaker than asked");
  }

  @Test
  void takesAnUnsealedTableThatIsHere() throws IOException {
    var tables = List.of(new LockedTable("done.tsv", Optional.empty()));
    var open = Checked.of(new PlanLock(Locks.statement(List.of(), tables)));
    var found = verifier(new Demands(true)).verify(open, Optional.empty());
    assertThat(found.standing()).isEqualTo(Standing.HOLDS);
  }

  @Test
  void putsAChangeBeforeAWeakness() throws IOException {
    Files.delete(folder.resolve("atlas.tsv"));
    Files.writeString(folder.resolve("done.tsv"), "id\n02\n");
    var found = verify(new Demands(true));
    assertThat(found.standing()).isEqualTo(Standing.CHANGED);
    assertThat(found.rows()).hasSize(7);
  }

  @Test
  void refusesRulesThatItDoesNotKnow() {
    var found =
        new LockVerifier(new StudyFolder(folder), Demands.NONE, 0).verify(lock, Optional.empty());
    assertThat(found.standing().code()).isEqualTo(7);
    assertThat(found.verdict()).isEqualTo("NOT CHECKED: made by a newer version");
  }

  @Test
  void stopsWhereTheLockCannotBeRead() {
    var torn = LockFile.parse(new byte[] {'{'}, "small.lock");
    var found = verifier(Demands.NONE).verify(torn, Optional.of(Checked.of(Locks.PLAN)));
    assertThat(found.standing()).isEqualTo(Standing.UNREADABLE);
    assertThat(found.rows()).hasSize(1);
    var absent = LockFile.read(folder.resolve("none.lock"));
    assertThat(verifier(Demands.NONE).verify(absent, Optional.empty()).standing())
        .isEqualTo(Standing.ENVIRONMENT);
  }

  @Test
  void goesOnAfterAForgedStatement() {
    var forged =
        new String(LockFile.bytes(lock.orThrow()), StandardCharsets.UTF_8)
            .replace("\"statementSha256\":\"", "\"statementSha256\":\"0");
    var found =
        verifier(Demands.NONE)
            .verify(
                LockFile.parse(forged.getBytes(StandardCharsets.UTF_8), "small.lock"),
                Optional.of(Checked.of(Locks.PLAN)));
    assertThat(found.standing()).isEqualTo(Standing.CHANGED);
    assertThat(found.verdict()).isEqualTo("CHANGED: this is not what was locked");
    assertThat(found.rows()).hasSize(7);
  }

  @Test
  void neverLeavesTheFolderForACraftedLock() {
    var input =
        new FixedInput(
            "../../etc/passwd", "mask", lock.orThrow().statement().files().get(0).fingerprint());
    var crafted = Checked.of(new PlanLock(Locks.statement(List.of(input), List.of())));
    var found = verifier(Demands.NONE).verify(crafted, Optional.empty());
    assertThat(found.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.UNSAFE_PATH);
    assertThat(found.standing().code()).isEqualTo(3);
  }

  private void assertFinds(Demands demands, int code, Rule rule) {
    var found = verify(demands);
    assertThat(found.standing().code()).isEqualTo(code);
    assertThat(found.diagnostics()).extracting(Diagnostic::rule).containsExactly(rule);
  }

  private Verification verify(Demands demands) {
    return verifier(demands).verify(lock, Optional.of(Checked.of(Locks.PLAN)));
  }

  private LockVerifier verifier(Demands demands) {
    return new LockVerifier(new StudyFolder(folder), demands, 1);
  }

  private FileFingerprint print(String path) {
    return FileFingerprint.of(new StudyFolder(folder), path, Span.none(path)).orThrow();
  }

  private static byte[] stored(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var stream =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.NO_COMPRESSION);
          }
        }) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }
}
