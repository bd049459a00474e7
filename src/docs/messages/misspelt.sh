echo '$ plan check first.plan'
cat > first.plan << 'PLAN'
plan "first" language 1 { title "Does connectivity change go with less craving?" }
data   { table wide from "wide.csv" key rid  mising "NA"  separator comma }
outcome   improvement = vas_t0 - vas_t1
predictor d_conn = conn_t1 - conn_t0
prepare main { 1 scale d_conn, age to z(sd n-1) using trainingfold }
penalty elastic_nett { l1_ratio 0.1 .. 1.0 by 0.1   lambda 100 values log_spaced from max to 0.01 * max }
validate { scheme leave_one_out by participant   select minimum jointly over l1_ratio, lambda }
model change { outcome improvement   terms d_conn + age }
model more extends chnage { terms + group }
PLAN
plan check --color always first.plan
