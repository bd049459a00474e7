planlock 1
File title = ['pwned']
