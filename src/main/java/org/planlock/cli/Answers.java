package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.ExecutionOrder;
import org.planlock.PlanSetting;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.readiness.OpenChoice;
import org.planlock.report.Visible;

/** Asks the person at the terminal for what the plan leaves open. */
record Answers(Surroundings surroundings) {
  /** The order with every answer in it; unchanged where nobody can answer. */
  Checked<ExecutionOrder> close(ExecutionOrder order) {
    if (!surroundings.isTerminal()) {
      return Checked.of(order);
    }
    return Planlock.open(order).map(open -> open.isEmpty() ? order : answered(order, open));
  }

  private ExecutionOrder answered(ExecutionOrder order, List<OpenChoice> open) {
    surroundings
        .err()
        .print("the plan leaves " + open.size() + " open; what you choose is recorded\n");
    var settings = new ArrayList<>(order.settings());
    for (var choice : open) {
      answer(choice)
          .ifPresent(
              text -> settings.add(new PlanSetting(choice.path(), text, Optional.empty(), true)));
    }
    return order.with(settings);
  }

  private Optional<String> answer(OpenChoice choice) {
    surroundings
        .err()
        .print(
            Visible.text(choice.path() + ": " + choice.asked())
                + " ("
                + Visible.text(String.join(", ", choice.admissible()))
                + ")? ");
    surroundings.err().flush();
    try {
      return Optional.ofNullable(surroundings.in().readLine()).filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
