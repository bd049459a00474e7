planlock 1

plan('ds003007-contract') {
  title 'Depression before and after two treatments or none'
}

data {
  table 'people', file: 'data/ds003007_participants.tsv', key: ['participant_id'], missing: ['n/a'], one_row_per: 'participant',
      dictionary: 'data/ds003007_participants.json'
  column 'group', table: 'people', levels: ['depr_no_treatment', 'depr_cbt', 'depr_nfb'], reference: 'depr_no_treatment'
  column 'gender', table: 'people', levels: ['m', 'f'], reference: 'm', code: [dummy: [0, 1]]
  column 'age', table: 'people', type: 'number'
  column 'Zung_SDS_ses-pre', table: 'people', type: 'number'
  column 'Zung_SDS_ses-post', table: 'people', type: 'number'
}

sample {
  rows 'complete_cases on improvement'
  order 'file'
  flow by: 'group', counts: ['sequential']
}

outcome 'improvement', value: 'Zung_SDS_ses-pre - Zung_SDS_ses-post', scaled: false

prepare('main') {
  step 1, code: ['gender'], using: 'row'
  columns 'age', 'gender'
}

model('change') {
  outcome 'improvement'
  terms 'age', 'gender'

  penalty('none') {
  }

  validate {
    scheme 'none'
  }
}
