package org.planlock.plan.measure;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Threshold;
import org.planlock.plan.value.Words;

/** One number per participant, session and run, made from images, region series or patterns. */
public record Measure(
    String name,
    Optional<MeanSignal> meanSignal,
    Optional<Connectivity> connectivity,
    Optional<Gppi> gppi,
    Optional<Crossnobis> crossnobis,
    Declared<String> task,
    Optional<String> contrast,
    Optional<Words> voxels,
    Optional<Threshold> coverage,
    @Technical("false") boolean fisherZ,
    Optional<Words> nuisance,
    Optional<Words> censor,
    Optional<String> series,
    List<Words> conditions,
    Optional<Words> statistic,
    Optional<Words> deconvolution,
    Optional<String> design,
    Optional<Words> noise,
    Optional<Words> partition,
    Optional<Words> negative) {

  /** Mean of the voxels of a region. */
  public record MeanSignal(String roi) {}

  /** Correlation of two region series. */
  public record Connectivity(List<String> rois) {}

  /** Generalised psychophysiological interaction from a seed to a target region. */
  public record Gppi(String seed, String target) {}

  /** Cross-validated distance between the patterns of two conditions. */
  public record Crossnobis(String roi) {}
}
