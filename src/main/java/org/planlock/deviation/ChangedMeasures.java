package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.FixedInput;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

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
    var masks =
        evidence.trace().ofType(TraceEvents.REGION).stream()
            .flatMap(event -> mask(event, evidence).stream());
    return Stream.concat(masks, SettingKind.super.detect(evidence));
  }

  /** The file that defined a region must be the one that was hashed at the lock. */
  private static Optional<Finding> mask(TraceEvent event, Evidence evidence) {
    var file = event.text("file").orElse("");
    var used = event.text("sha256").orElse("");
    return evidence.lock().stream()
        .flatMap(lock -> lock.statement().files().stream())
        .filter(input -> input.path().equals(file))
        .map(FixedInput::fingerprint)
        .map(fingerprint -> fingerprint.sha256().hex())
        .filter(locked -> !locked.equals(used))
        .findFirst()
        .map(locked -> otherMask(event, file, locked, used));
  }

  private static Finding otherMask(TraceEvent event, String file, String locked, String used) {
    return Deviation.of(
            Rule.CHANGED_MEASURES,
            PlanPaths.join("rois", event.text("region").orElse(file)),
            DeviationSeverity.S4,
            "`" + file + "` is not the file that was locked")
        .values("sha256:" + locked, "sha256:" + used)
        .at(event)
        .note("another mask is another region, whatever it is called")
        .help("measure with the locked file");
  }
}
