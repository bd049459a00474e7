package org.planlock.plan.expression;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;

/** What is wrong with an expression; many warnings never crowd out an error. */
final class TypeFindings {
  private static final int LONGEST = 60;

  private final Findings errors = new Findings();
  private final Findings warnings = new Findings();

  void add(Diagnostic finding) {
    (finding.isError() ? errors : warnings).add(finding);
  }

  /** An expression was found where its kind does not fit. */
  void wrongKind(ExpressionNode node, String message, String help) {
    add(Diagnostic.at(node.span(), Rule.WRONG_KIND, message).help(help));
  }

  List<Diagnostic> inOrder() {
    return Stream.concat(errors.inOrder().stream(), warnings.inOrder().stream())
        .sorted(Diagnostic.READING_ORDER)
        .toList();
  }

  /** The same with the nearest known word, and what a look-alike letter in either word is. */
  static Diagnostic guess(Diagnostic finding, String written, Collection<String> known) {
    var guessed = finding;
    var nearest = Nearest.to(written, known);
    if (nearest.isPresent()) {
      guessed = guessed.help("did you mean `" + nearest.get() + "`?");
    }
    var both = written + nearest.orElse("");
    var strange = both.codePoints().filter(point -> point > 127).findFirst();
    if (strange.isPresent()) {
      var letter = ForbiddenCharacters.outOfPlace(strange.getAsInt(), finding.span());
      guessed = guessed.note(letter.message());
      for (var note : letter.notes()) {
        guessed = guessed.note(note);
      }
    }
    return guessed;
  }

  /** An expression as it is quoted in a message. */
  static String shown(ExpressionNode node) {
    var text = ExpressionText.of(node);
    return text.length() <= LONGEST
        ? "`" + text + "`"
        : "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + " …`";
  }
}
