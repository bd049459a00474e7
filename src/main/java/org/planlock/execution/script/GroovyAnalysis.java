package org.planlock.execution.script;

import groovy.lang.Closure;

/** The words of a Groovy script, for programs in Groovy that embed an analysis. */
public final class GroovyAnalysis {
  private GroovyAnalysis() {}

  /** A script of the steps in a closure. */
  public static Script of(Closure<?> steps) {
    return analysis -> take(steps, analysis);
  }

  static Object take(Closure<?> steps, TracedAnalysis analysis) {
    return call(steps, new AnalysisWords(analysis));
  }

  /** Calls a closure whose words are looked for in an object first. */
  static Object call(Closure<?> closure, Object words) {
    var own = (Closure<?>) closure.clone();
    own.setDelegate(words);
    own.setResolveStrategy(Closure.DELEGATE_FIRST);
    return own.call();
  }
}
