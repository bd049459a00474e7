# Carries out the analysis of peer-r.plan.yaml with glmnet, as registered and in many other ways; one record each, and a table
# `mutants.tsv` with the record, the place of the plan that is kept otherwise, and how.
source(Sys.getenv("PLANLOCK_R"))
suppressPackageStartupMessages(library(glmnet))

analyse <- function(trace, alpha = c(0.5, 1), s = "lambda.min", folds = NULL, terms = c("age", "sex", "dose", "m1", "m2", "m3", "m4"),
                    outcome = function(p) p$before - p$after, nlambda = 40, rows = function(p) p, minors = 18, extra = NULL, because = "minors",
                    second = TRUE, columns = function(x) x, reference = "f", verdict = function(b) if (b > 0) "corroborated" else if (b < 0) "falsified" else "inconclusive",
                    table = "data/craving.csv", after = function() NULL, ...) {
  pl_start("peer-r.lock", trace = trace)
  people <- pl_data(read.csv(table), id = "id", file = table)
  people <- pl_exclude(people, age < minors, because = because)
  if (second) people <- pl_exclude(people, is.na(m2), because = "no second measure")
  if (!is.null(extra)) people <- pl_exclude(people, row.names(people) %in% extra, because = "looks odd")
  pl_model("craving")
  people <- rows(people)
  people$sex <- relevel(factor(people$sex), ref = reference)
  x <- columns(model.matrix(reformulate(terms), people)[, -1])
  y <- outcome(people)
  y <- y[row.names(people) %in% rownames(x)]
  fits <- lapply(seq_along(alpha), function(k) {
    f <- if (is.null(folds)) rep_len(1:7, nrow(x)) else folds(nrow(x))
    cv.glmnet(x, y, alpha = alpha[k], foldid = f, grouped = FALSE, nlambda = nlambda, ...)
  })
  best <- fits[[which.min(vapply(fits, function(f) min(f$cvm), 0))]]
  b <- coef(best, s = if (is.function(s)) s(best) else s)
  dose <- if ("dose" %in% rownames(b)) b["dose", 1] else 0
  after()
  if (!is.null(verdict)) pl_hypothesis("H1", verdict(dose), list("coefficient(craving, dose)" = dose))
  pl_end()
}

done <- list()
otherwise <- function(path, what, ...) {
  trace <- sprintf("r%02d.jsonl", length(done) + 1)
  suppressWarnings(suppressMessages(analyse(trace, ...)))
  done[[trace]] <<- paste(trace, path, what, sep = "\t")
}
model <- function(key) paste0("models.craving.", key)

otherwise("", "as registered")
for (a in list(0.5, 1, c(0.1, 1), c(0.5, 0.9), c(0.25, 0.5, 1), c(0.5, 0.75, 1))) otherwise(model("penalty.l1_ratio"), paste(a, collapse = " "), alpha = a)
for (n in c(50, 20, 10, 80)) otherwise(model("penalty.lambda.values"), paste("nlambda", n), nlambda = n)
for (r in c(0.01, 0.05, 0.001, 0.1)) otherwise(model("penalty.lambda.to"), paste("lambda.min.ratio", r), lambda.min.ratio = r)
for (k in c(3, 5, 10)) otherwise(model("validate.scheme"), paste(k, "folds"), folds = function(n) rep_len(seq_len(k), n))
otherwise(model("validate.scheme"), "one at a time", folds = seq_len)
otherwise(model("validate.scheme"), "uneven folds", folds = function(n) pmin(seq_len(n), 7))
otherwise(model("penalty.standardize"), "FALSE", standardize = FALSE)
otherwise(model("penalty.intercept"), "FALSE", intercept = FALSE)
for (t in c(1e-5, 1e-10)) otherwise(model("penalty.passes.threshold"), paste("thresh", t), thresh = t)
for (m in c(1e4, 1e6)) otherwise(model("penalty.passes.most"), paste("maxit", m), maxit = m)
for (j in 1:7) otherwise(model("penalty.penalty_factor"), paste("column", j, "weighs twice"), penalty.factor = replace(rep(1, 7), j, 2))
otherwise(model("penalty.penalty_factor"), "age is free", penalty.factor = c(0, rep(1, 6)))
for (j in c(2, 5)) otherwise(model("penalty.penalty_factor.excluded"), paste("column", j, "is kept out"), exclude = j)
otherwise(model("penalty.penalty_factor.bounds"), "none below 0", lower.limits = 0)
otherwise(model("penalty.penalty_factor.bounds"), "none above 1", upper.limits = 1)
otherwise(model("penalty.penalty_factor.bounds"), "one between -0.1 and 0.1", lower.limits = c(-0.1, rep(-Inf, 6)), upper.limits = c(0.1, rep(Inf, 6)))
otherwise(model("penalty.distribution.weights"), "the first counts twice", weights = c(2, rep(1, 20)))
otherwise(model("penalty.distribution.weights"), "by turns", weights = rep_len(c(1, 3), 21))
otherwise(model("validate.select"), "lambda.1se", s = "lambda.1se")
for (q in c(2, 3, 5)) otherwise(model("validate.select"), paste("the lambda of place", q), s = function(f) f$lambda[q])
for (t in 1:7) otherwise(model("terms"), paste("without term", t), terms = c("age", "sex", "dose", "m1", "m2", "m3", "m4")[-t])
otherwise(model("terms"), "age squared too", terms = c("age", "sex", "dose", "m1", "m2", "m3", "m4", "I(age^2)"))
otherwise(model("terms"), "in another order", terms = c("m4", "sex", "dose", "m1", "m2", "m3", "age"))
otherwise(model("outcome"), "after alone", outcome = function(p) p$after)
otherwise(model("outcome"), "after - before", outcome = function(p) p$after - p$before)
otherwise(model("outcome"), "percent", outcome = function(p) (p$before - p$after) / p$before)
for (p in c("p04", "p07", "p11", "p19")) otherwise("sample.rules", paste(p, "is left out"), extra = p)
otherwise("sample.rules", "minors for another reason", because = "too young")
otherwise("sample.rows", "rows with a gap vanish", second = FALSE)
for (k in c(1, 9)) otherwise("sample.rows", paste("row", k, "is not fitted"), rows = function(p) p[-k, ])
otherwise("data.columns.sex.reference", "m", reference = "m")
otherwise("hypotheses.H1", "the other verdict", verdict = function(b) "falsified")
otherwise("hypotheses.H1", "undecided", verdict = function(b) "inconclusive")
otherwise("hypotheses.H1", "nothing is said", verdict = NULL)
otherwise("hypotheses.H2", "one more", after = function() pl_hypothesis("H2", "corroborated"))
otherwise("models.another", "one model more", after = function() pl_unplanned("another", "it fits"))
otherwise("data.tables.people", "a table with one cell corrected", table = "data/corrected/craving.csv")
otherwise("prepare", "z scores of everybody before the folds", columns = function(x) { x[, 4:7] <- scale(x[, 4:7]); x })
writeLines(unlist(done), "mutants.tsv")
