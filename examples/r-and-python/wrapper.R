# The same analysis through a small package that makes life easier, and loses an argument on the way: leave-one-out is asked for
# below, and glmnet makes its usual ten folds. Nothing warns. (A published package did so for years.)
source(Sys.getenv("PLANLOCK_R", "planlock.R"))
pl_start("craving.lock", trace = "r.jsonl")

tuned <- function(x, y, alpha, nfolds, ...) glmnet::cv.glmnet(x, y, alpha = alpha, ...)

people <- read.csv("data/people.csv")
people <- pl_data(people, id = "id", file = "data/people.csv")
people <- pl_exclude(people, age < 18, because = "minors")
people <- pl_exclude(people, is.na(m2), because = "no second measure")

pl_model("craving")
x <- model.matrix(~ age + sex + dose + m1 + m2 + m3 + m4, people)[, -1]
y <- people$before - people$after
set.seed(1)
cv <- tuned(x, y, alpha = 0.5, nfolds = nrow(x))
b <- coef(cv, s = "lambda.min")
print(b)

pl_hypothesis("H1", if (b["dose", 1] > 0) "corroborated" else "falsified")
pl_end()
