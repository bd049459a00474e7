package org.planlock.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Reads the tables of a plan, checks them against their contract and joins them.
 *
 * @param sessions the sessions that the plan uses; empty: all that the tables name
 * @param accepted columns, alone or as {@code table.column}, whose values may lie outside ranges,
 *     levels and units in this execution
 */
public record DatasetReader(List<TableRule> rules, List<String> sessions, Set<String> accepted) {
  public DatasetReader {
    rules = List.copyOf(rules);
    sessions = List.copyOf(sessions);
    accepted = Set.copyOf(accepted);
  }

  /** Reads these tables, all their sessions, and accepts no breach. */
  public DatasetReader(List<TableRule> rules) {
    this(rules, List.of(), Set.of());
  }

  /** The same with the sessions that the plan uses. */
  public DatasetReader withSessions(List<String> names) {
    return new DatasetReader(rules, names, accepted);
  }

  /** The same, accepting breaches of these columns. */
  public DatasetReader accepting(Set<String> columns) {
    return new DatasetReader(rules, sessions, columns);
  }

  /** Reads all tables below a folder, each once. */
  public Checked<Dataset> read(Path folder) {
    return read(folder, Map.of());
  }

  /**
   * The same where some tables are in memory.
   *
   * @param memory by the path that the plan writes; these are read instead of files
   */
  public Checked<Dataset> read(Path folder, Map<String, TableInMemory> memory) {
    var inputs = new ArrayList<TableInput>();
    var found = new ArrayList<Diagnostic>();
    for (var rule : rules) {
      var file = table(folder, rule, memory);
      found.addAll(file.diagnostics());
      var dictionary = rule.dictionary().map(name -> dictionary(folder, name));
      dictionary.ifPresent(d -> found.addAll(d.diagnostics()));
      var described = dictionary.flatMap(Checked::value);
      file.value().ifPresent(f -> inputs.add(new TableInput(rule, f, described)));
    }
    return checked(inputs, found);
  }

  /** One table, out of memory or of its file. */
  public static Checked<TableFile> table(
      Path folder, TableRule rule, Map<String, TableInMemory> memory) {
    var held = memory.get(rule.path());
    return held == null
        ? path(folder, rule.path()).then(p -> TableReader.read(p, rule.path(), rule.format()))
        : TableReader.read(rule.path(), held.bytes(), rule.format())
            .map(read -> new TableFile(read.name(), held.file(), read.table()));
  }

  /** Checks and joins tables that were read before; each rule needs its table. */
  public Checked<Dataset> join(List<TableInput> inputs) {
    if (inputs.size() != rules.size()) {
      throw new IllegalArgumentException(inputs.size() + " tables for " + rules.size() + " rules");
    }
    return checked(inputs, List.of());
  }

  private Checked<Dataset> checked(List<TableInput> inputs, List<Diagnostic> earlier) {
    var acceptance = new Acceptance(accepted);
    var found = new ArrayList<>(earlier);
    var sound = new ArrayList<SoundTable>();
    for (var input : inputs) {
      var table = new ContractCheck(input, acceptance).check();
      found.addAll(table.diagnostics());
      table.value().ifPresent(sound::add);
    }
    var keyed = sound.stream().filter(t -> !t.rule().key().isEmpty()).map(KeyedTable::new).toList();
    if (sound.size() < rules.size()) {
      keyed.forEach(table -> found.addAll(table.findings()));
      return Checked.failed(found);
    }
    return new TableJoin(keyed, sessions).join(inputs, acceptance).after(found);
  }

  private static Checked<DataDictionary> dictionary(Path folder, String name) {
    return path(folder, name).then(path -> DictionaryReader.read(path, name));
  }

  private static Checked<Path> path(Path folder, String written) {
    try {
      var path = folder.resolve(written).normalize();
      boolean inside = !Path.of(written).isAbsolute() && path.startsWith(folder.normalize());
      if (inside && (!Files.exists(path) || path.toRealPath().startsWith(folder.toRealPath()))) {
        return Checked.of(path);
      }
    } catch (InvalidPathException e) {
      return Checked.failed(problem(Rule.UNSAFE_PATH, "`" + written + "` is not a path"));
    } catch (IOException e) {
      return Checked.failed(problem(Rule.UNREADABLE_FILE, "`" + written + "` cannot be read"));
    }
    return Checked.failed(
        problem(Rule.OUTSIDE_THE_FOLDER, "`" + written + "` lies outside the data folder"));
  }

  private static Diagnostic problem(Rule rule, String message) {
    return Diagnostic.at(Span.none("data"), rule, message);
  }
}
