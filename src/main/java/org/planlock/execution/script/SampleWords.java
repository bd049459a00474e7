package org.planlock.execution.script;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.planlock.source.Span;

/** The words inside {@code sample { }}. */
public final class SampleWords extends GroovyObjectSupport {
  private final ExtraExclusions extra;
  private final ScriptPlaces places;
  private @Nullable Excluding open;

  SampleWords(ExtraExclusions extra, ScriptPlaces places) {
    this.extra = extra;
    this.places = places;
  }

  /** Everybody of whom the condition is true; the names in it are columns. */
  public Excluding exclude(Closure<?> condition) {
    close();
    var met = met(condition);
    open = new Excluding(reason -> extra.exclude(met, reason), places.here("exclude"));
    return open;
  }

  /** One participant. */
  public Excluding leaveOut(String id) {
    close();
    open = new Excluding(reason -> extra.leaveOut(id, reason), places.here("leaveOut"));
    return open;
  }

  /** Whoever gives no reason has left nobody out. */
  void close() {
    if (open != null && !open.isReasoned) {
      throw ExtraExclusions.unreasoned(open.place);
    }
  }

  private static Predicate<Participant> met(Closure<?> condition) {
    return participant ->
        Boolean.TRUE.equals(GroovyAnalysis.call(condition, new RowWords(participant)));
  }

  /** Waits for its reason. */
  public static final class Excluding {
    private final Consumer<String> leaving;
    private final Span place;
    private boolean isReasoned;

    private Excluding(Consumer<String> leaving, Span place) {
      this.leaving = leaving;
      this.place = place;
    }

    /** The reason, which is recorded for each who leaves. */
    public void because(String reason) {
      isReasoned = true;
      leaving.accept(reason);
    }
  }
}
