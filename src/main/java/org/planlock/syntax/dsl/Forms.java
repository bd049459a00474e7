package org.planlock.syntax.dsl;

import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** The forms of plain values. */
final class Forms {
  /** One word, number or text in quotes. */
  static final Form WORD = new Word();

  /** Words up to whatever opens next, kept as they are written. */
  static final Form PHRASE = new Phrase();

  /** The same for an expression; what stands under {@code all} or {@code any} is joined. */
  static final Form EXPRESSION = new Condition();

  /** A text that always stands in quotes. */
  static final Form QUOTED = new Quoted();

  /** Names with commas between them; {@code none} is the empty list. */
  static final Form NAMES = new Listed(true, false);

  /** Phrases with commas between them; {@code none} is the empty list. */
  static final Form PHRASES = new Listed(false, false);

  /** A list where commas or square brackets make one, else a phrase. */
  static final Form LIST_OR_PHRASE = new Listed(false, true);

  /** {@code low .. high}. */
  static final Form RANGE = new Range();

  /** {@code yes} or {@code no}, which are {@code true} and {@code false} in the tree. */
  static final Form YES_NO = new YesNo();

  /** A bound such as {@code >= 17} or {@code == "1.1.4"}, or a word. */
  static final Form BOUND = new Bound();

  private Forms() {}

  /** Whether what stands here can be a value of a form that may be absent. */
  static boolean fits(Form form, Passage passage) {
    return form != QUOTED || passage.isKind(passage.index(), Part.Kind.STRING);
  }

  /** The text of a scalar, if the value is one. */
  static Optional<String> text(PlanNode value) {
    return value instanceof PlanNode.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private record Word() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      return passage.term();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return text(value).map(page::term).map(Sentence::of);
    }
  }

  private record Phrase() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      return passage.phrase();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return text(value).map(text -> Sentence.of(page.phrase(text, false)));
    }
  }

  private record Condition() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      return passage.phrase();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return Alike.expression(value).map(text -> Sentence.of(page.phrase(text, false)));
    }
  }

  private record Quoted() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      if (!passage.isKind(passage.index(), Part.Kind.STRING)) {
        passage.report(
            Diagnostic.at(
                    passage.here(),
                    Rule.UNEXPECTED_TOKEN,
                    "a text in quotes is expected here, found `" + passage.here().text() + "`")
                .help("put the text in double quotes"));
      }
      return passage.term();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return text(value).map(Quotes::around).map(Sentence::of);
    }
  }

  private record YesNo() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      boolean yes = passage.looksAt("yes");
      boolean no = passage.looksAt("no");
      var scalar = passage.term();
      return yes || no ? new PlanNode.Scalar(yes ? "true" : "false", scalar.span()) : scalar;
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return text(value)
          .map(
              text ->
                  text.equals("true") ? "yes" : text.equals("false") ? "no" : Quotes.around(text))
          .map(Sentence::of);
    }
  }

  private record Range() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      return new Ends(passage).read();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      if (value instanceof PlanNode.Sequence ends && ends.items().size() == 2) {
        var low = text(ends.items().get(0)).map(page::term);
        var high = text(ends.items().get(1)).map(page::term);
        return low.isPresent() && high.isPresent()
            ? Optional.of(Sentence.of(low.get() + " .. " + high.get()))
            : Optional.empty();
      }
      return Optional.empty();
    }
  }

  private record Bound() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      int start = passage.index();
      if (passage.isKind(start, Part.Kind.SYMBOL)
          && passage.asksForMore(start)
          && !passage.isAt(start, "-")) {
        String operator = passage.here().text();
        passage.skip(1);
        if (passage.hasValue()) {
          String bound = passage.term().text();
          return new PlanNode.Scalar(operator + " " + bound, passage.since(start));
        }
      }
      return passage.atEnd() ? passage.scalar(start, passage.index()) : passage.phrase();
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      var text = text(value);
      var parts = text.orElse("").strip().split("\\s+", 2);
      boolean bound = parts.length == 2 && parts[0].matches("<=?|>=?|==?|!=");
      return text.map(
          whole ->
              Sentence.of(
                  bound
                      ? parts[0]
                          + " "
                          + (parts[0].equals("==") ? Quotes.around(parts[1]) : page.term(parts[1]))
                      : word(whole, page)));
    }

    /** What begins with a sign would be read as a bound. */
    private static String word(String text, Page page) {
      return text.matches("(?s)\\w.*") ? page.phrase(text, false) : Quotes.around(text);
    }
  }
}
