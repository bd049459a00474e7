planlock 1

sample {
  looks 010
}
