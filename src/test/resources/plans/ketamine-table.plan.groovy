planlock 1

plan('ketamine-table') {
  title 'Neural correlates of PTSD symptom improvement, measures as a table'
}

data {
  table 'participants', file: 'participants.tsv', key: ['participant_id'], missing: ['n/a'], one_row_per: 'participant'
  table 'caps5', file: 'phenotype/caps5.tsv', key: ['participant_id', 'session_id'], missing: ['n/a']
  table 'madrs', file: 'phenotype/madrs.tsv', key: ['participant_id', 'session_id'], missing: ['n/a']
  table 'measures', file: 'expected/measures.tsv', key: ['participant_id', 'session_id', 'measure'], missing: ['n/a'],
      spread: [[column: 'raw', as: '(measure)'], [column: 'mean_fd', as: 'fd_(measure)']]
  text encoding: 'utf-8', decimal: '.', separator: 'tab'
  session 'ses-pre', is: 'before the first infusion', one_per: 'participant', window: 'none', fallback: 'missing'
  session 'ses-post', is: 'after the last scan', one_per: 'participant', window: 'none', fallback: 'missing'
  column 'caps5_total', table: 'caps5', type: 'number', range: [0, 80], unit: 'points'
  column 'madrs_total', table: 'madrs', type: 'number', range: [0, 60], unit: 'points'
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
  include 'age >= 18 years and age <= 70 years', because: 'trial criterion'
  exclude 'missing(caps5_total at ses-pre) or missing(caps5_total at ses-post)', because: 'no outcome'
  exclude 'share_missing(imaging) > 30 %', because: 'too few measures'
  abort below: [[per_group: 8, in: 'analysis_set'], [per_group: 7, in: 'training_fold']]
  order 'participant_id ascending'
}

outcome 'improvement', value: 'caps5_total at ses-pre - caps5_total at ses-post', unit: 'points', scaled: false
covariate 'caps5_pre', value: 'caps5_total at ses-pre', unit: 'points'
covariate 'madrs_change', value: 'madrs_total at ses-pre - madrs_total at ses-post', unit: 'points'
predictor 'd_(measure)', value: 'residual(measure) at ses-post - residual(measure) at ses-pre', for: 'every measure'
set 'imaging', terms: ['d_(measure)'], for: 'every measure'
set 'clinical', terms: ['age', 'sex', 'education_years', 'psychotropic_medication', 'caps5_pre']

prepare('main') {
  step 1, residualise: 'every measure', on: ['fd_(measure)', 'intercept'], rows: 'participant x session pooled', using: 'training_fold',
      incomplete_rows: 'left_out'
  step 2, derive: ['imaging'], using: 'row'
  step 3, impute: ['imaging', 'education_years'], by: 'median(mean_of_middle_two)', using: 'training_fold', informed_by: 'none',
      limit: '20 % per column of analysis_set', over_limit: 'abort', draws: 1
  step 4, code: ['sex', 'psychotropic_medication', 'group'], using: 'row'
  step 5, scale: ['imaging', 'clinical', 'madrs_change', 'group'], to: 'z(sd n-1)', constant: 'zero', using: 'training_fold'
  step 6, interact: 'imaging x group', as: 'product(scaled imaging, unscaled dummy)', using: 'row'
  step 7, scale: ['imaging:group'], to: 'z(sd n-1)', constant: 'zero', using: 'training_fold'
  columns 'imaging', 'clinical', 'group', 'imaging:group', 'madrs_change'
}

penalty('elastic_net') {
  distribution family: 'gaussian', weights: 'equal', refit: 'none'
  objective 'glmnet'
  solve 'exact'
  l1_ratio '0.1 .. 1.0 by 0.1'
  lambda values: 60, spacing: 'log_spaced', from: 'max', to: '0.01 * max', ends: 'both included'
  lambda_max formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: 'analysis_set', per: ['model', 'l1_ratio', 'outcome_vector']
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
  ties within: '1e-12 relative', prefer: ['larger l1_ratio', 'larger lambda']
  edge 'report'
  outer scheme: 'leave_one_out', by: 'participant', inner: [scheme: 'leave_one_out', by: 'participant'],
      lambda_max: [using: 'outer_training_fold']
}

model 'drug_agnostic', outcome: 'improvement', terms: ['imaging', 'clinical'], role: 'primary', reason: 'sap'
model 'arm_adjusted', extends: 'drug_agnostic', add: ['group'], role: 'secondary', reason: 'sap'
model 'drug_specific', extends: 'arm_adjusted', add: ['imaging:group'], role: 'secondary', reason: 'sap'
model 'ptsd_specific', extends: 'drug_specific', add: ['madrs_change'], role: 'secondary', reason: 'sap'
compare 'drug_specific', with: 'arm_adjusted', by: 'cv_mse', inference: 'none'
retained 'abs(coefficient) > 1e-8 points per sd'

hypothesis('H1') {
  claim 'vmPFC-amygdala coupling to faces rises with improvement'
  corroborated all: [
    'coefficient(drug_agnostic, d_faces_gppi_vmPFC_amygdala) >= 0.5 points per sd',
    'fold_share(drug_agnostic, d_faces_gppi_vmPFC_amygdala, positive) >= 0.9',
    'cv_r2(drug_agnostic) > 0'
  ]
  falsified 'coefficient(drug_agnostic, d_faces_gppi_vmPFC_amygdala) <= -0.5 points per sd'
  otherwise 'inconclusive'
}

inference {
  r2_in_sample formula: '1 - sse/sst', sst: 'mean of all rows'
  cv_r2 formula: '1 - sse/sst', sst: 'mean of training_fold'
  nested_r2 formula: '1 - sse/sst', sst: 'mean of outer_training_fold'
}

exploratory correlate: 'improvement', with: 'd_faces_gppi_vmPFC_amygdala', by: 'spearman', values: 'before residualise',
    rows: 'pairwise_complete', reason: 'data_driven'
