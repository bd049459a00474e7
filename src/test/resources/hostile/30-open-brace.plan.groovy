planlock 1

sample {
  target '21 enrolled'
