planlock 1
[1].each { while (true) {} }
