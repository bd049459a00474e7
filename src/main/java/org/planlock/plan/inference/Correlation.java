package org.planlock.plan.inference;

import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Words;

/** A correlation outside the confirmatory family. */
public record Correlation(
    String correlate,
    @Key("with") String with,
    Method by,
    Declared<Words> values,
    Declared<Words> rows,
    Declared<ModelSpec.Reason> reason) {
  /** Pearson's or Spearman's. */
  public enum Method {
    PEARSON,
    SPEARMAN
  }
}
