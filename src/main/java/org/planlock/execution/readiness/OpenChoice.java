package org.planlock.execution.readiness;

import java.util.List;

/**
 * Something that the plan leaves open and an execution cannot do without.
 *
 * @param path where the answer belongs in the canonical tree
 * @param asked the question, without a question mark
 * @param admissible answers as a plan writes them; where the choice is endless, examples
 */
public record OpenChoice(String path, String asked, List<String> admissible) {
  public OpenChoice {
    admissible = List.copyOf(admissible);
  }
}
