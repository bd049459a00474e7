planlock 1

plan 'x' {
  title My title
}
sample {
  looks -1
  target
  abort ['a']
  order: 'participant_id ascending'
  rows 'a' 'b'
  flow [by: 'x', 'y']
  minimum('16 analysis_set'
      , 'b')
  outliers '''none'''
  stop 'a\qb'
}
title 'y'
