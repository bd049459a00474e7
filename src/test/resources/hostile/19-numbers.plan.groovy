planlock 1

penalty('elastic_net') {
  l1_ratio 0.5f
  lambda 1_000
  kkt tolerance: .5
  solve 0x10
  intercept 0,05
  objective 5%
}
