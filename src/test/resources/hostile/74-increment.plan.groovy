planlock 1
sample {
  looks 1++
  --looks
}
