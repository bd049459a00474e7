package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.planlock.plan.RelativePath;

/**
 * Files whose names end in {@code .sealed} in the folder where a table would lie. Where a table is
 * sealed, its sealed file stands for it: its digest is what is locked.
 */
public final class SealedSiblings {
  private static final String ENDING = ".sealed";

  private SealedSiblings() {}

  /** Their paths from the folder, in order; none where the folder of the table is not here. */
  public static List<String> of(StudyFolder folder, String table) {
    var parent = table.contains("/") ? table.substring(0, table.lastIndexOf('/') + 1) : "";
    if (RelativePath.fault(table).isPresent()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.root().resolve(parent))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ENDING))
          .sorted()
          .map(name -> parent + name)
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}
