@groovy.transform.CompileStatic(extensions = 'evil.groovy')
void f() {}
