package org.planlock.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/** Writes the cases of the conformance folder, one folder each. */
final class ConformanceFolder {
  private final Path root;
  private int count;

  ConformanceFolder(Path root) {
    this.root = root;
  }

  /** How many cases were written. */
  int count() {
    return count;
  }

  void ok(String name, Consumer<ConformanceWorld> made, String... words) throws IOException {
    write(name + "_ok", 0, "", made, words);
  }

  void fail(String name, int exit, String finding, Consumer<ConformanceWorld> made, String... words)
      throws IOException {
    write(name + "_fail", exit, finding, made, words);
  }

  private void write(
      String name, int exit, String finding, Consumer<ConformanceWorld> made, String... words)
      throws IOException {
    count++;
    var folder = Files.createDirectories(root.resolve(name));
    var world = new ConformanceWorld(folder);
    made.accept(world);
    world.tidy();
    var expected = new LinkedHashMap<String, Object>();
    expected.put("verify", words);
    expected.put("exit", exit);
    if (!finding.isEmpty()) {
      expected.put("finding", finding);
    }
    var text = new GsonBuilder().disableHtmlEscaping().create().toJson(expected);
    Files.writeString(folder.resolve("case.json"), text + "\n");
  }
}
