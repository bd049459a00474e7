planlock 1

sample {
  tar​get '21 enrolled'
}
