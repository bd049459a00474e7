cp -r "$EXAMPLES"/ketamine-ptsd/data "$EXAMPLES"/ketamine-ptsd/ketamine-ptsd.plan .
plan lock ketamine-ptsd.plan > /dev/null
echo '$ plan execute ketamine-ptsd.lock --data data --out run --exclude sub-07 --because "fell asleep"'
plan execute --color always ketamine-ptsd.lock --data data --out run --exclude sub-07 --because "fell asleep" 2>&1 |
  sed -n '/deviation:/,$p' | sed '1s/^/…\n\n/'   # the message; what the analysis found is above it
