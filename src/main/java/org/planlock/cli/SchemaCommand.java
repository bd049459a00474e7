package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Hands out the JSON Schema of a kind of file, for editors and for programs that write one. */
@Command(
    addMethodSubcommands = false,
    name = "schema",
    description = {
      "Print the JSON Schema of a kind of file; without a word that of plans in YAML.",
      "Editors complete and check by it: put it beside the plan, whose first line then says",
      "# yaml-language-server: $$schema=plan.schema.json"
    },
    sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
  /** The kinds of files that have a schema. */
  enum Kind {
    PLAN,
    TRACE,
    RESULTS,
    DEVIATIONS,
    LOCK
  }

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "plan|trace|results|deviations|lock",
      arity = "0..1",
      description = "the kind of file")
  private Kind kind = Kind.PLAN;

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    screenOptions.screen(surroundings).print(schema(kind));
    return ExitCode.HOLDS;
  }

  static byte[] schema(Kind kind) {
    var name = "/org/planlock/schema/" + ScreenOptions.lower(kind) + ".schema.json";
    try (var file = Rule.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program has lost " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
