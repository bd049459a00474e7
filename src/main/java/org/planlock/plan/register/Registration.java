package org.planlock.plan.register;

import java.util.List;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;

/** Who registers what, and what they knew when they did: fields A1 to A7. */
public record Registration(
    String id,
    @Key("title") Declared<String> title,
    Declared<List<Person>> persons,
    Declared<List<Knowledge>> knowledge,
    Declared<List<KnowledgeEvent>> ledger,
    Declared<Witness> witness,
    Declared<Amendments> amend,
    @AsSet Declared<List<String>> siblings) {}
