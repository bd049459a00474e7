package org.planlock.plan.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which versions a registered bound admits, in the numbering of the tools that people use. */
final class VersionBoundTest {
  @ParameterizedTest(name = "{0} admits {1}: {2}")
  @CsvSource({
    "== 23.1.4, 23.1.4, true",
    "== 23.1.4, v23.1.4, true",
    "== v23.1.4, 23.1.4, true",
    "== v23.1.4, V23.1.4, true",
    "== 23.1.4, 23.1.5, false",
    "== 23.1, 23.1.0, true",
    "== 23.1.0, 23.1, true",
    "== 24.0.01, 24.0.1, true",
    "= 4.1-8, 4.1-8, true",
    "== 4.1-8, 4.1-10, false",
    "== 2.0.0, 2.0.0rc1, false",
    "== 2.0.0, 2.0.0-rc1, false",
    "== 2.0.0, 2.0.0+local, false",
    "== 2.0.0rc1, 2.0.0rc1, true",
    "== R2023b, R2023b, true",
    "== R2023b, R2023a, false",
    "== r7771, r7487, false",
    ">= 2.0.0, 2.0.0rc1, false",
    ">= 2.0.0, 2.0.0.dev3, false",
    ">= 2.0.0, 2.0.0.post1, true",
    ">= 2.0.0rc1, 2.0.0, true",
    ">= 2.0.0rc2, 2.0.0rc10, true",
    ">= 1.9, 1.10, true",
    ">= 1.1.1, 1.1.1w, true",
    ">= R2023a, R2023b, true",
    ">= 20240101, 20231231, false",
    ">= 20240101000000, 20240101000001, true",
    "> 3, 3, false",
    "> 3, 3.0.1, true",
    "< 3, 2.9.9, true",
    "< 3, 3.0, false",
    "<= 3, 3.0, true",
    "<= 3, 3.1, false",
    "<= 3, 3-beta, true",
  })
  void aBoundAdmitsWhatLiesWithinIt(String bound, String version, boolean admitted) {
    assertThat(VersionBound.parse(bound).orElseThrow().admits(version)).isEqualTo(admitted);
  }

  @ParameterizedTest(name = "== 1.0 does not admit \"{0}\"")
  @CsvSource({"''", "unknown", "1.x", "latest"})
  void whatIsNoVersionIsNotTheRegisteredOne(String text) {
    assertThat(VersionBound.parse("== 1.0").orElseThrow().admits(text)).isFalse();
  }
}
