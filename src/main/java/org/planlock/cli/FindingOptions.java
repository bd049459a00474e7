package org.planlock.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command whose output is findings in a text. */
final class FindingOptions {
  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|github",
      description =
          "for people (text), for programs (json), for editors and code scanners (sarif), or as"
              + " annotations of a workflow on GitHub (github)")
  private FindingFormat format = FindingFormat.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  Screen screen(Surroundings surroundings) {
    return common.screen(surroundings, format);
  }
}
