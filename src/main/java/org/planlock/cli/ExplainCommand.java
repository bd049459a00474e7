package org.planlock.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.report.RulePage;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a code that messages show. */
@Command(
    name = "explain",
    description = {
      "Explain a finding by its code, such as P203; a field of a complete plan, such as H3; or a kind"
          + " of deviation, such as V-C1."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "CODE",
      description = "the code in brackets, such as X512; a field; a kind")
  private String code = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var wanted = code.toUpperCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    var page =
        Arrays.stream(Rule.values())
            .filter(one -> one.code().equals(wanted))
            .findFirst()
            .map(rule -> RulePage.of(rule).orElseGet(() -> summary(rule)))
            .or(() -> ExplainedField.field(wanted))
            .or(() -> ExplainedField.kind(wanted));
    if (page.isEmpty()) {
      return screen.stop(List.of(unknown(wanted)));
    }
    screen.print(page.get());
    return ExitCode.HOLDS;
  }

  private static String summary(Rule rule) {
    var title = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return rule.code() + ": " + title + "\n\n" + weight(rule.severity()) + "\n" + family(rule);
  }

  private static String weight(Severity severity) {
    return switch (severity) {
      case ERROR -> "An error: what found it stops there.";
      case WARNING -> "A warning: it does not stop anything, but look at it.";
      case NOTE -> "A note: for your information.";
    };
  }

  private static String family(Rule rule) {
    return switch (rule.code().charAt(0)) {
      case 'S' -> "Found while reading the text of a plan.\n";
      case 'P' -> "Found in what a plan says.\n";
      case 'L' -> "Found while proving a lock.\n";
      case 'D' -> "Found in data, in files, or while preparing and fitting.\n";
      case 'X' -> "A deviation: what was done is not what was planned.\n";
      default -> "About the command itself.\n";
    };
  }

  private static Diagnostic unknown(String wanted) {
    var codes =
        Stream.concat(Arrays.stream(Rule.values()).map(Rule::code), ExplainedField.codes())
            .toList();
    var finding =
        Diagnostic.at(
            Span.none("explain " + wanted), Rule.UNKNOWN_CODE, "there is no code `" + wanted + "`");
    return Nearest.to(wanted, codes)
        .map(near -> finding.help("did you mean `" + near + "`?"))
        .orElseGet(() -> finding.help("codes stand in brackets after `error` or `warning`"));
  }
}
