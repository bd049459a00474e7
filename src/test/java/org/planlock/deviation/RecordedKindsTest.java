package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.FixedInput;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Pipelines, masks and branches, as an analysis may record them: X565, X566 and X577. */
final class RecordedKindsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  private static final SmallStudy PIPED =
      STUDY.planned(
          "  columns:\n    - {name: age",
          "  pipelines:\n"
              + "    - {name: motion, tool: fMRIPrep, version: \"== 23.1.4\","
              + " container: docker 23.1.4, options: unknown}\n"
              + "    - {name: old, tool: fMRIPrep, version: \"<= 20.2.7\","
              + " container: {not_applicable: none}, options: --fs-no-reconall}\n"
              + "  columns:\n    - {name: age");

  private static final SmallStudy BRANCHED =
      STUDY.planned(
          "exploratory:\n",
          "contingency: [{when: \"n > 5\", set: [{path: sample.order, value: file}]}]\nexploratory:\n");

  @ParameterizedTest(name = "{0} {1}, {2}, {3}: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "fMRIPrep | 23.1.4 | docker 23.1.4 | -                | ''",
        "fmriprep | v23.1.4 | docker 23.1.4 | --use-syn       | ''",
        "fmriprep | v23.1.4 | -            | --use-syn        |"
            + " gap data.pipelines.motion.container: the `container` in the event `pipeline`",
        "fMRIPrep | 20.2.1 | anything      | --fs-no-reconall | ''",
        "fMRIPrep | 23.2.0 | docker 23.1.4 | --fs-no-reconall |"
            + " X565 data.pipelines.motion.version S3: == 23.1.4 -> 23.2.0",
        "fMRIPrep | 23.1.4 | docker latest | --use-syn        |"
            + " X565 data.pipelines.motion.container S3: docker 23.1.4 -> docker latest",
        "fMRIPrep | 20.2.7 | docker 20.2.7 | --use-syn        |"
            + " X565 data.pipelines.old.options S3: --fs-no-reconall -> --use-syn",
        "HALFpipe | 1.2.2  | -             | -                |"
            + " X565 data.pipelines S3: [fMRIPrep] -> HALFpipe",
        "fMRIPrep | -      | docker 23.1.4 | -                |"
            + " gap data.pipelines.motion.version: the `version` in the event `pipeline`",
      })
  void aPipelineIsARegisteredOne(
      String tool, String version, String container, String options, String found) {
    var event = TraceEvent.of(TraceEvents.PIPELINE).with("tool", tool);
    event = version == null ? event : event.with("version", version);
    event = container == null ? event : event.with("container", container);
    event = options == null ? event : event.with("options", options);
    assertThat(PIPED.and(event).told()).isEqualTo(found);
  }

  @Test
  void aPipelineThatNothingDescribesIsAGap() {
    assertThat(PIPED.told())
        .isEqualTo(
            "gap data.pipelines.motion.version: the event `pipeline` of `fMRIPrep`, from the"
                + " dataset_description.json of what it made");
  }

  @Test
  void aPlanWithoutPipelinesSaysNothingOfThem() {
    var event = TraceEvent.of(TraceEvents.PIPELINE).with("tool", "fMRIPrep").with("version", "1");
    assertThat(STUDY.and(event).found()).isEmpty();
  }

  @Test
  void theFindingOfAPipelineSaysWhatAndWhere() {
    var event =
        TraceEvent.of(TraceEvents.PIPELINE).with("tool", "fMRIPrep").with("version", "22.0.0");
    var found = PIPED.and(event).report().deviations().get(0);
    assertThat(found.message())
        .isEqualTo(
            "`fMRIPrep` made the derived files with version `22.0.0`, registered was `== 23.1.4`");
    assertThat(found.line()).isPositive();
    assertThat(found.isHeldAgainst()).isTrue();
    assertThat(DeviationKind.of(found)).contains(DeviationKind.PIPELINE);
  }

  @Test
  void anotherVersionThatIsOnlySaidIsOneToo() {
    var said = PIPED.setting("data.pipelines.motion.version", TraceValue.of("== 22.0.0"));
    assertThat(said.told())
        .isEqualTo("X565 data.pipelines.motion.version S3: == 23.1.4 -> == 22.0.0");
  }

  @ParameterizedTest(name = "{0} with digest {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "masks/a.nii   | aa | ''",
        "masks/b.nii   | bb | ''",
        "./masks/a.nii | aa | ''",
        "masks/a.nii   | bb | X566 rois.vmPFC S4: sha256:aa -> sha256:bb",
        "masks/a.nii   | cc | X566 rois.vmPFC S4: sha256:aa -> sha256:cc",
        "masks/c.nii   | cc | X566 rois.vmPFC S4: nothing -> sha256:cc",
        "-             | cc | X566 rois.vmPFC S4: nothing -> sha256:cc",
        "masks/a.nii   | -  | gap rois.vmPFC: the `sha256` in the event `region`",
      })
  void aMaskIsALockedFile(String file, String digest, String found) {
    assertThat(SmallStudy.told(masked(region("vmPFC", file, digest)))).isEqualTo(found);
  }

  @Test
  void aMaskOfNoNameIsStillFound() {
    var nameless = region("vmPFC", "masks/c.nii", "cc").without("region");
    var found = masked(nameless).deviations().get(0);
    assertThat(found.path()).isEqualTo("rois");
    assertThat(found.message()).isEqualTo("`masks/c.nii` is no file that was locked");
    assertThat(masked(region("vmPFC", "masks/a.nii", "cc")).deviations().get(0).message())
        .isEqualTo("`masks/a.nii` is not the file that was locked");
  }

  @Test
  void whereNoFileIsLockedNoMaskIsHeldAgainstOne() {
    var study = STUDY.and(region("vmPFC", "masks/a.nii", "aa"));
    assertThat(study.found()).isEmpty();
    assertThat(DeviationReport.of(study.evidence(Optional.empty())).deviations()).isEmpty();
  }

  @ParameterizedTest(name = "when {0}, held {1}, taken {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "n > 5 | true  | true  | ''",
        "n>5   | false | false | ''",
        "n > 5 | true  | false | X577 contingency S3: true -> false",
        "n > 5 | false | true  | X577 contingency S3: false -> true",
        "n > 5 | -     | true  | gap contingency: `held` and `taken` of every `branch`",
        "n > 5 | true  | -     | gap contingency: `held` and `taken` of every `branch`",
      })
  void aBranchIsTakenWithItsCondition(String when, Boolean held, Boolean taken, String found) {
    assertThat(BRANCHED.and(branch(when, held, taken)).told()).isEqualTo(found);
  }

  @ParameterizedTest(name = "held {0}, taken {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "true  | true  | X577 contingency S3: nothing -> true",
        "false | true  | X577 contingency S3: nothing -> true",
        "-     | true  | X577 contingency S3: nothing -> true",
        "true  | false | ''",
        "true  | -     | gap contingency: `held` and `taken` of every `branch`",
      })
  void aBranchThatNobodyRegisteredIsNotTaken(Boolean held, Boolean taken, String found) {
    assertThat(STUDY.and(branch("n > 9", held, taken)).told()).isEqualTo(found);
  }

  @Test
  void aBranchThatNobodyRecordedIsAGap() {
    assertThat(BRANCHED.told()).isEqualTo("gap contingency: the event `branch` of `n > 5`");
  }

  @Test
  void theWordsOfABranchNameItsCondition() {
    assertThat(message(BRANCHED.and(branch("n > 5", true, false))))
        .isEqualTo("the branch `when n > 5` was not taken though its condition held");
    assertThat(message(BRANCHED.and(branch("n > 5", false, true))))
        .isEqualTo("the branch `when n > 5` was taken without its condition");
    assertThat(message(STUDY.and(branch("n > 9", true, true))))
        .isEqualTo("the branch `when n > 9` is in no plan and was taken");
    assertThat(message(STUDY.and(branch("n > 9", true, true).without("when"))))
        .isEqualTo("the branch `when ` is in no plan and was taken");
  }

  @Test
  void aBranchWithAnotherConditionIsOne() {
    var other = BRANCHED.planned("n > 5", "n > 2").evidence().paths().planned("contingency");
    var changed = BRANCHED.and(branch("n > 5", true, true)).setting("contingency", other);
    assertThat(changed.found()).containsExactly("X577 contingency");
  }

  private static String message(SmallStudy study) {
    return study.report().deviations().get(0).message();
  }

  private static TraceEvent branch(String when, Boolean held, Boolean taken) {
    var event = TraceEvent.of(TraceEvents.BRANCH).with("when", when);
    event = held == null ? event : event.with("held", held);
    return taken == null ? event : event.with("taken", taken);
  }

  private static TraceEvent region(String name, String file, String digest) {
    var event = TraceEvent.of(TraceEvents.REGION).with("region", name);
    event = file == null ? event : event.with("file", file);
    return digest == null ? event : event.with("sha256", digest.repeat(32));
  }

  /** What is found of an analysis whose lock holds two masks. */
  private static DeviationReport masked(TraceEvent event) {
    var lock = SmallStudy.lock(SmallStudy.bind(SmallStudy.PLAN)).statement();
    var masks =
        new PlanLock(
            new Statement(
                lock.plan(),
                List.of(mask("masks/a.nii", "aa"), mask("masks/b.nii", "bb")),
                lock.tables(),
                lock.provenance()));
    var study =
        STUDY.and(event).with(TraceEvents.START, e -> e.with("lock", masks.sha256().toString()));
    return DeviationReport.of(study.evidence(Optional.of(masks)));
  }

  private static FixedInput mask(String path, String digest) {
    var bytes = new FileFingerprint(new Sha256(digest.repeat(32)), 10, Optional.empty());
    return new FixedInput(path, "mask", bytes);
  }
}
