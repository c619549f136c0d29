# Curves and variants of a data set: Rscript study.R study-1
library(survival)

# Columns that are used here; a data set that lacks one is of another version.
needs <- list(
  spells = c("arm", "start", "stop", "cause"),
  events = c("case_id", "case_order", "activity", "activity_instance_id", "lifecycle", "happened_at", "resource", "is_correction")
)
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(table) {
  rows <- read.csv(file.path(folder, "csv", paste0(table, ".csv")), na.strings = "")
  stopifnot(all(needs[[table]] %in% names(rows)))
  rows
}

# How long it took, by arm.
spells <- read("spells")
print(survfit(Surv(start, stop, cause == 1) ~ arm, data = spells)) # start above 0: entered late
watched <- subset(spells, start == 0)
if (length(unique(watched$arm)) > 1) print(survdiff(Surv(stop, cause == 1) ~ arm, data = watched))

# What came after what: the net view, without corrections.
events <- subset(read("events"), is_correction == "false")
events <- events[order(events$case_id, events$case_order), ]
variants <- table(tapply(events$activity, events$case_id, paste, collapse = " > "))
cat(length(unique(events$case_id)), "cases,", nrow(events), "events,", length(variants), "variants\n")

# The same in the tools of process mining, where they are installed.
if (requireNamespace("bupaR", quietly = TRUE)) {
  events$happened_at <- as.POSIXct(events$happened_at, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")
  log <- bupaR::eventlog(
    events, case_id = "case_id", activity_id = "activity", activity_instance_id = "activity_instance_id",
    lifecycle_id = "lifecycle", timestamp = "happened_at", resource_id = "resource"
  )
  print(bupaR::traces(log))
} else cat("bupaR is not installed: its part is left out\n")
