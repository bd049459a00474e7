package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.yaml.YamlPlanReader;

class CanonicalJsonTest {
  private static final int TREES = 1000;

  // RFC 8785, appendix B: IEEE 754 bits and the JSON that they must become
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void printsNumbersAsRfc8785Does(String bits, String json) {
    assertThat(JsonWriter.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
        .isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "001",
        "1.10",
        "-0",
        "1E5",
        "5e-2",
        "9007199254740993",
        "0.1000000000000000055",
        "1e400"
      })
  void keepsATextThatOnlyLooksLikeANumber(String text) {
    assertThat(json(plan("id", text))).isEqualTo("{\"id\":\"" + text + "\"}");
  }

  @Test
  void writesNumbersTruthsAndWordsAsWhatTheyAre() {
    var entries = new LinkedHashMap<String, PlanNode>();
    entries.put("tolerance", RandomTrees.scalar("1e-9"));
    entries.put("intercept", RandomTrees.scalar("true"));
    entries.put("reference", RandomTrees.scalar("0"));
    entries.put("order", RandomTrees.scalar("yes"));
    assertThat(json(RandomTrees.mapping(entries)))
        .isEqualTo("{\"intercept\":true,\"order\":\"yes\",\"reference\":0,\"tolerance\":1e-9}");
  }

  // RFC 8785 §3.2.3: the member order of its example
  @Test
  void sortsMembersByUtf16CodeUnits() {
    var members = new LinkedHashMap<String, Json>();
    for (var key : List.of("\u20ac", "\ufb33", "1", "\ud83d\ude00", "\u00f6")) {
      members.put(key, new Json.Text("x"));
    }
    assertThat(new String(JsonWriter.bytes(new Json.Fields(members)), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"1\":\"x\",\"\u00f6\":\"x\",\"\u20ac\":\"x\",\"\ud83d\ude00\":\"x\",\"\ufb33\":\"x\"}");
  }

  // RFC 8785 §3.2.2.2: two-character escapes where JSON has them, lower case digits elsewhere
  @Test
  void escapesAsLittleAsItMay() {
    var text = new Json.Text("\u20ac$\u000f\nA'B\"\\\b\t\f\r/\u007f");
    assertThat(new String(JsonWriter.bytes(text), StandardCharsets.UTF_8))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\b\\t\\f\\r/\u007f\"");
  }

  @Test
  void composesAccentsAndCollapsesSpaces() {
    assertThat(json(plan("title", "  a\r\n  \tcafe\u0301 ")))
        .isEqualTo("{\"title\":\"a caf\u00e9\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000", "\u001b[31m", "\u0085", "\ud800", "x\udc00y", "\uffff", "\u0378"})
  void refusesCharactersThatCannotBeHashed(String text) {
    var checked = CanonicalJson.bytes(plan("title", text));
    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.FORBIDDEN_CHARACTER);
  }

  @Test
  void refusesKeysThatNormalisationMerges() {
    var entries = new LinkedHashMap<String, PlanNode>();
    entries.put("caf\u00e9", RandomTrees.scalar("1"));
    entries.put("cafe\u0301", RandomTrees.scalar("2"));
    assertThat(CanonicalJson.bytes(RandomTrees.mapping(entries)).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.DUPLICATE_KEY);
  }

  @Test
  void refusesATreeThatIsTooDeepToRead() {
    PlanNode node = RandomTrees.scalar("x");
    for (int i = 0; i < 5000; i++) {
      node = new PlanNode.Sequence(List.of(node), Span.none("deep"));
    }
    assertThat(CanonicalJson.bytes(node).diagnostics())
        .extracting(d -> d.rule())
        .contains(Rule.TOO_DEEP);
  }

  @Test
  void readsBackExactlyWhatItWrote() {
    LongStream.range(0, TREES)
        .forEach(
            seed -> {
              var tree = new RandomTrees(seed).plan();
              var bytes = CanonicalJson.bytes(tree).orThrow();
              var back = CanonicalJson.read(bytes, "plan").orThrow();
              assertThat(back.sameAs(tree)).as("tree %d", seed).isTrue();
              assertThat(CanonicalJson.bytes(back).orThrow()).isEqualTo(bytes);
            });
  }

  @Test
  void readsBackAWholeStudy() throws IOException {
    var tree = study();
    var bytes = CanonicalJson.bytes(tree).orThrow();
    assertThat(CanonicalJson.read(bytes, "plan").orThrow().sameAs(tree)).isTrue();
  }

  @Test
  void anyChangedValueOfAWholeStudyChangesTheDigestAndIsNamed() throws IOException {
    var tree = study();
    var entries = TreePaths.entries(tree);
    assertThat(entries).hasSizeGreaterThan(400);
    for (var path : entries.keySet()) {
      var changed = TreePaths.set(tree, path, RandomTrees.scalar("something else")).orThrow();
      assertThat(digest(changed)).as(path).isNotEqualTo(digest(tree));
      assertThat(TreeDifference.between(tree, changed)).as(path).isNotEmpty();
    }
  }

  @Test
  void keyOrderAndWhiteSpaceDoNotChangeTheDigest() {
    LongStream.range(0, TREES)
        .forEach(
            seed -> {
              var trees = new RandomTrees(seed);
              var tree = trees.plan();
              assertThat(digest(trees.shuffled(tree))).as("tree %d", seed).isEqualTo(digest(tree));
            });
  }

  @Test
  void anyChangedValueChangesTheDigest() {
    LongStream.range(0, TREES)
        .forEach(
            seed -> {
              var trees = new RandomTrees(seed);
              var tree = trees.plan();
              if (RandomTrees.scalars(tree) > 0) {
                assertThat(digest(trees.changed(tree)))
                    .as("tree %d", seed)
                    .isNotEqualTo(digest(tree));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{\"a\":1}\n",
        "{\"a\": 1}",
        "{\"a\":1,\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\":1.0}",
        "{\"a\":\"1\"}",
        "{\"a\":null}",
        "{\"a\":\"true\"}",
        "{\"a\":-0}",
        "{\"a\":1e400}",
        "{\"a\":\"\\u0061\"}",
        "{\"a\":\"e\u0301\"}",
        "{\"a\":\" x\"}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1}{}",
        "\ufeff{\"a\":1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"\\ud800\"}"
      })
  void refusesBytesThatItWouldNotWrite(String json) {
    var checked = CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), "plan");
    assertThat(checked.isSound()).isFalse();
  }

  @Test
  void refusesJsonThatIsNestedBeyondMeasure() {
    var json = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), "plan").isSound())
        .isFalse();
  }

  // Python: hashlib.sha256(b'{"id":"first","planlock":1}').hexdigest()
  @Test
  void digestsTheCanonicalBytesWithSha256() {
    var entries =
        Map.of("planlock", (PlanNode) RandomTrees.scalar("1"), "id", RandomTrees.scalar("first"));
    var digest = PlanDigest.of(RandomTrees.mapping(entries)).orThrow();
    assertThat(digest)
        .hasToString("sha256:bf6beebad89a5e5f31b45644b06322d83b17db5ba4607bfad59cd9bd09281001");
    assertThat(PlanDigest.parse(digest.toString())).contains(digest);
    assertThat(PlanDigest.parse("md5:" + digest.sha256().hex())).isEmpty();
    assertThat(PlanDigest.parse("sha256:" + digest.sha256().hex().toUpperCase(Locale.ROOT)))
        .isEmpty();
    assertThat(digest.bytes()).hasSize(32);
    assertThatThrownBy(() -> new Sha256("abc")).isInstanceOf(IllegalArgumentException.class);
  }

  private static PlanNode.Mapping study() throws IOException {
    var name = "/targets/ketamine-ptsd.plan.yaml";
    try (var stream = Objects.requireNonNull(CanonicalJsonTest.class.getResourceAsStream(name))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new YamlPlanReader().read(SourceFile.of(name, text)).orThrow();
    }
  }

  private static PlanNode.Mapping plan(String key, String text) {
    return RandomTrees.mapping(Map.of(key, RandomTrees.scalar(text)));
  }

  private static String json(PlanNode tree) {
    return new String(CanonicalJson.bytes(tree).orThrow(), StandardCharsets.UTF_8);
  }

  private static PlanDigest digest(PlanNode tree) {
    return PlanDigest.of(tree).orThrow();
  }
}
