package org.planlock.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.planlock.Planlock;
import org.planlock.report.Visible;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line about a wrong command or a fault of the program itself. */
final class Complaints {
  private static final Pattern WORDS =
      Pattern.compile("one of \\[([A-Z, ]+)\\] \\(case-insensitive\\)");

  private final PrintStream err;

  Complaints(PrintStream err) {
    this.err = err;
  }

  /** A command that cannot be understood. */
  int misused(ParameterException wrong) {
    var command = wrong.getCommandLine();
    say(message(wrong));
    say("try `" + command.getCommandSpec().qualifiedName() + " --help`");
    return ExitCode.USAGE;
  }

  /** A fault of the program; the id is the same wherever the same fault happens. */
  int internal(Throwable failure, boolean isDebugging) {
    say(
        "internal error "
            + id(failure)
            + " in version "
            + Planlock.VERSION
            + ": a fault of this program; please report it with what `--debug` shows");
    if (isDebugging) {
      failure.printStackTrace(err);
    }
    return ExitCode.INTERNAL;
  }

  int outOfMemory(Throwable failure, boolean isDebugging) {
    if (failure instanceof StackOverflowError) {
      return internal(failure, isDebugging);
    }
    say("not enough memory; close other programs, or give Java more with JAVA_TOOL_OPTIONS=-Xmx4g");
    return ExitCode.ENVIRONMENT;
  }

  private void say(String line) {
    err.print("plan: " + Visible.text(line) + "\n");
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      var near = nearest(unmatched.getSuggestions());
      return "there is no `" + String.join(" ", unmatched.getUnmatched()) + "` here" + near;
    }
    var text = wrong.getMessage() == null ? "wrong command" : wrong.getMessage();
    var plain =
        WORDS
            .matcher(text)
            .replaceFirst(found -> "one of " + found.group(1).toLowerCase(Locale.ROOT));
    return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1).replace('\'', '`');
  }

  private static String nearest(List<String> suggestions) {
    return suggestions.isEmpty() ? "" : "; did you mean `" + suggestions.get(0) + "`?";
  }

  private static String id(Throwable failure) {
    var crc = new CRC32();
    crc.update(failure.getClass().getName().getBytes(StandardCharsets.UTF_8));
    for (var frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("org.planlock.")) {
        var place = frame.getClassName() + frame.getMethodName() + frame.getLineNumber();
        crc.update(place.getBytes(StandardCharsets.UTF_8));
        break;
      }
    }
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
