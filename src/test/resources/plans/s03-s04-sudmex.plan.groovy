planlock 1

plan('sudmex-tms') {
  title 'Connectivity and improvement under brain stimulation'
}

data {
  table 'wide', file: 'data/sudmex_tms_wide.csv', key: ['rid'], missing: ['NA'], one_row_per: 'participant', separator: 'comma'
  column 'group', table: 'wide', levels: ['SHAM', 'ACTIVE'], reference: 'SHAM', code: [dummy: [0, 1]]
  column 'sex', table: 'wide', levels: ['F', 'M'], reference: 'F', code: [dummy: [0, 1]]
  column 'age', table: 'wide', type: 'number', range: [18, 70], unit: 'years'
  column 'educ', table: 'wide', type: 'number', range: [0, 30], unit: 'years'
  column 'vas_t0', table: 'wide', type: 'number'
  column 'vas_t1', table: 'wide', type: 'number'
  column 'bis11t_t0', table: 'wide', type: 'number'
  column 'bis11t_t1', table: 'wide', type: 'number'
  column 'hdrs_tot_t0', table: 'wide', type: 'number'
  column 'hdrs_tot_t1', table: 'wide', type: 'number'
  column 'hars_tot_t0', table: 'wide', type: 'number'
  column 'hars_tot_t1', table: 'wide', type: 'number'
  column 'pitt_score_t0', table: 'wide', type: 'number'
  column 'pitt_score_t1', table: 'wide', type: 'number'
  column 'conn_dlvm_t0', table: 'wide', type: 'number'
  column 'conn_dlvm_t1', table: 'wide', type: 'number'
  column 'vmpfc_cluster_t0', table: 'wide', type: 'number'
  column 'vmpfc_cluster_t1', table: 'wide', type: 'number'
}

sample {
  order 'file'
}

outcome 'imp_vas', value: 'vas_t0 - vas_t1', scaled: false
outcome 'imp_bis11t', value: 'bis11t_t0 - bis11t_t1', scaled: false
covariate 'imp_hdrs', value: 'hdrs_tot_t0 - hdrs_tot_t1'
predictor 'd_conn_dlvm', value: 'conn_dlvm_t1 - conn_dlvm_t0'
predictor 'd_vmpfc_cluster', value: 'vmpfc_cluster_t1 - vmpfc_cluster_t0'
set 'change', terms: ['d_conn_dlvm', 'd_vmpfc_cluster']
set 'baseline', terms: ['conn_dlvm_t0', 'vmpfc_cluster_t0']
set 'person', terms: ['age', 'sex', 'educ']
set 'mood', terms: ['hars_tot_t0', 'hdrs_tot_t0', 'pitt_score_t0']
set 'scores', terms: ['vas_t0', 'bis11t_t0']

prepare('main') {
  step 1, code: ['group', 'sex'], using: 'row'
  step 2, interact: 'change x group', as: 'product(raw change, unscaled dummy)', using: 'row'
  step 3, interact: 'baseline x group', as: 'product(raw baseline, unscaled dummy)', using: 'row'
  step 4, scale: ['change', 'baseline', 'person', 'scores', 'mood', 'group', 'change:group', 'baseline:group', 'imp_hdrs'], to: 'z(sd n-1)',
      constant: 'zero', using: 'analysis_set'
  columns 'change', 'baseline', 'person', 'scores', 'mood', 'group', 'change:group', 'baseline:group', 'imp_hdrs'
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

validate {
  scheme 'leave_one_out'
  by 'participant'
  loss of: 'squared_error', aggregate: 'mean over rows'
  select minimum: 'jointly', over: ['l1_ratio', 'lambda'], folds: 'same for every l1_ratio'
  ties within: '1e-12 absolute', prefer: ['smaller l1_ratio', 'larger lambda']
}

model('change_m1_(outcome)', for: [outcome: ['vas', 'bis11t']]) {
  outcome 'imp_(outcome)'
  terms 'change', 'person', '(outcome)_t0'
}

model('change_m2_(outcome)', extends: 'change_m1_(outcome)', for: [outcome: ['vas', 'bis11t']]) {
  add 'group', 'change:group'
}

model('change_m3_(outcome)', extends: 'change_m2_(outcome)', for: [outcome: ['vas', 'bis11t']]) {
  add(['imp_hdrs'])
}

model('baseline_m1_(outcome)', for: [outcome: ['vas', 'bis11t']]) {
  outcome 'imp_(outcome)'
  terms 'baseline', 'person', '(outcome)_t0', 'mood'
}

model('baseline_m2_(outcome)', extends: 'baseline_m1_(outcome)', for: [outcome: ['vas', 'bis11t']]) {
  add 'group', 'baseline:group'
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
    set 'prepare.main.4.using', value: 'training_fold'
    set 'penalty.lambda_max.prepared', value: 'analysis_set'
  }
}
