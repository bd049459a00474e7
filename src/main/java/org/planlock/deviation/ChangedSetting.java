package org.planlock.deviation;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds values that the analysis says it used and that differ from the plan, of any kind. */
final class ChangedSetting implements DeviationDetector {
  private static final Pattern PASSES = Pattern.compile("(.+\\.penalty)\\.passes(\\..+)?");

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.usedValues().changes().stream()
        .filter(used -> kinds().noneMatch(kind -> kind.concerns(used, evidence)))
        .filter(used -> !followsFromSolve(used, evidence))
        .map(used -> deviation(used, Rule.CHANGED_SETTING, floor(used), evidence));
  }

  private static Stream<SettingKind> kinds() {
    return DeviationDetectors.ALL.stream()
        .filter(SettingKind.class::isInstance)
        .map(SettingKind.class::cast);
  }

  /** When glmnet's passes end is said only where they are made; it comes and goes with them. */
  private static boolean followsFromSolve(UsedValue used, Evidence evidence) {
    var passes = PASSES.matcher(used.path());
    return passes.matches()
        && evidence.paths().planned(used.path()) instanceof TraceValue.Missing
        && evidence.usedValues().changes().stream()
            .anyMatch(other -> other.touches(passes.group(1) + ".solve"));
  }

  static Deviation deviation(
      UsedValue used, Rule rule, DeviationSeverity floor, Evidence evidence) {
    var planned = evidence.paths().planned(used.path());
    return Deviation.of(
            rule,
            used.path(),
            floor,
            "`"
                + used.path()
                + "` was "
                + ValueText.of(used.value())
                + ", registered was "
                + ValueText.of(planned))
        .values(planned, used.value())
        .at(used.event())
        .note("a value that was fixed beforehand cannot follow the result")
        .help("execute the plan as locked");
  }

  private static DeviationSeverity floor(UsedValue used) {
    if (used.isWithin("plan") || used.isWithin("govern")) {
      return DeviationSeverity.S0;
    }
    return used.isWithin("compute") ? DeviationSeverity.S2 : DeviationSeverity.S3;
  }
}
