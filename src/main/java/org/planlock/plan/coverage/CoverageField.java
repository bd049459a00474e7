package org.planlock.plan.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the 78 fields of a complete plan: a researcher's choice that readers would otherwise have
 * to guess.
 *
 * @param id such as {@code A1}; the letter is the group
 * @param ambiguity what nobody knows while the field is open
 * @param needs what must be said, all of it; each item may be said in one of several ways
 * @param example how it is written in a {@code .plan} file
 */
public record CoverageField(
    String id, String title, String ambiguity, List<Requirement> needs, String example) {
  public CoverageField {
    needs = List.copyOf(needs);
  }

  /** Every path of the canonical tree that can close the field, with its wildcards. */
  public Stream<String> paths() {
    return needs.stream().flatMap(Requirement::paths);
  }
}
