package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;

/** What may be written at a place of a {@code .plan} text that need not be whole: for editors. */
public final class DslQuestion {
  private DslQuestion() {}

  /**
   * A word that opens a statement or clause.
   *
   * @param key the key of the tree that it fills; empty where it fills none or several
   */
  public record Opener(String word, String key) {}

  /**
   * What was found out.
   *
   * @param tree what could be read, the asked word in it where it stands in a value
   * @param openers what may open where the word stands, the innermost first
   */
  public record Answer(Optional<PlanNode.Mapping> tree, List<Opener> openers) {
    public Answer {
      openers = List.copyOf(openers);
    }
  }

  /** Reads a text in which a word stands that no plan has, where the cursor is. */
  public static Answer ask(SourceFile source, String word) {
    var asked = Asked.at(word);
    var tree = DslPlanReader.tree(source, new Findings(), asked);
    return new Answer(tree, asked.answers().stream().distinct().toList());
  }

  /** The words that open the statements of a plan. */
  public static Set<String> statements() {
    return PlanWords.PLAN.words().collect(Collectors.toUnmodifiableSet());
  }
}
