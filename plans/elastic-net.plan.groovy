// Two nested elastic nets, chosen by leave-one-out: nothing is left open that fitting needs.
// Replace the columns by yours; the words around them are the choices that papers usually do not report.
// Written as Groovy and read as data: nothing here is run.
planlock 1

plan('elastic-net') {
  title 'Do regional changes say more than the clinical picture?'
}

data {
  table 'wide', file: 'wide.csv', key: ['participant_id'], missing: ['NA'], separator: 'comma'
}

outcome 'improvement', value: 'score_before - score_after' // positive is better
predictor 'change_vta', value: 'vta_after - vta_before'
predictor 'change_ofc', value: 'ofc_after - ofc_before'
set 'clinical', terms: ['age', 'score_before']
set 'imaging', terms: ['change_vta', 'change_ofc']

// Steps are carried out from the top. `training_fold`: learnt without the participant who is predicted.
prepare('main') {
  step 1, impute: ['imaging'], by: 'median(mean_of_middle_two)', using: 'training_fold', informed_by: 'none',
      limit: '20 % per column of analysis_set', over_limit: 'abort', draws: 1
  step 2, scale: ['imaging', 'clinical'], to: 'z(sd n-1)', constant: 'zero', using: 'training_fold'
}

// glmnet and the textbook divide the squared error differently; the name says which lambda is meant.
penalty('elastic_net') {
  distribution family: 'gaussian'
  objective 'glmnet'
  l1_ratio '0.1 .. 1.0 by 0.1'
  lambda values: 100, spacing: 'log_spaced', from: 'max', to: '0.01 * max'
  lambda_max formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: 'analysis_set'
  standardize false // the columns are z already
  intercept 'free'
  penalty_factor every_term: 1
}

// Ties are rare, and who wins them must not be decided by a rounding error.
validate {
  scheme 'leave_one_out'
  by 'participant'
  loss of: 'squared_error', aggregate: 'mean over rows'
  select minimum: 'jointly', over: ['l1_ratio', 'lambda']
  ties within: '1e-12 relative', prefer: ['larger l1_ratio', 'larger lambda']
}

model 'clinical_only', outcome: 'improvement', terms: ['clinical']
model 'with_imaging', extends: 'clinical_only', add: ['imaging']
compare 'with_imaging', with: 'clinical_only', by: 'cv_mse', inference: 'none'
