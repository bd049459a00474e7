# Records an analysis that is made in R, so that `plan compare LOCK TRACE` can hold it against its plan.
# One file: base R and jsonlite. What is recorded is what was used, read from fitted objects and from the
# frames of glmnet's own functions, never what a call asked for: a wrapper that drops an argument is seen through.
#
#   source("planlock.R")
#   planlock_start("study.lock", "trace.jsonl")
#   d <- planlock_table(read.csv("data/wide.csv"), table = "wide", file = "data/wide.csv", id = "id")
#   d <- planlock_exclude(d, d$motion > 0.6, because = "motion")
#   d <- planlock_sample(d)
#   x <- model.matrix(~ age + site, d)[, -1]                     # or whatever you do
#   m <- lapply(c(0.5, 1), function(a) cv.glmnet(x, d$score, alpha = a, nfolds = nrow(x), grouped = FALSE))
#   planlock_fit("clinical", m, s = "lambda.min", outcome = "outcome_score")  # which model of the plan these fits are
#   planlock_end()

planlock_state <- new.env()

# Begins a record. lock: a file; trace: a file that is not there yet.
planlock_start <- function(lock, trace = "trace.jsonl") {
  if (file.exists(trace)) stop("planlock: `", trace, "` is there already")
  read <- jsonlite::fromJSON(lock, simplifyVector = FALSE)
  statement <- jsonlite::fromJSON(rawToChar(jsonlite::base64_dec(read$dsse$payload)), simplifyVector = FALSE)
  rm(list = ls(planlock_state), envir = planlock_state)
  planlock_state$file <- trace
  planlock_state$seq <- 0
  planlock_state$cv <- list()
  planlock_state$factors <- list()
  planlock_state$steps <- character()
  planlock_event("start", list(
    format = "planlock-trace/1",
    tool = list(name = "R glmnet", version = as.character(utils::packageVersion("glmnet")), r = as.character(getRversion())),
    plan = paste0("sha256:", statement$subject[[1]]$digest$sha256),
    lock = paste0("sha256:", read$statementSha256),
    label = "confirmatory", overrides = I(list()), choices = I(list())))
  planlock_watch()
  invisible(trace)
}

# A table as it was read. table: its name in the plan; id: the column that names participants.
planlock_table <- function(data, table, file, id) {
  ids <- as.character(data[[id]])
  if (anyDuplicated(ids)) stop("planlock: `", id, "` names a participant twice")
  planlock_event("data", c(
    list(table = table, path = basename(file)), planlock_sha256(file),
    list(bytes = file.size(file), rows = nrow(data), columns = I(names(data)))))
  planlock_event("enrolled", list(ids = I(sort(ids))))
  rownames(data) <- ids
  data
}

# Leaves participants out. rule: the name of the plan's rule, where it is one; else it counts as the analyst's own.
planlock_exclude <- function(data, condition, because, rule = because) {
  leave <- !is.na(condition) & condition
  for (id in rownames(data)[leave]) {
    planlock_event("exclusion", list(
      id = id, rule = paste0("sample.rules[", rule, "]"), because = because, origin = "plan"))
  }
  data[!leave, , drop = FALSE]
}

# The sample as it is now: who is in it, in which order.
planlock_sample <- function(data) {
  planlock_event("sample", list(ids = I(rownames(data)), n = nrow(data)))
  text <- vapply(data, function(column) is.character(column) || is.factor(column), NA)
  planlock_state$factors <- lapply(data[text], function(column) levels(as.factor(column)))
  data
}

# Says which model of the plan a cross-validated fit is: `cv`, or a list of one for each alpha, of which the best is kept.
planlock_fit <- function(model, cv, s = "lambda.min", outcome = NULL, prepare = "main") {
  fits <- if (inherits(cv, "cv.glmnet")) list(cv) else cv
  seen <- lapply(fits, planlock_seen)
  planlock_design(model, seen[[1]], outcome, prepare)
  planlock_folds(model, seen)
  planlock_grid(model, fits, seen)
  for (k in seq_along(fits)) {
    planlock_event("cv", list(
      model = model, l1Ratio = seen[[k]]$alpha, lambda = I(fits[[k]]$lambda), loss = planlock_loss(fits[[k]]),
      mse = I(unname(fits[[k]]$cvm)), se = I(unname(fits[[k]]$cvsd)), nonzero = I(unname(fits[[k]]$nzero))))
  }
  at <- vapply(fits, function(one) one$cvm[match(one[[s]], one$lambda)], 0)
  best <- max(which(at == min(at)))
  chosen <- fits[[best]]
  planlock_event("selection", list(
    model = model, rule = if (s == "lambda.min") "minimum" else "one_standard_error", turns = "jointly",
    l1Ratio = seen[[best]]$alpha, lambda = chosen[[s]], loss = planlock_loss(chosen), mse = at[[best]]))
  planlock_kept(model, chosen, seen[[best]], chosen[[s]])
  invisible(chosen)
}

# Ends the record; glmnet is as it was.
planlock_end <- function() {
  planlock_event("end", list())
  planlock_unwatch()
  invisible(planlock_state$file)
}

# ---- what glmnet did -------------------------------------------------------------------------------------------

# Looks at glmnet's own functions when they end, whoever called them: inside the package, and where it is attached.
planlock_watch <- function() {
  look <- function(what, seen) for (place in planlock_places()) suppressMessages(trace(
    what, exit = bquote(.(seen)(environment(), returnValue())), print = FALSE, where = place))
  look("glmnet", planlock_path)
  look("cv.glmnet", planlock_cross_validated)
}

planlock_unwatch <- function() {
  for (place in planlock_places()) for (what in c("glmnet", "cv.glmnet")) suppressMessages(untrace(what, where = place))
}

planlock_places <- function() {
  c(list(asNamespace("glmnet")), if ("package:glmnet" %in% search()) list(as.environment("package:glmnet")))
}

# What one call of glmnet used, after its defaults were filled in.
planlock_path <- function(frame, value) {
  if (is.null(value)) return(invisible())
  used <- function(name) get(name, envir = frame)
  planlock_state$path[[length(planlock_state$path) + 1]] <- list(
    alpha = used("alpha"), count = used("nlambda"), ratio = used("lambda.min.ratio"), given = !is.null(used("lambda")),
    standardize = used("standardize"), intercept = used("intercept"), threshold = used("thresh"), maxit = used("maxit"),
    factors = used("penalty.factor"), exclude = used("exclude"), lower = used("lower.limits"), upper = used("upper.limits"),
    weights = used("weights"), family = class(value)[[1]], passes = value$npasses, error = value$jerr)
}

planlock_cross_validated <- function(frame, value) {
  if (is.null(value)) return(invisible())
  x <- get("x", envir = frame)
  key <- paste(format(unname(value$cvm), digits = 17), collapse = " ")
  if (length(planlock_state$path) == 0) stop("planlock: glmnet was not watched; call planlock_start first")
  whole <- planlock_state$path[[1]] # the fit of all rows comes before those of the folds
  planlock_state$cv[[length(planlock_state$cv) + 1]] <- c(whole, list(
    key = key, folds = get("foldid", envir = frame), rows = rownames(x), columns = colnames(x),
    outcome = as.numeric(get("y", envir = frame)), means = colMeans(as.matrix(x)),
    sds = apply(as.matrix(x), 2, stats::sd)))
  planlock_state$path <- list()
}

# What was seen of a fit, found again by its errors, which no two fits share.
planlock_seen <- function(cv) {
  key <- paste(format(unname(cv$cvm), digits = 17), collapse = " ")
  for (one in rev(planlock_state$cv)) if (identical(one$key, key)) return(one)
  stop("planlock: this fit was made before planlock_start, or in another session")
}

# ---- events ----------------------------------------------------------------------------------------------------

planlock_design <- function(model, seen, outcome, prepare) {
  terms <- planlock_terms(seen$columns)
  for (name in names(terms$learnt)) {
    planlock_step(list(
      step = 1, verb = "code", using = "row", fitRows = I(list()), columns = I(name),
      learnt = stats::setNames(list(terms$learnt[[name]]), name), prepare = prepare, fold = NULL))
  }
  scaled <- seen$columns[abs(seen$means) < 1e-8 & abs(seen$sds - 1) < 1e-8]
  if (length(scaled) > 0) {
    planlock_step(list(
      step = 2, verb = "scale", using = "analysis_set", fitRows = I(seen$rows), columns = I(terms$of[scaled]),
      prepare = prepare, fold = NULL))
  }
  planlock_event("design", c(
    list(model = model, fold = NULL, rows = I(seen$rows), columns = I(unname(terms$of))),
    if (!is.null(outcome)) list(outcome = outcome),
    list(outcomeValues = I(seen$outcome))))
}

# A step that several models share is one step.
planlock_step <- function(fields) {
  key <- planlock_json(fields)
  if (key %in% planlock_state$steps) return(invisible())
  planlock_state$steps <- c(planlock_state$steps, key)
  planlock_event("step", fields)
}

# The plan's terms behind columns: `sitesouth` of model.matrix is `site`, coded 1 for south.
planlock_terms <- function(columns) {
  of <- stats::setNames(columns, columns)
  learnt <- list()
  for (name in names(planlock_state$factors)) {
    for (level in planlock_state$factors[[name]]) {
      column <- paste0(name, level)
      if (column %in% columns && length(planlock_state$factors[[name]]) == 2) {
        of[[column]] <- name
        levels <- planlock_state$factors[[name]]
        learnt[[name]] <- stats::setNames(as.list(as.numeric(levels == level)), levels)
      }
    }
  }
  list(of = of, learnt = learnt)
}

planlock_folds <- function(model, seen) {
  vectors <- unique(lapply(seen, function(one) match(one$folds, unique(one$folds)))) # names of folds mean nothing
  for (folds in vectors) {
    rows <- seen[[1]]$rows
    single <- length(unique(folds)) == length(folds)
    planlock_event("folds", list(
      model = model, loop = "validate", scheme = if (single) "leave_one_out" else paste(length(unique(folds)), "folds"),
      by = "participant", ids = I(rows), fold = I(folds), repeats = 1))
  }
}

planlock_grid <- function(model, fits, seen) {
  given <- any(vapply(seen, function(one) one$given, NA))
  planlock_event("grid", c(
    list(model = model, objective = "glmnet", lambdaFolds = if (given) "same_values" else "own"),
    if (!given) list(count = seen[[1]]$count, smallestRatio = I(vapply(seen, function(one) one$ratio, 0))),
    list(
      l1Ratios = I(vapply(seen, function(one) one$alpha, 0)),
      lambdas = I(lapply(fits, function(one) I(one$lambda))),
      lambdaMax = I(vapply(fits, function(one) max(one$lambda), 0)))))
}

planlock_kept <- function(model, cv, seen, lambda) {
  kept <- as.matrix(stats::coef(cv, s = lambda))
  terms <- planlock_terms(seen$columns)
  same <- function(values, one) length(unique(values)) == 1 && values[[1]] == one
  planlock_event("fit", list(
    model = model, family = "elastic_net", distribution = if (seen$family == "lognet") "binomial" else "gaussian",
    objective = "glmnet", solve = "glmnet", threshold = seen$threshold, maxPasses = seen$maxit,
    standardize = seen$standardize, intercept = if (seen$intercept) "free" else "none",
    penaltyFactors = if (same(seen$factors, 1)) 1 else stats::setNames(as.list(seen$factors), terms$of),
    excluded = I(unname(terms$of[seen$exclude])),
    lowerLimits = if (all(seen$lower <= -9.9e35)) "none" else I(seen$lower), # glmnet's own word for no limit
    upperLimits = if (all(seen$upper >= 9.9e35)) "none" else I(seen$upper),
    weights = if (is.null(seen$weights) || length(unique(seen$weights)) == 1) "equal" else I(seen$weights),
    l1Ratio = seen$alpha, lambda = lambda, rows = I(seen$rows), columns = I(unname(terms$of)),
    interceptValue = kept[[1]], coefficients = I(unname(kept[-1, 1])), iterations = seen$passes,
    converged = seen$error == 0))
}

planlock_loss <- function(cv) if (grepl("Squared", cv$name)) "squared_error" else if (grepl("Deviance", cv$name)) "deviance" else tolower(cv$name)

planlock_event <- function(event, fields) {
  if (is.null(planlock_state$file)) stop("planlock: call planlock_start first")
  planlock_state$seq <- planlock_state$seq + 1
  line <- planlock_json(c(list(event = event, seq = planlock_state$seq), fields))
  cat(line, "\n", sep = "", file = planlock_state$file, append = TRUE)
}

# JSON whose numbers come back as the same doubles, which 15 digits do not promise. I() marks what stays a list.
planlock_json <- function(value) {
  if (is.null(value)) return("null")
  if (is.list(value) && !is.null(names(value))) {
    members <- vapply(value, planlock_json, "")
    return(paste0("{", paste0(planlock_json_text(names(value)), ":", members, collapse = ","), "}"))
  }
  if (is.list(value)) return(paste0("[", paste(vapply(value, planlock_json, ""), collapse = ","), "]"))
  items <- if (is.character(value)) planlock_json_text(value)
    else if (is.logical(value)) ifelse(is.na(value), "null", tolower(as.character(value)))
    else ifelse(is.finite(value), vapply(as.numeric(value), planlock_number, ""), "null")
  if (length(items) == 1 && !inherits(value, "AsIs")) items else paste0("[", paste(items, collapse = ","), "]")
}

planlock_json_text <- function(text) {
  vapply(as.character(text), function(one) as.character(jsonlite::toJSON(enc2utf8(one), auto_unbox = TRUE)), "", USE.NAMES = FALSE)
}

planlock_number <- function(number) {
  for (digits in c(15, 16, 17)) {
    text <- formatC(number, digits = digits, format = "g", width = 1)
    if (!is.finite(number) || as.numeric(text) == number) return(text)
  }
  text
}

# The SHA-256 of a file, by whatever this machine has for it; empty where it has nothing, which `plan compare` then says.
planlock_sha256 <- function(file) {
  for (tool in list(c("sha256sum"), c("shasum", "-a", "256"), c("openssl", "dgst", "-sha256", "-r"))) {
    if (nzchar(Sys.which(tool[[1]]))) {
      said <- system2(tool[[1]], c(tool[-1], shQuote(file)), stdout = TRUE)
      return(list(sha256 = regmatches(said[[1]], regexpr("[0-9a-f]{64}", said[[1]]))))
    }
  }
  list()
}
