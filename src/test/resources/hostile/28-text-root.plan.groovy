'a plan'
