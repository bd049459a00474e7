cp "$EXAMPLES"/ketamine-ptsd/ketamine-ptsd.plan .
sed -i '/^  5 scale/s/using training_fold/using analysis_set/; s/minimum 16 analysis_set/minimum 26 analysis_set/; s/age >= 18 years/aeg >= 18 years/' ketamine-ptsd.plan
echo '$ plan check ketamine-ptsd.plan'
plan check --color always ketamine-ptsd.plan | awk -v RS= -v ORS='\n\n' '!/note\[/'
