package org.planlock.syntax.groovy.words;

/** What a plan says at its outermost level. */
public interface PlanBlock {
  /** The version of the language, first of all: {@code planlock 1}. */
  void planlock(Value value);

  /** What the plan is called and who stands for it: {@code plan('my-study') { … }}. */
  @Named("id")
  void plan(RegistrationBlock block);

  /** Where the data are and what they must look like. */
  void data(DataBlock block);

  /** Who is analysed. */
  void sample(SampleBlock block);

  /** What is estimated. */
  void estimand(EstimandBlock block);

  /** The space that images are in. */
  void space(Value value);

  /** A division of the brain: {@code atlas 'toy', image: '…', labels: '…'}. */
  @Each(list = "atlases", name = "name")
  void atlas(Fields item);

  /** All of them at once, or why there are none. */
  void atlases(Value... values);

  /** A region: {@code roi 'amygdala', atlas: 'toy', labels: ['Left Amygdala']}. */
  @Each(list = "rois", name = "name")
  void roi(Fields item);

  /** All of them at once, or why there are none. */
  void rois(Value... values);

  /** A number made of images: {@code measure 'rest_fc', connectivity: [rois: ['a', 'b']]}. */
  @Each(list = "measures", name = "name")
  void measure(Fields item);

  /** All of them at once, or why there are none. */
  void measures(Value... values);

  /** What there is one run for. */
  void runs(Value value);

  /** What is done after a model was chosen, or why nothing is. */
  void followUp(Value value);

  /** What models explain: {@code outcome 'improvement', value: '…'}. */
  @Each(list = "variables", name = "name", role = "outcome")
  void outcome(Fields item);

  /** A variable beside what is studied. */
  @Each(list = "variables", name = "name", role = "covariate")
  void covariate(Fields item);

  /** A variable that is studied. */
  @Each(list = "variables", name = "name", role = "predictor")
  void predictor(Fields item);

  /** A variable whose role is said: {@code variable 'x', role: '…'}. */
  @Each(list = "variables", name = "name")
  void variable(Fields item);

  /** All of them at once, or why there are none. */
  void variables(Value... values);

  /** Terms under one name: {@code set 'clinical', terms: ['age', 'sex']}. */
  @Each(list = "sets", name = "name")
  void set(Fields item);

  /** All of them at once, or why there are none. */
  void sets(Value... values);

  /** What is done to columns, step by step: {@code prepare('main') { … }}. */
  @Each(list = "prepare", name = "name")
  void prepare(PrepareBlock item);

  /** How models are penalised: {@code penalty('elastic_net') { … }}. */
  @Named("family")
  void penalty(PenaltyBlock block);

  /** How models are validated and chosen. */
  void validate(ValidateBlock block);

  /** A registered model: {@code model 'm1', outcome: 'y', terms: ['age']}. */
  @Each(list = "models", name = "name")
  void model(ModelBlock item);

  /** All of them at once, or why there are none. */
  void models(Value... values);

  /** Two models beside each other: {@code compare 'full', with: 'reduced', by: 'cv_mse'}. */
  @Each(list = "compare", name = "model")
  void compare(Fields item);

  /** When a term counts as kept. */
  void retained(Value value);

  /** A hypothesis: {@code hypothesis('H1') { … }}. */
  @Each(list = "hypotheses", name = "id")
  void hypothesis(HypothesisBlock item);

  /** All of them at once, or why there are none. */
  void hypotheses(Value... values);

  /** How it is inferred, and what is reported. */
  void inference(InferenceBlock block);

  /** What else is tried, and what follows if it disagrees. */
  void sensitivity(SensitivityBlock block);

  /** What changes if something is the case: {@code contingency when: '…', set: [ … ]}. */
  @Each(list = "contingency")
  void contingency(Fields item);

  /** An analysis that tests nothing: {@code exploratory correlate: 'a', with: 'b'}. */
  @Each(list = "exploratory")
  void exploratory(Fields item);

  /** What it is computed with. */
  void compute(ComputeBlock block);

  /** Who releases, decides and publishes. */
  void govern(GovernBlock block);
}
