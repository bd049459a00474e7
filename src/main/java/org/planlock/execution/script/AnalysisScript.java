package org.planlock.execution.script;

import groovy.lang.Closure;
import groovy.lang.Script;

/** What a Groovy script of an analysis is: the one word {@code analysis}, and the language. */
public abstract class AnalysisScript extends Script {
  /** The binding's name for the analysis at work. */
  static final String AT_WORK = "planlock analysis";

  /** The steps of the analysis. */
  public Object analysis(Closure<?> steps) {
    var analysis = (TracedAnalysis) getBinding().getVariable(AT_WORK);
    return GroovyAnalysis.take(steps, analysis);
  }
}
