# Curves and a process map of a data set: Rscript study.R study-1
library(survival)
library(bupaR)

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

spells <- read("spells")
print(survfit(Surv(start, stop, cause == 1) ~ arm, data = spells)) # start above 0: entered late
print(survdiff(Surv(stop, cause == 1) ~ arm, data = subset(spells, start == 0)))

events <- subset(read("events"), is_correction == "false")
events <- events[order(events$case_id, events$case_order), ]
events$happened_at <- as.POSIXct(events$happened_at, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")
log <- eventlog(
  events, case_id = "case_id", activity_id = "activity", activity_instance_id = "activity_instance_id",
  lifecycle_id = "lifecycle", timestamp = "happened_at", resource_id = "resource"
)
print(trace_list(log))
