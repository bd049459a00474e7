package org.planlock.execution.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.planlock.data.DescriptionReader;
import org.planlock.data.DescriptionReader.Generator;
import org.planlock.plan.contract.Pipeline;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;

/**
 * Records which programs made derived files, where a plan registers any. A description counts that
 * lies beside a table that is read, or above it; a registered program that none of those names is
 * looked for among the datasets in {@code derivatives}.
 *
 * @param folder the folder of the data
 */
record DerivedFiles(Path folder, List<Pipeline> registered, TraceSink trace) {
  private static final String DERIVATIVES = "derivatives";
  private static final int MOST_DATASETS = 1000;

  DerivedFiles {
    registered = List.copyOf(registered);
  }

  /**
   * Records the programs.
   *
   * @param tables the paths of the tables, as the plan writes them
   */
  void record(List<String> tables) {
    if (registered.isEmpty()) {
      return;
    }
    Set<String> named = new LinkedHashSet<>();
    for (var dataset : around(tables)) {
      for (var generator : DescriptionReader.read(folder.resolve(file(dataset)))) {
        named.add(generator.name());
        record(generator, file(dataset));
      }
    }
    for (var dataset : derivatives()) {
      for (var generator : DescriptionReader.read(folder.resolve(file(dataset)))) {
        if (named.stream().noneMatch(generator.name()::equalsIgnoreCase)
            && isRegistered(generator)) {
          record(generator, file(dataset));
        }
      }
    }
  }

  private boolean isRegistered(Generator generator) {
    return registered.stream().anyMatch(one -> one.tool().equalsIgnoreCase(generator.name()));
  }

  /** The folders between the data folder and each table; its own description is of raw data. */
  private static Set<String> around(List<String> tables) {
    Set<String> folders = new LinkedHashSet<>();
    for (var table : tables) {
      for (int end = table.lastIndexOf('/'); end > 0; end = table.lastIndexOf('/', end - 1)) {
        folders.add(table.substring(0, end));
      }
    }
    return folders;
  }

  private List<String> derivatives() {
    var parent = folder.resolve(DERIVATIVES);
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var all = Files.list(parent)) {
      var names = new ArrayList<String>();
      all.limit(MOST_DATASETS)
          .map(Path::getFileName)
          .map(Path::toString)
          .sorted()
          .forEach(name -> names.add(DERIVATIVES + "/" + name));
      return names;
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static String file(String dataset) {
    return dataset + "/" + DescriptionReader.FILE;
  }

  private void record(Generator generator, String file) {
    var event = TraceEvent.of(TraceEvents.PIPELINE).with("tool", generator.name());
    if (generator.version().isPresent()) {
      event = event.with("version", generator.version().get());
    }
    if (generator.container().isPresent()) {
      event = event.with("container", generator.container().get());
    }
    trace.record(event.with("file", file));
  }
}
