# Rscript elastic_net_tight.R, in this folder: the elastic nets of the simulated trial at glmnet's thresh 1e-24 instead of 1e-14.
# R 4.2.2, glmnet 4.1-6. At 1e-14 the errors of the smallest lambdas are off by up to 1e-3. z with n - 1; standardize FALSE.
library(glmnet); library(jsonlite)
rd <- function(f) read.delim(f, na.strings = "n/a")
ch <- rd("change.tsv"); out <- rd("outcome.tsv"); p <- rd("../participants.tsv")
w <- reshape(ch[, c("participant_id", "measure", "change_post_minus_pre")], direction = "wide", idvar = "participant_id", timevar = "measure")
names(w) <- sub("change_post_minus_pre.", "", names(w), fixed = TRUE)
d <- merge(merge(w, p), out[, c("participant_id", "improvement_pre_minus_post", "caps5_pre")]); d <- d[order(d$participant_id), ]
meas <- setdiff(names(w), "participant_id"); d$drug <- as.numeric(d$group == "ketamine"); d$female <- as.numeric(d$sex == "F")
base <- c(meas, "age", "female", "education_years", "psychotropic_medication", "caps5_pre")
d <- d[complete.cases(d[, c(base, "improvement_pre_minus_post")]), ]; y <- d$improvement_pre_minus_post
X <- scale(as.matrix(d[, base])); inter <- X[, meas] * d$drug; colnames(inter) <- paste0("drug:", meas)
zdrug <- as.vector(scale(d$drug)); raw <- as.matrix(d[, meas]) * d$drug
lam <- exp(seq(log(20), log(0.05), length.out = 60)); alphas <- seq(0.1, 1, by = 0.1)
net <- function(X, y, a) glmnet(X, y, alpha = a, lambda = lam, standardize = FALSE, thresh = 1e-24, maxit = 1e9)
one <- function(X, name) { best <- NULL
  for (a in alphas) { pr <- matrix(NA, length(y), length(lam))
    for (i in seq_along(y)) pr[i, ] <- cbind(1, X[i, , drop = FALSE]) %*% as.matrix(coef(net(X[-i, ], y[-i], a)))
    mse <- colMeans((pr - y)^2); j <- which.min(mse)
    if (is.null(best) || mse[j] < best$mse) best <- list(alpha = a, j = j, lambda = lam[j], mse = mse[j], pr = pr[, j]) }
  b <- as.matrix(coef(net(X, y, best$alpha)))[, best$j]; fit <- as.vector(cbind(1, X) %*% b)
  list(model = name, alpha = best$alpha, lambda = best$lambda, loocv_mse = best$mse, null_loocv_mse = mean((y - (sum(y) - y) / (length(y) - 1))^2),
       in_sample_r2 = 1 - sum((y - fit)^2) / sum((y - mean(y))^2), coefficients = as.list(b), loocv_predictions = setNames(as.list(best$pr), d$participant_id)) }
write_json(list(models = list(one(X, "drug_agnostic"), one(cbind(X, drug = zdrug, scale(inter)), "drug_specific"), one(cbind(X, drug = zdrug, scale(raw)), "raw products"),
    one(cbind(X, drug = zdrug, inter), "products not scaled"), one(cbind(X, drug = d$drug, inter), "products and dummy not scaled"))), "elastic_net_tight.json", auto_unbox = TRUE, digits = 12, pretty = TRUE)
