planlock 1
sample {
  looks { System.exit(0) }()
}
