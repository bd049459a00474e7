package evil
planlock 1
