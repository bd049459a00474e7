package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;

class GapTest {
  private static final List<ProvenField> ALL =
      PrivateStudy.revealed("models", "plan", "planlock").fields();

  @Test
  void isBetweenNeighboursOnly() {
    assertThat(denied("models.m2", 8, 9)).isEmpty();
    assertThat(denied("models.m2", 7, 8, 9, 10)).isEmpty();
    assertThat(denied("models.m2", 8)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("models.m2", 9)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("models.m2", 7, 9)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("models.m2", 8, 10)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("models.m2", 7, 8)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("models.m2", 9, 10)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
  }

  @Test
  void isBeforeTheFirstAndAfterTheLast() {
    assertThat(denied("data", 0)).isEmpty();
    assertThat(denied("data", 1)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("data", 11)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("zoo", 11)).isEmpty();
    assertThat(denied("zoo", 10)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
    assertThat(denied("zoo", 0)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
  }

  /** A cheating owner writes the file by hand, so that nothing that is there may be denied. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "models.m1",
        "models.m1.penalty",
        "models",
        "planlock",
        "models.m1.penalty.alpha.more",
        "models[two words].terms.x",
        "plan",
        "planlock.x",
        "models.gro\u0308\u00dfe",
        "planlock\u0007"
      })
  void isNeverWhereSomethingStands(String path) {
    for (int first = 0; first < ALL.size(); first++) {
      assertThat(denied(path, first)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
      if (first + 1 < ALL.size()) {
        assertThat(denied(path, first, first + 1)).containsExactly(Rule.ABSENCE_NOT_PROVEN);
      }
    }
  }

  @Test
  void needsSidesThatAreProven() {
    var before = ALL.get(4);
    var after = ALL.get(9);
    var moved = new ProvenField(after.field(), before.index() + 1, after.proof());
    assertThat(PrivateStudy.errors(denial("models.m1", List.of(before, moved))))
        .contains(Rule.FIELD_NOT_PROVEN);
  }

  private static List<Rule> denied(String path, Integer... sides) {
    return PrivateStudy.errors(denial(path, Stream.of(sides).map(ALL::get).toList()));
  }

  private static FieldProof denial(String path, List<ProvenField> sides) {
    return new FieldProof(
        PrivateStudy.COMMITMENT.statementSha256(),
        PrivateStudy.COMMITMENT.fields(),
        Optional.of(path),
        sides);
  }
}
