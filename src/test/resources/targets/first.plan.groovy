planlock 1

plan('first') {
  title 'Does connectivity change go with less craving?'
}

data {
  table 'wide', file: 'wide.csv', key: ['rid'], missing: ['NA'], separator: 'comma'
}

outcome 'improvement', value: 'vas_t0 - vas_t1'
predictor 'd_conn_dlvm', value: 'conn_dlvm_t1 - conn_dlvm_t0'
predictor 'd_vmpfc', value: 'vmpfc_cluster_t1 - vmpfc_cluster_t0'

prepare('main') {
  step 1, scale: ['d_conn_dlvm', 'd_vmpfc', 'age'], to: 'z(sd n-1)', using: 'training_fold'
}

penalty('elastic_net') {
  l1_ratio '0.1 .. 1.0 by 0.1'
  lambda values: 100, spacing: 'log_spaced', from: 'max', to: '0.01 * max'
}

validate {
  scheme 'leave_one_out'
  by 'participant'
  select minimum: 'jointly', over: ['l1_ratio', 'lambda']
}

model 'change', outcome: 'improvement', terms: ['d_conn_dlvm', 'd_vmpfc', 'age']
