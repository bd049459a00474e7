import java.lang.Runtime as Title
planlock 1
