# planlock.R: records what an elastic net analysis in R really did, so that it can be held against its locked plan.
#
#   source("planlock.R")
#   pl_start("study.lock")                                  # which plan is carried out; trace.jsonl is written
#   people <- pl_data(read.csv("people.csv"), id = "participant", file = "people.csv")
#   people <- pl_exclude(people, age < 18, because = "adults")
#   pl_model("primary")                                     # what follows belongs to this model of the plan
#   x  <- model.matrix(~ age + sex, people)[, -1]           # work as you always do: cv.glmnet, glmnet, coef
#   cv <- glmnet::cv.glmnet(x, people$change, alpha = 0.5, nfolds = nrow(x))
#   coef(cv, s = "lambda.min")
#   pl_end()
#
# and then, in a shell:  plan compare study.lock trace.jsonl
#
# Values are read inside glmnet, at the moment they are used, and from the objects that it returns; never from the call that
# somebody wrote. A wrapper package that drops an argument on the way is therefore seen. What cannot be read is left out, and
# `plan compare` then says that it cannot tell. Needs base R and jsonlite; watches glmnet.

.pl <- new.env()

# ---- what people call -------------------------------------------------------------------------------------------------------

#' Begins a record.
#' @param lock path of the lock that the analysis carries out
#' @param trace where the record is put when it ends
pl_start <- function(lock, trace = "trace.jsonl") {
  if (isTRUE(.pl$open)) stop("planlock: a record is open already; end it with pl_end()", call. = FALSE)
  if (!file.exists(lock)) stop("planlock: there is no `", lock, "` in ", getwd(), call. = FALSE)
  rm(list = ls(.pl), envir = .pl)
  file <- tryCatch(jsonlite::read_json(lock), error = function(e) list())
  if (is.null(file$dsse$payload)) stop("planlock: `", lock, "` is no lock; `plan lock` makes one", call. = FALSE)
  payload <- jsonlite::base64_dec(file$dsse$payload)
  statement <- jsonlite::fromJSON(rawToChar(payload), simplifyVector = FALSE)
  .pl$plan <- statement$predicate$plan
  .pl$target <- trace
  .pl$part <- paste0(trace, ".part")
  .pl$out <- base::file(.pl$part, "wb")
  .pl$seq <- 0
  .pl$open <- TRUE
  .pl$inside <- 0
  .pl$most <- 0
  .pl$generator <- if (exists(".Random.seed", globalenv())) "used before the record began" else "untouched"
  .pl_hooks()
  .pl_event("start", format = "planlock-trace/1",
            tool = list(name = "R glmnet", version = utils::packageDescription("glmnet")$Version),
            plan = paste0("sha256:", statement$subject[[1]]$digest$sha256),
            lock = paste0("sha256:", file$statementSha256), label = "confirmatory",
            versions = list(R = as.character(getRversion()), jsonlite = as.character(utils::packageVersion("jsonlite"))),
            recorder = "planlock.R 1", steps = I(c("code", "interact", "scale")), generator = c(RNGkind()[1], .pl$generator))
  invisible(lock)
}

#' Says which table is analysed, and who its rows are; the same table with participants as row names.
#' @param df a data frame, one row a participant
#' @param id the column that names participants
#' @param file the file that it was read from; its digest is recorded
pl_data <- function(df, id, file = NULL) {
  .pl_must_be_open()
  ids <- as.character(df[[id]])
  if (anyDuplicated(ids)) stop("planlock: `", id, "` names somebody twice: ", ids[anyDuplicated(ids)])
  row.names(df) <- ids
  if (!is.null(file)) {
    .pl_event("data", table = .pl_table(file), path = basename(file), sha256 = .pl_sha256(file),
              bytes = file.size(file), rows = nrow(df), columns = I(names(df)))
  }
  .pl_event("enrolled", ids = I(ids))
  .pl$raw <- df
  .pl$ids <- ids
  df
}

#' Leaves participants out, and says why; the table without them.
#' @param condition who leaves, in terms of the columns; a missing value leaves nobody
#' @param because the reason, worded as in the plan's rule
pl_exclude <- function(df, condition, because) {
  .pl_must_be_open()
  text <- paste(deparse(substitute(condition)), collapse = " ")
  gone <- eval(substitute(condition), df, parent.frame())
  gone <- !is.na(gone) & gone
  for (who in row.names(df)[gone]) {
    .pl_event("exclusion", id = who, rule = because, because = because, origin = "plan", condition = text)
  }
  .pl$ids <- row.names(df)[!gone]
  df[!gone, , drop = FALSE]
}

#' Says to which model of the plan everything that is fitted from here on belongs.
pl_model <- function(name) {
  .pl_must_be_open()
  .pl_sample()
  .pl_finish_model()
  .pl$model <- name
  invisible(name)
}

#' Says which fit is the result, where `coef(fit, s = ...)` is not called anyhow.
pl_chosen <- function(fit, s = "lambda.min") invisible(stats::coef(fit, s = s))

#' Records errors of a cross-validation that was programmed by hand, one l1_ratio (glmnet: alpha) at a time.
#' @param lambda,mse,se one value a penalty
pl_cv <- function(alpha, lambda, mse, se = rep(NA_real_, length(lambda))) {
  .pl_must_be_open()
  .pl$curves <- c(.pl$curves, list(list(alpha = alpha, lambda = lambda, cvm = mse, cvsd = se, loss = "squared_error", by = "hand")))
}

#' Records the verdict on a hypothesis: "corroborated", "falsified" or "inconclusive".
#' @param values what the calls in its conditions were worth, by their wording in the plan
pl_hypothesis <- function(id, verdict, values = list()) {
  .pl_must_be_open()
  .pl_finish_model()
  .pl_event("hypothesis", id = id, verdict = verdict, values = .pl_object(values))
}

#' Records a fit that the plan does not have, with the reason.
pl_unplanned <- function(name, because) {
  .pl_must_be_open()
  .pl_event("unplanned", model = name, because = because)
}

#' Ends the record and puts it into its place.
pl_end <- function() {
  .pl_must_be_open()
  .pl_sample()
  .pl_finish_model()
  .pl_tell_steps()
  .pl_event("end")
  close(.pl$out)
  .pl_unhook()
  .pl$open <- FALSE
  if (!file.rename(.pl$part, .pl$target)) stop("planlock: `", .pl$target, "` cannot be written")
  message("planlock: ", .pl$target, " holds ", .pl$seq, " events; `plan compare LOCK ", .pl$target, "` judges them")
  invisible(.pl$target)
}

# ---- watching glmnet --------------------------------------------------------------------------------------------------------

# base::trace puts a call of ours at the end of the function itself, so that every caller is seen, and its frame as it then is
.pl_watch <- function(name, where, entry, exit) {
  suppressMessages(base::trace(name, where = where, print = FALSE, tracer = substitute(F(environment()), list(F = entry)),
                               exit = substitute(F(environment(), returnValue()), list(F = exit))))
}

.pl_places <- function() {
  places <- list(asNamespace("glmnet"))
  if ("package:glmnet" %in% search()) places <- c(places, list(as.environment("package:glmnet")))
  places
}

.pl_hooks <- function() {
  for (where in .pl_places()) {
    .pl_watch("cv.glmnet", where, .pl_enter, function(frame, value) .pl_leave(.pl_cv_glmnet, frame, value))
    .pl_watch("glmnet", where, function(frame) .pl$entered <- c(.pl$entered, list(frame)), .pl_returned)
  }
  for (name in c("coef.cv.glmnet", "coef.glmnet")) {
    .pl_watch(name, asNamespace("glmnet"), .pl_enter, function(frame, value) .pl_leave(.pl_coef, frame, value))
  }
}

.pl_unhook <- function() {
  for (where in .pl_places()) for (name in c("cv.glmnet", "glmnet")) .pl_quiet(base::untrace(name, where = where))
  for (name in c("coef.cv.glmnet", "coef.glmnet")) .pl_quiet(base::untrace(name, where = asNamespace("glmnet")))
}

.pl_quiet <- function(call) suppressMessages(invisible(try(call, silent = TRUE)))

.pl_enter <- function(frame) {
  if (.pl$inside == 0) {
    .pl$most <- 0
    .pl$drawn <- tryCatch(eval(quote(missing(foldid)), frame), error = function(e) FALSE)
  }
  .pl$inside <- .pl$inside + 1
}

.pl_leave <- function(record, frame, value) {
  .pl_catch_up()
  .pl$inside <- .pl$inside - 1
  .pl_safely(record, frame, value)
}

# a record that fails must never stop the analysis; what is then missing is a gap
.pl_safely <- function(record, frame, value) {
  if (!isTRUE(.pl$open)) return(invisible())
  tryCatch(record(frame, value), error = function(e) {
    message("planlock: not recorded: ", conditionMessage(e))
  })
  invisible()
}

.pl_returned <- function(frame, value) {
  .pl$entered <- Filter(function(other) !identical(other, frame), .pl$entered)
  .pl_safely(.pl_glmnet, frame, value)
}

# glmnet drops our look at its end where a limit is 0: it calls on.exit itself; its frame still holds what it used and returned
.pl_catch_up <- function() {
  left <- .pl$entered
  .pl$entered <- NULL
  for (frame in left) if (inherits(frame$fit, "glmnet")) .pl_safely(.pl_glmnet, frame, frame$fit)
}

# one fit: its rows, and every flag as glmnet itself holds it when it returns
.pl_glmnet <- function(frame, value) {
  if (!inherits(value, "glmnet")) return()
  nested <- .pl$inside > 0
  if (nested && nrow(frame$x) < .pl$most) return()
  if (nested) .pl$most <- nrow(frame$x)
  flags <- list(x = frame$x, y = frame$y, alpha = frame$alpha, standardize = frame$standardize, intercept = frame$intercept,
                thresh = frame$thresh, maxit = frame$maxit, weights = as.numeric(frame$weights),
                penalty.factor = as.numeric(frame$penalty.factor), exclude = frame$exclude, lower = frame$lower.limits,
                upper = frame$upper.limits, family = class(value)[1], given = !is.null(frame$lambda), asked = frame$nlambda,
                ratio = eval(quote(lambda.min.ratio), frame), fit = value)
  if (nested) .pl$whole <- flags else .pl$fits <- c(.pl$fits, list(flags))
}

# one cross-validation: the folds that were really made, the sequence that was really tried
.pl_cv_glmnet <- function(frame, value) {
  if (!inherits(value, "cv.glmnet")) return()
  flags <- .pl$whole
  .pl$whole <- NULL
  .pl$most <- 0
  losses <- c(mse = "squared_error", deviance = "binomial_deviance", class = "misclassification")
  loss <- if (flags$family == "elnet") "squared_error" else losses[[names(value$name)[1]]]
  curve <- list(alpha = flags$alpha, lambda = value$lambda, cvm = value$cvm, cvsd = value$cvsd, nzero = value$nzero,
                lambda.min = value$lambda.min, lambda.1se = value$lambda.1se, loss = loss, by = "cv.glmnet",
                foldid = frame$foldid, drawn = .pl$drawn, flags = flags)
  .pl$curves <- c(.pl$curves, list(curve))
}

# which penalty the analyst takes: the one whose coefficients are looked at last
.pl_coef <- function(frame, value) {
  if (.pl$inside > 0 || is.null(frame$s) || length(frame$s) != 1) return()
  .pl$chosen <- list(object = frame$object, s = frame$s, beta = as.matrix(value))
}

# ---- writing a model --------------------------------------------------------------------------------------------------------

.pl_finish_model <- function() {
  .pl_catch_up()
  curves <- .pl$curves
  if (!is.null(curves)) curves <- curves[order(vapply(curves, function(c) c$alpha, 0))]
  fits <- .pl$fits
  chosen <- .pl$chosen
  .pl$curves <- .pl$fits <- .pl$chosen <- NULL
  .pl$most <- 0
  if (is.null(.pl$model) || (is.null(curves) && is.null(fits))) return(invisible())
  name <- .pl$model
  whole <- .pl_whole(curves, fits)
  columns <- .pl_columns(name, whole)
  rows <- .pl_rows(whole)
  .pl_event("design", model = name, fold = NULL, rows = rows, columns = I(columns$names), outcome = .pl_outcome(name, whole, rows),
            outcomeValues = I(as.numeric(whole$y)), statistics = .pl_statistics(whole$x, columns$names))
  folds <- .pl_folds(name, curves, fits, rows)
  .pl_steps(name, whole, rows, columns, folds, fits)
  .pl_grid(name, curves, whole)
  for (curve in curves) .pl_curve(name, curve)
  .pl_selection(name, curves, chosen)
  .pl_fit(name, curves, whole, rows, columns, chosen)
}

# the fit of all rows: the largest, and of several the last
.pl_whole <- function(curves, fits) {
  all <- c(lapply(Filter(function(c) !is.null(c$flags), curves), function(c) c$flags), fits)
  sizes <- vapply(all, function(f) nrow(f$x), 0)
  all[[max(which(sizes == max(sizes)))]]
}

.pl_rows <- function(flags) {
  names <- rownames(flags$x)
  if (is.null(names) && is.null(dim(flags$y))) names <- base::names(flags$y)
  known <- !is.null(names) && all(names %in% row.names(.pl$raw))
  if (!known) {
    message("planlock: the rows of `x` have no participants as names, so nobody can tell who was analysed; ",
            "build `x` from the table that pl_data() gives")
    return(NULL)
  }
  I(names)
}

# a column by its name in the plan: `sexf` is the level `f` of `sex`, `sex1:age` a product
.pl_columns <- function(name, flags) {
  own <- colnames(flags$x)
  if (is.null(own)) {
    message("planlock: the columns of `x` have no names; the plan's terms cannot be found in them")
    own <- paste0("column ", seq_len(ncol(flags$x)))
  }
  names <- vapply(strsplit(own, ":", fixed = TRUE), function(p) paste(vapply(p, .pl_variable, ""), collapse = ":"), "")
  turned <- vapply(strsplit(names, ":", fixed = TRUE), function(p) paste(rev(p), collapse = ":"), "")
  list(names = ifelse(!(names %in% .pl_products()) & turned %in% .pl_products(), turned, names), own = own)
}

# every product that the plan forms, named as the plan names it
.pl_products <- function() {
  steps <- unlist(lapply(.pl$plan$prepare, function(p) p$steps), recursive = FALSE)
  as.character(unlist(lapply(steps, function(step) if (!is.null(step$interact)) .pl_crossed(step)$name)))
}

# the parents of each product of a step, and its name
.pl_crossed <- function(step) {
  sides <- lapply(strsplit(step$interact, " x ", fixed = TRUE)[[1]], .pl_terms)
  pairs <- expand.grid(right = sides[[2]], left = sides[[1]], stringsAsFactors = FALSE)
  data.frame(left = pairs$left, right = pairs$right, name = paste0(pairs$left, ":", pairs$right))
}

# the terms behind the name of a set
.pl_terms <- function(name) {
  set <- Filter(function(s) s$name == name, .pl$plan$sets)
  if (length(set)) unlist(lapply(set[[1]]$terms, .pl_terms)) else name
}

.pl_variable <- function(part) {
  if (part %in% names(.pl$raw)) return(part)
  for (variable in .pl_names(.pl$plan$data$columns)) {
    level <- substring(part, nchar(variable) + 1)
    if (startsWith(part, variable) && variable %in% names(.pl$raw) && level %in% as.character(.pl$raw[[variable]])) {
      two <- length(unique(stats::na.omit(as.character(.pl$raw[[variable]])))) == 2
      return(if (two) variable else paste0(variable, "=", level))
    }
  }
  part
}

.pl_names <- function(list) vapply(list, function(one) one$name, "")

# whose values the outcome has, not how it is called
.pl_outcome <- function(name, flags, rows) {
  planned <- .pl_planned(name)$outcome
  if (is.null(rows) || !is.numeric(flags$y)) return(planned)
  if (!is.null(planned)) {
    value <- Filter(function(v) v$name == planned, .pl$plan$variables)
    computed <- .pl_formula(if (length(value)) value[[1]]$value else planned, rows)
    if (!is.null(computed) && isTRUE(all.equal(computed, as.numeric(flags$y)))) return(planned)
  }
  for (column in names(.pl$raw)) {
    raw <- .pl$raw[rows, column]
    if (is.numeric(raw) && isTRUE(all.equal(as.numeric(raw), as.numeric(flags$y)))) return(column)
  }
  message("planlock: the outcome of `", name, "` is neither the registered one nor a column of the table")
  "unknown values"
}

.pl_planned <- function(name) {
  found <- Filter(function(m) m$name == name, .pl$plan$models)
  if (length(found)) found[[1]] else list()
}

.pl_statistics <- function(x, names) {
  x <- as.matrix(x)
  lapply(seq_len(ncol(x)), function(j) {
    list(column = names[j], n = sum(!is.na(x[, j])), mean = mean(x[, j]), sd = stats::sd(x[, j]))
  })
}

# folds as they were fitted: glmnet's own vector, or who was left out of fits made by hand
.pl_folds <- function(name, curves, fits, rows) {
  made <- Filter(function(c) !is.null(c$foldid), curves)
  if (length(made)) {
    for (curve in made) {
      .pl_event("folds", model = name, loop = "validate", ids = rows, fold = I(curve$foldid), repeats = 1, l1Ratio = curve$alpha)
      if (curve$drawn && !is.null(.pl_validate(name)$seed)) {
        .pl_event("setting", path = paste0("models.", name, ".validate.seed"), value = "drawn by R")
      }
    }
    return(data.frame(id = if (is.null(rows)) NA else as.character(rows), fold = made[[1]]$foldid))
  }
  parts <- unique(lapply(Filter(function(f) !is.null(rows) && nrow(f$x) < length(rows), fits), function(f) rownames(f$x)))
  fold <- rep(NA_integer_, length(rows))
  for (k in seq_along(parts)) fold[!(rows %in% parts[[k]])] <- k
  if (!length(parts) || anyNA(fold)) return(NULL)
  .pl_event("folds", model = name, loop = "validate", ids = rows, fold = I(fold), repeats = 1)
  data.frame(id = as.character(rows), fold = fold)
}

.pl_validate <- function(name) .pl_planned(name)$validate

# how the columns came about, read from their values: which numbers were subtracted and divided by, and whose they are
.pl_steps <- function(name, whole, rows, columns, folds, fits) {
  prepare <- .pl_planned(name)$prepare
  if (is.null(prepare) || is.null(rows)) return()
  planned <- Filter(function(p) p$name == prepare, .pl$plan$prepare)[[1]]$steps
  partial <- Filter(function(f) nrow(f$x) < length(rows), fits)
  if (is.null(folds)) return(.pl_steps_of(prepare, planned, whole$x, columns, NULL, NULL))
  for (k in unique(folds$fold)) {
    training <- folds$id[folds$fold != k]
    mine <- Filter(function(f) setequal(rownames(f$x), training), partial)
    x <- if (length(mine)) mine[[1]]$x else whole$x[match(training, rownames(whole$x)), , drop = FALSE]
    .pl_steps_of(prepare, planned, x, columns, as.character(k), training)
  }
  .pl_steps_of(prepare, planned, whole$x, columns, NULL, NULL)
}

.pl_steps_of <- function(prepare, planned, x, columns, fold, training) {
  x <- as.matrix(x)
  found <- lapply(seq_len(ncol(x)), function(j) .pl_transformed(x[, j], columns$names[j], rownames(x)))
  for (step in planned) {
    if (!is.null(step$code)) .pl_code_step(prepare, step, x, columns, fold)
    if (!is.null(step$interact)) .pl_interact_step(prepare, step, x, columns, fold)
  }
  scaled <- which(vapply(found, function(f) identical(f$kind, "scaled"), NA))
  if (!length(scaled)) return()
  number <- .pl_step_number(planned, "scale")
  from <- found[[scaled[1]]]
  learnt <- lapply(scaled, function(j) found[[j]][c("mean", "sd")])
  .pl_keep_step(step = number, verb = "scale", to = from$to, fitRows = from$rows, columns = I(columns$names[scaled]),
                learnt = .pl_object(stats::setNames(learnt, columns$names[scaled])), prepare = prepare, fold = fold)
}

# models of one preparation share its steps: what each shows of a step is put together, and written when the record ends
.pl_keep_step <- function(...) {
  step <- list(...)
  key <- paste(step$prepare, step$fold, step$step, step$to, paste(sort(as.character(step$fitRows)), collapse = " "), sep = "|")
  known <- .pl$steps[[key]]
  if (!is.null(known)) {
    new <- !(step$columns %in% known$columns)
    step$learnt <- .pl_object(c(unclass(known$learnt), unclass(step$learnt)[new]))
    step$columns <- I(c(as.character(known$columns), as.character(step$columns)[new]))
  }
  .pl$steps[[key]] <- step
}

.pl_tell_steps <- function() {
  kept <- .pl$steps
  for (step in kept[order(vapply(kept, function(s) as.numeric(s$step), 0))]) do.call(.pl_event, c(list("step"), step))
  .pl$steps <- NULL
}

.pl_step_number <- function(planned, verb) {
  for (step in planned) if (!is.null(step[[verb]])) return(step$step)
  length(planned) + 1
}

# the straight line from the table's values to those that entered
.pl_transformed <- function(values, name, rows) {
  raw <- .pl_raw(name, rows)
  values <- as.numeric(values)
  if (is.null(raw) || isTRUE(all.equal(values, raw))) return(list(kind = "as it is"))
  if (!is.numeric(.pl$raw[[name]]) && all(values %in% c(-1, 0, 1))) return(list(kind = "coded"))
  apart <- which(raw != raw[1])[1]
  if (is.na(apart)) return(list(kind = "unknown"))
  sd <- (raw[apart] - raw[1]) / (values[apart] - values[1])
  mean <- raw[1] - values[1] * sd
  if (!isTRUE(all.equal((raw - mean) / sd, values, tolerance = 1e-6))) return(list(kind = "unknown"))
  from <- .pl_whose(name, mean, sd, rows)
  list(kind = "scaled", turned = sd < 0, mean = mean, sd = abs(sd), to = from$to, rows = from$rows)
}

# the rows of which these are the mean and the standard deviation
.pl_whose <- function(name, mean, sd, rows) {
  for (candidate in list(rows, .pl$ids, row.names(.pl$raw))) {
    raw <- .pl_raw(name, candidate)
    n <- length(raw)
    if (!isTRUE(all.equal(mean(raw), mean, tolerance = 1e-6))) next
    if (isTRUE(all.equal(stats::sd(raw), sd, tolerance = 1e-6))) return(list(to = "z(sd n-1)", rows = I(candidate)))
    if (isTRUE(all.equal(stats::sd(raw) * sqrt((n - 1) / n), sd, tolerance = 1e-6))) {
      return(list(to = "z(sd n)", rows = I(candidate)))
    }
  }
  list(to = "other numbers", rows = NULL)
}

# the table's values as numbers; a variable with two levels is coded as the plan says
.pl_raw <- function(name, rows) {
  if (!(name %in% names(.pl$raw))) return(.pl_derived(name, rows))
  raw <- .pl$raw[rows, name]
  planned <- Filter(function(c) c$name == name, .pl$plan$data$columns)
  levels <- if (length(planned)) unlist(planned[[1]]$levels)
  if (!is.null(levels) && length(levels) == 2) {
    codes <- unlist(planned[[1]]$code$dummy)
    if (is.null(codes)) codes <- c(0, 1)
    reference <- as.character(if (is.null(planned[[1]]$reference)) levels[1] else planned[[1]]$reference)
    return(ifelse(is.na(raw), NA, ifelse(as.character(raw) == reference, codes[1], codes[2])))
  }
  if (is.numeric(raw)) as.numeric(raw) else NULL
}

# a variable that the plan computes, or a product that it forms, from the table's values
.pl_derived <- function(name, rows) {
  variable <- Filter(function(v) v$name == name, .pl$plan$variables)
  if (length(variable)) return(.pl_formula(variable[[1]]$value, rows))
  parents <- strsplit(name, ":", fixed = TRUE)[[1]]
  if (length(parents) != 2 || !(name %in% .pl_products())) return(NULL)
  values <- lapply(parents, .pl_raw, rows = rows)
  if (any(vapply(values, is.null, NA))) NULL else values[[1]] * values[[2]]
}

# plain arithmetic of columns; what a function means in R need not be what it means in a plan
.pl_formula <- function(text, rows) {
  formula <- tryCatch(str2lang(text), error = function(e) NULL)
  if (is.null(formula) || !all(setdiff(all.names(formula), all.vars(formula)) %in% c("+", "-", "*", "/", "("))) return(NULL)
  value <- tryCatch(eval(formula, .pl$raw[rows, , drop = FALSE], baseenv()), error = function(e) NULL)
  if (is.numeric(value)) as.numeric(value)
}

# what entered each product, read from its values: the table's numbers, or those that the parents had in the matrix
.pl_interact_step <- function(prepare, step, x, columns, fold) {
  crossed <- .pl_crossed(step)
  crossed <- crossed[crossed$name %in% columns$names, ]
  if (!nrow(crossed)) return()
  states <- regmatches(step$as, gregexpr("raw|residual|scaled|unscaled", step$as))[[1]]
  as <- vapply(seq_len(nrow(crossed)), function(i) .pl_product(crossed[i, ], x, columns, states), "")
  .pl_keep_step(step = step$step, verb = "interact", using = "row", fitRows = I(character()), columns = I(crossed$name),
                learnt = .pl_object(list()), as = if (all(as == as[1])) as[1] else "products of several kinds", prepare = prepare, fold = fold)
}

.pl_product <- function(crossed, x, columns, states) {
  value <- as.numeric(x[, match(crossed$name, columns$names)])
  left <- .pl_parent(crossed$left, x, columns, states[1])
  right <- .pl_parent(crossed$right, x, columns, states[2])
  for (l in left) for (r in right) {
    if (.pl_is_line(value, l$values * r$values)) return(paste0("product(", l$state, ", ", r$state, ")"))
  }
  "another product"
}

# a parent as the table has it, in the plan's word for that, and as it entered
.pl_parent <- function(name, x, columns, planned) {
  raw <- .pl_raw(name, rownames(x))
  word <- if (isTRUE(planned %in% c("raw", "unscaled"))) planned else "raw"
  found <- if (is.null(raw)) list() else list(list(values = raw, state = word))
  j <- match(name, columns$names)
  if (is.na(j)) found else c(found, list(list(values = as.numeric(x[, j]), state = "scaled")))
}

.pl_is_line <- function(a, b) {
  if (isTRUE(all.equal(a, b))) return(TRUE)
  if (anyNA(a) || anyNA(b) || stats::sd(a) == 0 || stats::sd(b) == 0) return(FALSE)
  stats::cor(a, b) > 1 - 1e-12
}

# which number each level has among the values that entered; a turned reference level is told as the value that was used
.pl_code_step <- function(prepare, step, x, columns, fold) {
  mine <- intersect(unlist(step$code), columns$names)
  if (!length(mine)) return()
  learnt <- list()
  for (name in mine) {
    values <- .pl_codes(x[, match(name, columns$names)], name, rownames(x))
    level <- as.character(.pl$raw[rownames(x), name])
    learnt[[name]] <- as.list(tapply(values, level, function(v) v[1]))
    planned <- Filter(function(c) c$name == name, .pl$plan$data$columns)[[1]]$reference
    lowest <- names(which.min(unlist(learnt[[name]])))
    if (is.null(fold) && !is.null(planned) && length(learnt[[name]]) == 2 && lowest != as.character(planned)) {
      .pl_event("setting", path = paste0("data.columns.", name, ".reference"), value = lowest)
    }
  }
  .pl_keep_step(step = step$step, verb = "code", using = "row", fitRows = I(character()), columns = I(mine),
                learnt = .pl_object(learnt), prepare = prepare, fold = fold)
}

# the codes before they were scaled, which two levels in the same places had
.pl_codes <- function(values, name, rows) {
  found <- .pl_transformed(values, name, rows)
  if (!identical(found$kind, "scaled")) return(values)
  raw <- .pl_raw(name, rows)
  if (found$turned) min(raw) + max(raw) - raw else raw
}

.pl_grid <- function(name, curves, whole) {
  if (is.null(curves)) return()
  flags <- lapply(curves, function(c) if (is.null(c$flags)) utils::modifyList(whole, list(alpha = c$alpha)) else c$flags)
  own <- curves[[1]]$by == "cv.glmnet" && !flags[[1]]$given
  more <- if (own) list(count = flags[[1]]$asked, smallestRatio = I(.pl_ratios(flags[[1]]))) else list()
  do.call(.pl_event, c(
    list("grid", model = name, objective = "glmnet", lambdaFolds = if (own) "own" else "same_values"), more,
    list(l1Ratios = I(vapply(curves, function(c) c$alpha, 0)), lambdas = lapply(curves, function(c) I(c$lambda)),
         lambdaMax = I(vapply(flags, .pl_lambda_max, 0)))))
}

# glmnet's share of the largest value with fewer rows than columns, and otherwise
.pl_ratios <- function(flags) {
  usual <- if (nrow(flags$x) < ncol(flags$x)) 0.01 else 1e-04
  if (identical(as.numeric(flags$ratio), usual)) c(0.01, 1e-04) else rep(as.numeric(flags$ratio), 2)
}

# glmnet's largest strength for equal weights and penalties; of others only what glmnet itself tells
.pl_lambda_max <- function(flags) {
  plain <- flags$family == "elnet" && length(unique(flags$weights)) == 1 && all(flags$penalty.factor == 1) && isTRUE(flags$intercept)
  if (!plain) return(if (flags$given) NA_real_ else flags$fit$lambda[1])
  x <- scale(as.matrix(flags$x), scale = FALSE)
  if (flags$standardize) {
    sd <- sqrt(colMeans(x^2))
    x <- x[, sd > 0, drop = FALSE] / rep(sd[sd > 0], each = nrow(x))
  }
  max(abs(crossprod(x, flags$y - mean(flags$y)))) / (nrow(x) * max(flags$alpha, 0.001))
}

.pl_curve <- function(name, curve) {
  error <- list(if (curve$loss == "squared_error") "mse" else "error", I(curve$cvm))
  do.call(.pl_event, c(
    list("cv", model = name, l1Ratio = curve$alpha, lambda = I(curve$lambda), loss = curve$loss),
    stats::setNames(list(error[[2]]), error[[1]]), list(se = I(curve$cvsd)),
    if (is.null(curve$nzero)) list() else list(nonzero = I(as.numeric(curve$nzero)))))
}

# the cell of the error curves that was taken
.pl_selection <- function(name, curves, chosen) {
  cell <- .pl_cell(curves, chosen)
  if (is.null(cell)) {
    if (!is.null(curves)) message("planlock: nobody looked at coef(fit, s = ...) of `", name, "`, so the choice is not known")
    return()
  }
  error <- cell$curve$cvm[cell$index]
  kind <- if (cell$curve$loss == "squared_error") "mse" else "error"
  do.call(.pl_event, c(list("selection", model = name, rule = cell$rule, turns = "jointly", l1Ratio = cell$curve$alpha,
                            lambda = cell$lambda, loss = cell$curve$loss), stats::setNames(list(error), kind)))
}

.pl_cell <- function(curves, chosen) {
  if (is.null(chosen) || is.null(curves)) return(NULL)
  s <- chosen$s
  alpha <- .pl_alpha(curves, chosen)
  for (curve in Filter(function(c) isTRUE(all.equal(c$alpha, alpha)), curves)) {
    lambda <- if (is.numeric(s)) s else curve[[s]]
    index <- which.min(abs(curve$lambda - lambda))
    if (isTRUE(all.equal(curve$lambda[index], lambda, tolerance = 1e-8))) {
      rule <- if (identical(s, "lambda.1se") || (!is.null(curve$lambda.1se) && lambda == curve$lambda.1se && lambda != curve$lambda.min)) {
        "one_standard_error"
      } else "minimum"
      return(list(curve = curve, index = index, lambda = curve$lambda[index], rule = rule))
    }
  }
  NULL
}

# of which curve the object is whose coefficients were taken
.pl_alpha <- function(curves, chosen) {
  object <- if (inherits(chosen$object, "cv.glmnet")) chosen$object$glmnet.fit else chosen$object
  for (curve in curves) {
    if (!is.null(curve$flags) && identical(curve$flags$fit$beta, object$beta)) return(curve$alpha)
  }
  for (curve in curves) if (isTRUE(all.equal(object$planlock.alpha, curve$alpha))) return(curve$alpha)
  called <- tryCatch(eval(object$call$alpha, globalenv()), error = function(e) NULL)
  if (is.numeric(called)) called else curves[[1]]$alpha
}

.pl_fit <- function(name, curves, whole, rows, columns, chosen) {
  if (is.null(chosen)) return()
  cell <- .pl_cell(curves, chosen)
  flags <- if (is.null(cell) || is.null(cell$curve$flags)) whole else cell$curve$flags
  fit <- flags$fit
  binomial <- inherits(fit, "lognet")
  free <- function(limits, none) if (all(abs(limits) >= none)) "none" else I(ifelse(abs(limits) >= none, NA, as.numeric(limits)))
  .pl_event("fit", model = name, family = "elastic_net", distribution = if (binomial) "binomial" else "gaussian",
            objective = "glmnet", solve = "glmnet", threshold = flags$thresh, maxPasses = flags$maxit,
            standardize = isTRUE(flags$standardize), intercept = if (isTRUE(flags$intercept)) "free" else "none",
            penaltyFactors = I(flags$penalty.factor),
            excluded = I(columns$names[flags$exclude]), lowerLimits = free(flags$lower, 9.9e35), upperLimits = free(flags$upper, 9.9e35),
            weights = if (length(unique(flags$weights)) < 2) "equal" else I(flags$weights),
            l1Ratio = if (is.null(cell)) flags$alpha else cell$curve$alpha,
            lambda = if (is.null(cell)) (if (is.numeric(chosen$s)) chosen$s) else cell$lambda,
            rows = rows, columns = I(columns$names), interceptValue = unname(chosen$beta[1, 1]),
            coefficients = I(unname(chosen$beta[-1, 1])), kkt = .pl_violation(flags, chosen, if (is.null(cell)) NULL else cell$lambda),
            iterations = fit$npasses, converged = fit$jerr == 0, nobs = fit$nobs)
}

# how far the fit is from satisfying its optimality conditions, as a share of the largest penalty; of equal weights and penalties
.pl_violation <- function(flags, chosen, lambda) {
  largest <- .pl_lambda_max(flags)
  plain <- flags$family == "elnet" && length(unique(flags$weights)) == 1 && all(flags$penalty.factor == 1) && isTRUE(flags$intercept)
  free <- all(abs(flags$lower) >= 9.9e35) && all(abs(flags$upper) >= 9.9e35)
  if (!plain || !free || is.null(lambda) || length(flags$exclude) || flags$alpha <= 0) return(NULL)
  x <- scale(as.matrix(flags$x), scale = FALSE)
  y <- flags$y - mean(flags$y)
  sd <- if (flags$standardize) sqrt(colMeans(x^2)) else rep(1, ncol(x))
  b <- chosen$beta[-1, 1]
  slope <- crossprod(x, y - x %*% b)[, 1] / nrow(x) / sd - lambda * (1 - flags$alpha) * b * sd / sqrt(mean(y^2))
  bound <- lambda * flags$alpha
  max(ifelse(sd == 0, 0, ifelse(b != 0, abs(slope - bound * sign(b)), pmax(0, abs(slope) - bound)))) / largest
}

# ---- writing events ---------------------------------------------------------------------------------------------------------

.pl_sample <- function() {
  if (is.null(.pl$ids) || isTRUE(.pl$told)) return()
  .pl$told <- TRUE
  .pl_event("sample", ids = I(.pl$ids), n = length(.pl$ids))
}

.pl_must_be_open <- function() if (!isTRUE(.pl$open)) stop("planlock: no record is open; begin with pl_start(lock)", call. = FALSE)

.pl_event <- function(event, ...) {
  .pl$seq <- .pl$seq + 1
  fields <- c(list(event = event, seq = .pl$seq), list(...))
  writeBin(charToRaw(enc2utf8(paste0(.pl_json(fields), "\n"))), .pl$out)
  flush(.pl$out)
}

.pl_object <- function(values) structure(as.list(values), class = "pl_object")

# JSON with every digit of a number; I() marks what stays a list although it has one value
.pl_json <- function(v) {
  if (is.null(v)) return("null")
  if (is.list(v)) {
    inner <- vapply(v, .pl_json, "")
    if (inherits(v, "pl_object") || !is.null(names(v))) {
      return(paste0("{", paste0(.pl_text(names(v)), ":", inner, recycle0 = TRUE, collapse = ","), "}"))
    }
    return(paste0("[", paste(inner, collapse = ","), "]"))
  }
  text <- if (is.numeric(v)) .pl_number(v) else if (is.logical(v)) ifelse(is.na(v), "null", tolower(v)) else .pl_text(as.character(v))
  if (inherits(v, "AsIs") || length(v) != 1) paste0("[", paste(text, collapse = ","), "]") else text
}

.pl_text <- function(v) vapply(v, function(one) if (is.na(one)) "null" else as.character(jsonlite::toJSON(one, auto_unbox = TRUE)), "", USE.NAMES = FALSE)

# the shortest of 15, 16 or 17 digits that is the same number again
.pl_number <- function(v) {
  v <- as.numeric(v)
  text <- sprintf("%.15g", v)
  for (digits in 16:17) {
    other <- is.finite(v) & as.numeric(text) != v
    text[other] <- sprintf(paste0("%.", digits, "g"), v[other])
  }
  ifelse(is.finite(v), text, "null")
}

# the plan's name for a file
.pl_table <- function(file) {
  for (table in .pl$plan$data$tables) if (basename(table$file) == basename(file)) return(table$name)
  message("planlock: the plan declares no table `", basename(file), "`")
  basename(file)
}

# R has it since 4.5; before, the system's own program is asked; without any nobody can tell whether the file is the sealed one
.pl_sha256 <- function(file) {
  if (exists("sha256sum", asNamespace("tools"))) return(unname(get("sha256sum", asNamespace("tools"))(file)))
  calls <- list(c("sha256sum"), c("shasum", "-a", "256"), c("openssl", "dgst", "-sha256", "-r"))
  for (call in calls) {
    if (nzchar(Sys.which(call[1]))) {
      line <- suppressWarnings(system2(call[1], c(call[-1], shQuote(file)), stdout = TRUE, stderr = FALSE))
      digest <- regmatches(line, regexpr("[0-9a-f]{64}", line))
      if (length(digest)) return(digest[1])
    }
  }
  message("planlock: this R cannot compute SHA-256, so the file cannot be compared with the sealed one")
  NULL
}
