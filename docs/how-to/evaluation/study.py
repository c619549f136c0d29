"""Curves and a process map of a data set: python study.py study-1"""
import sys
from pathlib import Path

import pandas as pd
import pm4py
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test

# Columns that are used here; a data set that lacks one is of another version.
needs = {
    "spells": ["arm", "start", "stop", "cause"],
    "events": ["case_id", "activity", "happened_at", "is_correction"],
}
folder = Path(sys.argv[1])


def read(table: str) -> pd.DataFrame:
    rows = pd.read_parquet(folder / "parquet" / f"{table}.parquet")
    assert set(needs[table]) <= set(rows.columns), table
    return rows


spells = read("spells")
arms = list(spells.groupby("arm"))
for arm, rows in arms:
    curve = KaplanMeierFitter().fit(rows["stop"], rows["cause"] == 1, entry=rows["start"], label=arm)
    print(arm, len(rows), curve.median_survival_time_)
if len(arms) == 2:
    (_, one), (_, other) = arms
    print(logrank_test(one["stop"], other["stop"], one["cause"] == 1, other["cause"] == 1).p_value)

events = read("events")
print(events[~events["is_correction"]].groupby("activity").size())

log = pm4py.read_xes(str(folder / "log.xes"))
print(len(pm4py.get_variants(log)), "variants")
ocel = pm4py.read_ocel2_sqlite(str(folder / "ocel.sqlite"))
print(len(ocel.events), "events,", len(ocel.objects), "objects")
assert len(pm4py.read_ocel2_json(str(folder / "ocel.json")).events) == len(ocel.events)
