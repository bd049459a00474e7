package org.planlock.execution.sample;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.data.AcceptedBreach;
import org.planlock.data.Dataset;
import org.planlock.data.DatasetReader;
import org.planlock.data.TableInMemory;
import org.planlock.data.TableInput;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.SessionRule;
import org.planlock.plan.sample.RowOrder;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/**
 * Reads the tables of a plan, each once, checks them against their contract, and enrols everybody
 * whom the participants table names.
 */
public final class DataIntake {
  private final Plan plan;
  private final Places places;
  private final DataRequest request;
  private final TraceSink trace;

  /** An intake that records what it reads. */
  public DataIntake(Plan plan, Places places, DataRequest request, TraceSink trace) {
    this.plan = plan;
    this.places = places;
    this.request = request;
    this.trace = trace;
  }

  /** Everybody enrolled in registered row order, with all columns that the tables offer. */
  public Checked<Frame> read() {
    var contract = plan.data().stated();
    if (contract.isEmpty() || TableRules.tables(plan).isEmpty()) {
      return Checked.failed(
          Diagnostic.at(places.of("data"), Rule.NO_PARTICIPANTS_TABLE, "the plan declares no table")
              .help("declare the table of participants, as in `plan new` shows"));
    }
    return tables(contract.get()).then(dataset -> enrol(contract.get(), dataset));
  }

  private Checked<Dataset> tables(DataContract contract) {
    var rules = new TableRules(contract, places.of("data.tables"));
    var tables = rules.rules();
    if (!rules.found().isEmpty()) {
      return Checked.failed(rules.found());
    }
    var sessions = contract.sessions().orElse(List.of()).stream().map(SessionRule::name).toList();
    var dataset =
        new DatasetReader(tables)
            .withSessions(sessions)
            .accepting(request.accepted().keySet())
            .read(request.folder(), request.memory());
    dataset.value().ifPresent(read -> record(read, dataset.diagnostics()));
    return dataset;
  }

  private Checked<Frame> enrol(DataContract contract, Dataset dataset) {
    var key = TableRules.roster(TableRules.tables(plan)).map(t -> t.key().get(0)).orElse("");
    var order =
        plan.sample()
            .stated()
            .flatMap(sample -> sample.order().stated())
            .orElse(new RowOrder("file", true));
    return new RowOrdering(dataset, key)
        .of(order, places.of("sample.order"))
        .map(rows -> new Frame(dataset, contract.columns().orElse(List.of()), rows))
        .map(this::recorded);
  }

  private Frame recorded(Frame frame) {
    trace.record(TraceEvent.of(TraceEvents.ENROLLED).withTexts("ids", frame.participants()));
    return frame;
  }

  private void record(Dataset dataset, List<Diagnostic> found) {
    dataset.tables().forEach(this::record);
    var pipelines = plan.data().stated().flatMap(data -> data.pipelines().stated());
    new DerivedFiles(request.folder(), pipelines.orElse(List.of()), trace)
        .record(dataset.tables().stream().map(input -> input.rule().path()).toList());
    dataset.accepted().forEach(breach -> record(breach, found));
  }

  private void record(TableInput input) {
    var file = input.file();
    var event =
        TraceEvent.of(TraceEvents.DATA)
            .with("table", input.rule().name())
            .with("path", input.rule().path())
            .with("sha256", file.fingerprint().sha256())
            .with("bytes", (double) file.fingerprint().size())
            .with("rows", (double) file.table().rows())
            .withTexts("columns", file.table().header());
    var memory = Optional.ofNullable(request.memory().get(input.rule().path()));
    if (memory.isPresent()) {
      event = event.with("sealed", true);
    }
    var source = memory.flatMap(TableInMemory::dealtFrom);
    if (source.isPresent()) {
      event = event.with("dealtFrom", source.get());
    }
    var locked = Optional.ofNullable(request.lockedSha256().get(input.rule().path()));
    var told = event;
    trace.record(locked.map(sha -> told.with("lockedSha256", sha)).orElse(told));
  }

  private void record(AcceptedBreach breach, List<Diagnostic> found) {
    var line =
        found.stream()
            .filter(finding -> finding.message().equals(breach.message()))
            .map(finding -> (double) finding.span().line())
            .findFirst();
    var because =
        Stream.of(breach.table() + "." + breach.column(), breach.column())
            .map(request.accepted()::get)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse("");
    trace.record(
        TraceEvent.of(TraceEvents.CONTRACT)
            .with("table", breach.table())
            .with("column", breach.column())
            .with("problem", breach.message())
            .with("rows", TraceValue.numbers(line.map(List::of).orElse(List.of())))
            .with("cells", (double) breach.cells())
            .with("accepted", true)
            .with("because", because));
  }
}
