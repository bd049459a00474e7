package org.planlock.bench;

/**
 * Seconds for one size.
 *
 * @param side what grows: rows, columns or lambdas
 * @param size how many there are
 * @param mode of solving
 * @param seconds median on one thread
 */
record GrowthPoint(String side, int size, String mode, double seconds) {
  static GrowthPoint read(String line) {
    var cells = line.split(",", -1);
    return new GrowthPoint(
        cells[0], Integer.parseInt(cells[1]), cells[2], Double.parseDouble(cells[3]));
  }

  String line() {
    return side + "," + size + "," + mode + "," + seconds;
  }
}
