package org.planlock.intake.document;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.json.JsonText;
import org.planlock.intake.json.JsonValue;

/**
 * Makes a draft from a plan that was written for another program. What carries over becomes a
 * value; every other sentence is kept beside the field that it speaks of, which stays open.
 */
public final class PlanFromDocument {
  private PlanFromDocument() {}

  /**
   * The draft, with entries that have another shape than their format gives them; or why there is
   * none.
   *
   * @param name what messages call the document
   * @param format empty: the document shows it by its names
   * @param id what the plan is to be called
   */
  public static Checked<Imported> read(
      String name, byte[] bytes, Optional<DocumentFormat> format, String id) {
    return JsonText.read(name, bytes)
        .then(
            document ->
                format
                    .or(() -> DocumentFormat.recognise(document))
                    .map(known -> take(known, document, id))
                    .orElseGet(() -> Checked.failed(unknown(name, document))));
  }

  private static Checked<Imported> take(DocumentFormat format, JsonValue document, String id) {
    if (!format.fits(document)) {
      return Checked.failed(nothing(format, document));
    }
    var takings = new Takings();
    var tree = format.importer(takings).take(document, id);
    return takings.isEmpty()
        ? Checked.failed(nothing(format, document))
        : Checked.of(takings.imported(format, tree), takings.found());
  }

  private static Diagnostic nothing(DocumentFormat format, JsonValue document) {
    return Diagnostic.at(
            document.span(),
            Rule.NOTHING_TO_IMPORT,
            "nothing in this document is what " + format.title() + " has")
        .help("check the file, and what `--from` says");
  }

  private static Diagnostic unknown(String name, JsonValue document) {
    return Diagnostic.at(
            document.span(), Rule.UNKNOWN_DOCUMENT, "`" + name + "` is no document that is known")
        .note(
            "known are BIDS Stats Models, CDISC ARS, answers of OSF registrations and preregr, in"
                + " JSON")
        .help("if it is one of these: `--from " + String.join("|", DocumentFormat.words()) + "`");
  }
}
