package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.Sha256;

class LockAndVerifyTest {
  private static final String COMPLETE =
      Desk.SMALL.replace(
          "separator comma }", "separator comma  complete yes  dictionary \"d.json\" }");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder).with("small.plan", Desk.SMALL);
  }

  @Test
  void locksBesideThePlanAndSaysWhoseClockItWas() {
    assertThat(desk.type("lock", "small.plan")).isZero();
    assertThat(desk.out())
        .startsWith("locked   small   sha256:")
        .contains("0 fixed inputs, 1 table not yet sealed   2026-03-02T09:14:07Z (self-asserted)")
        .endsWith("         small.lock\n");
    assertThat(desk.files()).containsExactly("small.lock", "small.plan");
  }

  @Test
  void neverOverwritesALock() {
    desk.type("lock", "small.plan");
    var before = desk.bytes("small.lock");
    assertThat(desk.type("lock", "small.plan")).isEqualTo(7);
    assertThat(desk.err()).contains("error[C603]", "plan verify small.lock");
    assertThat(desk.bytes("small.lock")).isEqualTo(before);
    assertThat(desk.files()).containsExactly("small.lock", "small.plan");
  }

  @Test
  void locksNoInvalidPlan() {
    desk.with("bad.plan", Desk.SMALL.replace("0.5, 1", "0.5, 1.5"));
    assertThat(desk.type("lock", "bad.plan")).isEqualTo(3);
    assertThat(desk.files()).containsExactly("bad.plan", "small.plan");
  }

  @Test
  void refusesIdsThatAreNoFileNames() {
    for (var id : new String[] {"../small", "a b", "con", "x.", "a/b", ".hidden"}) {
      desk.with("odd.plan", Desk.SMALL.replace("plan \"small\"", "plan \"" + id + "\""));
      assertThat(desk.type("lock", "odd.plan")).as(id).isEqualTo(3);
      assertThat(desk.err()).as(id).contains("C604");
    }
    assertThat(desk.files()).containsExactly("odd.plan", "small.plan");
  }

  @Test
  void saysWhichFixedFileIsMissing() {
    desk.with("done.plan", COMPLETE).with("wide.csv", "rid\n1\n");
    assertThat(desk.type("lock", "done.plan")).isEqualTo(5);
    assertThat(desk.err()).contains("there is no `d.json`", "--data DIR");
  }

  @Test
  void verifiesAnUnchangedPlanWithoutItsData() {
    desk.type("lock", "small.plan");
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("plan unchanged").endsWith("VERIFIED at level T0\n");
  }

  @Test
  void commentsAndLayoutDoNotCount() {
    desk.type("lock", "small.plan");
    desk.with("small.plan", "// a remark\r\n" + Desk.SMALL.replace("\n", "\r\n"));
    assertThat(desk.type("verify", "small.lock")).isZero();
  }

  @Test
  void namesTheOneValueThatChanged() {
    desk.type("lock", "small.plan");
    desk.with("small.plan", Desk.SMALL.replace("0.01 * max", "0.001 * max"));
    assertThat(desk.type("verify", "small.lock")).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "error[L301]: this plan is not the one that was locked on 2026-03-02T09:14:07Z",
            "small.plan:5:",
            "`models.m1.penalty.lambda.to`: locked `0.01 * max`, found `0.001 * max`",
            "1 value differs")
        .endsWith("CHANGED: this is not what was locked\n");
  }

  @Test
  void fixesTheFilesThatOnlyADeclaredAlternativeNames() {
    var study =
        Desk.SMALL
            + """
            atlas toy from "atlas.nii"
            roi vmPFC = toy "A"
            sensitivity { variant meta { roi.vmPFC map "meta.nii" >= 5   applies_to mean_signal } }
            """;
    desk.with("done.plan", study).with("atlas.nii", "a").with("meta.nii", "m");
    assertThat(desk.type("lock", "done.plan")).as(desk.err()).isZero();
    assertThat(desk.out()).contains("2 fixed inputs");
    desk.with("meta.nii", "n");
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan")).isEqualTo(1);
    assertThat(desk.out()).contains("L307", "meta.nii");
  }

  @Test
  void noticesOneByteOfAMaskOrTable() {
    desk.with("done.plan", COMPLETE).with("wide.csv", "rid\n1\n").with("d.json", "{}");
    assertThat(desk.type("lock", "done.plan")).isZero();
    assertThat(desk.out()).contains("1 fixed input, 1 table sealed");
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan")).isZero();
    desk.with("d.json", "{ }");
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan")).isEqualTo(1);
    assertThat(desk.out()).contains("L307");
    desk.with("d.json", "{}").with("wide.csv", "rid\n2\n");
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan")).isEqualTo(1);
    assertThat(desk.out()).contains("L310");
  }

  @Test
  void findsFilesInTheFolderThatIsNamed() {
    desk.with("done.plan", COMPLETE).with("else/wide.csv", "rid\n1\n").with("else/d.json", "{}");
    assertThat(desk.type("lock", "done.plan", "--data", "else")).isZero();
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan", "--data", "else")).isZero();
    assertThat(desk.type("verify", "small.lock", "--plan", "done.plan")).isEqualTo(5);
  }

  @Test
  void asksForMoreOnRequest() {
    desk.type("lock", "small.plan");
    assertThat(desk.type("verify", "small.lock", "--require-time")).isEqualTo(4);
    assertThat(desk.type("verify", "small.lock", "--require-files")).isEqualTo(4);
  }

  @Test
  void tellsDamageFromAbsence() {
    desk.type("lock", "small.plan");
    var lock = new String(desk.bytes("small.lock"), StandardCharsets.UTF_8);
    assertThat(desk.type("verify", "none.lock")).isEqualTo(5);
    assertThat(desk.with("x.lock", "").type("verify", "x.lock")).isEqualTo(3);
    assertThat(desk.with("x.lock", lock.substring(0, 99)).type("verify", "x.lock")).isEqualTo(3);
    var flipped = lock.replaceFirst("\"payload\":\"e", "\"payload\":\"f");
    assertThat(desk.with("x.lock", flipped).type("verify", "x.lock")).isIn(1, 3);
    var future = lock.replace("planlock-lock/1", "planlock-lock/9");
    assertThat(desk.with("x.lock", future).type("verify", "x.lock")).isEqualTo(7);
    assertThat(desk.out()).contains("NOT CHECKED: made by a newer version");
    assertThat(desk.with("x.lock", lock.replace("\n", "\r\n")).type("verify", "x.lock")).isZero();
  }

  @Test
  void speaksJson() {
    assertThat(desk.type("lock", "small.plan", "--format", "json")).isZero();
    var lock = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(lock.get("timeEvidence").getAsString()).isEqualTo("self-asserted");
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("verify", "small.lock", "--format", "json")).isEqualTo(1);
    var found = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(found.get("standing").getAsString()).isEqualTo("changed");
    var difference = found.getAsJsonArray("differences").get(0).getAsJsonObject();
    assertThat(difference.get("path").getAsString()).isEqualTo("models.m1.penalty.l1_ratio");
  }

  @Test
  void theCanonicalFormHashesToTheDigest() {
    desk.type("lock", "small.plan", "--json");
    var digest = JsonParser.parseString(desk.out()).getAsJsonObject().get("digest").getAsString();
    desk.type("show", "small.plan", "--as", "json");
    assertThat(Sha256.of(desk.out().getBytes(StandardCharsets.UTF_8)).toString()).isEqualTo(digest);
  }

  @Test
  void bothNotationsOfOnePlanAreTheSame() {
    desk.type("show", "small.plan", "--as", "yaml");
    desk.with("twin.yaml", desk.out());
    assertThat(desk.type("diff", "small.plan", "twin.yaml")).isZero();
    assertThat(desk.out()).isEqualTo("no difference\n");
    desk.type("lock", "small.plan");
    assertThat(desk.type("diff", "small.lock", "twin.yaml")).isZero();
    assertThat(desk.type("verify", "small.lock", "--plan", "twin.yaml")).isZero();
    desk.type("show", "small.lock", "--expanded");
    desk.with("expanded.plan", desk.out());
    assertThat(desk.type("diff", "small.lock", "expanded.plan")).isZero();
  }

  @Test
  void showsDifferencesPathByPath() {
    desk.with("other.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("diff", "small.plan", "other.plan")).isEqualTo(1);
    assertThat(desk.out())
        .isEqualTo(
            """
            models.m1.penalty.l1_ratio
              small.plan  [0.5, 1]
              other.plan  [1]
            1 value differs
            """);
  }
}
