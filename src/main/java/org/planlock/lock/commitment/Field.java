package org.planlock.lock.commitment;

import java.util.Map;
import org.planlock.lock.CanonicalJson;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Salt;
import org.planlock.syntax.TreeText;

/**
 * One value of a plan that can be revealed alone.
 *
 * @param path its name as {@code TreePaths} gives it, such as {@code models.m1.penalty.l1_ratio}
 * @param value everything that stands there; a list of things without names is one value
 * @param salt the field's own, so that its hash says nothing to whoever tries all likely values
 */
public record Field(String path, Json value, Salt salt) {
  /** The bytes that the Merkle tree has as this field's leaf: RFC 8785 JSON of all three. */
  public byte[] leaf() {
    return JsonWriter.bytes(
        new Json.Fields(
            Map.of(
                "path", new Json.Text(path), "value", value, "salt", new Json.Text(salt.hex()))));
  }

  /** The value on one line, as people read it. */
  public String text() {
    return TreeText.of(CanonicalJson.tree(value, path));
  }
}
