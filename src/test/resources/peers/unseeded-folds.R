# Five folds, drawn by whatever R's generator holds.
source(Sys.getenv("PLANLOCK_R"))
pl_start("craving.lock", trace = "r.jsonl")
people <- pl_data(read.csv("data/people.csv"), id = "id", file = "data/people.csv")
people <- pl_exclude(people, age < 18, because = "minors")
people <- pl_exclude(people, is.na(m2), because = "no second measure")
pl_model("craving")
x <- model.matrix(~ age + sex + dose + m1 + m2 + m3 + m4, people)[, -1]
y <- people$before - people$after
cv <- glmnet::cv.glmnet(x, y, alpha = 0.5, nfolds = 5)
b <- coef(cv, s = "lambda.min")
pl_hypothesis("H1", if (b["dose", 1] > 0) "corroborated" else "falsified")
pl_end()
