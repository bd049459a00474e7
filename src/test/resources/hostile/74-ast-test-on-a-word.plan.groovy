planlock 1
@groovy.transform.ASTTest(phase = org.codehaus.groovy.control.CompilePhase.CONVERSION, value = { 'touch pwned'.execute() })
plan('x') { title 'y' }
