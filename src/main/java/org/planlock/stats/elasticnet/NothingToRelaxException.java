package org.planlock.stats.elasticnet;

/** Every penalised fit of a relaxed line retains too many terms to be fitted without penalty. */
public final class NothingToRelaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NothingToRelaxException(double l1Ratio, int most) {
    super(
        "no relaxed fit at l1Ratio "
            + l1Ratio
            + ": every penalised fit retains more than "
            + most
            + " terms, which is 3 fewer than there are rows");
  }
}
