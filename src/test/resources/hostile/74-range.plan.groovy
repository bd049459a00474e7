planlock 1
sample {
  looks 1..1000000000
}
