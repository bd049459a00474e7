package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.table.Wishes;
import org.planlock.report.Visible;
import org.planlock.source.Span;

/**
 * The few questions with which a plan begins. Each may be left empty: then what it asks for stays
 * open. No answer is suggested that would be a choice of the researcher.
 */
final class PlanQuestions {
  private final Surroundings surroundings;
  private boolean isOver;

  PlanQuestions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What is known when the questions are answered.
   *
   * @param data as typed; empty: no tables are looked at
   */
  record Answered(Wishes wishes, Optional<String> data, Optional<String> notation) {}

  /** Asks for what the command line does not say; fails if the answers break off. */
  Checked<Answered> complete(Answered known) {
    surroundings.err().print("Enter leaves a question open; nothing is written before the last.\n");
    var wishes = known.wishes();
    var id = ask("name of the plan", wishes.id()).orElse(wishes.id());
    var title = or(wishes.title(), "title, one sentence", "");
    var data = or(known.data(), "folder or table with the data", folder());
    var outcome = or(wishes.outcome(), "column of the outcome", "");
    var group = or(wishes.group(), "column of the arms", "");
    var predictors =
        wishes.predictors().isEmpty() ? names("columns that explain it") : wishes.predictors();
    var notation = or(known.notation(), "notation, plan or yaml", "plan");
    if (isOver) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none("plan new"), Rule.QUESTION_NOT_ANSWERED, "the answers ended too early")
              .note("nothing was written")
              .help("say it in the command line: `plan new --help` lists what can be said"));
    }
    return Checked.of(
        new Answered(
            new Wishes(id, title, wishes.participant(), outcome, group, predictors),
            data,
            notation));
  }

  private Optional<String> or(Optional<String> known, String question, String usual) {
    return known.or(() -> ask(question, usual));
  }

  private List<String> names(String question) {
    var names = new ArrayList<String>();
    ask(question + ", with commas between", "")
        .ifPresent(
            line ->
                Stream.of(line.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add));
    return names;
  }

  /** What is usual: a folder in which a table of participants lies. */
  private String folder() {
    return Files.isRegularFile(surroundings.file(DataFolder.PARTICIPANTS)) ? "." : "";
  }

  private Optional<String> ask(String question, String usual) {
    if (isOver) {
      return Optional.empty();
    }
    surroundings
        .err()
        .print(question + (usual.isEmpty() ? "" : " [" + Visible.text(usual) + "]") + ": ");
    surroundings.err().flush();
    try {
      var line = surroundings.in().readLine();
      if (line == null) {
        surroundings.err().print("\n");
        isOver = true;
        return Optional.empty();
      }
      return Optional.of(line.isBlank() ? usual : line.strip()).filter(it -> !it.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
