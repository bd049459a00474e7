package org.planlock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.PlanSetting;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.source.Span;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a person does otherwise than the plan says, each on the record. */
final class Interventions {
  private static final String REHEARSAL = "blind: the labels were dealt anew";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @SuppressWarnings("unused") // read in the order typed, by Reasons
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "execute with another value of the plan; a deviation")
  private List<String> set = List.of();

  @SuppressWarnings("unused") // read in the order typed, by Reasons
  @Option(
      names = "--choose",
      paramLabel = "PATH=VALUE",
      description = "decide something that the plan leaves open")
  private List<String> choose = List.of();

  @SuppressWarnings("unused") // read in the order typed, by Reasons
  @Option(
      names = "--exclude",
      paramLabel = "ID",
      description = "leave out a participant; needs --because after it; a deviation")
  private List<String> exclude = List.of();

  @SuppressWarnings("unused") // read in the order typed, by Reasons
  @Option(
      names = "--accept",
      paramLabel = "COLUMN",
      description = "go on although values break the data contract; needs --because after it")
  private List<String> accept = List.of();

  @SuppressWarnings("unused") // read in the order typed, by Reasons
  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "the reason for the option before it")
  private List<String> because = List.of();

  @Option(
      names = "--early",
      paramLabel = "REASON",
      description = "execute before the sample size is reached; a deviation")
  private Optional<String> early = Optional.empty();

  /** The values of the plan that are given anew. */
  Checked<List<PlanSetting>> settings() {
    var settings = new ArrayList<PlanSetting>();
    var found = new ArrayList<Diagnostic>();
    for (var given : typed().given()) {
      if (given.option().equals("--set") || given.option().equals("--choose")) {
        int cut = given.value().indexOf('=');
        if (cut < 1) {
          found.add(malformed(given));
        } else {
          settings.add(
              new PlanSetting(
                  given.value().substring(0, cut).strip(),
                  given.value().substring(cut + 1).strip(),
                  given.because(),
                  given.option().equals("--choose")));
        }
      }
    }
    return found.isEmpty() ? Checked.of(settings) : Checked.failed(found);
  }

  /** Who is left out and why, and why it is early; a rehearsal always may be. */
  Checked<SampleRequest> sample(boolean isBlind) {
    var why = early.or(() -> isBlind ? Optional.of(REHEARSAL) : Optional.empty());
    return reasoned("--exclude").map(excluded -> new SampleRequest(excluded, why));
  }

  /** The columns that are accepted, each with the reason. */
  Checked<Map<String, String>> accepted() {
    return reasoned("--accept");
  }

  private Checked<Map<String, String>> reasoned(String option) {
    var reasons = new LinkedHashMap<String, String>();
    var found = new ArrayList<Diagnostic>();
    for (var given : typed().of(option)) {
      given
          .because()
          .filter(reason -> !reason.isBlank())
          .ifPresentOrElse(
              reason -> reasons.put(given.value(), reason), () -> found.add(unreasoned(given)));
    }
    return found.isEmpty() ? Checked.of(reasons) : Checked.failed(found);
  }

  private Reasons typed() {
    return Reasons.of(spec.commandLine().getParseResult().originalArgs());
  }

  private static Diagnostic unreasoned(Reasons.Given given) {
    var typed = given.option() + " " + given.value();
    return Diagnostic.at(Span.none(typed), Rule.REASON_WANTED, "`" + typed + "` gives no reason")
        .note("what is done otherwise than planned can only be judged with its reason")
        .help("write `" + typed + " --because \"…\"`");
  }

  private static Diagnostic malformed(Reasons.Given given) {
    var typed = given.option() + " " + given.value();
    return Diagnostic.at(
            Span.none(typed), Rule.MALFORMED_SETTING, "`" + typed + "` has no path and value")
        .help("write `" + given.option() + " models.m1.penalty.l1_ratio=1`");
  }
}
