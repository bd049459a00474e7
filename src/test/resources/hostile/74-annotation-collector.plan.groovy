import groovy.transform.*
@AnnotationCollector([ASTTest])
@interface Evil {}
