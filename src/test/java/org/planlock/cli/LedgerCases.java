package org.planlock.cli;

import java.io.IOException;
import java.util.Collections;

/** Ledgers that lost, swapped or gained something. */
final class LedgerCases {
  private LedgerCases() {}

  static void write(ConformanceFolder to) throws IOException {
    to.ok("two-plans-in-one-ledger", w -> w.locked().neighbour(), "small.lock");
    to.ok("no-ledger", w -> w.locked().removeLedger(), "small.lock");
    to.ok(
        "ledger-cut-and-nobody-kept-a-checkpoint",
        w -> w.locked().neighbour().ledger(l -> l.remove(l.size() - 1)),
        "small.lock");
    to.fail(
        "ledger-with-a-letter-changed",
        1,
        "L343",
        w ->
            w.locked()
                .neighbour()
                .replace(".planlock/ledger.jsonl", "\"actor\":\"ana\"", "\"actor\":\"ann\""),
        "small.lock");
    to.fail(
        "ledger-with-a-line-missing",
        1,
        "L344",
        w -> w.locked().neighbour().ledger(l -> l.remove(1)),
        "small.lock");
    to.fail(
        "ledger-without-its-first-line",
        1,
        "L344",
        w -> w.locked().neighbour().ledger(l -> l.remove(0)),
        "small.lock");
    to.fail(
        "ledger-with-two-lines-swapped",
        1,
        "L345",
        w -> w.locked().neighbour().ledger(l -> Collections.swap(l, 1, 2)),
        "small.lock");
    to.fail(
        "ledger-with-a-line-twice",
        1,
        "L346",
        w -> w.locked().neighbour().ledger(l -> l.add(2, l.get(1))),
        "small.lock");
    to.fail(
        "ledger-that-does-not-know-the-lock",
        1,
        "L313",
        w -> w.locked().ledger(l -> l.remove(1)),
        "small.lock");
    to.fail(
        "ledger-of-nonsense",
        3,
        "L340",
        w ->
            w.locked()
                .ledger(
                    l -> {
                      l.clear();
                      l.add("nonsense");
                    }),
        "small.lock");
    to.fail(
        "ledger-of-a-newer-version",
        7,
        "L341",
        w -> w.locked().replace(".planlock/ledger.jsonl", "\"v\":1", "\"v\":2"),
        "small.lock");
    to.fail(
        "ledger-with-a-key-twice",
        3,
        "L340",
        w ->
            w.locked()
                .replace(".planlock/ledger.jsonl", "{\"actor\"", "{\"actor\":\"eve\",\"actor\""),
        "small.lock");
    to.ok(
        "lock-that-was-amended-later",
        w -> {
          w.locked();
          var old = w.desk.bytes("small.lock");
          w.replace("small.plan", "0.5, 1", "1")
              .type("amend", "small.plan", "--reason", "no ridge");
          w.desk.with("small.lock", old);
          w.replace("small.plan", "l1_ratio 1 ", "l1_ratio 0.5, 1 ");
        },
        "small.lock");
    to.ok(
        "amended-lock",
        w ->
            w.locked()
                .replace("small.plan", "0.5, 1", "1")
                .type("amend", "small.plan", "--reason", "no ridge"),
        "small.lock");
  }
}
