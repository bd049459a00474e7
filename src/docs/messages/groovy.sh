cat > trial.plan.groovy << 'PLAN'
@Grab('org.example:tool:1.0')
plan('trial') {
  language 1
  title "Effect of ${new File('secret').text}"
}
data {
  table 'wide', from: 'wide.csv', key: 'id', missing: ['NA', '-999'].join(' ')
}
PLAN
echo '$ plan check trial.plan.groovy'
plan check --color always trial.plan.groovy
