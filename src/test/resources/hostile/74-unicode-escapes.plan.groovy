\u0040Grab('a:b:1')
planlock 1
