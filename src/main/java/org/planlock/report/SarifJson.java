package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.source.Span;

/**
 * Findings as editors and code scanners read them: SARIF 2.1.0 (OASIS standard, 27 March 2020), one
 * run whose rules carry their explanation pages. Columns count code points, as everywhere here.
 */
public final class SarifJson {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String UNRESERVED = "-._~/";

  private final List<Rule> rules = new ArrayList<>();

  private SarifJson() {}

  /**
   * A log of one run, its results in reading order.
   *
   * @param exitCode with which the command ends
   * @param version of the program
   */
  public static JsonObject of(List<Diagnostic> diagnostics, int exitCode, String version) {
    return new SarifJson().log(diagnostics, exitCode, version);
  }

  private JsonObject log(List<Diagnostic> diagnostics, int exitCode, String version) {
    var results = new JsonArray();
    diagnostics.stream().sorted(Diagnostic.READING_ORDER).map(this::result).forEach(results::add);
    var invocation = new JsonObject();
    invocation.addProperty("executionSuccessful", true);
    invocation.addProperty("exitCode", exitCode);
    var log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    var once = new JsonObject();
    once.add("tool", object("driver", driver(version)));
    once.addProperty("columnKind", "unicodeCodePoints");
    once.add("invocations", array(invocation));
    once.add("results", results);
    log.add("runs", array(once));
    return log;
  }

  private JsonObject driver(String version) {
    var driver = new JsonObject();
    driver.addProperty("name", "planlock");
    driver.addProperty("semanticVersion", version);
    var described = new JsonArray();
    rules.stream().map(SarifJson::described).forEach(described::add);
    driver.add("rules", described);
    return driver;
  }

  private static JsonObject described(Rule rule) {
    var described = new JsonObject();
    described.addProperty("id", rule.code());
    described.addProperty("name", rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    described.add("shortDescription", text(rule.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    RulePage.of(rule)
        .ifPresent(
            page -> {
              var help = text(page);
              help.addProperty("markdown", page);
              described.add("help", help);
            });
    var configuration = new JsonObject();
    configuration.addProperty("level", level(rule.severity()));
    described.add("defaultConfiguration", configuration);
    return described;
  }

  private JsonObject result(Diagnostic diagnostic) {
    if (!rules.contains(diagnostic.rule())) {
      rules.add(diagnostic.rule());
    }
    var result = new JsonObject();
    result.addProperty("ruleId", diagnostic.rule().code());
    result.addProperty("ruleIndex", rules.indexOf(diagnostic.rule()));
    result.addProperty("level", level(diagnostic.severity()));
    result.add("message", text(words(diagnostic)));
    result.add("locations", array(location(diagnostic.span())));
    if (!diagnostic.labels().isEmpty()) {
      result.add("relatedLocations", related(diagnostic.labels()));
    }
    return result;
  }

  private static JsonArray related(List<Diagnostic.Label> labels) {
    var related = new JsonArray();
    for (var label : labels) {
      var location = location(label.span());
      location.addProperty("id", related.size());
      location.add("message", text(label.text()));
      related.add(location);
    }
    return related;
  }

  private static String words(Diagnostic diagnostic) {
    var lines = new ArrayList<String>();
    lines.add(diagnostic.message());
    diagnostic.notes().forEach(note -> lines.add("note: " + note));
    diagnostic.helps().forEach(help -> lines.add("help: " + help));
    return String.join("\n", lines);
  }

  private static String level(Severity severity) {
    return severity.word();
  }

  private static JsonObject location(Span span) {
    if (span.file().length() == 0) {
      var logical = new JsonObject();
      logical.addProperty("fullyQualifiedName", span.file().name());
      return object("logicalLocations", array(logical));
    }
    int last = Math.min(span.end(), span.file().length());
    var region = new JsonObject();
    region.addProperty("startLine", span.line());
    region.addProperty("startColumn", span.column());
    region.addProperty("endLine", span.file().lineOf(last));
    region.addProperty("endColumn", span.file().columnOf(last));
    var artifact = new JsonObject();
    artifact.addProperty("uri", uri(span.file().name()));
    var physical = new JsonObject();
    physical.add("artifactLocation", artifact);
    physical.add("region", region);
    return object("physicalLocation", physical);
  }

  /** A relative reference of RFC 3986, or a file URI for a path from the root. */
  private static String uri(String name) {
    var path = new StringBuilder();
    for (byte one : name.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean isPlain =
          letter < 0x80 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0);
      path.append(isPlain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", one));
    }
    return path.indexOf("/") == 0 ? "file://" + path : path.toString();
  }

  private static JsonObject text(String words) {
    var text = new JsonObject();
    text.addProperty("text", words);
    return text;
  }

  private static JsonObject object(String name, JsonElement value) {
    var object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonArray array(JsonObject only) {
    var array = new JsonArray();
    array.add(only);
    return array;
  }
}
