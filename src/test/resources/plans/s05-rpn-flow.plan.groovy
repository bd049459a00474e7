planlock 1

plan('rpn-flow') {
  title 'Exclusion flow of the resting-state pain-sensitivity study'
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
}

sample {
  exclude 'excluded_at_source = 1', because: 'at_source'
  exclude 'mean_fd > 0.15 mm', because: 'mean_fd'
  exclude 'perc_scrubbed > 30 %', because: 'perc_scrubbed'
  exclude 'at_least 2 of (cpt outside 0 .. 27.21, hpt outside 36.33 .. 49.88, mpt_log outside 2.48 .. 6.35)', because: 'sensory',
      missing: 'counts_as inside'
  flow by: 'site', counts: ['sequential', 'alone']
}

models not_applicable: 'exclusion flow only'
