package org.planlock.lock;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a JSON value that may not be there; asking a missing or ill-shaped part gives nothing.
 *
 * <p>This only looks. Whoever must know that nothing else stands in a file writes what was found
 * and compares.
 */
public record JsonMember(Optional<Json> json) {
  private static final double BEYOND_WHOLE = 0x1p53;

  /** A whole value. */
  public static JsonMember of(Json json) {
    return new JsonMember(Optional.of(json));
  }

  /** The member of an object. */
  public JsonMember get(String name) {
    return new JsonMember(fields().flatMap(f -> Optional.ofNullable(f.members().get(name))));
  }

  /** The first item of an array. */
  public JsonMember first() {
    return new JsonMember(items().flatMap(items -> items.stream().findFirst()));
  }

  /** An object. */
  public Optional<Json.Fields> fields() {
    return as(Json.Fields.class);
  }

  /** A string. */
  public Optional<String> text() {
    return as(Json.Text.class).map(Json.Text::text);
  }

  /** A digest of 64 hexadecimal digits. */
  public Optional<Sha256> sha256() {
    return text().flatMap(Sha256::parse);
  }

  /** Bytes in base64. */
  public Optional<byte[]> base64() {
    return text().flatMap(Base64Text::parse);
  }

  /** A moment as ISO 8601 writes it in UTC. */
  public Optional<Instant> instant() {
    try {
      return text().map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A whole number from 0 to 2^53 - 1. */
  public Optional<Long> whole() {
    return as(Json.Number.class)
        .map(Json.Number::value)
        .filter(n -> n >= 0 && n < BEYOND_WHOLE && n == Math.rint(n))
        .map(Double::longValue);
  }

  /** All items of an array, if each can be read. */
  public <T> Optional<List<T>> each(Function<JsonMember, Optional<T>> read) {
    return items()
        .map(items -> items.stream().map(item -> read.apply(of(item))).toList())
        .filter(all -> all.stream().allMatch(Optional::isPresent))
        .map(all -> all.stream().flatMap(Optional::stream).toList());
  }

  private Optional<List<Json>> items() {
    return as(Json.Items.class).map(Json.Items::items);
  }

  private <T extends Json> Optional<T> as(Class<T> type) {
    return json.filter(type::isInstance).map(type::cast);
  }
}
