"""Reads a table of all results and draws one measure of it, with its limits where it has such.

    python examples/results.py results.csv strategies.outputs.coverage chart.png

Needs pandas and matplotlib. The table is “Download all results: For a spreadsheet (CSV)”, or `evaluate --csv`.
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

path, measure, picture = sys.argv[1:4]
results = pd.read_csv(path, dtype={"part": str})
rows = results[(results.measure == measure) & results.value.notna()].iloc[::-1]
if rows.empty:
    sys.exit(f"No numbers of {measure}. There are: {', '.join(results.measure.unique())}")

title = rows.label.iloc[0].split(": ")[0]
names = rows.label.str.split(": ", n=1).str[-1]
limits = [(rows.value - rows.low).fillna(0), (rows.high - rows.value).fillna(0)]
figure, axes = plt.subplots(figsize=(9, 1.5 + 0.4 * len(rows)), layout="constrained")
bars = axes.barh(range(len(rows)), rows.value, xerr=limits)
axes.bar_label(bars, rows.shown, padding=6)
axes.set_yticks(range(len(rows)), names)
axes.margins(x=0.2)
axes.set(title=f"{title} ({rows.unit.iloc[0]}), {rows.place.iloc[0]}")
figure.savefig(picture)
