# Elastic nets with limits, relaxed fits, a binomial outcome and awkward data, by R's own glmnet.
# Run in the folder that holds the results:  Rscript ../../../R/nets.R [case ...]
# Needs the R packages glmnet and jsonlite; R 4.2.2 and glmnet 4.1-6 made what is committed.
# A data set is simulated from a fixed seed, written, and read back, so fits use the numbers on disk.
suppressMessages({library(glmnet); library(jsonlite)})
RNGversion("3.6.0")
WANTED <- commandArgs(trailingOnly = TRUE)

on_disk <- function(name, y, x) {
  d <- data.frame(y = y, x, check.names = FALSE)
  text <- vapply(d, function(v) sprintf("%.17g", as.double(v)), character(nrow(d)))
  writeLines(c(paste(names(d), collapse = ","), apply(text, 1, paste, collapse = ",")), paste0(name, ".csv"))
  d <- read.csv(paste0(name, ".csv"), check.names = FALSE)
  list(y = d[[1]], x = as.matrix(d[, -1, drop = FALSE]))
}
sig <- function(v) { v <- as.double(v); ifelse(v == 0, 0, signif(v, 15)) }
columns <- function(m) { m <- as.matrix(m); lapply(seq_len(ncol(m)), function(k) sig(m[, k])) }
limits <- function(v) lapply(v, function(b) unbox(if (is.infinite(b)) (if (b > 0) "Infinity" else "-Infinity") else b))

# Largest violation of the optimality conditions, gaussian, columns and outcome at unit 1/n sd.
violation <- function(case, fit, alpha, first) {
  x <- case$x; w <- case$weights / sum(case$weights)
  centre <- if (case$intercept) colSums(w * x) else rep(0, ncol(x))
  centred <- sweep(x, 2, centre)
  size <- if (case$standardize) sqrt(colSums(w * sweep(x, 2, colSums(w * x))^2)) else rep(1, ncol(x))
  used <- apply(x, 2, function(v) any(v != v[1])); used[case$exclude] <- FALSE
  spread <- sqrt(sum(w * (case$y - if (case$intercept) sum(w * case$y) else 0)^2))
  pf <- case$pf * length(case$pf) / sum(case$pf); worst <- 0
  if (first > length(fit$lambda)) return(0)
  for (k in seq(first, length(fit$lambda))) {
    b <- fit$beta[, k]; l <- fit$lambda[k] / spread
    g <- drop(crossprod(centred, w * (case$y - fit$a0[k] - drop(x %*% b)))) / size / spread
    d <- g - l * (1 - alpha) * pf * b * size / spread            # to be balanced by the absolute part
    cut <- l * alpha * pf
    v <- ifelse(b > 0, abs(d - cut), ifelse(b < 0, abs(d + cut), pmax(0, abs(d) - cut)))
    near <- 1 - 1e-12                                            # limits are held at another scale
    v <- ifelse(b >= near * case$upper & b > 0, pmax(0, cut - d), v)  # held at a limit: may want to go further
    v <- ifelse(b <= near * case$lower & b < 0, pmax(0, d + cut), v)
    v <- ifelse(b == 0 & case$upper == 0, pmax(0, -d - cut), v)
    v <- ifelse(b == 0 & case$lower == 0, pmax(0, d - cut), v)
    worst <- max(worst, v[used])
  }
  worst
}

asked <- function(case, alpha, thresh) {
  a <- list(x = case$x, y = if (case$shares) cbind(1 - case$y, case$y) else case$y, family = case$family, alpha = alpha, thresh = thresh, maxit = 1e9, weights = case$weights,
            penalty.factor = case$pf, standardize = case$standardize, intercept = case$intercept,
            lower.limits = case$lower, upper.limits = case$upper)
  if (length(case$exclude)) a$exclude <- case$exclude
  if (!is.null(case$lambda)) a$lambda <- case$lambda
  if (!is.null(case$ratio)) a$lambda.min.ratio <- case$ratio
  if (!is.null(case$nlambda)) a$nlambda <- case$nlambda
  a
}

relaxed_part <- function(case, f, keep) {
  s <- f$relaxed
  lines <- lapply(seq_along(s$gamma), function(i) {
    r <- list(gamma = unbox(s$gamma[i]), cvm = sig(s$statlist[[i]]$cvm), cvsd = sig(s$statlist[[i]]$cvsd))
    if (keep && s$gamma[i] < 1) {
      b <- coef(f$glmnet.fit, s = f$lambda, gamma = s$gamma[i])
      r$intercept <- sig(b[1, ]); r$beta <- columns(b[-1, ])
    }
    r
  })
  list(lines = lines, lambda_min = unbox(sig(s$lambda.min)), gamma_min = unbox(s$gamma.min), lambda_1se = unbox(sig(s$lambda.1se)), gamma_1se = unbox(s$gamma.1se),
       index_min = as.integer(s$index["min", ]), index_1se = as.integer(s$index["1se", ]))
}

one_alpha <- function(case, alpha, thresh, common, keep_beta, keep_left) {
  a <- c(asked(case, alpha, thresh), list(foldid = case$foldid, grouped = case$grouped, keep = TRUE))
  if (common) a$lambda <- do.call(glmnet, asked(case, alpha, 1e-7))$lambda
  if (case$relax) a <- c(a, list(relax = TRUE, gamma = case$gammas))
  f <- suppressWarnings(do.call(cv.glmnet, a)); g <- f$glmnet.fit
  stopifnot(length(f$lambda) == length(g$lambda))
  r <- list(alpha = unbox(alpha), lambda = sig(f$lambda), cvm = sig(f$cvm), cvsd = sig(f$cvsd), nzero = as.integer(f$nzero), dev_ratio = sig(g$dev.ratio),
            npasses = unbox(as.integer(g$npasses)), lambda_min = unbox(sig(f$lambda.min)), lambda_1se = unbox(sig(f$lambda.1se)),
            index_min = unbox(as.integer(f$index["min", 1])), index_1se = unbox(as.integer(f$index["1se", 1])))
  if (case$family == "gaussian") r$kkt_violation <- unbox(signif(violation(case, g, alpha, if (common || !is.null(case$lambda)) 1 else 2), 3))
  if (case$relax) r$relaxed <- relaxed_part(case, f, keep_beta)
  if (keep_beta) { r$intercept <- sig(g$a0); r$beta <- columns(g$beta) }
  if (keep_left) r$left_out_prediction <- columns(if (case$relax) f$fit.preval[[length(case$gammas)]] else f$fit.preval)
  list(r = r, f = f)
}

one_run <- function(case, thresh, common, keep_beta, keep_left) {
  per <- lapply(case$alphas, function(al) one_alpha(case, al, thresh, common, al %in% keep_beta, al %in% keep_left))
  best <- vapply(per, function(z) min(z$f$cvm), 0)
  i <- max(which(best == min(best)))                             # ties go to the larger alpha
  f <- per[[i]]$f; g <- f$glmnet.fit; k <- f$index["min", 1]
  co <- as.list(sig(g$beta[, k])); names(co) <- rownames(g$beta)
  list(thresh = unbox(thresh), lambda_per_fold = unbox(!common), alphas = lapply(per, `[[`, "r"),
       chosen = list(alpha = unbox(case$alphas[i]), lambda = unbox(sig(f$lambda.min)), index = unbox(as.integer(k)), cvm = unbox(sig(f$cvm[k])), cvsd = unbox(sig(f$cvsd[k])),
                     intercept = unbox(sig(g$a0[k])), coefficients = lapply(co, unbox), dev_ratio = unbox(sig(g$dev.ratio[k])),
                     fitted_link = sig(as.numeric(g$a0[k]) + drop(case$x %*% g$beta[, k]))))
}

make_case <- function(name, about, y, x, ..., keep_beta = c(0.5, 1), keep_left = 0.5) {
  if (length(WANTED) && !(name %in% WANTED)) return(invisible())
  started <- proc.time()[["elapsed"]]
  given <- list(...); d <- on_disk(name, y, x)
  case <- modifyList(list(family = "gaussian", foldid = seq_along(y), grouped = FALSE, weights = rep(1, length(y)), pf = rep(1, ncol(x)), exclude = integer(0),
                          standardize = TRUE, intercept = TRUE, alphas = c(0, 0.5, 1), lower = rep(-Inf, ncol(x)), upper = rep(Inf, ncol(x)), relax = FALSE, shares = FALSE,
                          gammas = numeric(0), exact = 1e-24), given)
  case$x <- d$x; case$y <- d$y
  js <- list(case = unbox(name), about = unbox(about), data = unbox(paste0(name, ".csv")), response = unbox("y"), family = unbox(case$family), n = unbox(nrow(d$x)), p = unbox(ncol(d$x)),
             predictors = colnames(d$x), standardize = unbox(case$standardize), intercept_fitted = unbox(case$intercept), foldid = as.integer(case$foldid), grouped = unbox(case$grouped),
             weights = sig(case$weights), penalty_factor = sig(case$pf), exclude = I(colnames(d$x)[case$exclude]), lower_limits = limits(case$lower), upper_limits = limits(case$upper),
             glmnet = unbox(as.character(packageVersion("glmnet"))), R = unbox(paste(R.version$major, R.version$minor, sep = ".")))
  if (!is.null(case$ratio)) js$lambda_min_ratio <- unbox(case$ratio)
  if (!is.null(case$nlambda)) js$nlambda <- unbox(case$nlambda)
  if (!is.null(case$lambda)) js$lambda_given <- sig(case$lambda)
  if (case$relax) js$gammas <- case$gammas
  go <- function(th, common, b, l) one_run(case, th, common, b, l)
  runs <- list(default = go(1e-7, FALSE, keep_beta, keep_left), tight = go(1e-14, FALSE, keep_beta[1], numeric(0)), exact = go(case$exact, FALSE, keep_beta, numeric(0)))
  if (is.null(case$lambda) && !identical(case$nlambda, 1)) runs$exact_common_lambda <- go(case$exact, TRUE, numeric(0), numeric(0))
  js$runs <- runs
  writeLines(toJSON(js, digits = I(15), null = "null", na = "string"), paste0(name, ".json"))
  e <- js$runs$exact; dd <- js$runs$default
  kkt <- if (case$family == "gaussian") max(vapply(e$alphas, function(a) as.numeric(a$kkt_violation), 0)) else NA
  rel <- max(mapply(function(a, b) { k <- min(length(a$cvm), length(b$cvm)); max(abs(a$cvm[1:k] - b$cvm[1:k]) / b$cvm[1:k]) }, dd$alphas, e$alphas))
  cat(sprintf("%-26s n=%d p=%d K=%s chosen alpha %.1f/%.1f index %d/%d kkt(exact)=%.1e cvm default-vs-exact=%.1e %d kB %.0f s\n", name, nrow(d$x), ncol(d$x),
      paste(range(vapply(dd$alphas, function(a) length(a$lambda), 0L)), collapse = ".."), dd$chosen$alpha, e$chosen$alpha, dd$chosen$index, e$chosen$index, kkt, rel,
      as.integer(file.size(paste0(name, ".json")) / 1000), proc.time()[["elapsed"]] - started))
}
normal <- function(n, p, shared = 0) { x <- matrix(rnorm(n * p), n) + shared * rnorm(n); colnames(x) <- paste0("x", 1:p); x }

# ---- gaussian: limits
set.seed(101); n <- 40; p <- 12
x <- normal(n, p, 0.5); y <- drop(x[, 1:6] %*% c(2, -1.5, 1, -1, 0.5, 0.5)) + rnorm(n)
low <- rep(-Inf, p); high <- rep(Inf, p); low[c(2, 8, 9)] <- c(-0.4, -0.05, -0.02); high[c(1, 3, 9)] <- c(0.8, 0.3, 0.02)
make_case("limits_mixed", "Some coefficients limited on one side, one on both, most not; no limit is 0.", y, x, lower = low, upper = high, foldid = rep(1:8, length.out = n))
zero <- low; zero[c(4, 5)] <- 0
make_case("limits_zero", "As limits_mixed, and two coefficients may not be negative: a limit of 0 turns off glmnet's early stop by fdev.", y, x, lower = zero, upper = high, foldid = rep(1:8, length.out = n))
make_case("limits_given_lambda", "As limits_mixed with a given sequence of 25 lambdas, the last 0.", y, x, lower = low, upper = high, foldid = rep(1:8, length.out = n), lambda = c(signif(exp(seq(log(3), log(0.003), length.out = 24)), 6), 0))
make_case("limits_non_negative", "Every coefficient at least 0, more columns than rows.", y[1:16], cbind(x, normal(n, 12))[1:16, ] |> (\(m) { colnames(m) <- paste0("x", 1:24); m })(), lower = rep(0, 24))

# ---- gaussian: relaxed
set.seed(102); n <- 45; p <- 14
x <- normal(n, p, 0.6); y <- drop(x[, 1:4] %*% c(1.5, -1, 1, 0.5)) + rnorm(n, sd = 1.5)
w <- round(runif(n, 0.3, 2), 2)                                  # drawn here, because a relaxed fit draws numbers too
make_case("relaxed", "cv.glmnet(relax = TRUE), gamma 0 to 1 by quarters; nine folds.", y, x, relax = TRUE, gammas = c(0, 0.25, 0.5, 0.75, 1), foldid = rep(1:9, length.out = n), alphas = c(0.5, 1), keep_beta = 1)
make_case("relaxed_weights_limits", "Relaxed with weights, limits and one unpenalised column, errors grouped by fold.", y, x, relax = TRUE, gammas = c(0, 0.5, 1), foldid = rep(1:9, length.out = n), grouped = TRUE,
          weights = w, pf = c(1, 1, 0, rep(1, p - 3)), lower = c(rep(-Inf, 4), rep(-0.1, p - 4)), upper = c(0.9, rep(Inf, p - 1)), alphas = c(0.5, 1), keep_beta = 1)
set.seed(103); n <- 24; p <- 40
x <- normal(n, p, 0.3); y <- drop(x[, 1:4] %*% c(1.5, -1, 1, 1)) + rnorm(n)
make_case("relaxed_wide", "More columns than rows: sets of more than n - 3 columns are not refitted.", y, x, relax = TRUE, gammas = c(0, 0.5, 1), foldid = rep(1:6, length.out = n), alphas = c(0.5, 1), keep_beta = 1)

# ---- binomial
set.seed(104); n <- 60; p <- 12
x <- normal(n, p, 0.5); y <- rbinom(n, 1, plogis(drop(x[, 1:4] %*% c(1.5, -1, 1, 0.5))))
low <- rep(-Inf, p); high <- rep(Inf, p); low[c(2, 8)] <- c(-0.4, -0.05); high[c(1, 3, 9)] <- c(0.5, 0.3, 0.02)
make_case("binomial_limits", "Two classes, some coefficients limited.", y, x, family = "binomial", lower = low, upper = high, foldid = rep(1:6, length.out = n), exact = 1e-20)
w <- round(runif(n, 0.2, 3), 2); w[c(7, 31)] <- 0; pf <- rep(1, p); pf[1] <- 0; pf[3:5] <- 0.5; pf[9:10] <- 3
share <- rbinom(n, 8, plogis(x[, 1] - x[, 2])) / 8               # drawn here, because a relaxed fit draws numbers too
make_case("binomial_limits_zero", "As binomial_limits, and no coefficient may be negative: a limit of 0 turns off glmnet's early stop by fdev.", y, x, family = "binomial", lower = rep(0, p), upper = high, foldid = rep(1:6, length.out = n), exact = 1e-20)
make_case("binomial_weights", "Weighted rows, two of weight 0, one unpenalised and one excluded column, unequal penalty factors, five folds, errors grouped.", y, x, family = "binomial", weights = w, pf = pf, exclude = 12L,
          foldid = rep(1:5, length.out = n), grouped = TRUE, exact = 1e-20)
make_case("binomial_bare", "No standardisation, no intercept.", y, sweep(x, 2, seq(0.5, 2, length.out = p), "*"), family = "binomial", standardize = FALSE, intercept = FALSE, foldid = rep(1:6, length.out = n), exact = 1e-20)
make_case("binomial_given_lambda", "A given sequence of lambdas, early stops off.", y, x, family = "binomial", lambda = signif(exp(seq(log(0.5), log(0.001), length.out = 20)), 6), foldid = rep(1:6, length.out = n), exact = 1e-20)
make_case("binomial_relaxed", "Relaxed logistic fits; strong shrinkage only, so that no refit is separable.", y, x[, 1:6], family = "binomial", relax = TRUE, gammas = c(0, 0.5, 1), ratio = 0.05, foldid = rep(1:5, length.out = n), alphas = c(0.5, 1), keep_beta = 1, exact = 1e-20)
make_case("binomial_shares", "The outcome is a share of successes, given to glmnet as the matrix cbind(1 - y, y), with weights.", share, x, family = "binomial", shares = TRUE, weights = w, foldid = rep(1:6, length.out = n), exact = 1e-20)
set.seed(105); n <- 36; p <- 50
x <- normal(n, p, 0.4); y <- rbinom(n, 1, plogis(drop(x[, 1:4] %*% c(2, -1, 1, 1)))); x <- cbind(x, constant = 3, rare = as.numeric(1:n == 4))
make_case("binomial_wide", "More columns than rows, so the classes separate along the path; one column constant, one constant in a fold; leave-one-out.", y, x, family = "binomial", keep_beta = 1, exact = 1e-20)

# ---- gaussian: many columns, where glmnet's naive updates and strong rules run
set.seed(106); n <- 40; p <- 620
x <- normal(n, p, 0.3); for (j in 2:p) x[, j] <- 0.5 * x[, j - 1] + x[, j]
x <- signif(x, 7); y <- drop(x[, c(3, 4, 200, 555)] %*% c(2, -1, 1.5, 1)) + rnorm(n)
make_case("naive_620", "More than 500 columns: glmnet's naive algorithm with strong rules; eight folds.", y, x, alphas = c(0, 0.3, 1), keep_beta = 1, keep_left = 0.3, foldid = rep(1:8, length.out = n))

# ---- gaussian: awkward
set.seed(107); n <- 24; p <- 9
x <- normal(n, p, 0.5); y <- drop(x[, 1:4] %*% c(2, -1.5, 1, 1)) + rnorm(n)
make_case("three_rows", "Three rows, four columns, leave-one-out: folds of two rows.", y[1:3], x[1:3, 1:4])
make_case("one_column", "One column; glmnet needs two, so the second is 0 everywhere and never enters.", y, cbind(x1 = x[, 1], zeros = 0))
make_case("huge_scale", "Columns times 1e8, outcome times 1e12.", y * 1e12, x * 1e8)
make_case("tiny_scale", "Columns and outcome times 1e-12.", y * 1e-12, x * 1e-12)
make_case("far_from_zero", "Columns and outcome shifted by a million.", y + 1e6, x + 1e6)
make_case("copied_column", "The first column twice. At alpha 1 the coefficients of the copies are not unique.", y, cbind(x, copy = x[, 1]))
rare <- cbind(x, rare = as.numeric(1:n %in% c(3, 9)))
make_case("folds_weights_grouped", "Given folds of four rows, weights, errors grouped; the last column is constant outside one fold.", y, rare, weights = round(runif(n, 0.3, 2), 2), foldid = rep(1:6, length.out = n), grouped = TRUE)
make_case("given_ratio", "lambda.min.ratio = 0.05.", y, x, ratio = 0.05)

# ---- so few values that glmnet does not relabel its infinite first one
set.seed(108); n <- 30; p <- 4
x <- normal(n, p, 0.5); y <- drop(x[, 1:2] %*% c(2, -1)) + rnorm(n); b <- as.numeric(y > 0)
six <- rep(1:6, length.out = n)
make_case("one_value", "nlambda = 1: the one fit is that without terms, and its lambda is what glmnet takes for infinite.", y, x, nlambda = 1, foldid = six)
make_case("two_values", "nlambda = 2: the first lambda is what glmnet takes for infinite.", y, x, nlambda = 2, foldid = six)
make_case("three_values", "nlambda = 3: the first lambda is relabelled.", y, x, nlambda = 3, foldid = six)
make_case("binomial_two_values", "nlambda = 2, two classes.", b, x, family = "binomial", nlambda = 2, foldid = six, exact = 1e-20)
