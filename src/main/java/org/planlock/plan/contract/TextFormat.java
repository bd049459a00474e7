package org.planlock.plan.contract;

import java.util.Optional;
import org.planlock.plan.value.Technical;

/** How numbers and letters are written in the tables. */
public record TextFormat(
    @Technical("utf-8") String encoding,
    @Technical(".") String decimal,
    Optional<TableContract.Separator> separator) {}
