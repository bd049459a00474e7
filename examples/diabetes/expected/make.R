# Writes r-glmnet.json beside it: the two models of diabetes.plan.yaml, fitted by R glmnet in R's own loop over folds.
# Run from this folder: Rscript make.R     (packages glmnet and jsonlite)
suppressMessages({library(glmnet); library(jsonlite)})
d <- read.csv("../data/diabetes.csv"); d$sex <- as.numeric(d$sex == 2); y <- d$progression; n <- length(y)
sets <- list(bedside_only = c("age", "sex", "bmi", "bp"), with_blood = c("age", "sex", "bmi", "bp", "tc", "ldl", "hdl", "tch", "ltg", "glu"))
alphas <- c(0.5, 0.75, 1)
fit <- function(X, y, a, lam) glmnet(X, y, alpha = a, lambda = lam, standardize = FALSE, thresh = 1e-20, maxit = 1e7)
one <- function(cols) {
  X <- as.matrix(d[, cols]); Z <- scale(X); best <- NULL
  for (a in alphas) {
    top <- max(abs(crossprod(Z, y - mean(y)))) / (n * a); lam <- exp(seq(log(top), log(0.001 * top), length.out = 50)); e <- matrix(NA, n, 50)
    for (i in seq_len(n)) { m <- colMeans(X[-i, ]); s <- apply(X[-i, ], 2, sd); A <- scale(X[-i, ], m, s); T <- scale(X[i, , drop = FALSE], m, s)
      e[i, ] <- (y[i] - cbind(1, T) %*% as.matrix(coef(fit(A, y[-i], a, lam))))^2 }
    mse <- colMeans(e); k <- which.min(mse)
    if (is.null(best) || mse[k] <= best$mse) { b <- as.matrix(coef(fit(Z, y, a, lam)))[, k]; best <- list(l1Ratio = a, lambda = lam[k], mse = mse[k], intercept = b[[1]], coefficients = as.list(b[-1])) } }
  sst <- sum((y - (sum(y) - y) / (n - 1))^2); fitted <- best$intercept + Z %*% unlist(best$coefficients)
  c(best, list(n = n, crossValidatedR2 = 1 - n * best$mse / sst, inSampleR2 = 1 - sum((y - fitted)^2) / sum((y - mean(y))^2))) }
write_json(lapply(sets, one), "r-glmnet.json", auto_unbox = TRUE, digits = 14, pretty = TRUE)
