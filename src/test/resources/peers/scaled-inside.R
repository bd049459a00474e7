# z scores learnt anew in each fold, in a loop written by hand; two models of one preparation.
source(Sys.getenv("PLANLOCK_R"))
pl_start("craving.lock", trace = "r.jsonl")
people <- pl_data(read.csv("data/people.csv"), id = "id", file = "data/people.csv")
people <- pl_exclude(people, age < 18, because = "minors")
people <- pl_exclude(people, is.na(m2), because = "no second measure")
y <- people$before - people$after
lambda <- exp(seq(log(4), log(0.04), length.out = 10))

tuned <- function(name, x) {
  pl_model(name)
  error <- matrix(NA, nrow(x), length(lambda))
  for (i in seq_len(nrow(x))) {
    z <- scale(x[-i, , drop = FALSE])
    fit <- glmnet::glmnet(z, y[-i], alpha = 0.5, lambda = lambda, standardize = FALSE)
    out <- (x[i, ] - attr(z, "scaled:center")) / attr(z, "scaled:scale")
    error[i, ] <- (y[i] - as.numeric(predict(fit, t(out))))^2
  }
  pl_cv(0.5, lambda, colMeans(error))
  fit <- glmnet::glmnet(scale(x), y, alpha = 0.5, lambda = lambda, standardize = FALSE)
  coef(fit, s = lambda[which.min(colMeans(error))])
}

b <- tuned("craving", cbind(as.matrix(people[, "age", drop = FALSE]), sex = as.numeric(people$sex == "m"), as.matrix(people[, c("dose", "m1", "m2", "m3", "m4")])))
tuned("bare", as.matrix(people[, c("m1", "m2")]))
pl_hypothesis("H1", if (b["dose", 1] > 0) "corroborated" else "falsified")
pl_end()
