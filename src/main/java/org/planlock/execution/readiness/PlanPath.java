package org.planlock.execution.readiness;

import java.util.regex.Pattern;

/** Paths of named parts: {@code models.m1.penalty}, or {@code models[model 1].penalty}. */
final class PlanPath {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private PlanPath() {}

  static String of(String list, String name, String... keys) {
    boolean plain = PLAIN.matcher(name).matches();
    var item = plain ? "." + name : "[" + name.replace("\\", "\\\\").replace("]", "\\]") + "]";
    return list + item + (keys.length == 0 ? "" : "." + String.join(".", keys));
  }
}
