package org.planlock.plan.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way to say something.
 *
 * <p>Written as a path; {@code na:path} counts only if the path is said not to apply; {@code
 * path~word} only if its text starts with the word, {@code path!~word} only if it does not; {@code
 * path includes word} only if the word is in its list; {@code path has threshold} only if a number
 * divides there, {@code path without threshold} says that none does; {@code path covers a + b} if
 * the list names every item of the others; {@code a & b} only if both are said.
 */
sealed interface Way {
  /** The paths that it looks at. */
  List<String> paths();

  /** What a plan says on this way; never {@code MISSING} alone for a way that cannot be missed. */
  List<Said> in(PlanTree tree);

  static Way parse(String text) {
    if (text.contains(" & ")) {
      return new All(Pieces.of(text, " & ").stream().map(Way::parse).toList());
    }
    if (text.startsWith("na:")) {
      return new At(text.substring(3), Seen::onlyNotApplicable);
    }
    var words = text.split(" ", 3);
    if (words.length == 3) {
      return inWords(words[0], words[1], words[2]);
    }
    int tilde = text.indexOf('~');
    if (tilde < 0) {
      return new At(text, said -> said);
    }
    var word = text.substring(tilde + 1);
    boolean isOther = text.charAt(tilde - 1) == '!';
    return new At(
        text.substring(0, isOther ? tilde - 1 : tilde),
        said -> Seen.startingWith(word, !isOther, said));
  }

  private static Way inWords(String path, String verb, String object) {
    return switch (verb) {
      case "covers" -> new Covers(path, Pieces.of(object, " + "));
      case "includes" -> new At(path, said -> Seen.including(object, said));
      case "has" -> new At(path, Seen::withThreshold);
      case "without" -> new At(path, Seen::withoutThreshold);
      default -> throw new IllegalStateException("`" + verb + "` is no way to say something");
    };
  }

  /**
   * A value at a path.
   *
   * @param seen what counts of it
   */
  record At(String path, UnaryOperator<Said> seen) implements Way {
    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public List<Said> in(PlanTree tree) {
      return tree.at(path).stream().map(seen).toList();
    }
  }

  /** Several ways that only count together. */
  record All(List<Way> ways) implements Way {
    @Override
    public List<String> paths() {
      return ways.stream().flatMap(way -> way.paths().stream()).toList();
    }

    @Override
    public List<Said> in(PlanTree tree) {
      var said = ways.stream().flatMap(way -> way.in(tree).stream()).toList();
      var missing = said.stream().filter(one -> one.kind() == Said.Kind.MISSING).toList();
      return missing.isEmpty() ? said : missing;
    }
  }

  /** A list that names every item of other lists. */
  record Covers(String path, List<String> others) implements Way {
    @Override
    public List<String> paths() {
      return Stream.concat(Stream.of(path), others.stream()).toList();
    }

    @Override
    public List<Said> in(PlanTree tree) {
      var named = tree.names(path);
      var said = new ArrayList<Said>();
      if (named.isEmpty()) {
        return tree.at(path).stream()
            .map(one -> new Said(kindOfWhole(one), one.path(), one.node()))
            .toList();
      }
      for (var other : others) {
        for (var name : tree.names(other)) {
          if (!named.contains(name)) {
            said.add(new Said(Said.Kind.MISSING, path + "." + name, Optional.empty()));
          }
        }
      }
      return said;
    }

    /** An empty list that should name others is as good as none. */
    private static Said.Kind kindOfWhole(Said said) {
      return said.kind() == Said.Kind.STATED ? Said.Kind.MISSING : said.kind();
    }
  }
}
