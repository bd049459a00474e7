package org.planlock.plan.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Setting;
import org.planlock.plan.register.Compute;
import org.planlock.plan.register.Governance;
import org.planlock.plan.register.Registration;
import org.planlock.plan.sample.Estimand;
import org.planlock.plan.sample.SampleRules;
import org.planlock.syntax.PlanNode;

/** What a variant or a contingency sets: a value at the path of a part that the plan has. */
final class RandomSettings {
  private static final Map<String, Class<?>> PARTS =
      Map.of(
          "plan", Registration.class,
          "sample", SampleRules.class,
          "estimand", Estimand.class,
          "inference", Inference.class,
          "compute", Compute.class,
          "govern", Governance.class,
          "penalty", Penalty.class,
          "validate", Validation.class);

  /** A place whose key is one of these may be set. */
  private record Place(String path, RecordComponent component) {}

  private RandomSettings() {}

  /** A setting for a plan that has the given parts so far. */
  static PlanNode.Mapping of(List<PlanNode.Entry> plan, RandomValues values, KeysSeen seen) {
    var places = new ArrayList<Place>();
    boolean models = plan.stream().anyMatch(entry -> entry.key().text().equals("models"));
    for (var entry : plan) {
      var key = entry.key().text();
      boolean shared = models && (key.equals("penalty") || key.equals("validate"));
      if (PARTS.containsKey(key) && isStated(entry.value()) && !shared) {
        places.addAll(keys(key, PARTS.getOrDefault(key, Registration.class)));
      }
      if (key.equals("models") && entry.value() instanceof PlanNode.Sequence list) {
        list.items().forEach(model -> places.addAll(model((PlanNode.Mapping) model)));
      }
    }
    var place = values.texts().pick(places);
    for (var component : Setting.class.getRecordComponents()) {
      seen.add(component);
    }
    return RandomValues.mapping(
        List.of(
            new PlanNode.Entry(RandomValues.scalar("path"), RandomValues.scalar(place.path())),
            new PlanNode.Entry(
                RandomValues.scalar("value"), values.uncounted().component(place.component()))));
  }

  private static List<Place> model(PlanNode.Mapping model) {
    var name = model.get("name").map(n -> ((PlanNode.Scalar) n).text()).orElse("");
    boolean plain = name.matches("[np][0-9]+");
    return plain ? keys("models." + name, ModelSpec.class) : List.of();
  }

  private static List<Place> keys(String path, Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> !Expected.isRequired(component))
        .filter(component -> !isListOfParts(component.getGenericType()))
        .map(component -> new Place(path + "." + Keys.of(component), component))
        .toList();
  }

  /** A list of things with keys is set through its items. */
  private static boolean isListOfParts(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return false;
    }
    var inner = generic.getActualTypeArguments()[0];
    return generic.getRawType() == List.class
        ? inner instanceof Class<?> plain && (plain.isRecord() || plain.isSealed())
        : isListOfParts(inner);
  }

  private static boolean isStated(PlanNode value) {
    return value instanceof PlanNode.Mapping mapping && mapping.get("not_applicable").isEmpty();
  }
}
