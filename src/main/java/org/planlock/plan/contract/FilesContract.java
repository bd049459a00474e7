package org.planlock.plan.contract;

import java.util.List;

/** Many files of one form: a name with places for participant, session and task. */
public record FilesContract(String name, String pattern, List<String> missing) {}
