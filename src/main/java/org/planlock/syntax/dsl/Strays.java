package org.planlock.syntax.dsl;

import java.util.List;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;

/** Reports parts that nothing asked for, and goes on where the next statement or clause opens. */
final class Strays {
  private Strays() {}

  /** Reports what stands here and passes over it. */
  static void skip(Passage passage) {
    passage.answer(passage.index());
    passage.peek().ifPresent(part -> passage.report(finding(passage, part)));
    pass(passage);
  }

  /** Passes over what stands here without a word, because it was reported already. */
  static void pass(Passage passage) {
    do {
      passage.skip(1);
    } while (!passage.atEnd() && !mayGoOn(passage));
  }

  private static boolean mayGoOn(Passage passage) {
    int at = passage.index();
    return !passage.asksForMore(at - 1)
        && (passage.opens(at) || new MisspeltOpening(passage).line(at));
  }

  private static Diagnostic finding(Passage passage, Part part) {
    if (part instanceof Part.Block) {
      return Diagnostic.at(
              part.span(), Rule.UNEXPECTED_TOKEN, "a block in braces does not belong here")
          .help("delete it, or write the word that opens it");
    }
    String text = part.span().text();
    if (!(part instanceof Part.Leaf leaf) || leaf.kind() != Part.Kind.WORD) {
      String before = passage.index() > 0 ? passage.before().text() : "";
      String after = before.isEmpty() || before.length() > 40 ? "" : " after `" + before + "`";
      return Diagnostic.at(
              part.span(),
              Rule.UNEXPECTED_TOKEN,
              "`" + shortened(text) + "` is not expected here" + after)
          .help(known(passage));
    }
    var words = passage.words().distinct().toList();
    return Diagnostic.at(part.span(), Rule.UNKNOWN_STATEMENT, "`" + text + "` says nothing here")
        .help(
            Nearest.to(text, words)
                .map(word -> "did you mean `" + word + "`?")
                .orElseGet(() -> known(passage)));
  }

  private static String known(Passage passage) {
    List<String> words = passage.words().distinct().limit(12).toList();
    return words.isEmpty()
        ? "nothing more can be said here"
        : "what can be said here: "
            + words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
