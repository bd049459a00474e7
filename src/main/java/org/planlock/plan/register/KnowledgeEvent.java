package org.planlock.plan.register;

import java.util.Optional;

/** A person saw a variable on a date. */
public record KnowledgeEvent(String person, String saw, Optional<String> on) {}
