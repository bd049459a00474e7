package org.planlock.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.PlanDraft;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

class PlanFromDocumentTest {
  /** What may stop a document of strangers: nothing that a shape alone could cause. */
  private static final Set<Rule> REFUSALS =
      Set.of(
          Rule.FORBIDDEN_CHARACTER,
          Rule.UNKNOWN_DOCUMENT,
          Rule.NOTHING_TO_IMPORT,
          Rule.DOCUMENT_ENTRY);

  static java.util.List<String> documents() {
    return Documents.ALL;
  }

  @ParameterizedTest
  @CsvSource({
    "model.json, BIDS_STATS_MODEL",
    "ars.json, ARS",
    "osf.json, OSF",
    "osf-older.json, OSF",
    "preregr.json, PREREGR"
  })
  void everyFormatIsRecognised(String name, DocumentFormat format) {
    var read = Documents.read(Documents.text(name));
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.orThrow().format()).isEqualTo(format);
  }

  /** All but the controlled terms of CDISC, which become words of ours. */
  @ParameterizedTest
  @MethodSource("documents")
  void noSentenceIsLost(String name) {
    var plan = Documents.plan(Documents.read(Documents.text(name)), PlanNotation.PLAN).orThrow();
    var words = plan.replaceAll("\\n//\\s*", " ").replaceAll("\\s+", " ");
    assertThat(Documents.sentences(Documents.text(name)))
        .filteredOn(sentence -> !sentence.matches("[A-Z ]+"))
        .isNotEmpty()
        .allSatisfy(sentence -> assertThat(words).contains(sentence));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void bothNotationsSayTheSame(String name) {
    var imported = Documents.read(Documents.text(name));
    for (var notation : PlanNotation.values()) {
      var text = Documents.plan(imported, notation).orThrow();
      var back = notation.reader().read(SourceFile.of("a", text)).orThrow();
      assertThat(back.sameAs(imported.orThrow().draft().tree())).as(notation.name()).isTrue();
    }
  }

  @Test
  void aStatsModelBecomesAFirstLevelAndAModel() {
    assertThat(carried("model.json"))
        .containsEntry("plan.title", "Practice and the motor strip")
        .containsEntry("sample.rules", "participant_id in (\"sub-01\", \"sub-02\")")
        .containsEntry("data.first_level.each_run.events", "trial_type.fast, trial_type.slow")
        .containsEntry("data.first_level.each_run.hrf", "spm")
        .containsEntry("data.first_level.each_run.high_pass", "0.008 Hz")
        .containsEntry("data.first_level.each_run.nuisance", "trans_x, csf")
        .containsEntry("models.people.terms", "age + hours")
        .hasSize(7);
    assertThat(fields("model.json"))
        .containsEntry("Nodes[0].Contrasts[0]", "D4")
        .containsEntry("Nodes[2].Transformations.Instructions[0]", "G4")
        .containsEntry("Nodes[3].Model.X", "G7")
        .containsEntry("Input.session", "B3")
        .containsEntry("Edges", "");
  }

  @Test
  void aReportingEventBecomesARuleAndModels() {
    assertThat(carried("ars.json"))
        .containsEntry("sample.rules", "(FASFL == \"Y\") and (AGE >= 18)")
        .containsEntry("models.A_1.outcome", "CHG")
        .containsEntry("models.A_1.role", "primary")
        .containsEntry("models.A_1.reason", "protocol")
        .containsEntry("models.A_1_2.role", "secondary")
        .doesNotContainKeys("models.A_1_2.reason", "models.A_1_2.outcome");
    assertThat(fields("ars.json"))
        .containsEntry("analyses[1].reason", "J6")
        .containsEntry("analyses", "A4")
        .containsEntry("analysisGroupings[0]", "G1");
  }

  @Test
  void aRegistrationKeepsItsAnswersUnderTheirQuestions() {
    assertThat(carried("osf.json"))
        .containsEntry("plan.title", "Does practice with a metronome help?")
        .containsEntry("sample.stop", "We stop in June or with the sixtieth person.")
        .hasSize(2);
    var answers = "data.attributes.registration_responses.";
    assertThat(fields("osf.json"))
        .containsEntry(answers + "q2", "J1")
        .containsEntry(answers + "q8", "A3")
        .containsEntry(answers + "q11", "C1")
        .containsEntry(answers + "q17.question", "G7")
        .containsEntry(answers + "q20", "C2")
        .doesNotContainKeys(answers + "q21", answers + "q22");
  }

  @Test
  void theSecondVersionOfTheFormNumbersOtherwise() {
    assertThat(carried("osf-older.json"))
        .containsEntry("plan.title", "Does practice help the hand?")
        .hasSize(1);
    assertThat(fields("osf-older.json"))
        .containsEntry("registered_meta.q4", "J1")
        .containsEntry("registered_meta.q8", "C1")
        .containsEntry("registered_meta.q10", "C1")
        .containsEntry("registered_meta.q24", "F1")
        .containsEntry("registered_meta.q20.question", "G7");
  }

  @Test
  void theNumbersOfAnotherFormMeanNothing() {
    var text = Documents.text("osf.json").replace("OSF Preregistration", "AsPredicted");
    var left = Documents.read(text).orThrow().left();
    assertThat(left).extracting(PlanDraft.Quote::topic).contains("q2", "q13");
    assertThat(left).extracting(PlanDraft.Quote::field).doesNotContain("J1", "C1");
  }

  @Test
  void answersWithoutAnythingAroundThemAreEnough() {
    var read = Documents.read("{\"q2\": \"It helps.\", \"q11\": \"Sixty.\", \"q20\": \"None.\"}");
    assertThat(read.orThrow().format()).isEqualTo(DocumentFormat.OSF);
    assertThat(read.orThrow().left()).hasSize(3);
  }

  @Test
  void preregrKeepsWhatIsAnswered() {
    assertThat(carried("preregr.json"))
        .containsEntry("plan.title", "Does practice help the other hand?")
        .hasSize(1);
    assertThat(fields("preregr.json"))
        .containsEntry("specs.sample_size.text", "C1")
        .containsEntry("specs.missing.text", "F1")
        .containsEntry("specs.analyses.text", "G7")
        .doesNotContainKey("specs.outliers.text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1}|UNKNOWN_DOCUMENT",
        "[]|UNKNOWN_DOCUMENT",
        "3|UNKNOWN_DOCUMENT",
        "{\"Nodes\": []}|NOTHING_TO_IMPORT",
        "{\"specs\": {}}|NOTHING_TO_IMPORT",
        "{\"Nodes\": 3, \"Nodes\": 4}|DUPLICATE_KEY",
        "{|JSON_UNREADABLE"
      })
  void whatIsNoneOfTheseIsRefused(String text, Rule rule) {
    assertThat(Documents.read(text).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(rule);
  }

  @ParameterizedTest
  @EnumSource(DocumentFormat.class)
  void everyFormatMayBeNamedAndSurvivesEveryOther(DocumentFormat format) {
    assertThat(DocumentFormat.of(format.word())).contains(format);
    for (var name : Documents.ALL) {
      var read = Documents.read(Documents.text(name), Optional.of(format));
      assertThat(Documents.plan(read, PlanNotation.PLAN).diagnostics())
          .as(format + " " + name)
          .allMatch(it -> REFUSALS.contains(it.rule()) || !it.isError());
    }
  }

  /** Every value of every document becomes another kind of value: findings, never a crash. */
  @ParameterizedTest
  @ValueSource(strings = {"\"\\u202e\"", "1e99999", "[[[\"deep\"]], {\"x\": null}, 7]"})
  void anyValueMayBeOfAnotherKind(String other) {
    everywhere(other);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"other words\"",
        "123456789012345678901234567890",
        "true",
        "null",
        "{\"value\": {\"question\": [1, \"a\\\"b\"]}, \"text\": 3}",
        "\"\""
      })
  void anyValueMayBeOfAnyOtherKind(String other) {
    everywhere(other);
  }

  private static void everywhere(String other) {
    var element = JsonParser.parseString(other);
    for (var name : Documents.ALL) {
      Documents.eachWith(
          element,
          name,
          text ->
              assertThat(Documents.plan(Documents.read(text), PlanNotation.YAML).diagnostics())
                  .as(text)
                  .allMatch(it -> REFUSALS.contains(it.rule()) || !it.isError()));
    }
  }

  @Test
  void wrongKindsAreNamedWithTheirPlace() {
    var text =
        Documents.text("model.json")
            .replace("\"each run\",\n      \"GroupBy\"", "7,\n      \"GroupBy\"");
    var read = Documents.read(text);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.DOCUMENT_ENTRY);
    assertThat(read.diagnostics().get(0).message()).contains("`Nodes[0].Name`");
    assertThat(read.diagnostics().get(0).span().text()).isEqualTo("7");
  }

  private static Map<String, String> carried(String name) {
    return Documents.read(Documents.text(name)).orThrow().carried().stream()
        .collect(Collectors.toMap(Imported.Carried::path, Imported.Carried::value));
  }

  private static Map<String, String> fields(String name) {
    return Documents.read(Documents.text(name)).orThrow().left().stream()
        .collect(
            Collectors.toMap(
                PlanDraft.Quote::place, PlanDraft.Quote::field, (first, second) -> first));
  }
}
