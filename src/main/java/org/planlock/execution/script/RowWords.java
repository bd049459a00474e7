package org.planlock.execution.script;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;

/** The columns of one participant, as the names in a condition. */
public final class RowWords extends GroovyObjectSupport {
  private final Participant participant;

  RowWords(Participant participant) {
    this.participant = participant;
  }

  /** Whether a column has no value. */
  public boolean missing(String column) {
    return participant.isMissing(column);
  }

  /** The value of a column by session. */
  public Object at(String column, String session) {
    return participant.value(column, session);
  }

  /** As the tables call them. */
  public String getId() {
    return participant.id();
  }

  @Override
  public Object getProperty(String name) {
    if (participant.has(name)) {
      return participant.value(name);
    }
    if (name.equals("id")) {
      return participant.id();
    }
    throw new MissingPropertyException(name, RowWords.class);
  }
}
