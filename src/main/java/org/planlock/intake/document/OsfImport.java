package org.planlock.intake.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.intake.Branch;
import org.planlock.intake.json.JsonValue;
import org.planlock.syntax.PlanNode;

/**
 * Answers of an OSF registration, as the API gives them ({@code registration_responses}, or {@code
 * registered_meta} of older ones), with the questions of the form "OSF Preregistration", versions 2
 * and 3. The form's choices and prose stay sentences: nothing is read out of them.
 */
record OsfImport(Takings takings) implements DocumentImport {
  private static final List<String> PLACES =
      List.of("registration_responses", "registration_metadata", "registered_meta");
  private static final int ENOUGH_QUESTIONS = 3;
  private static final int LONGEST_RULE = 400;

  /** Where attributes may be, from outside to inside. */
  private static Stream<Answers> candidates(JsonValue document) {
    var data = document.get("data");
    var only = data.filter(it -> it.items().size() == 1).map(it -> it.items().get(0));
    return Stream.of(
            Optional.of(new Answers("", document)),
            document.get("attributes").map(it -> new Answers("attributes", it)),
            data.map(it -> new Answers("data", it)),
            data.flatMap(it -> it.get("attributes")).map(it -> new Answers("data.attributes", it)),
            only.flatMap(it -> it.get("attributes"))
                .map(it -> new Answers("data[0].attributes", it)))
        .flatMap(Optional::stream);
  }

  private record Answers(String place, JsonValue value) {}

  private static Optional<Answers> answers(Answers attributes) {
    return PLACES.stream()
        .filter(name -> attributes.value().get(name).filter(it -> !it.isEmpty()).isPresent())
        .map(
            name ->
                new Answers(
                    Takings.join(attributes.place(), name),
                    attributes.value().get(name).orElseThrow()))
        .findFirst();
  }

  /** Whether a document holds answers, or looks like answers by the names of its questions. */
  static boolean looksLikeOne(JsonValue document) {
    return candidates(document).anyMatch(it -> answers(it).isPresent()) || isBare(document);
  }

  private static boolean isBare(JsonValue document) {
    return document.fields().keySet().stream().filter(OsfQuestions::isQuestion).count()
        >= ENOUGH_QUESTIONS;
  }

  @Override
  public PlanNode.Mapping take(JsonValue document, String id) {
    var attributes =
        candidates(document)
            .filter(it -> answers(it).isPresent())
            .findFirst()
            .orElseGet(() -> new Answers("", document));
    var answers =
        answers(attributes)
            .orElseGet(() -> new Answers("", isBare(document) ? document : nothing(document)));
    var said = said(answers);
    var form = attributes.value().get("registration_supplement").flatMap(JsonValue::text);
    var questions = OsfQuestions.of(form, said.keySet());
    var plan = Branch.at(document.span()).put("id", id);
    title(attributes, said, questions).ifPresent(it -> plan.put("title", it));
    var sample = Branch.at(document.span());
    said.forEach(
        (question, answer) -> {
          var topic = questions.topic(question);
          if (topic.equals("Stopping rule") && isOneSentence(answer)) {
            sample.put(
                "stop",
                takings.carry(Takings.join(answers.place(), question), "sample.stop", answer));
          } else if (!topic.equals("Title")) {
            takings.leave(
                questions.field(question), Takings.join(answers.place(), question), topic, answer);
          }
        });
    for (var name : List.of("description", "registration_supplement", "date_registered")) {
      attributes
          .value()
          .get(name)
          .ifPresent(it -> takings.leave("", Takings.join(attributes.place(), name), name, it));
    }
    return Branch.at(document.span())
        .put("planlock", "1")
        .put("plan", plan)
        .put("sample", sample)
        .node();
  }

  private static JsonValue nothing(JsonValue document) {
    return new JsonValue.Nothing(document.span());
  }

  private Optional<String> title(
      Answers attributes, Map<String, String> said, OsfQuestions questions) {
    var title =
        takings.text(attributes.value(), "title", Takings.join(attributes.place(), "title"));
    var asked =
        said.keySet().stream().filter(it -> questions.topic(it).equals("Title")).findFirst();
    if (title.isPresent()) {
      takings.carry(Takings.join(attributes.place(), "title"), "plan.title", title.get());
      asked
          .filter(it -> !title.get().equals(said.get(it)))
          .ifPresent(it -> takings.leave("", it, "Title", String.valueOf(said.get(it))));
      return title;
    }
    return asked.map(it -> takings.carry(it, "plan.title", String.valueOf(said.get(it))));
  }

  /** Each question with its answer as one text; what is not answered is not there. */
  private Map<String, String> said(Answers answers) {
    Map<String, String> said = new LinkedHashMap<>();
    if (!(answers.value() instanceof JsonValue.Fields) && !answers.value().isEmpty()) {
      takings.leave("", answers.place(), "answers", answers.value());
    }
    answers.value().fields().forEach((question, answer) -> collect(question, answer, said, 0));
    return said;
  }

  /** Older registrations hold answers as {@code {"value": …}}, and some of these hold parts. */
  private void collect(String question, JsonValue answer, Map<String, String> said, int depth) {
    var value = answer.get("value");
    if (value.isPresent()) {
      collect(question, value.get(), said, depth + 1);
      answer
          .get("comments")
          .ifPresent(it -> takings.leave("", question + ".comments", "comments", it));
    } else if (answer instanceof JsonValue.Fields parts && depth < 8) {
      parts.values().forEach((part, it) -> collect(question + "." + part, it, said, depth + 1));
    } else {
      var text = text(answer);
      if (!text.isBlank()) {
        said.put(question, text);
      }
    }
  }

  /** A text, the choices that are ticked, or the names of files. */
  private static String text(JsonValue answer) {
    if (answer instanceof JsonValue.Items choices) {
      return choices.items().stream()
          .map(
              it ->
                  it.scalar()
                      .or(() -> it.get("file_name").flatMap(JsonValue::text))
                      .orElseGet(() -> Takings.oneLine(it)))
          .collect(Collectors.joining("\n"));
    }
    return answer.isEmpty() ? "" : answer.scalar().orElseGet(() -> Takings.oneLine(answer));
  }

  private static boolean isOneSentence(String answer) {
    return answer.length() <= LONGEST_RULE && answer.strip().indexOf('\n') < 0;
  }
}
