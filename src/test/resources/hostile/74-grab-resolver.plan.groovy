@GrabResolver(name = 'x', root = 'http://example.org/')
@Grab('a:b:1')
import a.B
