package org.planlock;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The table of rooms. A room is the first package segment below the root package; its sub-packages
 * belong to it. The root room may import all but {@code cli}, and is imported by {@code cli} alone.
 */
final class ImportOnlyAllowedRooms extends ArchCondition<JavaClass> {
  private static final String HOUSE = "org.planlock";
  private static final String ROOT = "(root)";

  /** The neutral tree, without the notations below it: see ADR 0003. */
  private static final String TREE = HOUSE + ".syntax";

  private static final Set<String> READS_THE_TREE = Set.of("lock", "execution", "deviation");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("source", Set.of()),
          entry("diagnostic", Set.of("source")),
          entry("syntax", Set.of("source", "diagnostic")),
          entry("plan", Set.of("syntax", "diagnostic", "source")),
          entry("lock", Set.of("plan", "diagnostic", "source")),
          entry("data", Set.of("plan", "diagnostic", "source")),
          entry("imaging", Set.of("data", "stats", "diagnostic")),
          entry("stats", Set.of()),
          entry("trace", Set.of("diagnostic", "source")),
          entry(
              "execution",
              Set.of("plan", "lock", "data", "imaging", "stats", "trace", "diagnostic", "source")),
          entry("deviation", Set.of("plan", "lock", "trace", "stats", "diagnostic", "source")),
          entry("report", allBut(ROOT, "cli", "execution", "stats")),
          entry("intake", Set.of("syntax", "plan", "diagnostic", "source")),
          entry("export", Set.of("plan", "lock")),
          entry("editor", Set.of("syntax", "plan", "diagnostic", "source")),
          entry("cli", allBut()),
          entry(ROOT, allBut("cli")));

  ImportOnlyAllowedRooms() {
    super("import only the rooms that the design's table allows");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    var room = roomOf(type);
    if (!ALLOWED.containsKey(room)) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no known room"));
      return;
    }
    type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> !isAllowed(type, room, dependency))
        .forEach(
            dependency ->
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
  }

  private static boolean isAllowed(JavaClass type, String room, Dependency dependency) {
    var target = dependency.getTargetClass().getBaseComponentType();
    if (!isOurs(target)) {
      return true;
    }
    var imported = roomOf(target);
    return imported.equals(room)
        || ALLOWED.getOrDefault(room, Set.of()).contains(imported)
        || (isScriptApi(type) && imported.equals("deviation"))
        || (READS_THE_TREE.contains(room) && target.getPackageName().equals(TREE));
  }

  private static boolean isScriptApi(JavaClass type) {
    return type.getPackageName().startsWith(HOUSE + ".execution.script");
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(HOUSE) || type.getPackageName().startsWith(HOUSE + ".");
  }

  private static String roomOf(JavaClass type) {
    return type.getPackageName().equals(HOUSE)
        ? ROOT
        : type.getPackageName().substring(HOUSE.length() + 1).split("\\.", -1)[0];
  }

  private static Set<String> allBut(String... left) {
    var rooms =
        new HashSet<>(
            Set.of(
                ROOT,
                "source",
                "diagnostic",
                "syntax",
                "plan",
                "lock",
                "data",
                "imaging",
                "stats",
                "trace",
                "execution",
                "deviation",
                "report",
                "intake",
                "export",
                "editor",
                "cli"));
    rooms.removeAll(Set.of(left));
    return Set.copyOf(rooms);
  }
}
