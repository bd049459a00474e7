package org.planlock.conformance;

import java.nio.charset.StandardCharsets;

/** The plan beside a lock, in every form in which it says the same, and in many in which not. */
final class PlanCases {
  private PlanCases() {}

  static void into(CaseCollection all) {
    same(all);
    changed(all);
    unreadable(all);
  }

  private static void same(CaseCollection all) {
    all.ok(
        "plan_with_comments_and_other_layout",
        "L351",
        "comments and blanks do not count",
        study -> study.locked().replanned("outcome change", "// what changes\noutcome   change"));
    all.ok(
        "plan_with_byte_order_mark_and_crlf",
        "L351",
        "an editor of another system wrote the file",
        study -> {
          study.locked();
          study.with(CaseStudy.PLAN, "\ufeff" + study.text(CaseStudy.PLAN).replace("\n", "\r\n"));
        });
    all.ok(
        "plan_in_the_other_notation",
        "L351",
        "the same plan in YAML",
        study ->
            study
                .locked()
                .with("small.plan.yaml", study.printed("show", CaseStudy.PLAN, "--as", "yaml"))
                .without(CaseStudy.PLAN));
  }

  private static void changed(CaseCollection all) {
    changed(all, "value_changed", "0.01 * max", "0.001 * max", "the end of the penalty's grid");
    changed(all, "value_added", "0.5, 1 ", "0.5, 0.7, 1 ", "one more mixing value");
    changed(all, "value_removed", "0.5, 1 ", "1 ", "one mixing value less");
    changed(all, "outcome_turned", "after - before", "before - after", "the sign of the outcome");
    changed(all, "term_added", "age + dose", "age + dose + sex", "one more term");
    changed(all, "rule_changed", "leave_one_out", "k_fold 5", "another way to validate");
    changed(all, "title_changed", "A small plan", "A small plan.", "a full stop in the title");
    changed(all, "missing_code_changed", "\"NA\"", "\"NA\", \"-9\"", "one more missing code");
  }

  private static void changed(
      CaseCollection all, String what, String from, String to, String about) {
    all.fail(
        "plan_" + what,
        1,
        "L301 L351",
        about + ", after the plan was locked",
        study -> study.locked().replanned(from, to));
  }

  private static void unreadable(CaseCollection all) {
    all.fail(
        "plan_with_open_brace",
        3,
        "L351 S102",
        "the plan beside the lock ends in the middle",
        study -> study.locked().replanned("terms age + dose }", "terms age + dose"));
    all.fail(
        "plan_empty",
        3,
        "L351 S112",
        "the plan beside the lock is an empty file",
        study -> study.locked().with(CaseStudy.PLAN, ""));
    all.fail(
        "plan_not_utf8",
        3,
        "L351 S109",
        "the plan beside the lock is in another code page",
        study ->
            study
                .locked()
                .with(
                    CaseStudy.PLAN,
                    "plan \"small\" language 1 { title \"Größe\" }\n"
                        .getBytes(StandardCharsets.ISO_8859_1)));
    all.fail(
        "plan_with_java_tag",
        3,
        "L351 S105",
        "YAML that asks a careless reader to make an object of a class",
        study ->
            study
                .locked()
                .without(CaseStudy.PLAN)
                .with("small.yaml", "planlock: 1\nplan: !!javax.script.ScriptEngineManager [x]\n"));
    all.fail(
        "plan_with_alias_bomb",
        3,
        "L351 S104",
        "YAML whose aliases would unfold to a billion words",
        study -> study.locked().without(CaseStudy.PLAN).with("small.yaml", aliasBomb()));
  }

  private static String aliasBomb() {
    var text = new StringBuilder("planlock: 1\na0: &a0 [x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      var before = "*a" + (i - 1);
      text.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, before, before, before));
    }
    return text.toString();
  }
}
