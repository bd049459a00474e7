package org.planlock.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * Makes every case of which there is no folder yet, and takes away folders of which there is no
 * case any more. To make a case anew, delete its folder first.
 */
final class CaseMaker {
  private CaseMaker() {}

  public static void main(String[] arguments) throws IOException {
    var root = Path.of(arguments.length == 0 ? ConformanceTest.FOLDER.toString() : arguments[0]);
    var cases = CaseCollection.all();
    int made = 0;
    for (var name : cases.names()) {
      if (!Files.exists(root.resolve(name).resolve(Case.FILE))) {
        CaseStudy.delete(root.resolve(name));
        cases.make(name, root);
        made++;
      }
    }
    var wanted = new TreeSet<>(cases.names());
    try (var folders = Files.list(root)) {
      for (var folder : folders.filter(Files::isDirectory).toList()) {
        if (!wanted.contains(folder.getFileName().toString())) {
          CaseStudy.delete(folder);
        }
      }
    }
    System.out.println(made + " cases made, " + wanted.size() + " in all");
  }
}
