package org.planlock.plan.prepare;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.Spelled;
import org.planlock.plan.value.Words;

/** One step of a preparation, with the rows that it learns from. */
public sealed interface Step
    permits Step.Residualise,
        Step.Derive,
        Step.Impute,
        Step.Code,
        Step.Scale,
        Step.Interact,
        Step.Skipped {
  /** Its place in the order, from 1. */
  int step();

  /** The rows that it learns from. */
  Declared<Scope> using();

  /** Takes out of columns what others explain by least squares. */
  record Residualise(
      int step,
      List<String> residualise,
      List<String> on,
      Declared<Rows> rows,
      Declared<Scope> using,
      Optional<Displacement> fd,
      Declared<Words> incompleteRows)
      implements Step {}

  /** Forms variables from what the steps before have left. */
  record Derive(int step, List<String> derive, Declared<Scope> using) implements Step {}

  /** Fills missing values. */
  record Impute(
      int step,
      List<String> impute,
      Declared<ImputeBy> by,
      Declared<Scope> using,
      Declared<Words> informedBy,
      Declared<MissingLimit> limit,
      Declared<Words> overLimit,
      Declared<Integer> draws)
      implements Step {}

  /** Turns levels into numbers. */
  record Code(int step, List<String> code, Declared<Scope> using) implements Step {}

  /** Scales columns. */
  record Scale(
      int step,
      List<String> scale,
      Declared<Scaling> to,
      Declared<Constant> constant,
      Declared<Scope> using)
      implements Step {}

  /** Forms products of columns. */
  record Interact(int step, Crossing interact, Declared<Product> as, Declared<Scope> using)
      implements Step {}

  /** A step that does not apply, kept so that the numbers of the others stay. */
  record Skipped(int step, String notApplicable) implements Step {
    @Override
    public Declared<Scope> using() {
      return new Declared.NotApplicable<>(notApplicable);
    }
  }

  /** Which rows enter a residualisation. */
  enum Rows implements Spelled {
    PARTICIPANT("participant"),
    POOLED("participant x session pooled"),
    PER_SESSION("participant x session per_session");

    private final String spelling;

    Rows(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  /** Where framewise displacement stands and what its first row is. */
  record Displacement(String column, Optional<Words> firstRow) {}

  /** How columns are scaled. */
  enum Scaling implements Spelled {
    Z_SAMPLE("z(sd n-1)"),
    Z_POPULATION("z(sd n)"),
    CENTRE("centre"),
    NONE("none");

    private final String spelling;

    Scaling(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  /** What a constant column becomes. */
  enum Constant {
    ZERO,
    KEPT,
    ABORT
  }
}
