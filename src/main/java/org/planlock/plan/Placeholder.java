package org.planlock.plan;

/**
 * Puts a name in place of {@code (measure)} in texts such as {@code d_(measure)} and {@code
 * residual(measure)}.
 */
record Placeholder(String word, String name) {
  /**
   * The text with the name in it; beside an underscore or alone the brackets go, as an argument
   * they stay.
   */
  String in(String text) {
    var brackets = "(" + word + ")";
    var filled = new StringBuilder();
    int start = 0;
    for (int at = text.indexOf(brackets); at >= 0; at = text.indexOf(brackets, start)) {
      boolean isArgument = at > 0 && isLatin(text.charAt(at - 1));
      filled.append(text, start, at).append(isArgument ? "(" + name + ")" : name);
      start = at + brackets.length();
    }
    return start == 0 ? text : filled.append(text, start, text.length()).toString();
  }

  private static boolean isLatin(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9');
  }

  boolean occursIn(String text) {
    return text.contains("(" + word + ")");
  }
}
