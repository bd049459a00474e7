package org.planlock.execution.script;

import groovy.lang.GroovyObjectSupport;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words inside the braces of a model that is not registered: each is one of a plan's. */
public final class ChangeWords extends GroovyObjectSupport {
  private final Map<String, Object> changes = new LinkedHashMap<>();

  Map<String, Object> changes() {
    return Collections.unmodifiableMap(changes);
  }

  /** A value at a place whose name is no word of Groovy. */
  public void set(String path, Object value) {
    changes.put(path, value);
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    var given = (Object[]) arguments;
    if (name.equals("set") || given.length == 0) {
      return super.invokeMethod(name, arguments);
    }
    changes.put(name, given.length == 1 ? given[0] : Arrays.asList(given));
    return this;
  }
}
