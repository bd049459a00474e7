@Grab('org.example:evil:1.0')
import org.example.Evil
planlock 1
