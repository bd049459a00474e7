planlock 1
sample.looks = 0
sample { looks order.looks }
