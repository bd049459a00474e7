package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.LockedStudy;

/** A script is no way round the custodian, nor round the size that was registered. */
class ScriptCustodyTest {
  private static final String LOOKS =
      """
      println 'begun'
      analysis {
        sample()
        prepare()
        fit 'age_only'
        fit 'with_dose'
        println "after ${column('after')[0]}"
      }
      """;

  @TempDir private Path folder;
  private Custodian custodian;

  @BeforeEach
  void aSealedStudy() {
    custodian = new Custodian(folder);
    custodian.desk.with("a.groovy", LOOKS);
  }

  @Test
  void sealedTablesStaySealedWithoutARelease() {
    custodian.seal();
    custodian.lock();
    assertThat(custodian.execute("run", "--script", "a.groovy")).isEqualTo(7);
    assertThat(custodian.desk.err()).contains("error[L399]", "ask the custodian");
    assertThat(custodian.desk.out()).doesNotContain("begun");
    assertThat(custodian.entries()).doesNotContain("execute-start");
  }

  @Test
  void aReleaseOpensThemForAScriptTooAndTheOrderIsProven() {
    custodian.seal();
    custodian.lock();
    custodian.release("release");
    int exit = custodian.executeReleased("run", "--script", "a.groovy");
    assertThat(exit).as(custodian.desk.err()).isZero();
    assertThat(custodian.desk.out()).startsWith("begun\nafter ").contains("CONFORMS", "by hash");
    var proven =
        custodian.verify(
            "--result",
            "run/results.json",
            "--release",
            "release",
            "--signer",
            "signers",
            "--require-order");
    assertThat(proven).as(custodian.desk.out() + custodian.desk.err()).isZero();
  }

  @Test
  void aBlindScriptGetsNoVerdict() {
    custodian.seal();
    custodian.lock();
    custodian.type(
        "blind study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
            + " --out study/data/wide.blind");
    int exit = custodian.execute("run", "--blind", "--script", "a.groovy");
    assertThat(exit).as(custodian.desk.err()).isZero();
    assertThat(custodian.text("run/results.json")).contains("BLIND").doesNotContain("corroborated");
    assertThat(custodian.text("run/trace.jsonl").lines())
        .allMatch(l -> l.contains("\"blind\":true"));
  }

  @Test
  void belowTheTargetAScriptSeesNothing() {
    custodian.desk.with("study/data/wide.csv", Custodian.table(12));
    custodian.lock();
    int exit = custodian.execute("run", "--script", "a.groovy");
    assertThat(exit).isEqualTo(7);
    assertThat(custodian.desk.err()).contains("D484");
    assertThat(custodian.desk.out()).doesNotContain("after");
    assertThat(custodian.text("study/.planlock/ledger.jsonl")).contains("REFUSED");
    custodian.desk.with(
        "peek.groovy", "analysis { sample { exclude { println after; true } because 'x' } }");
    assertThat(custodian.execute("run", "--script", "peek.groovy")).isEqualTo(7);
    assertThat(custodian.desk.out()).doesNotContain("40.");
  }

  @Test
  void anEmbeddedAnalysisIsRefusedBelowTheTargetToo() {
    custodian.desk.with("study/data/wide.csv", Custodian.table(12));
    custodian.lock();
    var study =
        LockedStudy.open(folder.resolve("study/small.lock"), folder.resolve("study/data"))
            .orThrow();
    var seen = new java.util.ArrayList<String>();
    var done =
        study.analyse(
            folder.resolve("run"),
            java.time.InstantSource.system(),
            "Ana",
            analysis -> {
              analysis.sample();
              seen.addAll(analysis.participants());
            });
    assertThat(done.diagnostics()).anyMatch(one -> one.rule().code().equals("D484"));
    assertThat(seen).isEmpty();
    assertThat(folder.resolve("run")).doesNotExist();
    assertThat(custodian.text("study/.planlock/ledger.jsonl")).contains("REFUSED");
  }

  @Test
  void anEmbeddedAnalysisTakesNothingThatIsHeldBack() {
    custodian.seal();
    custodian.lock();
    var opened = LockedStudy.open(folder.resolve("study/small.lock"), folder.resolve("study/data"));
    assertThat(opened.isSound()).isFalse();
    assertThat(opened.diagnostics()).anyMatch(one -> one.rule().code().equals("L399"));
  }
}
