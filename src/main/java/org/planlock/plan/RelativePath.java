package org.planlock.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Which paths a plan may name: relative, with {@code /}, downwards only, and a file name on every
 * system.
 */
public final class RelativePath {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final String NOT_IN_NAMES = "<>:\"|?*";
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  private RelativePath() {}

  /**
   * The finding for a path that may not be used.
   *
   * @param place where the plan names it
   */
  public static Optional<Diagnostic> finding(String path, Span place) {
    return fault(path).map(fault -> finding(path, fault, place));
  }

  /** The finding for a path with this fault. */
  public static Diagnostic finding(String path, String fault, Span place) {
    return Diagnostic.at(place, Rule.UNSAFE_PATH, "`" + path + "` " + fault)
        .note("a plan may only name files in its own folder, so that it means the same everywhere")
        .help("write the path from the plan's folder downwards, with `/`");
  }

  /** What is wrong with a path, in words; nothing if it may be used. */
  public static Optional<String> fault(String path) {
    if (path.startsWith("/") || path.startsWith("\\") || DRIVE.matcher(path).matches()) {
      return Optional.of("is an absolute path");
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("has a `\\` in it");
    }
    return segments(path).stream()
        .map(RelativePath::segmentFault)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The names between the slashes. */
  public static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static Optional<String> segmentFault(String name) {
    if (name.equals("..")) {
      return Optional.of("leads outside the plan's folder");
    }
    if (name.isEmpty() || name.equals(".")) {
      return Optional.of("has a part without a name");
    }
    if (name.endsWith(".") || !name.strip().equals(name)) {
      return Optional.of("has a part that starts or ends with a space or ends with a dot");
    }
    if (name.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || NOT_IN_NAMES.indexOf(c) >= 0)) {
      return Optional.of("has a character that is no part of a file name on every system");
    }
    return DEVICES.contains(stem(name).toLowerCase(Locale.ROOT))
        ? Optional.of("is the name of a device on Windows")
        : Optional.empty();
  }

  private static String stem(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
