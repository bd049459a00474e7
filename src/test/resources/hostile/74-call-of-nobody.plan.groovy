println 'x'
evaluate 'System.exit(0)'
load('evil.groovy')
