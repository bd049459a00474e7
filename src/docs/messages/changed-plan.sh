cp -r "$EXAMPLES"/ketamine-ptsd/data "$EXAMPLES"/ketamine-ptsd/ketamine-ptsd.plan .
plan lock ketamine-ptsd.plan > /dev/null
sed -i 's/minimum 16 analysis_set/minimum 15 analysis_set/' ketamine-ptsd.plan
echo '$ plan verify ketamine-ptsd.lock'
plan verify --color always ketamine-ptsd.lock
