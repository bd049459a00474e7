planlock 1
sample {
  for (;;) { }
  looks 0
}
