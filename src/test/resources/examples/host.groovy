import java.time.InstantSource
import org.planlock.LockedStudy
import org.planlock.execution.script.GroovyAnalysis

LockedStudy.open(lock, data).orThrow().analyse(out, InstantSource.system(), 'Ana', GroovyAnalysis.of {
  sample { exclude { motion > 0.9 } because 'excess motion' }
  prepare()
  fit 'clinical'
  def both = fit 'both'
  println "dose: ${both.coefficients().byTerm().dose}"
  fit 'lasso_only', extending: 'both', { l1Ratio 1.0 }
  deviate 'sample.rules', reason: 'the scanner was faulty', timing: data_exist_blind
}).orThrow()
