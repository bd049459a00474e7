package org.planlock.deviation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Rule;

/**
 * Puts consequences under their cause, so that one change is counted once.
 *
 * <p>What differs because a set, a variable or a rule was changed as a whole is told at that set,
 * variable or rule; a changed value that a more specific finding already shows is not told again.
 */
final class Causes {
  private static final Set<Rule> GENERAL =
      Set.of(
          Rule.CHANGED_SETTING,
          Rule.CHANGED_FORMULA,
          Rule.CHANGED_VISIT,
          Rule.CHANGED_THRESHOLD,
          Rule.CHANGED_MEASURES,
          Rule.CHANGED_IMPUTATION,
          Rule.CHANGED_CODING,
          Rule.CHANGED_RETENTION,
          Rule.CHANGED_MULTIPLICITY,
          Rule.CHANGED_SCORE,
          Rule.BRANCH_WITHOUT_CONDITION,
          Rule.CHANGED_HYPOTHESIS,
          Rule.SEED_NOT_FROM_LOCK,
          Rule.OPEN_FIELD_COMPLETED);

  private static final List<String> SHARED = List.of("penalty", "validate", "select");

  private final Evidence evidence;

  Causes(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Deviation> of(List<Deviation> found) {
    Map<String, Deviation> byPlace = new LinkedHashMap<>();
    Map<String, Deviation> byCause = new LinkedHashMap<>();
    for (var deviation : found.stream().filter(d -> !isGeneral(d)).toList()) {
      var placed = atItsCause(deviation);
      if (placed.path().equals(deviation.path())) {
        byPlace.merge(place(placed), placed, Causes::following);
      } else {
        byCause.merge(placed.path(), placed, Causes::ofOneCause);
      }
    }
    byCause.forEach((path, moved) -> byPlace.merge(place(moved), moved, Causes::following));
    for (var deviation : found.stream().filter(this::isGeneral).toList()) {
      if (byPlace.values().stream().noneMatch(specific -> shows(specific, deviation))) {
        byPlace.putIfAbsent(place(deviation), deviation);
      }
    }
    return underTheirSelection(new ArrayList<>(byPlace.values()));
  }

  /**
   * A verdict on the error of a penalty that was not chosen as registered follows from that, if it
   * is the one that its own values give.
   */
  private List<Deviation> underTheirSelection(List<Deviation> found) {
    for (var verdict : found.stream().filter(this::isVerdict).toList()) {
      var models = modelsOf(verdict);
      found.stream()
          .filter(d -> d.rule() == Rule.CHANGED_SELECTION)
          .filter(d -> d.modelName().filter(models::contains).isPresent())
          .findFirst()
          .ifPresent(
              selection -> {
                found.set(found.indexOf(selection), selection.followedBy(verdict));
                found.remove(verdict);
              });
    }
    return found;
  }

  private boolean isVerdict(Deviation deviation) {
    return deviation.rule() == Rule.CHANGED_HYPOTHESIS && !isGeneral(deviation);
  }

  private Set<String> modelsOf(Deviation verdict) {
    return evidence.plan().hypotheses().orElse(List.of()).stream()
        .filter(one -> PlanPaths.join("hypotheses", one.id()).equals(verdict.path()))
        .filter(one -> ChangedVerdict.isAsItsValues(one, evidence))
        .findFirst()
        .map(one -> Labels.models(one, evidence))
        .orElse(Set.of());
  }

  private static String place(Deviation deviation) {
    return deviation.rule().code()
        + " "
        + deviation.path()
        + " "
        + deviation.participant().orElse("")
        + (deviation.rule() == Rule.UNEQUAL_ROWS ? deviation.modelName().orElse("") : "");
  }

  private boolean isGeneral(Deviation deviation) {
    return GENERAL.contains(deviation.rule()) && used(deviation).isPresent();
  }

  private Optional<UsedValue> used(Deviation deviation) {
    return evidence.usedValues().all().stream()
        .filter(value -> value.path().equals(deviation.path()))
        .findFirst();
  }

  private boolean shows(Deviation specific, Deviation general) {
    return used(general)
        .filter(value -> value.touches(specific.path()) || isShared(value, specific.path()))
        .isPresent();
  }

  /** A penalty or validation that models share stands in each of them. */
  private boolean isShared(UsedValue value, String path) {
    return SHARED.stream().anyMatch(value::isWithin)
        && evidence.modelsByName().keySet().stream()
            .map(PlanPaths::model)
            .filter(model -> PlanPaths.within(path, model) && path.length() > model.length())
            .anyMatch(model -> value.touches(path.substring(model.length() + 1)));
  }

  /** Of several findings that follow from one change, the one of the kind of its place is told. */
  private static Deviation ofOneCause(Deviation first, Deviation second) {
    boolean isUsual =
        FieldCheck.at(first.path()).stream()
            .flatMap(check -> check.kinds().stream())
            .anyMatch(kind -> kind.rules().contains(second.rule()));
    return isUsual && first.rule() != second.rule()
        ? second.followedBy(first)
        : first.followedBy(second);
  }

  private static Deviation following(Deviation first, Deviation second) {
    return first.followedBy(second);
  }

  /** The finding where the analysis says that it changed what the finding follows from. */
  private Deviation atItsCause(Deviation deviation) {
    var changes = evidence.usedValues().changes();
    if (changes.stream().anyMatch(used -> used.touches(deviation.path()))) {
      return deviation;
    }
    return sources(deviation).stream()
        .flatMap(source -> changes.stream().filter(used -> used.isWithin(source)).limit(1))
        .findFirst()
        .map(used -> deviation.movedTo(used.path()))
        .orElse(deviation);
  }

  private List<String> sources(Deviation deviation) {
    return switch (deviation.rule()) {
      case CHANGED_TERMS -> termSources(deviation);
      case CHANGED_OUTCOME -> List.of("variables");
      case CHANGED_ANALYSIS_SET, UNEQUAL_ROWS ->
          List.of("sample.rows", "sample.order", "sample.rules");
      case EXTRA_EXCLUSION -> List.of("sample.rows", "sample.rules");
      case CHANGED_PREPARATION, CHANGED_IMPUTATION -> List.of("sets", "prepare");
      case CHANGED_CODING ->
          List.of("sets", "prepare", deviation.path().replaceAll("\\.code$", ""));
      default -> List.of();
    };
  }

  private List<String> termSources(Deviation deviation) {
    var sources = new ArrayList<String>();
    deviation
        .modelName()
        .map(evidence.modelsByName()::get)
        .ifPresent(
            spec ->
                evidence.terms().chain(spec).stream()
                    .map(parent -> PlanPaths.model(parent.name()))
                    .forEach(
                        model -> {
                          sources.add(model + ".terms");
                          sources.add(model + ".add");
                          sources.add(model + ".extends");
                        }));
    sources.add("sets");
    sources.add("prepare");
    return sources;
  }
}
