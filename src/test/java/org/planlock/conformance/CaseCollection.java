package org.planlock.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cases that can be made, by name. */
final class CaseCollection {
  private final Map<String, Plan> plans = new LinkedHashMap<>();

  /** How the files of a case come about. */
  interface Making {
    void make(CaseStudy study) throws Exception;
  }

  private record Plan(String about, int exit, List<String> findings, Making making) {}

  static CaseCollection all() {
    var all = new CaseCollection();
    LockCases.into(all);
    ForgedLockCases.into(all);
    PlanCases.into(all);
    FileCases.into(all);
    SignatureCases.into(all);
    TimeCases.into(all);
    RefusedTimeCases.into(all);
    LedgerCases.into(all);
    CheckpointCases.into(all);
    FieldCases.into(all);
    return all;
  }

  /** A case that must be accepted. */
  void ok(String name, String findings, String about, Making making) {
    add(name + "_ok", 0, findings, about, making);
  }

  /** A case that must not be, by this exit code and these findings. */
  void fail(String name, int exit, String findings, String about, Making making) {
    add(name + "_fail", exit, findings, about, making);
  }

  private void add(String name, int exit, String findings, String about, Making making) {
    var codes = findings.isEmpty() ? List.<String>of() : List.of(findings.split(" "));
    if (plans.put(name, new Plan(about, exit, codes, making)) != null) {
      throw new IllegalArgumentException("two cases are called " + name);
    }
  }

  List<String> names() {
    return new ArrayList<>(plans.keySet());
  }

  /** Makes one case in a folder of its name. */
  void make(String name, Path root) {
    var plan = plans.get(name);
    if (plan == null) {
      throw new IllegalArgumentException(name);
    }
    try {
      var study = new CaseStudy(Files.createDirectories(root.resolve(name)));
      plan.making().make(study);
      study.finish();
      new Case(name, plan.about(), study.arguments(), plan.exit(), plan.findings())
          .write(study.folder());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(name, e);
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }
}
