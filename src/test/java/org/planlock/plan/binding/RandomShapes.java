package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.measure.RegionOfInterest;
import org.planlock.plan.sample.Abort;
import org.planlock.syntax.PlanNode;

/** What the types of a plan do not say about its shape: what excludes what, and how many. */
final class RandomShapes {
  private static final Set<String> ONE_OF_THE_FIRST =
      Set.of(Abort.Limit.class.getName(), ColumnContract.Coding.class.getName());
  private static final Set<String> NEEDED =
      Set.of(
          "Measure.Connectivity.rois",
          "PenaltyFactors.Factor.for",
          "Seed.because",
          "Penalty.Distribution.family",
          "RegionOfInterest.atlas",
          "RegionOfInterest.map");
  private static final int KINDS_OF_MEASURES = 4;

  private RandomShapes() {}

  /** The components that can stand beside each other. */
  static List<RecordComponent> of(Class<?> type, SplittableRandom random) {
    var all = List.of(type.getRecordComponents());
    if (type == Measure.class) {
      return oneOf(all, 1, KINDS_OF_MEASURES, random);
    }
    if (type == RegionOfInterest.class) {
      return oneOf(all, "atlas labels", "map where", random);
    }
    return ONE_OF_THE_FIRST.contains(type.getName()) ? oneOf(all, 0, 2, random) : all;
  }

  private static List<RecordComponent> oneOf(
      List<RecordComponent> all, int from, int count, SplittableRandom random) {
    var kept = all.get(from + random.nextInt(count));
    return Stream.of(all.subList(0, from), List.of(kept), all.subList(from + count, all.size()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<RecordComponent> oneOf(
      List<RecordComponent> all, String these, String those, SplittableRandom random) {
    var without = random.nextBoolean() ? these : those;
    return all.stream()
        .filter(component -> !List.of(without.split(" ")).contains(component.getName()))
        .toList();
  }

  /** Whether a key stands although its type would let it be absent. */
  static boolean isNeeded(RecordComponent component) {
    var type = component.getDeclaringRecord();
    int index = List.of(type.getRecordComponents()).indexOf(component);
    return (type == Measure.class && index <= KINDS_OF_MEASURES)
        || RecordBinder.isDecidingKey(component.getDeclaringRecord(), Component.of(component))
        || NEEDED.contains(KeyMeanings.typeName(type) + "." + Keys.of(component))
        || (ONE_OF_THE_FIRST.contains(type.getName()) && index < 2);
  }

  /** How many items a list has. */
  static int length(RecordComponent component, SplittableRandom random) {
    boolean range =
        component.getDeclaringRecord() == ColumnContract.class
            && component.getName().equals("range");
    boolean pair = component.getDeclaringRecord() == Measure.Connectivity.class;
    boolean some =
        component.getType() == List.class
            && !RecordBinder.isDecidingKey(component.getDeclaringRecord(), Component.of(component));
    return range || pair ? 2 : some ? 1 + random.nextInt(3) : random.nextInt(4);
  }

  /** Whether a text is a name, and not a sentence. */
  static boolean isName(RecordComponent component) {
    var mention =
        KeyMeanings.of(component).map(KeyMeaning::mention).orElse(KeyMeaning.Mention.NONE);
    return component.getName().equals("name")
        || component.getName().equals("id")
        || List.of(KeyMeaning.Says.DECLARES, KeyMeaning.Says.NAMES).contains(mention.says());
  }

  /** A step with its number. */
  static PlanNode.Mapping numbered(PlanNode.Mapping step, int number) {
    return RandomValues.mapping(
        step.entries().stream()
            .map(
                entry ->
                    entry.key().text().equals("step")
                        ? new PlanNode.Entry(
                            entry.key(), RandomValues.scalar(String.valueOf(number)))
                        : entry)
            .toList());
  }
}
