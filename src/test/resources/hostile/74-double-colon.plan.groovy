planlock 1
sample {
  looks::new
}
