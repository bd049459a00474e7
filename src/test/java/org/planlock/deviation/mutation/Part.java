package org.planlock.deviation.mutation;

/** What several places of a plan have in common: that of each model, column or rule is one part. */
final class Part {
  private static final String NAMED =
      "(models|data\\.columns|data\\.tables|data\\.sessions|hypotheses|variables|sets|sample\\.rules"
          + "|plan\\.persons|plan\\.knowledge|rois|measures|atlases|inference\\.scores)";

  private Part() {}

  static String of(String path) {
    return path.replaceFirst(NAMED + "(\\.[\\w-]+|\\[(?:[^\\]\\\\]|\\\\.)*\\])", "$1");
  }
}
