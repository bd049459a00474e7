package org.planlock.cli;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.planlock.Planlock;

/** What is different each time: the machine, the moment, how long it took. */
final class MachineNotes {
  private MachineNotes() {}

  static JsonObject of(Instant start, Instant end, int threads) {
    var json = new JsonObject();
    json.addProperty("format", "planlock-environment/1");
    json.addProperty("planlock", Planlock.VERSION);
    json.addProperty("java", System.getProperty("java.version"));
    json.addProperty("vm", System.getProperty("java.vm.name"));
    json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    json.addProperty("architecture", System.getProperty("os.arch"));
    json.addProperty("threads", threads);
    json.addProperty("started", start.toString());
    json.addProperty("seconds", Duration.between(start, end).toMillis() / 1000.0);
    return json;
  }
}
