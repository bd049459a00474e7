package org.planlock.lock.ledger.entry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/** Collects the members of a body; what there is none of is not mentioned. */
final class BodyJson {
  private final Map<String, Json> members = new TreeMap<>();

  BodyJson with(String key, Json value) {
    members.put(key, value);
    return this;
  }

  BodyJson with(String key, Sha256 digest) {
    return with(key, new Json.Text(digest.hex()));
  }

  BodyJson with(String key, String text) {
    return with(key, new Json.Text(text));
  }

  BodyJson with(String key, long whole) {
    return with(key, new Json.Number(whole));
  }

  BodyJson withDigest(String key, Optional<Sha256> digest) {
    digest.ifPresent(d -> with(key, d));
    return this;
  }

  BodyJson withText(String key, Optional<String> text) {
    text.ifPresent(t -> with(key, t));
    return this;
  }

  Json.Fields fields() {
    return new Json.Fields(members);
  }
}
