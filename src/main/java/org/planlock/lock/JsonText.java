package org.planlock.lock;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Reads JSON strictly: UTF-8, one value, no member twice, no {@code null}, at most {@value #DEPTH}
 * levels.
 */
public final class JsonText {
  private static final int DEPTH = 100;

  private final JsonReader reader;

  private JsonText(String text) {
    reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
  }

  static Checked<Json> read(byte[] bytes, String name) {
    return read(bytes, name, Rule.LOCK_DAMAGED);
  }

  /**
   * The value in some bytes.
   *
   * @param name under which messages quote them
   * @param damaged the rule that bytes break which are no such value
   */
  public static Checked<Json> read(byte[] bytes, String name, Rule damaged) {
    var place = new Place(Span.none(name), damaged);
    JsonText text;
    try {
      text = new JsonText(decode(bytes));
    } catch (CharacterCodingException e) {
      return place.damaged("`" + name + "` is not UTF-8 text");
    }
    try {
      var json = text.value();
      return text.reader.peek() == JsonToken.END_DOCUMENT
          ? Checked.of(json)
          : place.damaged("`" + name + "` goes on after its end");
    } catch (RepeatedMember e) {
      return place.damaged("`" + name + "` says `" + e.member + "` twice");
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      long offset = text.reader.getCharacterOffset();
      return place.damaged("`" + name + "` stops being JSON near character " + offset);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private record Place(Span span, Rule rule) {
    Checked<Json> damaged(String message) {
      return Checked.failed(Diagnostic.at(span, rule, message));
    }
  }

  private Json value() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> fields();
      case BEGIN_ARRAY -> items();
      case STRING -> new Json.Text(reader.nextString());
      case NUMBER -> new Json.Number(Double.parseDouble(reader.nextString()));
      case BOOLEAN -> new Json.Truth(reader.nextBoolean());
      default -> throw new IllegalStateException("no value here");
    };
  }

  private Json items() throws IOException {
    var items = new ArrayList<Json>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value());
    }
    reader.endArray();
    return new Json.Items(items);
  }

  private Json fields() throws IOException {
    Map<String, Json> members = new HashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (members.containsKey(name)) {
        throw new RepeatedMember(name);
      }
      members.put(name, value());
    }
    reader.endObject();
    return new Json.Fields(members);
  }

  private static final class RepeatedMember extends IOException {
    private static final long serialVersionUID = 1L;
    private final String member;

    RepeatedMember(String member) {
      super(member);
      this.member = member;
    }
  }
}
