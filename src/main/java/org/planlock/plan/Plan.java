package org.planlock.plan;

import java.util.List;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.NestedComparison;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.inference.Contingency;
import org.planlock.plan.inference.Correlation;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.measure.Atlas;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.measure.RegionOfInterest;
import org.planlock.plan.measure.RunRule;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.register.Compute;
import org.planlock.plan.register.Governance;
import org.planlock.plan.register.Registration;
import org.planlock.plan.sample.Estimand;
import org.planlock.plan.sample.SampleRules;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Words;

/**
 * A whole analysis plan as pure values; equal plans have equal digests, in whatever notation they
 * were written.
 *
 * <p>The shape is that of the YAML notation; the groups A to L of its 78 fields are spread over the
 * parts.
 */
public record Plan(
    @Key("planlock") int language,
    @Key("plan") Registration registration,
    Declared<DataContract> data,
    Declared<SampleRules> sample,
    Declared<Estimand> estimand,
    Declared<String> space,
    Declared<List<Atlas>> atlases,
    Declared<List<RegionOfInterest>> rois,
    Declared<List<Measure>> measures,
    Declared<RunRule> runs,
    Declared<Words> followUp,
    Declared<List<Variable>> variables,
    Declared<List<TermSet>> sets,
    Declared<List<Preparation>> prepare,
    Declared<Penalty> penalty,
    Declared<Validation> validate,
    Declared<List<ModelSpec>> models,
    Declared<List<NestedComparison>> compare,
    Declared<Expression> retained,
    Declared<List<Hypothesis>> hypotheses,
    Declared<Inference> inference,
    Declared<Sensitivity> sensitivity,
    Declared<List<Contingency>> contingency,
    Declared<List<Correlation>> exploratory,
    Declared<Compute> compute,
    Declared<Governance> govern) {}
