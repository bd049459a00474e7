planlock 1

plan('rpn-circuit') {
  title 'Pain sensitivity from connectivity of the pain circuit'
}

data {
  table 'rpn', file: 'data/rpn_circuit.csv', key: ['participant_id'], missing: [''], one_row_per: 'participant', separator: 'comma'
  column 'site', table: 'rpn', levels: ['bochum', 'essen', 'szeged']
  column 'mean_fd', table: 'rpn', type: 'number', range: [0, 50], unit: 'mm'
  column 'perc_scrubbed', table: 'rpn', type: 'number', range: [0, 100], unit: 'percent'
  column 'excluded_at_source', table: 'rpn', type: 'number'
  column 'cpt', table: 'rpn', type: 'number'
  column 'hpt', table: 'rpn', type: 'number'
  column 'mpt_log', table: 'rpn', type: 'number'
  column 'pain_sens', table: 'rpn', type: 'number'
  column 'age', table: 'rpn', type: 'number'
  column 'male', table: 'rpn', type: 'number'
}

sample {
  include 'site = bochum', because: 'other centre'
  exclude 'excluded_at_source = 1', because: 'at_source'
  exclude 'mean_fd > 0.15 mm', because: 'mean_fd'
  exclude 'perc_scrubbed > 30 %', because: 'perc_scrubbed'
  exclude 'at_least 2 of (cpt outside 0 .. 27.21, hpt outside 36.33 .. 49.88, mpt_log outside 2.48 .. 6.35)', because: 'sensory',
      missing: 'counts_as inside'
  order 'file'
}

outcome 'pain', value: 'pain_sens', scaled: false
set 'circuit', columns: 'fc_*', in: 'rpn'

prepare('adjusted') {
  step 1, residualise: ['circuit'], on: ['mean_fd', 'intercept'], rows: 'participant', using: 'analysis_set'
  step 2, scale: ['circuit', 'age', 'male'], to: 'z(sd n-1)', constant: 'zero', using: 'analysis_set'
  columns 'circuit', 'age', 'male'
}

prepare('plain') {
  step 1, scale: ['circuit'], to: 'z(sd n-1)', constant: 'zero', using: 'analysis_set'
  columns(['circuit'])
}

penalty('elastic_net') {
  distribution family: 'gaussian', weights: 'equal', refit: 'none'
  objective 'glmnet'
  solve 'exact'
  l1_ratio '0.1 .. 1.0 by 0.1'
  lambda values: 60, spacing: 'log_spaced', from: 'max', to: '0.01 * max', ends: 'both included'
  lambda_max formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: 'analysis_set'
  lambda_folds values: 'same_values', interpolation: 'none', early_stop: 'none'
  standardize false
  intercept 'free'
  penalty_factor every_term: 1, bounds: 'none', unpenalised: 'none'
}

model('circuit_adjusted') {
  outcome 'pain'
  terms 'circuit', 'age', 'male'
  prepare 'adjusted'

  validate {
    scheme 'leave_one_out'
    by 'participant'
    loss of: 'squared_error', aggregate: 'mean over rows'
    select minimum: 'jointly', over: ['l1_ratio', 'lambda'], folds: 'same for every l1_ratio'
    ties within: '1e-12 absolute', prefer: ['smaller l1_ratio', 'larger lambda']
  }
}

model('circuit_plain') {
  outcome 'pain'
  terms(['circuit'])
  prepare 'plain'

  validate {
    scheme 'leave_one_out'
    by 'participant'
    loss of: 'squared_error', aggregate: 'mean over rows'
    select minimum: 'jointly', over: ['l1_ratio', 'lambda'], folds: 'same for every l1_ratio'
    ties within: '1e-12 absolute', prefer: ['smaller l1_ratio', 'larger lambda']
    outer scheme: 'leave_one_out', by: 'participant', inner: [scheme: 'leave_one_out', by: 'participant'],
        scale: [using: 'inner_training_fold'], lambda_max: [using: 'analysis_set']
  }
}

inference {
  score 'fitted_r2', formula: 'squared_correlation(fit, outcome)'
  score 'loocv_r', formula: 'correlation(cv_prediction, outcome)', constant: 'undefined'
  score 'loocv_q2', formula: '1 - sse/sst', sst: 'mean of all rows'
}

sensitivity {
  variant('textbook') {
    set 'penalty.objective', value: 'textbook'
  }

  variant('scaled_inside_folds') {
    set 'prepare.adjusted.2.using', value: 'training_fold'
    set 'prepare.plain.1.using', value: 'training_fold'
    set 'penalty.lambda_max.prepared', value: 'analysis_set'
  }
}
