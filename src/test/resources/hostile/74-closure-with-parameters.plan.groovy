planlock 1
sample { it -> it.looks 0 }
