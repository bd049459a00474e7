package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.RelativePath;
import org.planlock.source.Span;

/**
 * The folder that a plan's paths start from; nothing outside it is ever opened.
 *
 * <p>Links are followed as long as they end inside, so that folders of DataLad and git-annex work.
 */
public record StudyFolder(Path root) {
  private static final int MOST_LINKS = 40;

  /**
   * The regular file that a plan means by a path, not yet opened.
   *
   * @param place where the plan names it
   */
  public Checked<Path> file(String path, Span place) {
    var fault = RelativePath.finding(path, place);
    if (fault.isPresent()) {
      return Checked.failed(fault.get());
    }
    try {
      return find(path, place);
    } catch (IOException e) {
      return failed(place, Rule.UNREADABLE_FILE, "`" + path + "` cannot be reached");
    }
  }

  private Checked<Path> find(String path, Span place) throws IOException {
    var base = root.toRealPath();
    var here = base;
    for (var name : RelativePath.segments(path)) {
      var next = here.resolve(name);
      if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        return missing(here, name, path, place);
      }
      if (!Files.exists(next)) {
        return broken(next, path, place);
      }
      var exact = next.toRealPath(LinkOption.NOFOLLOW_LINKS);
      if (!exact.endsWith(name)) {
        return wrongCase(path, place, exact);
      }
      here = next.toRealPath();
      if (!here.startsWith(base)) {
        return Checked.failed(
            Diagnostic.at(
                    place,
                    Rule.OUTSIDE_THE_FOLDER,
                    "`" + path + "` is a link to a place outside the plan's folder")
                .help("copy the file into the folder"));
      }
    }
    return Files.isRegularFile(here)
        ? Checked.of(here)
        : failed(place, Rule.NOT_A_REGULAR_FILE, "`" + path + "` is not a regular file");
  }

  private static Checked<Path> missing(Path folder, String name, String path, Span place)
      throws IOException {
    if (Files.isDirectory(folder)) {
      try (var names = Files.list(folder)) {
        var twin =
            names
                .map(Path::getFileName)
                .filter(n -> n.toString().equalsIgnoreCase(name))
                .findFirst();
        if (twin.isPresent()) {
          return wrongCase(path, place, twin.get());
        }
      }
    }
    return failed(place, Rule.FILE_MISSING, "there is no `" + path + "`");
  }

  private static Checked<Path> wrongCase(String path, Span place, Path actual) {
    return Checked.failed(
        Diagnostic.at(
                place,
                Rule.WRONG_CASE,
                "`" + path + "` is spelt differently on disk (`" + actual.getFileName() + "`)")
            .note("other systems tell capital from small letters and would not find it")
            .help("write the exact name"));
  }

  private static Checked<Path> broken(Path link, String path, Span place) throws IOException {
    var end = link;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(end); i++) {
      end = end.resolveSibling(Files.readSymbolicLink(end)).normalize();
    }
    if (Files.isSymbolicLink(end)) {
      return Checked.failed(
          Diagnostic.at(place, Rule.LINK_LOOP, "`" + path + "` is a link that leads to itself")
              .help("put the file itself in the place of the link"));
    }
    return Checked.failed(
        Diagnostic.at(
                place, Rule.CONTENT_NOT_PRESENT, "the content of `" + path + "` is not present")
            .note("it is a link to a file that is not on this machine")
            .help("fetch it, for example with `datalad get " + path + "`"));
  }

  private static Checked<Path> failed(Span place, Rule rule, String message) {
    return Checked.failed(Diagnostic.at(place, rule, message));
  }
}
