package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PatientReading;
import org.planlock.syntax.PlanReader;

/**
 * Every mistake in a text at once, of whatever stage: what cannot be read or bound is left out, and
 * the rest is checked. What only follows from the part that was left out is not told.
 */
public final class PlanSurvey {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  /** Something is lacking, or has another form: both happen where a part could not be read. */
  private static final Set<Rule> OF_STRUCTURE =
      EnumSet.of(Rule.MISSING_KEY, Rule.WRONG_SHAPE, Rule.UNREADABLE_PHRASE);

  /** Found because something else is not there. */
  private static final Set<Rule> OF_ABSENCE =
      EnumSet.of(
          Rule.TERM_NOT_PREPARED,
          Rule.INTERACTION_WITHOUT_PARENTS,
          Rule.UNUSED_NAME,
          Rule.UNPENALISED_TOO_MANY_TERMS,
          Rule.NO_SCALING,
          Rule.LEVELS_NEVER_CODED,
          Rule.LAMBDA_MAX_MISSING,
          Rule.FAMILY_OF_ONE,
          Rule.P_VALUE_WITHOUT_NULL,
          Rule.NO_MULTIPLICITY,
          Rule.SEALED_WITHOUT_RELEASE,
          Rule.VARIANT_CHANGES_NOTHING,
          Rule.RESIDUAL_WITHOUT_STEP,
          Rule.SCORE_WITHOUT_MEANING,
          Rule.SESSION_MISSING,
          Rule.UNIT_MISSING,
          Rule.NOT_NESTED);

  private final PatientReading reading;
  private final List<Span> lost;
  private final Set<String> lostWords;

  private PlanSurvey(PatientReading reading, List<Span> lost) {
    this.reading = reading;
    this.lost = lost;
    this.lostWords = new HashSet<>();
    lost.forEach(
        span -> WORD.matcher(span.text()).results().forEach(w -> lostWords.add(w.group())));
  }

  /** All findings in a text of one notation, in reading order. */
  public static List<Diagnostic> of(PlanReader reader, SourceFile source) {
    var reading = PatientReading.of(reader, source);
    if (reading.tree().isEmpty()) {
      return reading.findings();
    }
    var pruned = PrunedPlan.of(reading.tree().get());
    var damaged = new PlanSurvey(reading, reading.lost());
    var all = new ArrayList<>(reading.lost());
    all.addAll(pruned.lost());
    var whole = new PlanSurvey(reading, all);
    var checked = pruned.bound().map(PlanChecks::all).orElse(List.of());
    return Stream.of(
            reading.findings().stream(),
            pruned.findings().stream().filter(damaged::isOfItsOwn),
            checked.stream().filter(whole::isOfItsOwn))
        .flatMap(found -> found)
        .distinct()
        .sorted(Diagnostic.READING_ORDER)
        .toList();
  }

  /** Whether it would be found too if everything could be read. */
  private boolean isOfItsOwn(Diagnostic finding) {
    if (lost.isEmpty()) {
      return true;
    }
    return !OF_ABSENCE.contains(finding.rule())
        && !(OF_STRUCTURE.contains(finding.rule())
            && lost.stream().anyMatch(s -> touches(s, finding)))
        && !isBehindAMistake(finding)
        && !isOfTheLostBeginning(finding)
        && !((speaksOfAName(finding) || finding.rule() == Rule.MISSING_KEY)
            && quotes(finding).anyMatch(lostWords::contains));
  }

  /** Whether a key of the whole plan may stand in what was lost before the rest. */
  private boolean isOfTheLostBeginning(Diagnostic finding) {
    return finding.rule() == Rule.MISSING_KEY
        && reading
            .tree()
            .flatMap(tree -> tree.entries().stream().findFirst())
            .map(first -> first.key().span().start())
            .filter(start -> start == finding.span().start())
            .filter(start -> lost.stream().anyMatch(span -> span.start() <= start))
            .isPresent();
  }

  private boolean isBehindAMistake(Diagnostic finding) {
    return reading.findings().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::span)
        .anyMatch(
            wrong ->
                finding.span().file().length() > 0
                    && wrong.file().length() > 0
                    && wrong.line() == finding.span().line()
                    && finding.span().end() > wrong.start());
  }

  private static boolean touches(Span lost, Diagnostic finding) {
    return finding.span().start() < lost.end() && lost.start() <= finding.span().end();
  }

  private static boolean speaksOfAName(Diagnostic finding) {
    return finding.rule().name().startsWith("UNKNOWN_")
        || finding.rule().name().startsWith("STEP_OF_UNKNOWN");
  }

  private static Stream<String> quotes(Diagnostic finding) {
    return QUOTED.matcher(finding.message()).results().limit(1).map(match -> match.group(1));
  }
}
