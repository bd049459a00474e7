package org.planlock.plan.register;

import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Seed;
import org.planlock.plan.value.Tolerance;
import org.planlock.plan.value.VersionBound;
import org.planlock.plan.value.Words;

/** With what the numbers are made, and how near is the same: fields K1 to K5 and K7. */
public record Compute(
    Declared<Engine> engine,
    Declared<RandomNumbers> rng,
    Declared<Words> threads,
    Declared<Words> blas,
    Declared<Words> locale,
    Declared<Tolerance> same,
    Declared<Confirmation> confirm,
    Declared<Words> units) {

  /** The program that executes the plan. */
  public record Engine(
      String name, Words version, Optional<VersionBound> java, Declared<Words> container) {}

  /** The generator of random numbers and its streams. */
  public record RandomNumbers(Algorithm algorithm, Seed seed, Stream stream) {}

  /** A generator. */
  public enum Algorithm {
    SHA256_COUNTER
  }

  /** What has a stream of its own. */
  public enum Stream {
    PER_STEP,
    ONE
  }

  /** An outside program that must find the same numbers. */
  public record Confirmation(
      Words by, Optional<VersionBound> version, Optional<Decimal> threshold, Tolerance same) {}
}
