# Hostile data by seed with R's own numbers over it, one JSON object a line: Rscript hostile.R FIRST LAST [DIGITS]
# What the repository keeps: Rscript hostile.R 1 30 12 > r-numbers.jsonl
suppressPackageStartupMessages(library(survival))

json <- function(x) {
  if (is.list(x)) {
    inner <- vapply(x, json, "")
    if (is.null(names(x))) paste0("[", paste(inner, collapse = ","), "]")
    else paste0("{", paste0('"', names(x), '":', inner, collapse = ","), "}")
  } else if (is.matrix(x)) paste0("[", paste(apply(x, 1, function(row) json(row)), collapse = ","), "]")
  else if (is.character(x)) paste0("[", paste0('"', x, '"', collapse = ","), "]")
  else {
    # As it is read back: a number that is not finite is none.
    inner <- ifelse(is.finite(x), sprintf(paste0("%.", digits, "g"), x), "null")
    paste0("[", paste(inner, collapse = ","), "]")
  }
}

pick <- function(x, n, ...) x[sample.int(length(x), n, replace = TRUE, ...)]

# Each kind is one way in which data are unkind; seeds go round.
kinds <- c("ties", "days", "late", "late-gaps", "fractions", "near-ties", "falls-to-zero", "all-censored", "one-row", "time-zero", "empty-arm", "rare-cause", "long", "one-time", "late-fractions")
hostile <- function(seed) {
  set.seed(seed)
  kind <- kinds[(seed - 1) %% length(kinds) + 1]
  n <- if (kind == "one-row") 1 else if (seed %% 97 == 0) 400 else sample(2:40, 1)
  stop <- switch(kind,
    ties = sample(1:5, n, TRUE), days = sample(1:700, n, TRUE), late = sample(5:40, n, TRUE), "late-gaps" = sample(c(3:8, 20:26), n, TRUE),
    fractions = sample(1:12, n, TRUE) * 0.1, "near-ties" = pick(c(0.1 + 0.2, 0.3, 1 / 3, 1 - 2 / 3, 0.7, 0.1 * 7, 3), n),
    "time-zero" = sample(0:6, n, TRUE), long = sample(1:40, n, TRUE) * 1e5 + 0.5, "one-time" = rep(4, n), "late-fractions" = sample(1:9, n, TRUE) * 0.1 + 0.2, sample(1:60, n, TRUE))
  start <- switch(kind, late = sample(0:4, n, TRUE), "late-gaps" = stop - sample(1:3, n, TRUE),
    "late-fractions" = pmax(0, stop - sample(1:4, n, TRUE) * 0.1), rep(0, n))
  cause <- switch(kind, "all-censored" = rep(0, n), "rare-cause" = pick(c(0, 1, 3), n), pick(0:2, n, prob = c(2, 2, 1)))
  if (kind == "falls-to-zero") cause[stop == max(stop)] <- sample(1:2, sum(stop == max(stop)), TRUE)
  group <- pick(c("a", "b", "c", "d", "e")[seq_len(sample(2:5, 1))], n)
  stratum <- pick(c("x", "y", "z"), n)
  if (kind == "empty-arm") stratum[group == "a"] <- "x"
  data.frame(start, stop, cause, group, stratum)
}

curve <- function(d, late, scale) {
  fit <- survfit((if (late) Surv(d$start, d$stop, d$cause > 0) else Surv(d$stop, d$cause > 0)) ~ 1, conf.type = scale)
  cbind(fit$time, fit$n.risk, fit$n.event, fit$surv, fit$std.err, fit$lower, fit$upper)
}

incidence <- function(d, late, cause) {
  # A cause that nobody met is a level all the same.
  state <- factor(d$cause, 0:max(1, d$cause))
  id <- seq_len(nrow(d))
  fit <- if (late) survfit(Surv(d$start, d$stop, state) ~ 1, id = id) else survfit(Surv(d$stop, state) ~ 1)
  at <- match(cause, fit$states)
  if (is.na(at)) at <- cause + 1
  cbind(fit$time, fit$pstate[, at], fit$std.err[, at], fit$lower[, at], fit$upper[, at])
}

horizons <- function(d) unique(c(min(d$stop[d$stop > 0], max(d$stop), 1), mean(range(d$stop)) + 0.01, max(d$stop), max(d$stop) + 5))

restricted <- function(d, late, to) {
  fit <- survfit((if (late) Surv(d$start, d$stop, d$cause > 0) else Surv(d$stop, d$cause > 0)) ~ 1)
  # Up to before anybody left, it is no number to R.
  tryCatch(unname(c(to, summary(fit, rmean = to)$table[c("rmean", "se(rmean)")])), error = function(e) c(to, NA, NA))
}

quantiles <- function(d, late) {
  fit <- survfit((if (late) Surv(d$start, d$stop, d$cause > 0) else Surv(d$stop, d$cause > 0)) ~ 1)
  rbind(
    unname(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")]),
    t(vapply(c(0.1, 0.25, 0.5, 0.9), function(p) { q <- quantile(fit, p); unname(c(q$quantile, q$lower, q$upper)) }, numeric(3))))
}

# survdiff knows no late entries: there, the score test of an exact conditional likelihood is the same test.
rank <- function(d, late, stratified) {
  nothing <- list(expected = numeric(0), chi = c(NA, NA, NA))
  if (length(unique(d$group)) < 2 || !any(d$cause > 0)) return(nothing)
  if (!late) {
    fit <- tryCatch(if (stratified) survdiff(Surv(stop, cause > 0) ~ group + strata(stratum), data = d) else survdiff(Surv(stop, cause > 0) ~ group, data = d), error = function(e) NULL)
    if (is.null(fit)) return(nothing)
    expected <- if (is.matrix(fit$exp)) rowSums(fit$exp) else fit$exp
    list(expected = unname(expected), chi = c(fit$chisq, sum(expected > 0) - 1, fit$pvalue))
  } else {
    fit <- tryCatch(suppressWarnings(coxph(if (stratified) Surv(start, stop, cause > 0) ~ group + strata(stratum) else Surv(start, stop, cause > 0) ~ group, data = d, ties = "exact", iter.max = 0)), error = function(e) NULL)
    if (is.null(fit) || is.null(fit$score)) return(nothing)
    list(expected = numeric(0), chi = c(fit$score, NA, NA))
  }
}

arguments <- commandArgs(trailingOnly = TRUE)
digits <- if (length(arguments) > 2) arguments[3] else "17"
for (seed in seq(as.integer(arguments[1]), as.integer(arguments[2]))) {
  d <- hostile(seed)
  late <- any(d$start > 0)
  plain <- rank(d, late, FALSE)
  stratified <- rank(d, late, TRUE)
  values <- pick(d$stop, sample(1:9, 1))
  cat(json(list(
    seed = seed, spells = as.matrix(d[, 1:3]), groups = d$group, strata = d$stratum,
    log = curve(d, late, "log"), "log-log" = curve(d, late, "log-log"), plain = curve(d, late, "plain"),
    incidence = lapply(seq_len(max(1, d$cause)), function(cause) incidence(d, late, cause)),
    means = t(vapply(horizons(d), function(to) restricted(d, late, to), numeric(3))), quantiles = quantiles(d, late),
    rank = plain, stratified = stratified,
    tail = vapply(1:5, function(df) pchisq(exp(df * 1.7 - 3 + seed %% 7), df, lower.tail = FALSE), 0),
    z = qnorm(1 - (1 - c(0.5, 0.8, 0.9, 0.95, 0.99, 0.999)) / 2),
    sample = values, sampled = unname(c(quantile(values, c(0, 0.1, 0.25, 0.5, 0.9, 1)), var(values)))
  )), "\n", sep = "")
}
