planlock 1

penalty('elastic_net') {
  aplha 0.5
  colour 'blue'
}
