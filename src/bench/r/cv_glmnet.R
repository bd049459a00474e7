# Leave-one-out cv.glmnet for each alpha on one table; says how long it took, without start and reading.
#
#   Rscript cv_glmnet.R data=FILE.csv alphas=0,0.1,1 [thresh=1e-7] [cores=1] [cvm=FILE.csv] [json=FILE.json]
#
# The table: a header, the outcome first, then the predictors. Prints `key value` lines on standard output.

arguments <- strsplit(commandArgs(trailingOnly = TRUE), "=", fixed = TRUE)
given <- setNames(lapply(arguments, `[`, 2), vapply(arguments, `[`, "", 1))
option <- function(name, usual) if (is.null(given[[name]])) usual else given[[name]]

suppressPackageStartupMessages(library(glmnet))
file <- option("data", stop("data=FILE is missing"))
alphas <- as.numeric(strsplit(option("alphas", "0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1"), ",")[[1]])
thresh <- as.numeric(option("thresh", "1e-7"))
cores <- as.integer(option("cores", "1"))

width <- length(strsplit(readLines(file, n = 1), ",", fixed = TRUE)[[1]])
table <- matrix(scan(file, sep = ",", skip = 1, quiet = TRUE), ncol = width, byrow = TRUE)
y <- table[, 1]
x <- table[, -1, drop = FALSE]
folds <- seq_along(y)

tune <- function(alpha) {
  # The cap on passes is glmnet's own at its own threshold; a tighter threshold needs more.
  suppressWarnings(cv.glmnet(x, y, alpha = alpha, foldid = folds, grouped = FALSE, keep = FALSE, standardize = TRUE,
    thresh = thresh, maxit = if (thresh < 1e-7) 1e9 else 1e5))
}

used <- function() sum(proc.time()[c("user.self", "sys.self", "user.child", "sys.child")])
cpu <- used()
start <- proc.time()[["elapsed"]]
tuned <- if (cores > 1) parallel::mclapply(alphas, tune, mc.cores = cores) else lapply(alphas, tune)
cat(sprintf("elapsed %.6f\n", proc.time()[["elapsed"]] - start))
cat(sprintf("cpu %.6f\n", used() - cpu))

smallest <- vapply(tuned, function(cv) min(cv$cvm), 0)
for (i in seq_along(alphas)) cat(sprintf("smallest %s %.17g\n", format(alphas[i]), smallest[i]))
# A tie goes to the larger alpha, then to the larger lambda.
best <- max(which(smallest == min(smallest)))
chosen <- tuned[[best]]
cat(sprintf("chosen %s %d %.17g\n", format(alphas[best]), match(chosen$lambda.min, chosen$lambda), chosen$lambda.min))
cat(sprintf("version %s glmnet-%s\n", as.character(getRversion()), as.character(packageVersion("glmnet"))))

digits <- function(values) formatC(values, digits = 17, format = "g", width = 1)
cells <- option("cvm", "")
if (nzchar(cells)) {
  lines <- unlist(lapply(seq_along(alphas), function(i) {
    paste(format(alphas[i]), digits(tuned[[i]]$lambda), digits(tuned[[i]]$cvm), sep = ",")
  }))
  writeLines(c("alpha,lambda,cvm", lines), cells)
}

json <- option("json", "")
if (nzchar(json)) {
  array <- function(values) paste0("[", paste(digits(values), collapse = ","), "]")
  lines <- vapply(seq_along(alphas), function(i) {
    cv <- tuned[[i]]
    sprintf('{"l1Ratio":%s,"lambda":%s,"mse":%s,"se":%s,"nonzero":%s}', digits(alphas[i]), array(cv$lambda), array(cv$cvm),
      array(cv$cvsd), array(cv$nzero))
  }, "")
  b <- as.vector(coef(chosen, s = "lambda.min"))
  writeLines(sprintf('{"cv":[%s],"selected":{"l1Ratio":%s,"lambda":%s},"intercept":%s,"coefficients":%s}',
    paste(lines, collapse = ","), digits(alphas[best]), digits(chosen$lambda.min), digits(b[1]), array(b[-1])), json)
}
