source("planlock.R")
suppressMessages(library(glmnet))
planlock_start("peer.lock", "trace.jsonl")
d <- planlock_table(read.csv("wide.csv"), table = "wide", file = "wide.csv", id = "id")
d <- planlock_exclude(d, d$motion > 0.6, because = "motion")
d <- planlock_sample(d)
tuned <- function(formula) {
  x <- model.matrix(formula, d)[, -1]
  lapply(c(0.5, 1), function(a) cv.glmnet(x, d$score, alpha = a, nfolds = 5))
}
planlock_fit("clinical", tuned(~ age + site), outcome = "outcome_score")
planlock_fit("full", tuned(~ age + conn + site), outcome = "outcome_score")
planlock_end()
