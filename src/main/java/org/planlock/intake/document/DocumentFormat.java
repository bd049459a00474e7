package org.planlock.intake.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.intake.json.JsonValue;

/** A kind of document that plans can be taken from. */
public enum DocumentFormat {
  /** BIDS Stats Models 0.1 and 1.0: a graph of models from run to data set. */
  BIDS_STATS_MODEL("a BIDS Stats Model") {
    @Override
    boolean fits(JsonValue document) {
      return document.get("Nodes").isPresent() || document.get("BIDSModelVersion").isPresent();
    }

    @Override
    DocumentImport importer(Takings takings) {
      return new StatsModelImport(takings);
    }
  },

  /** CDISC Analysis Results Standard, version 1: a reporting event. */
  ARS("a CDISC ARS reporting event") {
    @Override
    boolean fits(JsonValue document) {
      return document
              .get("@type")
              .flatMap(JsonValue::text)
              .filter("ReportingEvent"::equals)
              .isPresent()
          || (document.get("analyses").isPresent()
              && (document.get("methods").isPresent() || document.get("analysisSets").isPresent()));
    }

    @Override
    DocumentImport importer(Takings takings) {
      return new ArsImport(takings);
    }
  },

  /**
   * What the R package preregr writes: answers under {@code specs}, questions under {@code form}.
   */
  PREREGR("a preregr registration") {
    @Override
    boolean fits(JsonValue document) {
      return document.get("specs").isPresent()
          || document.get("form").flatMap(form -> form.get("items")).isPresent();
    }

    @Override
    DocumentImport importer(Takings takings) {
      return new PreregrImport(takings);
    }
  },

  /** A registration as the API of osf.io gives it. */
  OSF("an OSF registration") {
    @Override
    boolean fits(JsonValue document) {
      return OsfImport.looksLikeOne(document);
    }

    @Override
    DocumentImport importer(Takings takings) {
      return new OsfImport(takings);
    }
  };

  private final String title;

  DocumentFormat(String title) {
    this.title = title;
  }

  /** What people call it: {@code an OSF registration}. */
  public String title() {
    return title;
  }

  /** The word that people type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DocumentFormat::word).toList();
  }

  /** The format that people call by a word. */
  public static Optional<DocumentFormat> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The format that a document shows by its names. */
  static Optional<DocumentFormat> recognise(JsonValue document) {
    return Arrays.stream(values()).filter(one -> one.fits(document)).findFirst();
  }

  abstract boolean fits(JsonValue document);

  abstract DocumentImport importer(Takings takings);
}
