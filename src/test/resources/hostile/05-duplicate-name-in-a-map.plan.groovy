planlock 1

sample {
  abort below: 8, counted_by: 'a', below: 9
}
