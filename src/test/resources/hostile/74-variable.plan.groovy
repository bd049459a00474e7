planlock 1
sample {
  target enrolled
}
