# The registered analysis, as anybody would write it in R; the lines that begin with pl_ record it.
source(Sys.getenv("PLANLOCK_R", "planlock.R"))
pl_start("craving.lock", trace = "r.jsonl")

people <- read.csv("data/people.csv")
people <- pl_data(people, id = "id", file = "data/people.csv")
people <- pl_exclude(people, age < 18, because = "minors")
people <- pl_exclude(people, is.na(m2), because = "no second measure")

pl_model("craving")
x <- model.matrix(~ age + sex + dose + m1 + m2 + m3 + m4, people)[, -1]
y <- people$before - people$after
cv <- glmnet::cv.glmnet(x, y, alpha = 0.5, nfolds = nrow(x), grouped = FALSE)
b <- coef(cv, s = "lambda.min")
print(b)

pl_hypothesis("H1", if (b["dose", 1] > 0) "corroborated" else "falsified")
pl_end()
