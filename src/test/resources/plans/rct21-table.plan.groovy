planlock 1

plan('rct21-table') {
  title 'The simulated trial, complete cases'
}

data {
  table 'participants', file: 'participants.tsv', key: ['participant_id'], missing: ['n/a'], one_row_per: 'participant'
  table 'caps5', file: 'phenotype/caps5.tsv', key: ['participant_id', 'session_id'], missing: ['n/a']
  table 'measures', file: 'expected/measures.tsv', key: ['participant_id', 'session_id', 'measure'], missing: ['n/a'],
      spread: [[column: 'raw', as: '(measure)'], [column: 'mean_fd', as: 'fd_(measure)']]
  text encoding: 'utf-8', decimal: '.', separator: 'tab'
  session 'ses-pre', is: 'before the first infusion', one_per: 'participant', window: 'none', fallback: 'missing'
  session 'ses-post', is: 'after the last scan', one_per: 'participant', window: 'none', fallback: 'missing'
  column 'caps5_total', table: 'caps5', type: 'number', range: [0, 80], unit: 'points'
  column 'age', table: 'participants', type: 'number', range: [18, 70], unit: 'years'
  column 'education_years', table: 'participants', type: 'number', range: [0, 30], unit: 'years'
  column 'sex', table: 'participants', levels: ['M', 'F'], reference: 'M', code: [dummy: [0, 1]]
  column 'psychotropic_medication', table: 'participants', levels: [0, 1], reference: 0, code: [dummy: [0, 1]]
  column 'group', table: 'participants', levels: ['midazolam', 'ketamine'], reference: 'midazolam', code: [dummy: [0, 1]], sealed: true
  column 'measure', table: 'measures', levels: [
        'faces_bold_amygdala',
        'faces_bold_vmPFC',
        'faces_bold_rACC',
        'faces_bold_dACC',
        'faces_bold_aHC',
        'faces_bold_a_insula',
        'stroop_bold_rACC',
        'stroop_bold_dACC',
        'stroop_bold_vmPFC',
        'stroop_bold_amygdala',
        'rest_fc_vmPFC_amygdala',
        'rest_fc_vmPFC_a_insula',
        'faces_gppi_vmPFC_amygdala',
        'faces_ldc_rACC_fearful_neutral'
      ]
}

sample {
  target '21 enrolled'
  minimum '16 analysis_set'
  rows 'complete_cases on imaging, clinical, improvement'
  abort below: [[per_group: 6, in: 'training_fold']]
  order 'participant_id ascending'
}

outcome 'improvement', value: 'caps5_total at ses-pre - caps5_total at ses-post', unit: 'points', scaled: false
covariate 'caps5_pre', value: 'caps5_total at ses-pre', unit: 'points'
predictor 'd_(measure)', value: 'residual(measure) at ses-post - residual(measure) at ses-pre', for: 'every measure'
set 'imaging', terms: ['d_(measure)'], for: 'every measure'
set 'clinical', terms: ['age', 'sex', 'education_years', 'psychotropic_medication', 'caps5_pre']

prepare('main') {
  step 1, residualise: 'every measure', on: ['fd_(measure)', 'intercept'], rows: 'participant x session pooled', using: 'enrolled',
      incomplete_rows: 'left_out'
  step 2, derive: ['imaging'], using: 'row'
  step 3, code: ['sex', 'psychotropic_medication', 'group'], using: 'row'
  step 4, scale: ['imaging', 'clinical', 'group'], to: 'z(sd n-1)', constant: 'zero', using: 'analysis_set'
  step 5, interact: 'imaging x group', as: 'product(scaled imaging, unscaled dummy)', using: 'row'
  step 6, scale: ['imaging:group'], to: 'z(sd n-1)', constant: 'zero', using: 'analysis_set'
  columns 'imaging', 'clinical', 'group', 'imaging:group'
}

penalty('elastic_net') {
  distribution family: 'gaussian', weights: 'equal', refit: 'none'
  objective 'glmnet'
  solve 'exact'
  l1_ratio '0.1 .. 1.0 by 0.1'
  lambda values: 60, spacing: 'log_spaced', from: 20, to: 0.05, ends: 'both included'
  lambda_max not_applicable: 'values are given'
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
  ties within: '0 relative', prefer: ['smaller l1_ratio', 'larger lambda']
}

model 'drug_agnostic', outcome: 'improvement', terms: ['imaging', 'clinical'], role: 'primary', reason: 'sap'
model 'drug_specific', extends: 'drug_agnostic', add: ['group', 'imaging:group'], role: 'secondary', reason: 'sap'
