// Two nested least-squares models and a hypothesis about their out-of-sample errors.
// Written as Groovy and read as data: nothing here is run.
planlock 1

plan('ols') {
  title 'Does the dose say more than age?'
}

data {
  table 'wide', file: 'wide.csv', key: ['participant_id'], missing: ['NA'], separator: 'comma'
}

outcome 'improvement', value: 'score_before - score_after' // positive is better

prepare('main') {
  step 1, scale: ['age', 'dose'], to: 'z(sd n-1)', using: 'training_fold'
}

penalty('none') {
  intercept 'free'
}

validate {
  scheme 'leave_one_out'
  by 'participant'
  loss of: 'squared_error', aggregate: 'mean over rows'
}

model 'age_only', outcome: 'improvement', terms: ['age']
model 'with_dose', extends: 'age_only', add: ['dose']
compare 'with_dose', with: 'age_only', by: 'cv_mse', inference: 'none'

// Say beforehand when it counts as supported, and when as refuted; anything between is inconclusive.
hypothesis('H1') {
  claim 'the dose lowers the error of prediction'
  corroborated 'cv_mse(with_dose) < cv_mse(age_only)'
  falsified 'cv_mse(with_dose) > cv_mse(age_only)'
}
