package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.JsonText;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.PlanLock;

/** Time stamps as they stand in a lock. */
class TimeEvidenceTest {
  private static final String KNOWN =
      "{\"kind\":\"rfc3161\",\"note\":\"n\",\"over\":\"statement\",\"request\":\"AQ==\","
          + "\"response\":\"Ag==\"}";
  private static final String WITHOUT =
      "{\"kind\":\"rfc3161\",\"note\":\"\",\"over\":\"checkpoint\",\"response\":\"Ag==\"}";

  @Test
  void readsWhatItWrites() {
    var known = TimeEvidence.of(TimeSubject.STATEMENT, new byte[] {1}, new byte[] {2}, "n");
    var without = TimeEvidence.of(TimeSubject.CHECKPOINT, new byte[] {2}, "");
    assertThat(text(known.json())).isEqualTo(KNOWN);
    assertThat(text(without.json())).isEqualTo(WITHOUT);
    assertThat(TimeEvidence.of(json(KNOWN))).contains(known);
    assertThat(TimeEvidence.of(json(WITHOUT))).contains(without);
    var both = TimeEvidence.items(List.of(known, without));
    assertThat(text(both)).isEqualTo("[" + KNOWN + "," + WITHOUT + "]");
    assertThat(TimeEvidence.list(both)).contains(List.of(known, without));
    assertThat(TimeEvidence.list(json("[]"))).contains(List.of());
    assertThat(known.requestDer()).hasValueSatisfying(der -> assertThat(der).containsExactly(1));
    assertThat(known.responseDer()).containsExactly(2);
    assertThat(without.requestDer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rfc3161 -> rfc3162",
        "kind -> kinds",
        "statement -> Statement",
        "statement -> lock",
        "\"AQ==\" -> \"AQ\"",
        "\"AQ==\" -> \"AR==\"",
        "\"AQ==\" -> 1",
        "\"Ag==\" -> \"A g==\"",
        "\"Ag==\" -> 2",
        "response -> reply",
        "\"note\":\"n\", -> ",
        "\"n\" -> 1",
        "\"n\" -> \"n\",\"more\":1",
        "\"n\" -> \"LONG\""
      })
  void readsNothingElse(String edit) {
    var steps = edit.split(" -> ", -1);
    assertThat(KNOWN).contains(steps[0]);
    var edited = KNOWN.replace(steps[0], steps[1]).replace("LONG", "n".repeat(401));
    assertThat(TimeEvidence.of(json(edited))).isEmpty();
    assertThat(TimeEvidence.list(json("[" + KNOWN + "," + edited + "]"))).isEmpty();
  }

  @Test
  void saysWhyItReadsNothing() {
    assertThat(TimeEvidence.read(json(KNOWN), "small.lock").orThrow().note()).isEqualTo("n");
    assertThat(TimeEvidence.read(json(KNOWN.replace("3161", "9999")), "x").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LOCK_TOO_NEW);
    for (var none : List.of("{}", "[]", KNOWN.replace("statement", "plan"))) {
      assertThat(TimeEvidence.read(json(none), "x").diagnostics())
          .extracting(Diagnostic::rule)
          .containsExactly(Rule.TIME_STAMP_UNREADABLE);
    }
  }

  @Test
  void readsNoMoreThanALockHas() {
    var one = json(KNOWN);
    assertThat(TimeEvidence.list(new Json.Items(Collections.nCopies(PlanLock.MOST_STAMPS, one))))
        .isPresent();
    assertThat(
            TimeEvidence.list(new Json.Items(Collections.nCopies(PlanLock.MOST_STAMPS + 1, one))))
        .isEmpty();
    assertThat(TimeEvidence.list(json("{}"))).isEmpty();
    assertThat(TimeEvidence.of(json("[]"))).isEmpty();
    var large = "A".repeat(4 * ((1 << 20) / 3 + 2));
    assertThat(TimeEvidence.of(json(KNOWN.replace("Ag==", large)))).isEmpty();
    assertThat(TimeEvidence.of(json(KNOWN.replace("AQ==", "A".repeat(100_000))))).isEmpty();
    assertThatThrownBy(
            () -> new TimeEvidence(TimeSubject.STATEMENT, Optional.empty(), "not base64", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeEvidence(TimeSubject.STATEMENT, Optional.of("no"), "Ag==", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> TimeEvidence.of(TimeSubject.STATEMENT, new byte[] {1}, "n".repeat(401)))
        .isInstanceOf(IllegalArgumentException.class);
    var most = new byte[TimeEvidence.MOST_BYTES];
    assertThat(TimeEvidence.of(TimeEvidence.of(TimeSubject.STATEMENT, most, "").json()))
        .isPresent();
  }

  private static Json json(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8), "x", Rule.LOCK_DAMAGED).orThrow();
  }

  private static String text(Json json) {
    return new String(JsonWriter.bytes(json), StandardCharsets.UTF_8);
  }
}
