package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Scope;

/**
 * One registered model: its outcome, its terms, and how it is fitted.
 *
 * @param terms columns and sets, for a model that extends none
 * @param add what is added to the model that it extends
 */
public record ModelSpec(
    String name,
    @Key("extends") Optional<String> reduced,
    Declared<String> outcome,
    List<String> terms,
    List<String> add,
    Declared<Role> role,
    Declared<Reason> reason,
    Optional<String> prepare,
    Declared<Penalty> penalty,
    Declared<Validation> validate) {

  /** On which rows an outer loop finds the largest lambda, where it says so. */
  public Optional<Scope> outerLambdaMax() {
    return validate
        .stated()
        .flatMap(stated -> stated.outer().stated())
        .flatMap(outer -> outer.lambdaMax().stated())
        .map(Validation.Learning::using);
  }

  /** What the analysis is for (CDISC ARS, purpose). */
  public enum Role {
    PRIMARY,
    SECONDARY,
    EXPLORATORY
  }

  /** Why it is done (CDISC ARS, reason). */
  public enum Reason {
    PROTOCOL,
    SAP,
    DATA_DRIVEN,
    REGULATOR_REQUEST
  }
}
