package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.FixedInput;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds other regions, masks or measures than the registered ones. */
final class ChangedMeasures implements SettingKind {
  private static final List<FieldCheck> FIELDS = List.of(FieldCheck.D1, FieldCheck.D5);
  private static final List<FieldPlace> PLACES =
      Stream.of("measures", "data.tables.spread").map(FieldPlace::written).toList();

  @Override
  public Rule rule() {
    return Rule.CHANGED_MEASURES;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "of many regions and measures one can always be found that fits";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    var fields = FieldCheck.at(used.path());
    return FIELDS.stream().anyMatch(fields::contains)
        || PLACES.stream().anyMatch(FieldPlace.of(used.path())::isWithin)
        || VariableChange.of(used, evidence).filter(rule()::equals).isPresent();
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var locked = evidence.lock().map(lock -> lock.statement().files()).orElse(List.of());
    var masks =
        locked.isEmpty()
            ? Stream.<Finding>empty()
            : evidence.trace().ofType(TraceEvents.REGION).stream()
                .flatMap(event -> mask(event, locked).stream());
    return Stream.concat(masks, SettingKind.super.detect(evidence));
  }

  /** The file that defined a region must be one that was hashed at the lock, byte for byte. */
  private static Optional<Finding> mask(TraceEvent event, List<FixedInput> locked) {
    var file = event.text("file").orElse("");
    var used = event.text("sha256");
    if (used.isEmpty()) {
      return Optional.of(new Gap(path(event), "the `sha256` in the event `region`"));
    }
    var named = locked.stream().filter(input -> input.path().equals(file)).findFirst();
    boolean isLocked =
        (named.isPresent() ? named.stream() : locked.stream())
            .anyMatch(input -> hex(input).equals(used.get()));
    return isLocked ? Optional.empty() : Optional.of(otherMask(event, file, named, used.get()));
  }

  private static Finding otherMask(
      TraceEvent event, String file, Optional<FixedInput> named, String used) {
    return Deviation.of(
            Rule.CHANGED_MEASURES,
            path(event),
            DeviationSeverity.S4,
            named.isPresent()
                ? "`" + file + "` is not the file that was locked"
                : "`" + file + "` is no file that was locked")
        .values(
            named.map(input -> TraceValue.of("sha256:" + hex(input))).orElse(TraceValue.missing()),
            TraceValue.of("sha256:" + used))
        .at(event)
        .note("another mask is another region, whatever it is called")
        .help("measure with the locked file");
  }

  private static String path(TraceEvent event) {
    return event.text("region").map(region -> PlanPaths.join("rois", region)).orElse("rois");
  }

  private static String hex(FixedInput input) {
    return input.fingerprint().sha256().hex();
  }
}
