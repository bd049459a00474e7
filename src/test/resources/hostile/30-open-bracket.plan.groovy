planlock 1

sample {
  abort(['a'
}
