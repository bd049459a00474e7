source(Sys.getenv("PLANLOCK_R", "planlock.R"))
pl_start("stimulation.lock", trace = "r.jsonl")
people <- pl_data(read.csv("data/sudmex_tms_wide.csv"), id = "rid", file = "data/sudmex_tms_wide.csv")
people <- pl_exclude(people, hdrs_tot_t0 > 20, because = "severe depression")

people$d_conn <- people$conn_dlvm_t1 - people$conn_dlvm_t0
people$d_vmpfc <- people$vmpfc_cluster_t1 - people$vmpfc_cluster_t0
people$group <- relevel(factor(people$group), ref = "SHAM")
y <- people$vas_t0 - people$vas_t1

best <- function(x) {
  fits <- lapply(seq(0.1, 1, by = 0.1), function(a) glmnet::cv.glmnet(x, y, alpha = a, nfolds = nrow(x), grouped = FALSE))
  coef(fits[[which.min(vapply(fits, function(f) min(f$cvm), 0))]], s = "lambda.min")
}

pl_model("change_only")
best(model.matrix(~ d_conn + d_vmpfc + age + sex + educ + vas_t0, people)[, -1])
pl_model("by_arm")
b <- best(model.matrix(~ d_conn + d_vmpfc + age + sex + educ + vas_t0 + group + d_conn:group + d_vmpfc:group, people)[, -1])
print(b)
g <- b["groupACTIVE", 1]
pl_hypothesis("H1", if (g > 0) "corroborated" else if (g < 0) "falsified" else "inconclusive")
pl_end()
