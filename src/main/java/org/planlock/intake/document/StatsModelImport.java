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
 * BIDS Stats Models (bids-standard.github.io/stats-models, versions 0.1 and 1.0): the first level
 * becomes {@code first_level}, terms across participants become a model.
 */
record StatsModelImport(Takings takings) implements DocumentImport {
  private static final String LABEL = "[A-Za-z0-9+]+";
  private static final String PLAIN_TERM = "[A-Za-z_][A-Za-z0-9_]*";
  private static final Map<String, String> FIELD_OF_INSTRUCTION =
      Map.of(
          "Factor", "G1",
          "Scale", "G4",
          "Product", "G3",
          "Convolve", "D3",
          "Filter", "C2",
          "Threshold", "B6");
  private static final Map<String, String> FIELD_OF_INPUT =
      Map.of("task", "D4", "session", "B3", "run", "D6", "subject", "C2");

  @Override
  public PlanNode.Mapping take(JsonValue document, String id) {
    var title = takings.text(document, "Name", "Name");
    var plan = Branch.at(document.span()).put("id", id);
    title.ifPresent(it -> plan.put("title", takings.carry("Name", "plan.title", it)));
    var firstLevels = new ArrayList<PlanNode>();
    var models = new ArrayList<PlanNode>();
    var rules = takings.object(document, "Input", "Input").map(this::input).orElse(List.of());
    var nodes = takings.items(document, "Nodes", "Nodes");
    for (int i = 0; i < nodes.size(); i++) {
      var place = "Nodes[" + i + "]";
      if (takings.isObject(nodes.get(i), place)) {
        node(nodes.get(i), place, firstLevels, models);
      }
    }
    takings.rest(document, "", Set.of("Name", "Input", "Nodes"));
    return Branch.at(document.span())
        .put("planlock", "1")
        .put("plan", plan)
        .put("data", Branch.at(document.span()).putAll("first_level", firstLevels))
        .put("sample", Branch.at(document.span()).putAll("rules", rules))
        .putAll("models", models)
        .node();
  }

  private List<PlanNode> input(JsonValue input) {
    var rules = new ArrayList<PlanNode>();
    input
        .fields()
        .forEach(
            (name, value) -> {
              var place = "Input." + name;
              var labels = StatsModelFirstLevel.texts(value);
              boolean isLabels = labels.stream().allMatch(it -> it.matches(LABEL));
              if (name.equals("subject") && !labels.isEmpty() && isLabels) {
                rules.add(subjects(value, labels));
              } else {
                takings.leave(FIELD_OF_INPUT.getOrDefault(name, ""), place, name, value);
              }
            });
    return rules;
  }

  /**
   * BIDS: the label of {@code sub-01} is {@code 01}, and the table of participants says the first.
   */
  private PlanNode subjects(JsonValue value, List<String> labels) {
    var among = labels.stream().map(it -> "\"sub-" + it + "\"").collect(Collectors.joining(", "));
    return Branch.at(value.span())
        .put(
            "include",
            takings.carry("Input.subject", "sample.rules", "participant_id in (" + among + ")"))
        .put("because", "named under Input.subject")
        .node();
  }

  private void node(
      JsonValue node, String place, List<PlanNode> firstLevels, List<PlanNode> models) {
    var level = takings.text(node, "Level", place + ".Level").orElse("").toLowerCase(Locale.ROOT);
    var name = takings.text(node, "Name", place + ".Name").orElse(level);
    boolean isFirst = level.equals("run") || level.equals("session");
    var model = takings.object(node, "Model", place + ".Model");
    var instructions = instructions(node, place);
    var contrasts = takings.items(node, "Contrasts", place + ".Contrasts");
    if (model.isPresent() && isFirst) {
      firstLevel(new StatsModelFirstLevel(node, place, name, model.get(), contrasts, instructions))
          .ifPresent(firstLevels::add);
    } else if (model.isPresent()) {
      across(model.get(), place + ".Model", level, name).ifPresent(models::add);
    }
    for (int i = 0; i < contrasts.size(); i++) {
      takings.leave(
          isFirst ? "D4" : "J1", place + ".Contrasts[" + i + "]", "contrast", contrasts.get(i));
    }
    node.get("GroupBy").ifPresent(it -> takings.leave("D6", place + ".GroupBy", "GroupBy", it));
    node.get("DummyContrasts")
        .ifPresent(
            it ->
                takings.leave(
                    isFirst ? "D4" : "J1", place + ".DummyContrasts", "DummyContrasts", it));
    takings.rest(
        node,
        place,
        Set.of(
            "Level", "Name", "Model", "Contrasts", "Transformations", "GroupBy", "DummyContrasts"));
  }

  private List<JsonValue> instructions(JsonValue node, String place) {
    var at = place + ".Transformations";
    var list =
        node.get("Transformations").filter(JsonValue.Items.class::isInstance).isPresent()
            ? takings.items(node, "Transformations", at)
            : takings
                .object(node, "Transformations", at)
                .map(it -> takings.items(it, "Instructions", at + ".Instructions"))
                .orElse(List.of());
    for (int i = 0; i < list.size(); i++) {
      var called = list.get(i).get("Name").flatMap(JsonValue::text).orElse("");
      takings.leave(
          FIELD_OF_INSTRUCTION.getOrDefault(called, "E5"),
          at + ".Instructions[" + i + "]",
          "transformation",
          list.get(i));
    }
    return list;
  }

  private Optional<PlanNode> firstLevel(StatsModelFirstLevel first) {
    var at = first.place() + ".Model";
    var x = takings.items(first.model(), "X", at + ".X");
    var terms = StatsModelFirstLevel.terms(x);
    var said = first.events(terms);
    var events = terms.stream().filter(said::contains).toList();
    takings.leave("D3", at + ".X", "X", oneLine(x));
    takings.rest(first.model(), at, Set.of("X", "HRF", "Options"));
    first.model().get("HRF").ifPresent(it -> takings.leave("D3", at + ".HRF", "HRF", it));
    first
        .model()
        .get("Options")
        .ifPresent(it -> takings.leave("D3", at + ".Options", "Options", it));
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var name = takings.name("first_level", first.name());
    var path = "data.first_level." + name;
    var nuisance = terms.stream().filter(it -> !said.contains(it)).toList();
    var branch = Branch.at(first.model().span()).put("name", name).put("events", events);
    takings.carry(at + ".X", path + ".events", String.join(", ", events));
    first.hrf().ifPresent(it -> branch.put("hrf", takings.carry(at, path + ".hrf", it)));
    first
        .highPass()
        .ifPresent(
            it ->
                branch.put(
                    "high_pass",
                    takings.carry(
                        at + ".Options.HighPassFilterCutoffHz", path + ".high_pass", it)));
    if (!nuisance.isEmpty()) {
      branch.put("nuisance", nuisance);
      takings.carry(at + ".X", path + ".nuisance", String.join(", ", nuisance));
    }
    return Optional.of(branch.node());
  }

  private Optional<PlanNode> across(JsonValue model, String at, String level, String called) {
    var x = takings.items(model, "X", at + ".X");
    takings.rest(model, at, Set.of("X"));
    takings.leave(level.equals("dataset") ? "G7" : "D6", at + ".X", "X", oneLine(x));
    var terms = StatsModelFirstLevel.terms(x);
    var plain = terms.stream().filter(it -> it.matches(PLAIN_TERM)).toList();
    if (!level.equals("dataset") || plain.isEmpty() || plain.size() < terms.size()) {
      return Optional.empty();
    }
    var name = takings.name("model", called);
    takings.carry(at + ".X", "models." + name + ".terms", String.join(" + ", plain));
    return Optional.of(Branch.at(model.span()).put("name", name).put("terms", plain).node());
  }

  private static String oneLine(List<JsonValue> items) {
    return items.stream().map(Takings::oneLine).collect(Collectors.joining(", "));
  }
}
