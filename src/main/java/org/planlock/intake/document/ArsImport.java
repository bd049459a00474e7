package org.planlock.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.intake.Branch;
import org.planlock.intake.json.JsonValue;
import org.planlock.syntax.PlanNode;

/**
 * CDISC Analysis Results Standard, version 1 (a reporting event in JSON): the analysis set becomes
 * a rule of the sample, each analysis a model with its purpose and reason.
 */
record ArsImport(Takings takings) implements DocumentImport {
  private static final String COLUMN = "[A-Za-z_][A-Za-z0-9_]*";
  private static final Set<String> SUBJECT_IDS = Set.of("USUBJID", "SUBJID");
  private static final Map<String, String> ROLES =
      Map.of(
          "PRIMARY OUTCOME MEASURE", "primary",
          "SECONDARY OUTCOME MEASURE", "secondary",
          "EXPLORATORY OUTCOME MEASURE", "exploratory");
  private static final Map<String, String> REASONS =
      Map.of(
          "SPECIFIED IN PROTOCOL", "protocol",
          "SPECIFIED IN SAP", "sap",
          "DATA DRIVEN", "data_driven",
          "REQUESTED BY REGULATORY AGENCY", "regulator_request");

  @Override
  public PlanNode.Mapping take(JsonValue document, String id) {
    var plan = Branch.at(document.span()).put("id", id);
    takings
        .text(document, "name", "name")
        .ifPresent(it -> plan.put("title", takings.carry("name", "plan.title", it)));
    var analyses = objects(document, "analyses");
    var rules = rules(document, analyses);
    described(document, "dataSubsets", "C2", "data subset");
    described(document, "analysisGroupings", "G1", "grouping");
    described(document, "methods", "H1", "method");
    described(document, "outputs", "J7", "output");
    described(document, "referenceDocuments", "", "reference document");
    var models = new ArrayList<PlanNode>();
    for (int i = 0; i < analyses.size(); i++) {
      models.add(model(document, analyses.get(i), "analyses[" + i + "]"));
    }
    results(analyses);
    takings.rest(
        document,
        "",
        Set.of(
            "name",
            "id",
            "@type",
            "version",
            "analyses",
            "analysisSets",
            "dataSubsets",
            "analysisGroupings",
            "methods",
            "outputs",
            "referenceDocuments",
            "mainListOfContents",
            "otherListsOfContents"));
    return Branch.at(document.span())
        .put("planlock", "1")
        .put("plan", plan)
        .put("sample", Branch.at(document.span()).putAll("rules", rules))
        .putAll("models", models)
        .node();
  }

  private List<JsonValue> objects(JsonValue from, String name) {
    var items = takings.items(from, name, name);
    var objects = new ArrayList<JsonValue>();
    for (int i = 0; i < items.size(); i++) {
      if (takings.isObject(items.get(i), name + "[" + i + "]")) {
        objects.add(items.get(i));
      }
    }
    return objects;
  }

  /**
   * The one set that every analysis uses is who is analysed; several sets are left to the author.
   */
  private List<PlanNode> rules(JsonValue document, List<JsonValue> analyses) {
    var sets = objects(document, "analysisSets");
    var used =
        analyses.stream()
            .map(it -> it.get("analysisSetId").flatMap(JsonValue::text).orElse(""))
            .distinct()
            .toList();
    var rules = new ArrayList<PlanNode>();
    for (int i = 0; i < sets.size(); i++) {
      var set = sets.get(i);
      var place = "analysisSets[" + i + "]";
      var condition = new ArsCondition(sets).of(set);
      boolean isOnly =
          sets.size() == 1 && (used.isEmpty() || used.equals(List.of(text(set, "id").orElse(""))));
      if (isOnly && condition.isPresent()) {
        takings.carry(place, "sample.rules", condition.get());
        rules.add(
            Branch.at(set.span())
                .put("include", condition.get())
                .put("because", text(set, "name").or(() -> text(set, "label")))
                .node());
      }
      takings.leave("C2", place, "analysis set", set);
    }
    return rules;
  }

  private void described(JsonValue document, String list, String field, String topic) {
    var items = takings.items(document, list, list);
    for (int i = 0; i < items.size(); i++) {
      takings.leave(field, list + "[" + i + "]", topic, items.get(i));
    }
  }

  private PlanNode model(JsonValue document, JsonValue analysis, String place) {
    var name = takings.name("model", text(analysis, "id").orElse("analysis"));
    var path = "models." + name;
    var branch = Branch.at(analysis.span()).put("name", name);
    var variable = takings.text(analysis, "variable", place + ".variable");
    variable
        .filter(it -> it.matches(COLUMN) && !SUBJECT_IDS.contains(it))
        .ifPresent(
            it -> branch.put("outcome", takings.carry(place + ".variable", path + ".outcome", it)));
    term(analysis, "purpose", ROLES, place)
        .ifPresent(it -> branch.put("role", takings.carry(place + ".purpose", path + ".role", it)));
    term(analysis, "reason", REASONS, place)
        .ifPresent(
            it -> branch.put("reason", takings.carry(place + ".reason", path + ".reason", it)));
    for (var topic : List.of("name", "label", "description", "dataset")) {
      takings
          .text(analysis, topic, place + "." + topic)
          .ifPresent(it -> takings.beside(path, place + "." + topic, topic, it));
    }
    variable
        .filter(it -> !it.matches(COLUMN) || SUBJECT_IDS.contains(it))
        .ifPresent(it -> takings.beside(path, place + ".variable", "variable", it));
    for (var pointer : List.of("analysisSetId", "dataSubsetId", "methodId")) {
      takings
          .text(analysis, pointer, place + "." + pointer)
          .ifPresent(it -> takings.beside(path, place + "." + pointer, pointer, it));
    }
    groupings(document, analysis, place, path);
    takings.rest(
        analysis,
        place,
        Set.of(
            "id",
            "name",
            "label",
            "description",
            "dataset",
            "variable",
            "purpose",
            "reason",
            "version",
            "analysisSetId",
            "dataSubsetId",
            "methodId",
            "orderedGroupings",
            "results",
            "referencedAnalysisOperations",
            "documentRefs",
            "categoryIds"));
    return branch.node();
  }

  private void groupings(JsonValue document, JsonValue analysis, String place, String path) {
    var known =
        takings.items(document, "analysisGroupings", "analysisGroupings").stream()
            .collect(
                Collectors.toMap(
                    it -> text(it, "id").orElse(""),
                    it -> text(it, "groupingVariable").orElse(""),
                    (first, second) -> first));
    var groupings = takings.items(analysis, "orderedGroupings", place + ".orderedGroupings");
    var said =
        groupings.stream()
            .map(it -> text(it, "groupingId").orElseGet(() -> Takings.oneLine(it)))
            .map(it -> known.getOrDefault(it, "").isEmpty() ? it : it + " (" + known.get(it) + ")")
            .collect(Collectors.joining(", "));
    takings.beside(path, place + ".orderedGroupings", "grouped by", said);
  }

  /** A controlled term in our words; a sponsor's own term is kept as it is. */
  private Optional<String> term(
      JsonValue analysis, String name, Map<String, String> words, String place) {
    var value = takings.object(analysis, name, place + "." + name);
    var word =
        value
            .flatMap(it -> it.get("controlledTerm"))
            .flatMap(JsonValue::text)
            .map(it -> words.getOrDefault(it.toUpperCase(Locale.ROOT), ""))
            .filter(it -> !it.isEmpty());
    if (word.isEmpty()) {
      value.ifPresent(it -> takings.leave("J6", place + "." + name, name, it));
    }
    return word;
  }

  /** Who has results before the plan is locked has seen them. */
  private void results(List<JsonValue> analyses) {
    int results =
        analyses.stream()
            .mapToInt(it -> it.get("results").map(r -> r.items().size()).orElse(0))
            .sum();
    if (results > 0) {
      takings.leave(
          "A4",
          "analyses",
          "results",
          results + " results stand in the document and are not taken over: who has seen them?");
    }
  }

  private static Optional<String> text(JsonValue from, String name) {
    return from.get(name).flatMap(JsonValue::text);
  }
}
