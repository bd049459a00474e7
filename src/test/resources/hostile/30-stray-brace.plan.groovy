planlock 1

sample {
  looks 0
}
}
