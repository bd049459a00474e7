package org.planlock.lock.seal;

import java.util.Map;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Json;

/** What a release opens: the whole table, or in an emergency the values of one participant. */
public sealed interface Opens {
  /** Puts it into the predicate of a release, under a name of its own. */
  void into(Map<String, Json> predicate);

  /** The whole table, by its key. */
  record Everything(CustodianKey key) implements Opens {
    @Override
    public void into(Map<String, Json> predicate) {
      predicate.put("key", new Json.Text(Base64Text.of(key.bytes())));
    }
  }

  /** One participant, whose values the disclosure holds; the key stays with the custodian. */
  record OneParticipant(RowDisclosure disclosure) implements Opens {
    @Override
    public void into(Map<String, Json> predicate) {
      predicate.put("emergency", disclosure.json());
    }
  }
}
