package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a script is told at its place; nothing half-done is left. */
class ScriptErrorsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analysis { sample(                              | C620 | 1:10 | this is no Groovy
          @Grab('a:b:1') import x.y                       | C620 | 1:23 | unable to resolve class x.y
          analisys { }                                    | P204 | 1:1  | did you mean `analysis`?
          analysis { smaple() }                           | P204 | 1:12 | did you mean `sample`?
          analysis { fit() }                              | P222 | 1:12 | write `fit 'model'`
          analysis { step 'one' }                         | P222 | 1:12 | write `step 1`
          analysis { prepare() }                          | C622 | 1:12 | write `sample()` before it
          analysis { sample(); fit 'both' }               | C622 | 1:22 | write `prepare()` before it
          analysis { sample(); sample() }                 | C622 | 1:12 | `sample` is taken a second time
          analysis { sample(); prepare(); prepare() }     | C622 | 1:22 | `prepare` is taken a second time
          analysis { sample(); prepare(); fit 'bth' }     | P230 | 1:38 | did you mean `both`?
          analysis { sample(); step 3 }                   | P237 | 1:22 | `main` 1, `main` 2
          analysis { sample { exclude { motoin > 1 } because 'x' } } | D455 | 1:31 | did you mean `motion`?
          analysis { sample { exclude { dose > 3 } because 'x' } }   | D483 | 1:31 | `dose` of `s04` is missing
          analysis { sample { exclude { motion > 1 } } }             | P208 | 1:21 | because 'why'
          analysis { sample { exclude { motion > 1 } because '' } }  | P208 | 1:21 | because 'why'
          analysis { sample { leaveOut 's99' because 'x' } }         | D452 | 1:31 | did you mean `s09`?
          analysis { sample(); column 'arm' }                        | D492 | 1:30 | holds text
          analysis { sample(); prepared 'age' }                      | C622 | 1:22 | write `prepare()` before it
          analysis { deviate 'a', reason: 'b', timing: data_exists_blind }  | P204 | 1:46 | did you mean `data_exist_blind`?
          analysis { deviate 'a', reason: 'b', timing: 'later' }            | P204 | 1:47 | write one of
          analysis { deviate 'a', reason: 'b' }                             | P202 | 1:1  | `timing:` is not given
          analysis { deviate 'a', raeson: 'b', timing: unknown }            | P204 | 1:25 | did you mean `reason:`?
          analysis { sample(); prepare(); fit 'x', extending: 'both', { l1Ratio 2 } }      | P207 | 1:63 | at most 1
          analysis { sample(); prepare(); fit 'x', extending: 'both', { l1Ratoi 1 } }      | P204 | 1:63 | did you mean `l1_ratio`?
          analysis { sample(); prepare(); fit 'x', extending: 'both', { l1Ratio new Date(0) } } | P203 | 1:63 | a number, a text
          analysis { sample(); prepare(); fit 'x', extending: 'bth', { l1Ratio 1 } }       | P230 | 1:54 | did you mean `both`?
          analysis { sample(); prepare(); fit 'both', extending: 'both', { l1Ratio 1 } }   | P209 | 1:38 | a name of its own
          analysis { sample(); 1.intdiv(0) }              | C621 | 1:1  | ArithmeticException: / by zero
          analysis { sample(); assert 1 == 2 }            | C621 | 1:1  | PowerAssertionError
          def f(n) { f(n) }; analysis { f(1) }            | C621 | 1:1  | StackOverflowError
          analysis { try { fit 'both' } catch (e) { }; sample() } | C622 | 1:18 | `fit` stands before
          analysis { sample { exclude { true } because 'x' } }    | D487 | | the rules leave 0
          """)
  void eachIsToldAtItsPlaceAndNothingIsLeft(String script, String code, String place, String text) {
    var desk = ScriptedStudy.at(folder).with("a.groovy", script);
    int exit =
        desk.type(
            "execute", "study.lock", "--script", "a.groovy", "--data", "data", "--out", "run");
    assertThat(desk.err()).contains("error[" + code + "]", text).doesNotContain("\tat ");
    if (place != null) {
      assertThat(desk.err()).contains("--> a.groovy:" + place + "\n");
    }
    assertThat(exit).isEqualTo(3);
    assertThat(desk.files())
        .containsExactly("a.groovy", "data/wide.csv", "study.lock", "study.plan");
    var entries = new String(desk.bytes(".planlock/ledger.jsonl"), StandardCharsets.UTF_8);
    if (entries.contains("execute-start")) {
      assertThat(entries).contains("\"outcome\":\"failed\"").doesNotContain("REFUSED");
    }
  }

  @Test
  void aScriptThatIsNotThereIsOfTheSurroundings() {
    var desk = ScriptedStudy.at(folder);
    int exit =
        desk.type(
            "execute", "study.lock", "--script", "no.groovy", "--data", "data", "--out", "run");
    assertThat(exit).isEqualTo(5);
    assertThat(desk.err()).contains("there is no `no.groovy`");
  }

  /** Who saw values cannot say afterwards that only counts were shown. */
  @Test
  void aScriptThatLeavesTooFewHasLooked() {
    var plan = ScriptedStudy.PLAN.replace("\"study\"", "\"large\"");
    var desk =
        ScriptedStudy.at(folder)
            .with("large.plan", plan + "sample { minimum 19 analysis_set }\n")
            .with("a.groovy", "analysis { sample { exclude { motion > 0.9 } because 'x' } }");
    assertThat(desk.type("lock", "large.plan")).isZero();
    int exit =
        desk.type("execute", "large.lock", "--script", "a.groovy", "--data", "data", "--out", "r");
    assertThat(exit).isEqualTo(3);
    assertThat(desk.err()).contains("error[D487]", "18", "this counts as a look");
    assertThat(new String(desk.bytes(".planlock/ledger.jsonl"), StandardCharsets.UTF_8))
        .contains("\"outcome\":\"failed\"")
        .doesNotContain("REFUSED");
  }

  @Test
  void aPlanCanNameNoScript() {
    var desk =
        new Desk(folder)
            .with("a.groovy", "new File('" + folder.resolve("harm") + "').text = 'done'")
            .with("study.plan.yaml", "planlock: 1\nplan: {id: study}\nscript: a.groovy\n")
            .with("study.plan", ScriptedStudy.PLAN + "script \"a.groovy\"\n");
    assertThat(desk.type("check", "study.plan.yaml")).isEqualTo(3);
    assertThat(desk.out()).contains("`script`");
    assertThat(desk.type("check", "study.plan")).isEqualTo(3);
    assertThat(desk.out()).contains("`script`");
    assertThat(folder.resolve("harm")).doesNotExist();
  }
}
