package org.planlock.deviation.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.planlock.execution.sample.SampleRequest;

/** Leaves each of those who are analysed out, one at a time, or goes on too early. */
record People(MutatedStudy study, int most) {
  Stream<Mutant> mutants() {
    return new TreeSet<>(study.analysed())
        .stream()
            .limit(most)
            .flatMap(
                id ->
                    study
                        .overridden(
                            List.of(),
                            new SampleRequest(Map.of(id, "looks odd"), Optional.empty()),
                            Map.of())
                        .map(
                            found ->
                                new Mutant(
                                    study.name(),
                                    Source.OVERRIDDEN,
                                    "sample.rules",
                                    "without " + id,
                                    found))
                        .stream());
  }
}
