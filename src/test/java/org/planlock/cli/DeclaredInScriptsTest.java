package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.Execution;
import org.planlock.LockedStudy;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationSeverity;
import org.planlock.deviation.Timing;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.script.GroovyScript;
import org.planlock.execution.script.Script;
import org.planlock.source.SourceFile;

/** The time that `deviate` claims is held against the study's ledger, however a script is begun. */
class DeclaredInScriptsTest {
  private static final String DEVIATES =
      """
      analysis {
        sample { leaveOut 's05' because 'fell asleep' }
        prepare()
        fit 'clinical'
        fit 'both'
        deviate 'sample.rules', reason: 'fell asleep', timing: data_exist_blind
      }
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void lockAPlan() {
    desk = ScriptedStudy.at(folder);
  }

  @Test
  void theWordsOfATextCountFromItsFirstExecution() {
    assertThat(execute("first", DEVIATES)).as(desk.out()).isZero();
    assertThat(desk.out()).contains("declared deviation, S3").doesNotContain("X542");
    assertThat(execute("second", DEVIATES)).isZero();
    assertThat(desk.out()).contains("declared deviation, S3").doesNotContain("X542");
    assertThat(execute("third", DEVIATES.replace("'fell asleep', timing", "'ill', timing")))
        .isZero();
    assertThat(desk.out())
        .contains("warning[X542]: `sample.rules` is declared as decided", "declared deviation, S4")
        .contains("analysis.groovy:6");
    assertThat(desk.out()).contains("label of H1 lost: s05 was left out");
  }

  @Test
  void aTextThatWasExecutedBlindSaidItsWordsBlind() {
    var custodian = new Custodian(folder.resolve("custody"));
    custodian.desk.with(
        "a.groovy",
        """
        analysis {
          sample { leaveOut 'p05' because 'fell asleep' }
          prepare()
          fit 'age_only'
          fit 'with_dose'
          deviate 'sample.rules', reason: 'fell asleep', timing: data_exist_blind
        }
        """);
    custodian.seal();
    custodian.lock();
    custodian.type(
        "blind study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
            + " --out study/data/wide.blind");
    assertThat(custodian.execute("blind", "--blind", "--script", "a.groovy"))
        .as(custodian.desk.err())
        .isZero();
    custodian.release("release");
    int exit = custodian.executeReleased("run", "--script", "a.groovy");
    assertThat(exit).as(custodian.desk.err()).isZero();
    assertThat(custodian.desk.out())
        .contains("S2 in place of S3: it was declared in the ledger before the data were unblinded")
        .doesNotContain("X542");
  }

  @Test
  void aProgramWithoutATextSaysItWhenItIsExecuted() {
    assertThat(only(embedded("first", program())).disclosure().timing())
        .isEqualTo(Timing.DATA_EXIST_BLIND);
    var second = embedded("second", program());
    assertThat(desk.files()).contains("second/deviations.csv", "second/methods.md");
    assertThat(desk.type("report", "second", "--deviations")).as(desk.err()).isZero();
    assertThat(desk.out())
        .contains("after results were known (declared as data existed, blind to them; the data")
        .isEqualTo(new String(desk.bytes("second/deviations.md"), StandardCharsets.UTF_8));
    assertThat(only(second).disclosure().timing()).isEqualTo(Timing.AFTER_RESULTS);
    assertThat(only(second).severity()).isEqualTo(DeviationSeverity.S4);
    assertThat(second.judgement().diagnostics())
        .anyMatch(one -> one.rule() == Rule.TIMING_CONTRADICTED);
    assertThat(second.judgement().labels().hypotheses().get(0).lostTo())
        .containsExactly(only(second));
  }

  @Test
  void aTextThatAProgramEmbedsIsKnownToTheLedgerToo() {
    embedded("first", groovy());
    assertThat(String.join("\n", desk.ledger())).contains("analysis.groovy");
    var second = embedded("second", groovy());
    assertThat(only(second).disclosure().timing()).isEqualTo(Timing.DATA_EXIST_BLIND);
    assertThat(only(second).severity()).isEqualTo(DeviationSeverity.S3);
  }

  @Test
  void whatIsAskedOnTheWayHasTheSameTime() {
    embedded("first", program());
    embedded(
        "second",
        analysis -> {
          program().carryOut(analysis);
          assertThat(analysis.deviations().get(0).disclosure().timing())
              .isEqualTo(Timing.AFTER_RESULTS);
        });
  }

  private static Script program() {
    return analysis -> {
      analysis.sample(s -> s.leaveOut("s05", "fell asleep"));
      analysis.prepare();
      analysis.fit("clinical");
      analysis.fit("both");
      analysis.deviate("sample.rules", "fell asleep", "data_exist_blind");
    };
  }

  private static Script groovy() {
    return GroovyScript.compile(
            SourceFile.of("analysis.groovy", DEVIATES),
            DEVIATES.getBytes(StandardCharsets.UTF_8),
            new PrintWriter(new StringWriter()))
        .orThrow();
  }

  private Execution embedded(String out, Script script) {
    return LockedStudy.open(folder.resolve("study.lock"), folder.resolve("data"))
        .orThrow()
        .analyse(folder.resolve(out), InstantSource.system(), "Ana", script)
        .orThrow();
  }

  private static Deviation only(Execution execution) {
    assertThat(execution.judgement().deviations()).hasSize(1);
    return execution.judgement().deviations().get(0);
  }

  private int execute(String out, String script) {
    desk.with("analysis.groovy", script);
    return desk.type(
        "execute", "study.lock", "--script", "analysis.groovy", "--data", "data", "--out", out);
  }
}
