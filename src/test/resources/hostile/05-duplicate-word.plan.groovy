planlock 1

sample {
  target '21 enrolled'
  minimum '16 analysis_set'
  target '24 enrolled'
}
