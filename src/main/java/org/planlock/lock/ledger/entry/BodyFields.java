package org.planlock.lock.ledger.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/**
 * A JSON object of which every member is wanted, and every one that is not wanted is a fault.
 *
 * <p>A member that is missing or ill-shaped gives a stand-in and a fault, so that one reading finds
 * all faults; whoever finds a fault throws the result away.
 */
final class BodyFields {
  private static final int LONGEST_TEXT = 4000;
  private static final Span BODY = Span.none("body");
  private static final Sha256 STAND_IN = new Sha256("0".repeat(64));

  private final String path;
  private final Map<String, Json> members;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * @param path how faults name the object
   */
  BodyFields(String path, Json.Fields fields) {
    this.path = path;
    this.members = fields.members();
  }

  /** Everything that was wrong with what was wanted, and what nobody wanted. */
  List<String> faults() {
    var all = new ArrayList<>(faults);
    members.keySet().stream()
        .filter(key -> !wanted.contains(key))
        .forEach(key -> all.add(unknown(key)));
    return all;
  }

  Sha256 sha256(String key) {
    return orFault(key, sha256IfAny(key), STAND_IN);
  }

  Optional<Sha256> sha256IfAny(String key) {
    return ifAny(key, JsonMember::sha256, "is not a digest of 64 hexadecimal digits");
  }

  long whole(String key) {
    return orFault(
        key, ifAny(key, JsonMember::whole, "is not a whole number from 0 to 2^53 - 1"), 0L);
  }

  String text(String key) {
    return orFault(key, textIfAny(key), "");
  }

  Optional<String> textIfAny(String key) {
    return ifAny(
        key,
        member -> member.text().filter(BodyFields::isFit),
        "is not a text of 1 to " + LONGEST_TEXT + " characters that can all be seen");
  }

  Instant instant(String key) {
    return orFault(key, ifAny(key, JsonMember::instant, "is not a time in UTC"), Instant.EPOCH);
  }

  Json.Fields object(String key) {
    return orFault(
        key, ifAny(key, JsonMember::fields, "is not an object"), new Json.Fields(Map.of()));
  }

  /** Whether a member is missing or ill-shaped. */
  boolean lacks(String key) {
    return failed.contains(key) || !members.containsKey(key);
  }

  /** The {@linkplain StudyName name} of a study. */
  String study(String key) {
    return orFault(
        key,
        ifAny(
            key,
            member -> member.text().filter(StudyName::isFit),
            "is not the name of a study: letters, digits and `._:/@~-`, at most 200"),
        "");
  }

  /** A text that is the name of a constant, in small letters. */
  <E extends Enum<E>> E word(String key, List<E> constants) {
    var words = constants.stream().map(BodyFields::word).toList();
    var found =
        ifAny(
            key,
            member ->
                member.text().filter(words::contains).map(t -> constants.get(words.indexOf(t))),
            "is not one of " + String.join(", ", words));
    return orFault(key, found, constants.get(0));
  }

  /** The text that stands for a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Size and root of a tree. */
  TreeHead head(String key) {
    return fieldsIfAny(key, fields -> new TreeHead(fields.whole("size"), fields.sha256("root")))
        .orElseGet(() -> orFault(key, Optional.empty(), TreeHead.empty()));
  }

  /** The JSON that {@link #head} reads. */
  static Json json(TreeHead head) {
    return new Json.Fields(
        Map.of("root", new Json.Text(head.root().hex()), "size", new Json.Number(head.size())));
  }

  RecordedFile file(String key) {
    return fieldsIfAny(key, RecordedFile::read)
        .orElseGet(() -> orFault(key, Optional.empty(), new RecordedFile("", STAND_IN, 0)));
  }

  <T> Optional<T> fieldsIfAny(String key, Function<BodyFields, T> read) {
    return ifAny(key, JsonMember::fields, "is not an object").map(f -> within(key, f, read));
  }

  <T> List<T> each(String key, Function<BodyFields, T> read) {
    var items = ifAny(key, member -> member.each(JsonMember::fields), "is not a list of objects");
    return orFault(key, items, List.<Json.Fields>of()).stream()
        .map(item -> within(key, item, read))
        .toList();
  }

  private <T> T within(String key, Json.Fields fields, Function<BodyFields, T> read) {
    var inner = new BodyFields(path + "." + key, fields);
    var value = read.apply(inner);
    faults.addAll(inner.faults());
    return value;
  }

  private <T> Optional<T> ifAny(
      String key, Function<JsonMember, Optional<T>> read, String otherwise) {
    wanted.add(key);
    var member = Optional.ofNullable(members.get(key));
    var value = member.flatMap(json -> read.apply(JsonMember.of(json)));
    if (member.isPresent() && value.isEmpty()) {
      failed.add(key);
      faults.add("`" + path + "." + key + "` " + otherwise);
    }
    return value;
  }

  private <T> T orFault(String key, Optional<T> value, T standIn) {
    if (!members.containsKey(key)) {
      faults.add("`" + path + "` lacks `" + key + "`");
    }
    return value.orElse(standIn);
  }

  private String unknown(String key) {
    var shown = isFit(key) && key.length() <= 100 ? "`" + key + "`" : "something unprintable";
    return "`" + path + "` cannot have " + shown;
  }

  private static boolean isFit(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_TEXT
        && ForbiddenCharacters.first(text, BODY).isEmpty();
  }
}
