package org.planlock.execution.script;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

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
    open = new Excluding(met(condition), places.here("exclude"));
    return open;
  }

  /** One participant. */
  public Excluding leaveOut(String id) {
    close();
    open = new Excluding(one -> one.id().equals(id), places.here("leaveOut"));
    return open;
  }

  /** An exclusion without its reason is none. */
  void close() {
    if (open != null && !open.isReasoned) {
      throw new StoppedException(
          List.of(
              Diagnostic.at(open.place, Rule.REASON_MISSING, "an exclusion gives no reason")
                  .note("what is done otherwise than planned can only be judged with its reason")
                  .help("write `exclude { … } because 'why'`")));
    }
  }

  private static Predicate<Participant> met(Closure<?> condition) {
    return participant -> {
      var own = (Closure<?>) condition.clone();
      own.setDelegate(new RowWords(participant));
      own.setResolveStrategy(Closure.DELEGATE_FIRST);
      return Boolean.TRUE.equals(own.call());
    };
  }

  /** Waits for its reason. */
  public final class Excluding {
    private final Predicate<Participant> condition;
    private final org.planlock.source.Span place;
    private boolean isReasoned;

    private Excluding(Predicate<Participant> condition, org.planlock.source.Span place) {
      this.condition = condition;
      this.place = place;
    }

    /** The reason, which is recorded for each who leaves. */
    public void because(String reason) {
      isReasoned = true;
      extra.exclude(condition, reason);
    }
  }
}
