package org.planlock.plan.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/**
 * One way to say something.
 *
 * <p>Written as a path; {@code na:path} counts only if the path is said not to apply; {@code
 * path~word} only if its text starts with the word; {@code path covers a + b} if the list names
 * every item of the others.
 */
sealed interface Way {
  /** The paths that it looks at. */
  List<String> paths();

  /** What a plan says on this way; never {@code MISSING} alone for a way that cannot be missed. */
  List<Said> in(PlanTree tree);

  static Way parse(String text) {
    if (text.startsWith("na:")) {
      return new DoesNotApply(text.substring(3));
    }
    if (text.contains(" covers ")) {
      var parts = text.split(" covers ");
      return new Covers(parts[0], List.of(parts[1].split("\\s*\\+\\s*")));
    }
    int tilde = text.indexOf('~');
    return tilde < 0
        ? new At(text)
        : new StartsWith(text.substring(0, tilde), text.substring(tilde + 1));
  }

  /** A value at a path. */
  record At(String path) implements Way {
    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public List<Said> in(PlanTree tree) {
      return tree.at(path);
    }
  }

  /** A path that is said not to apply. */
  record DoesNotApply(String path) implements Way {
    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public List<Said> in(PlanTree tree) {
      return tree.at(path).stream().map(DoesNotApply::only).toList();
    }

    private static Said only(Said said) {
      return said.kind() == Said.Kind.NOT_APPLICABLE
          ? said
          : new Said(Said.Kind.MISSING, said.path(), said.node());
    }
  }

  /** A value whose text starts with a word. */
  record StartsWith(String path, String word) implements Way {
    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public List<Said> in(PlanTree tree) {
      return tree.at(path).stream().map(this::only).toList();
    }

    private Said only(Said said) {
      boolean fits =
          said.node()
              .filter(node -> node instanceof PlanNode.Scalar text && text.text().startsWith(word))
              .isPresent();
      return fits ? said : new Said(Said.Kind.MISSING, said.path(), said.node());
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
            said.add(new Said(Said.Kind.MISSING, path + "." + name, java.util.Optional.empty()));
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
