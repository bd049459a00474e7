// The least that is a plan: where the data are, what is explained by what, how it is fitted.
// Written as Groovy and read as data: nothing here is run, so there are words, texts, numbers, lists and blocks, and nothing else.
// Everything else stays open. `plan check FILE --fields` lists what is open, one line each with what to write; each line
// that you add closes one. Nothing that is open keeps you from locking; what a fit needs is asked for when it is executed.
planlock 1

plan('first') {
  title 'Does connectivity change go with less craving?'
}

// One table, one row a participant. `missing` is the only text that counts as a missing value.
data {
  table 'wide', file: 'wide.csv', key: ['participant_id'], missing: ['NA'], separator: 'comma'
}

// The outcome first: say which way is better, so that a sign cannot be turned around later.
outcome 'improvement', value: 'craving_before - craving_after' // positive is better
predictor 'change_vta', value: 'vta_after - vta_before'

// What is computed from the data is computed inside each training fold, or the left-out participant leaks into its own mean.
prepare('main') {
  step 1, scale: ['change_vta', 'age'], to: 'z(sd n-1)', using: 'training_fold'
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

model 'change', outcome: 'improvement', terms: ['change_vta', 'age']
