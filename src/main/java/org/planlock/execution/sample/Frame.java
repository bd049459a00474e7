package org.planlock.execution.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.planlock.data.ColumnId;
import org.planlock.data.Dataset;
import org.planlock.data.NumberColumn;
import org.planlock.data.TextColumn;
import org.planlock.data.ValueType;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.source.Span;

/**
 * Everybody enrolled, in row order, with columns by name: numbers, or levels that stay text until a
 * step codes them.
 */
public final class Frame {
  private final Dataset dataset;
  private final List<String> participants;
  private final int[] order;
  private final Map<String, ColumnContract> contracts;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Checked<Column>> read = new ConcurrentHashMap<>();

  Frame(Dataset dataset, List<ColumnContract> contracts, int... order) {
    this.dataset = dataset;
    this.order = order.clone();
    this.participants = IntStream.of(order).mapToObj(dataset.participants()::get).toList();
    this.contracts = new LinkedHashMap<>();
    contracts.forEach(contract -> this.contracts.putIfAbsent(contract.name(), contract));
    participants.forEach(id -> positions.put(id, positions.size()));
  }

  /** Everybody enrolled, in row order. */
  public List<String> participants() {
    return participants;
  }

  /** The sessions that columns by session have. */
  public List<String> sessions() {
    return dataset.sessions();
  }

  /** The row of a participant, counted from 0; empty for who is not enrolled. */
  public Optional<Integer> row(String participant) {
    return Optional.ofNullable(positions.get(participant));
  }

  /** What the plan declares of a column. */
  public Optional<ColumnContract> contract(String column) {
    return Optional.ofNullable(contracts.get(column));
  }

  /** All declared columns. */
  public List<ColumnContract> contracts() {
    return List.copyOf(contracts.values());
  }

  /**
   * The columns of a table, or of all, whose names match a pattern with {@code *}, in file order.
   */
  public List<String> matching(Optional<String> table, String pattern) {
    var found =
        table
            .map(name -> dataset.matching(name, pattern))
            .orElseGet(() -> dataset.matching(pattern));
    return found.stream().map(ColumnId::column).toList();
  }

  /**
   * A column as the plan declares it; undeclared, numbers if all its values are, else text.
   *
   * @param asked the place in the plan that names it
   */
  public Checked<Column> column(String name, Span asked) {
    return read.computeIfAbsent(name, wanted -> typed(wanted, asked));
  }

  /** What keeps a column of a table from being read as numbers. */
  public List<Diagnostic> notNumbers(String name, Span asked) {
    return dataset.find(name, asked).then(dataset::numbers).diagnostics();
  }

  /** The texts of a column as the file has them. */
  public Checked<Column> texts(String name, Span asked) {
    return dataset.find(name, asked).then(dataset::texts).map(texts -> column(name, texts));
  }

  private Checked<Column> typed(String name, Span asked) {
    return dataset.find(name, asked).then(id -> typed(name, id));
  }

  private Checked<Column> typed(String name, ColumnId id) {
    var rule = dataset.rule(id);
    if (rule.filter(declared -> declared.type() == ValueType.TEXT).isPresent()) {
      return dataset.texts(id).map(texts -> column(name, texts));
    }
    var numbers = dataset.numbers(id);
    return numbers.isSound() || rule.isPresent()
        ? numbers.map(values -> column(name, values))
        : dataset.texts(id).map(texts -> column(name, texts));
  }

  private Column column(String name, NumberColumn numbers) {
    return numbers.perSession()
        ? bySession(name, session -> ordered(numbers.values(session)))
        : Column.of(name, ordered(numbers.values()));
  }

  private Column column(String name, TextColumn texts) {
    return texts.perSession()
        ? bySession(name, session -> ordered(texts.values(session)))
        : Column.of(name, ordered(texts.values()));
  }

  private Column bySession(String name, Function<String, Values> values) {
    var parts = new LinkedHashMap<String, Values>();
    sessions().forEach(session -> parts.put(session, values.apply(session)));
    return new Column(name, parts);
  }

  private Values ordered(double... values) {
    return Values.of(IntStream.of(order).mapToDouble(i -> values[i]).toArray());
  }

  private Values ordered(List<Optional<String>> texts) {
    return new Values.Texts(IntStream.of(order).mapToObj(texts::get).toList());
  }
}
