package org.planlock.execution.script;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.syntax.SyntaxException;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;

/**
 * What Groovy throws, as people read it.
 *
 * @param columns that the tables have; none before they are read
 */
record ScriptFailures(ScriptPlaces places, List<String> columns) {
  /** Groovy's words where a call fits none of the calls of its name. */
  private static final Pattern SEVERAL = Pattern.compile("Could not find which method (\\w+)\\(");

  /** What the compiler found. */
  List<Diagnostic> of(MultipleCompilationErrorsException wrong) {
    var found = new ArrayList<Diagnostic>();
    for (Message message : wrong.getErrorCollector().getErrors()) {
      if (message instanceof SyntaxErrorMessage syntax) {
        found.add(of(syntax.getCause()));
      }
    }
    return found.isEmpty() ? List.of(unreadable()) : found;
  }

  private Diagnostic of(SyntaxException wrong) {
    var place =
        places.at(
            wrong.getStartLine(), wrong.getStartColumn(), wrong.getEndLine(), wrong.getEndColumn());
    var said = wrong.getOriginalMessage().strip().lines().findFirst().orElse("");
    return Diagnostic.at(place, Rule.SCRIPT_UNREADABLE, "this is no Groovy: " + said)
        .note("nothing was read or recorded");
  }

  Diagnostic unreadable() {
    return Diagnostic.at(
            places.at(1, 1, 0, 0), Rule.SCRIPT_UNREADABLE, "Groovy cannot read this script")
        .help("it may be nested too deeply");
  }

  /** What ended a script while it ran. */
  StoppedException stopped(Throwable wrong) {
    if (wrong instanceof InvokerInvocationException && wrong.getCause() != null) {
      return stopped(wrong.getCause());
    }
    if (wrong instanceof StoppedException stopped) {
      return stopped;
    }
    return new StoppedException(List.of(diagnostic(wrong)));
  }

  private Diagnostic diagnostic(Throwable wrong) {
    if (wrong instanceof MissingPropertyException property) {
      return unknown(property);
    }
    if (wrong instanceof MissingMethodException method) {
      return unknown(method);
    }
    var several = SEVERAL.matcher(String.valueOf(wrong.getMessage()));
    return several.lookingAt() ? miscalled(several.group(1), "", wrong) : failed(wrong);
  }

  private Diagnostic unknown(MissingPropertyException wrong) {
    var name = wrong.getProperty();
    var place = places.of(wrong, name);
    if (RowWords.class.equals(wrong.getType())) {
      return new ColumnNames(columns).unknownAt(name, place);
    }
    var found = Diagnostic.at(place, Rule.UNKNOWN_WORD, "`" + name + "` means nothing here");
    return Nearest.to(name, AnalysisWords.words())
        .map(near -> found.help("did you mean `" + near + "`?"))
        .orElseGet(() -> found.help("texts stand in quotes: `'" + name + "'`"));
  }

  private Diagnostic unknown(MissingMethodException wrong) {
    var name = wrong.getMethod();
    if (AnalysisWords.CALLS.contains(name)) {
      return miscalled(name, given(wrong), wrong);
    }
    var found =
        Diagnostic.at(
            places.of(wrong, name),
            Rule.UNKNOWN_WORD,
            "there is nothing that is called `" + name + "`");
    return Nearest.to(name, AnalysisWords.CALLS)
        .map(near -> found.help("did you mean `" + near + "`?"))
        .orElse(found);
  }

  private Diagnostic miscalled(String name, String given, Throwable wrong) {
    var found =
        Diagnostic.at(
            places.of(wrong, name),
            Rule.WRONG_ARGUMENTS,
            "`" + name + "` cannot be called in this way");
    return (given.isEmpty() ? found : found.note("given: " + given)).help(usage(name));
  }

  private static String given(MissingMethodException wrong) {
    var kinds = new ArrayList<String>();
    for (var argument : wrong.getArguments()) {
      kinds.add(
          argument == null
              ? "nothing"
              : argument instanceof groovy.lang.Closure ? "{ … }" : argument.toString());
    }
    return kinds.isEmpty() ? "nothing" : String.join(", ", kinds);
  }

  private static String usage(String name) {
    return switch (name) {
      case "sample" -> "write `sample()` or `sample { exclude { … } because 'why' }`";
      case "exclude" -> "write `exclude { column > 1 } because 'why'`";
      case "because" -> "write `exclude { … } because 'why'`";
      case "leaveOut" -> "write `leaveOut 'sub-01' because 'why'`";
      case "step" -> "write `step 1` or `step 'preparation', 1`";
      case "fit" -> "write `fit 'model'` or `fit 'name', extending: 'model', { l1Ratio 1.0 }`";
      case "skip" -> "write `skip 'models.name', because: 'why'`";
      case "deviate" -> "write `deviate 'path', reason: 'why', timing: after_results`";
      default -> "write `" + name + "` as the README shows";
    };
  }

  private Diagnostic failed(Throwable wrong) {
    var said = wrong.getMessage() == null ? "" : wrong.getMessage().lines().findFirst().orElse("");
    var kind = wrong.getClass().getSimpleName();
    return Diagnostic.at(
            places.of(wrong, ""),
            Rule.SCRIPT_FAILED,
            "the script failed: " + kind + (said.isEmpty() ? "" : ": " + said))
        .note("an analysis that fails has no results; nothing of it was kept");
  }
}
