package org.planlock.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Three panels side by side, both axes logarithmic, with the least-squares slope of each line. */
final class GrowthPlot {
  private static final int PANEL = 300;
  private static final int GAP = 34;
  private static final int LEFT = 78;
  private static final int TOP = 96;
  private static final int HEIGHT = 300;
  private static final int BOTTOM = 64;
  private static final List<String> SIDES = List.of("rows", "columns", "lambdas");
  private static final List<String> LABELS =
      List.of(
          "rows n (p = 100, 100 lambdas)",
          "columns p (n = 50, 100 lambdas)",
          "lambdas (n = 50, p = 100)");
  private static final List<String> MODES = List.of("glmnet", "exact");
  private static final List<String> COLOURS = List.of("#0b6bb0", "#c4500a");

  private final List<GrowthPoint> points;
  private final double lowest;
  private final double highest;
  private final StringBuilder svg = new StringBuilder();

  GrowthPlot(List<GrowthPoint> points) {
    this.points = points;
    lowest = Math.floor(2 * log(seconds().min().orElse(1e-3))) / 2;
    highest = Math.ceil(2 * log(seconds().max().orElse(1))) / 2;
  }

  String svg() {
    int width = LEFT + 3 * PANEL + 2 * GAP + 24;
    int height = TOP + HEIGHT + BOTTOM;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"#222\">",
        width, height, width, height);
    add("<title>Time of a leave-one-out as rows, columns and lambdas grow</title>");
    add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
    add(
        "<text x=\"%d\" y=\"28\" font-size=\"17\" font-weight=\"bold\">Time of a leave-one-out with"
            + " three l1Ratios, one thread</text>",
        LEFT);
    legend();
    add(
        "<text transform=\"translate(20 %d) rotate(-90)\" text-anchor=\"middle\">seconds</text>",
        TOP + HEIGHT / 2);
    for (int panel = 0; panel < SIDES.size(); panel++) {
      panel(panel);
    }
    add("</svg>");
    return svg.toString();
  }

  private void legend() {
    for (int m = 0; m < MODES.size(); m++) {
      int x = LEFT + 150 * m;
      marker(m, x + 14, 52);
      add(
          "<path d=\"M%d 52h28\" stroke=\"%s\" stroke-width=\"2\"/>"
              + "<text x=\"%d\" y=\"57\">%s mode</text>",
          x, COLOURS.get(m), x + 36, MODES.get(m));
    }
    add(
        "<text x=\"%d\" y=\"57\" fill=\"#555\">slope: the power by which time grows</text>",
        LEFT + 310);
  }

  private void panel(int panel) {
    int left = LEFT + panel * (PANEL + GAP);
    var sizes = sizes(panel);
    double from = log(sizes.get(0)) - 0.08;
    double to = log(sizes.get(sizes.size() - 1)) + 0.08;
    DoubleUnaryOperator x = size -> left + PANEL * (log(size) - from) / (to - from);
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>",
        left, TOP, PANEL, HEIGHT);
    grid(panel, left);
    for (int size : sizes) {
      double at = x.applyAsDouble(size);
      add("<path d=\"M%.1f %dv5\" stroke=\"#888\"/>", at, TOP + HEIGHT);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
          at, TOP + HEIGHT + 20, size);
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        left + PANEL / 2, TOP + HEIGHT + 46, LABELS.get(panel));
    for (int m = 0; m < MODES.size(); m++) {
      series(panel, m, left, x);
    }
  }

  private void grid(int panel, int left) {
    for (int decade = (int) Math.ceil(lowest); decade <= Math.floor(highest); decade++) {
      double at = y(Math.pow(10, decade));
      add("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>", left, at, PANEL);
      if (panel == 0) {
        var label = decade >= 0 ? Long.toString(Math.round(Math.pow(10, decade))) : small(decade);
        add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", left - 8, at + 4.5, label);
      }
    }
  }

  private void series(int panel, int m, int left, DoubleUnaryOperator x) {
    var line = line(panel, m);
    var path = new StringBuilder();
    for (var point : line) {
      path.append(path.isEmpty() ? "M" : "L");
      path.append(
          String.format(
              Locale.ROOT, "%.1f %.1f", x.applyAsDouble(point.size()), y(point.seconds())));
    }
    var colour = COLOURS.get(m);
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
    for (var point : line) {
      marker(m, x.applyAsDouble(point.size()), y(point.seconds()));
    }
    add(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s: slope %.2f</text>",
        left + 12, TOP + 22 + 19 * m, colour, MODES.get(m), slope(line));
  }

  /** A disc or a square, so that colour is not all that tells the lines apart. */
  private void marker(int m, double x, double y) {
    if (m == 0) {
      add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, COLOURS.get(m));
    } else {
      add(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\" fill=\"%s\"/>",
          x - 4, y - 4, COLOURS.get(m));
    }
  }

  private List<GrowthPoint> line(int panel, int m) {
    return points.stream()
        .filter(point -> point.side().equals(SIDES.get(panel)))
        .filter(point -> point.mode().equals(MODES.get(m)))
        .toList();
  }

  private List<Integer> sizes(int panel) {
    return line(panel, 0).stream().map(GrowthPoint::size).toList();
  }

  /** Least squares of log seconds on log size. */
  private static double slope(List<GrowthPoint> line) {
    double meanX = line.stream().mapToDouble(point -> log(point.size())).average().orElse(0);
    double meanY = line.stream().mapToDouble(point -> log(point.seconds())).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (var point : line) {
      double apart = log(point.size()) - meanX;
      products += apart * (log(point.seconds()) - meanY);
      squares += apart * apart;
    }
    return products / squares;
  }

  private double y(double seconds) {
    return TOP + HEIGHT * (highest - log(seconds)) / (highest - lowest);
  }

  private DoubleStream seconds() {
    return points.stream().mapToDouble(GrowthPoint::seconds);
  }

  private static double log(double value) {
    return StrictMath.log10(value);
  }

  private static String small(int decade) {
    return "0." + "0".repeat(-decade - 1) + "1";
  }

  private void add(String format, Object... values) {
    svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    svg.append('\n');
  }
}
