planlock 1

plan('ketamine-ptsd') {
  title 'Neural correlates of PTSD symptom improvement after repeated ketamine'
  person role: 'analyst', name: 'A. Author', blinded_to: ['group', 'caps5', 'madrs'], signs: ['plan', 'amendment']
  person role: 'custodian', name: 'B. Pharmacist', blinded_to: [], signs: ['release']
  knowledge 'participants', state: 'collected_unseen', participants: '21 of 21'
  knowledge 'caps5', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'madrs', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'motion', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'firstlevel', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'timeseries', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'patterns', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'noise', state: 'collected_unseen', participants: '14 of 21'
  knowledge 'faces_design', state: 'seen'
  ledger not_applicable: 'nobody named in this plan has seen a value of any table'
  witness at_least: 1, of: ['rfc3161'], late_lock: 'refused'
  amend until: 'release', signed_by: ['analyst', 'custodian'], after_release: 'deviation'
  siblings([])
}

data {
  table 'participants', file: 'participants.tsv', key: ['participant_id'], missing: ['n/a'], one_row_per: 'participant'
  table 'caps5', file: 'phenotype/caps5.tsv', key: ['participant_id', 'session_id'], missing: ['n/a']
  table 'madrs', file: 'phenotype/madrs.tsv', key: ['participant_id', 'session_id'], missing: ['n/a']
  table 'faces_design', file: 'derivatives/timeseries/task-faces_design.tsv', key: ['row']
  files 'motion',
      pattern: 'derivatives/fmriprep/{participant_id}/{session_id}/func/{participant_id}_{session_id}_task-{task}_desc-confounds_regressors.tsv',
      missing: ['n/a']
  files 'firstlevel',
      pattern: 'derivatives/firstlevel/{participant_id}/{session_id}/func/{participant_id}_{session_id}_task-{task}_space-MNI152NLin6Asym_contrast-{contrast}_stat-effect_statmap.nii.gz'
  files 'timeseries',
      pattern: 'derivatives/timeseries/{participant_id}/{session_id}/func/{participant_id}_{session_id}_task-{task}_atlas-toy_timeseries.tsv',
      missing: ['n/a']
  files 'patterns',
      pattern: 'derivatives/patterns/{participant_id}/{session_id}/func/{participant_id}_{session_id}_task-faces_label-rACC_patterns.tsv',
      missing: ['n/a']
  files 'noise',
      pattern: 'derivatives/patterns/{participant_id}/{session_id}/func/{participant_id}_{session_id}_task-faces_label-rACC_residuals.tsv',
      missing: ['n/a']
  text encoding: 'utf-8', decimal: '.', separator: 'tab'
  session 'ses-pre', is: 'before the first infusion', one_per: 'participant', window: 'none', fallback: 'missing'
  session 'ses-post', is: 'after the last scan', one_per: 'participant', window: 'none', fallback: 'missing'
  column 'caps5_total', table: 'caps5', type: 'number', range: [0, 80], unit: 'points', instrument: 'CAPS-5', version: 'past week',
      score: 'total', items: 20, rater: 'blinded'
  column 'madrs_total', table: 'madrs', type: 'number', range: [0, 60], unit: 'points', instrument: 'MADRS', version: 'clinician-rated',
      score: 'total', items: 10, rater: 'blinded'
  column 'age', table: 'participants', type: 'number', range: [18, 70], unit: 'years'
  column 'education_years', table: 'participants', type: 'number', range: [0, 30], unit: 'years'
  column 'sex', table: 'participants', levels: ['M', 'F'], reference: 'M', code: [dummy: [0, 1]]
  column 'psychotropic_medication', table: 'participants', levels: [0, 1], reference: 0, code: [dummy: [0, 1]]
  column 'group', table: 'participants', levels: ['midazolam', 'ketamine'], reference: 'midazolam', code: [dummy: [0, 1]], sealed: true
  column 'framewise_displacement', table: 'motion', type: 'number', range: [0, 50], unit: 'mm'
  seal files: 'sha256', at: 'data_seal'
  pipeline 'motion', tool: 'fMRIPrep', version: '== 1.1.4', container: 'unknown', options: 'unknown'
  pipeline 'firstlevel', tool: 'SPM12', version: '== 7487', container: 'unknown', options: 'unknown'
  pipeline 'timeseries', tool: 'MarsBaR', version: '== 0.44', container: 'unknown', options: 'unknown'
  pipeline 'patterns', tool: 'RSA toolbox', version: '== 3.0', container: 'unknown', options: 'unknown'
  first_level 'faces', events: ['faces', 'shapes'], hrf: 'canonical', high_pass: '128 s', noise_model: 'ar1',
      nuisance: ['wm', 'csf', 'outlier_volumes', 'errors'], imported: true
  first_level 'stroop', events: ['incongruent', 'congruent'], hrf: 'canonical', high_pass: '128 s', noise_model: 'ar1',
      nuisance: ['wm', 'csf', 'outlier_volumes', 'errors'], imported: true
}

sample {
  target '21 enrolled'
  minimum '16 analysis_set'
  stop 'target reached'
  looks 0
  include 'age >= 18 years and age <= 70 years', because: 'trial criterion'
  exclude 'missing(caps5_total at ses-pre) or missing(caps5_total at ses-post)', because: 'no outcome'
  exclude 'share_missing(imaging) > 30 %', because: 'too few measures'
  drop_run 'mean_fd(run) > 0.9 mm', because: 'excess motion', then: 'measures_of_run missing'
  outliers 'none'
  same_rows 'all models'
  abort below: [[per_group: 8, in: 'analysis_set'], [per_group: 7, in: 'training_fold']], counted_by: 'custodian'
  order 'participant_id ascending'
}

estimand {
  quantity 'association'
  population 'analysis_set'
  event 'fewer_infusions', strategy: 'treatment_policy'
  event 'rescue_drug', strategy: 'treatment_policy'
  event 'dropout', excluded_by: 'no outcome'
  side_effects not_applicable: 'not measured in this data set'
}

space 'MNI152NLin6Asym'
atlas 'toy', image: 'derivatives/rois/space-MNI152NLin6Asym_atlas-toy_dseg.nii.gz',
    labels: 'derivatives/rois/space-MNI152NLin6Asym_atlas-toy_dseg.tsv', by: 'name', resample: 'refuse'
roi 'amygdala', atlas: 'toy', labels: ['Left Amygdala', 'Right Amygdala'], sides: 'pooled', weights: 'equal'
roi 'aHC', atlas: 'toy', labels: ['Left Anterior Hippocampus', 'Right Anterior Hippocampus'], sides: 'pooled', weights: 'equal'
roi 'vmPFC', atlas: 'toy', labels: ['Ventromedial Prefrontal Cortex'], sides: 'pooled', weights: 'equal'
roi 'rACC', atlas: 'toy', labels: ['Rostral Anterior Cingulate'], sides: 'pooled', weights: 'equal'
roi 'dACC', atlas: 'toy', labels: ['Dorsal Anterior Cingulate'], sides: 'pooled', weights: 'equal'
roi 'a_insula', atlas: 'toy', labels: ['Left Anterior Insula', 'Right Anterior Insula'], sides: 'pooled', weights: 'equal'
measure 'faces_bold_(roi)', mean_signal: [roi: ['amygdala', 'vmPFC', 'rACC', 'dACC', 'aHC', 'a_insula']], task: 'faces',
    contrast: 'facesGtShapes', voxels: 'finite_per_image', coverage: '>= 50 %'
measure 'stroop_bold_(roi)', mean_signal: [roi: ['rACC', 'dACC', 'vmPFC', 'amygdala']], task: 'stroop', contrast: 'incongruentGtCongruent',
    voxels: 'finite_per_image', coverage: '>= 50 %'
measure 'rest_fc_vmPFC_amygdala', connectivity: [rois: ['vmPFC', 'amygdala']], task: 'rest', fisher_z: true, nuisance: 'none',
    censor: 'none', series: 'timeseries'
measure 'rest_fc_vmPFC_a_insula', connectivity: [rois: ['vmPFC', 'a_insula']], task: 'rest', fisher_z: true, nuisance: 'none',
    censor: 'none', series: 'timeseries'
measure 'faces_gppi_vmPFC_amygdala', gppi: [seed: 'vmPFC', target: 'amygdala'], task: 'faces', conditions: 'faces - shapes',
    statistic: 'beta', deconvolution: 'none', design: 'faces_design', series: 'timeseries'
measure 'faces_ldc_rACC_fearful_neutral', crossnobis: [roi: 'rACC'], task: 'faces', conditions: ['fearful', 'neutral'],
    noise: 'shrinkage_diag', partition: 'run', negative: 'kept', series: 'patterns'
runs one_per: ['participant', 'session', 'task']
follow_up not_applicable: 'no model is chosen after seeing a pair'
outcome 'improvement', value: 'caps5_total at ses-pre - caps5_total at ses-post', unit: 'points', scaled: false
covariate 'caps5_pre', value: 'caps5_total at ses-pre', unit: 'points'
covariate 'madrs_change', value: 'madrs_total at ses-pre - madrs_total at ses-post', unit: 'points'
predictor 'd_(measure)', value: 'residual(measure) at ses-post - residual(measure) at ses-pre', for: 'every measure'
set 'imaging', terms: ['d_(measure)'], for: 'every measure'
set 'clinical', terms: ['age', 'sex', 'education_years', 'psychotropic_medication', 'caps5_pre']

prepare('main') {
  step 1, residualise: 'every measure', on: ['mean_fd(run)', 'intercept'], rows: 'participant x session pooled', using: 'training_fold',
      fd: [column: 'framewise_displacement', first_row: 'skipped'], incomplete_rows: 'left_out'
  step 2, derive: ['imaging'], using: 'row'
  step 3, impute: ['imaging', 'education_years'], by: 'median(mean_of_middle_two)', using: 'training_fold', informed_by: 'none',
      limit: '20 % per column of analysis_set', over_limit: 'abort', draws: 1
  step 4, code: ['sex', 'psychotropic_medication', 'group'], using: 'row'
  step 5, scale: ['imaging', 'clinical', 'madrs_change', 'group'], to: 'z(sd n-1)', constant: 'zero', using: 'training_fold'
  step 6, interact: 'imaging x group', as: 'product(scaled imaging, unscaled dummy)', using: 'row'
  step 7, scale: ['imaging:group'], to: 'z(sd n-1)', constant: 'zero', using: 'training_fold'
  columns 'imaging', 'clinical', 'group', 'imaging:group', 'madrs_change'
  aliased 'kept'
  heredity 'none'
}

penalty('elastic_net') {
  distribution family: 'gaussian', weights: 'equal', refit: 'none'
  objective 'glmnet'
  solve 'exact'
  l1_ratio 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0
  lambda values: 60, spacing: 'log_spaced', from: 'max', to: '0.01 * max', ends: 'both included'
  lambda_max formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: 'analysis_set', per: ['model', 'l1_ratio', 'outcome_vector']
  lambda_folds values: 'same_values', interpolation: 'none', early_stop: 'none'
  standardize false
  intercept 'free'
  penalty_factor every_term: 1, bounds: 'none', unpenalised: 'none'
  kkt tolerance: 1e-9, relative_to: 'lambda_max', iterations: 1000000, not_converged: 'abort'
}

validate {
  scheme 'leave_one_out'
  by 'participant'
  repeats 1
  strata 'none'
  fold_ids 'row_order'
  inside 'residualise', 'derive', 'impute', 'code', 'scale', 'interact', 'fit'
  outside 'sample', 'lambda_max', 'limit'
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
compare 'ptsd_specific', with: 'drug_specific', by: 'cv_mse', inference: 'none'
retained 'abs(coefficient) > 1e-8 points per sd'

hypothesis('H1') {
  claim 'vmPFC-amygdala coupling to faces rises with improvement'
  corroborated all: [
    'coefficient(drug_agnostic, d_faces_gppi_vmPFC_amygdala) >= 0.5 points per sd',
    'fold_share(drug_agnostic, d_faces_gppi_vmPFC_amygdala, positive) >= 0.9',
    'cv_r2(drug_agnostic) > 0',
    'p_holm(H1) <= 0.05'
  ]
  falsified 'coefficient(drug_agnostic, d_faces_gppi_vmPFC_amygdala) <= -0.5 points per sd'
  otherwise 'inconclusive'
}

hypothesis('H2') {
  claim 'that slope is steeper under ketamine'
  corroborated all: [
    'coefficient(drug_specific, d_faces_gppi_vmPFC_amygdala:group) >= 0.5 points per sd',
    'coefficient(drug_specific, d_faces_gppi_vmPFC_amygdala) >= 0 points per sd',
    'cv_r2(drug_specific) > 0',
    'p_holm(H2) <= 0.05'
  ]
  falsified 'coefficient(drug_specific, d_faces_gppi_vmPFC_amygdala:group) <= -0.5 points per sd'
  otherwise 'inconclusive'
}

hypothesis('H3') {
  claim 'the slope persists beside change in depression'
  corroborated all: [
    'coefficient(ptsd_specific, d_faces_gppi_vmPFC_amygdala) >= 0.5 points per sd',
    'cv_r2(ptsd_specific) > 0',
    'p_holm(H3) <= 0.05'
  ]
  falsified 'coefficient(ptsd_specific, d_faces_gppi_vmPFC_amygdala) <= -0.5 points per sd'
  otherwise 'inconclusive'
}

inference {
  null_of 'H1', permute: 'rows of imaging', within: 'group', times: 4999,
      statistic: 'coefficient(drug_agnostic, d_faces_gppi_vmPFC_amygdala)', tail: 'upper'
  null_of 'H2', permute: 'residuals of arm_adjusted', within: 'group', times: 4999,
      statistic: 'coefficient(drug_specific, d_faces_gppi_vmPFC_amygdala:group)', tail: 'upper', approximate: true
  null_of 'H3', permute: 'rows of imaging', within: 'group', times: 4999,
      statistic: 'coefficient(ptsd_specific, d_faces_gppi_vmPFC_amygdala)', tail: 'upper'
  residuals value: 'outcome - cv_prediction', rebuilt: 'cv_prediction + permuted'
  p '(1 + count(null >= observed)) / (1 + 4999)'
  multiplicity method: 'holm', over: ['H1', 'H2', 'H3'], at: 0.05
  r2_in_sample formula: '1 - sse/sst', sst: 'mean of all rows'
  cv_r2 formula: '1 - sse/sst', sst: 'mean of training_fold'
  nested_r2 formula: '1 - sse/sst', sst: 'mean of outer_training_fold'
  coefficients from: 'final_fit on analysis_set', scale: 'points per sd of the prepared column'
  report 'every model', 'intercept_only', 'every coefficient', 'cv_curve', 'fold_shares', 'edge', 'nested_r2'
}

sensitivity {
  variant('reference_rct21') {
    set 'sample.rows', value: 'complete_cases on imaging, clinical, improvement'
    set 'sample.abort', value: 'below 6 per group in training_fold'
    set 'prepare.main.1.using', value: 'enrolled'
    set 'prepare.main.3', value: [not_applicable: 'complete cases']
    set 'prepare.main.5.using', value: 'analysis_set'
    set 'prepare.main.7.using', value: 'analysis_set'
    set 'penalty.lambda', value: [values: 60, spacing: 'log_spaced', from: 20, to: 0.05, ends: 'both included']
    set 'penalty.lambda_max', value: [not_applicable: 'values are given']
    set 'validate.ties', value: [within: '0 relative', prefer: ['smaller l1_ratio', 'larger lambda']]
  }

  variant('meta_vmpfc') {
    set 'roi.vmPFC',
        value: [map: 'derivatives/rois/space-MNI152NLin6Asym_desc-vmpfcMeta_zmap.nii.gz', where: '>= 5', applies_to: 'mean_signal']
  }

  disagree when: 'verdict(H1) differs', then: 'report, keep main'
}

contingency not_applicable: 'no branch depends on data'
exploratory correlate: 'improvement', with: 'd_faces_gppi_vmPFC_amygdala', by: 'spearman', values: 'before residualise',
    rows: 'pairwise_complete', reason: 'data_driven'

compute {
  engine name: 'planlock', version: 'of_lock', java: '>= 17', container: [not_applicable: 'results are byte-identical from 17 to 25']
  rng algorithm: 'sha256_counter', seed: 'plan_digest', stream: 'per step'
  threads 'any'
  blas 'none'
  locale 'root'
  same '1e-9 relative'
  confirm by: 'R glmnet', version: '== 4.1-6', threshold: 1e-20, same: '1e-6 absolute'
  units 'required on every number with a dimension'
}

govern {
  release column: 'group', by: 'custodian', after: ['data_seal', 'plan_lock'], record: 'signed_event'
  deviation classes: 'plan-fields-5.3', severity: 'floor computed', raise: 'analyst', accept: 'custodian'
  publish lock: 'on release', embargo: 'none', registry: ['osf']
}
