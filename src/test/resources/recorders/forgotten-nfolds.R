source("planlock.R")
suppressMessages(library(glmnet))
planlock_start("peer.lock", "trace.jsonl")
d <- planlock_table(read.csv("wide.csv"), table = "wide", file = "wide.csv", id = "id")
d <- planlock_exclude(d, d$motion > 0.6, because = "motion")
d <- planlock_sample(d)
# A wrapper that takes nfolds and forgets it, as a well-known package once did.
friendly_cv <- function(x, y, alpha, nfolds = 10, ...) glmnet::cv.glmnet(x, y, alpha = alpha, ...)
set.seed(1)
tuned <- function(formula) {
  x <- model.matrix(formula, d)[, -1]
  lapply(c(0.5, 1), function(a) friendly_cv(x, d$score, alpha = a, nfolds = nrow(x), grouped = FALSE))
}
planlock_fit("clinical", tuned(~ age + site), outcome = "outcome_score")
planlock_fit("full", tuned(~ age + conn + site), outcome = "outcome_score")
planlock_end()
