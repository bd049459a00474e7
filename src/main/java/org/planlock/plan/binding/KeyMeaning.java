package org.planlock.plan.binding;

import java.util.List;

/**
 * What one key of a plan means.
 *
 * @param key the type and the key, such as {@code Penalty.l1_ratio}
 * @param meaning in a few words
 * @param example how its value is written in YAML
 * @param mention what the value declares or names
 */
public record KeyMeaning(String key, String meaning, String example, Mention mention) {
  /** What a value says about names. */
  public enum Says {
    /** No names. */
    NOTHING,
    /** It gives something its name. */
    DECLARES,
    /** It is a name, or a list of names. */
    NAMES,
    /** Names stand in it among other words. */
    TEXT,
    /** It is a place in the plan. */
    PATH,
    /** It is the name of a file. */
    FILE
  }

  /** The names in a value: what it says of them, and of which kinds they are. */
  public record Mention(Says says, List<NameKind> kinds) {
    static final Mention NONE = new Mention(Says.NOTHING, List.of());

    public Mention {
      kinds = List.copyOf(kinds);
    }
  }
}
