#!/usr/bin/env python3
"""Reads tables of results as others do, by their descriptions: pandas, and a reader of “CSV on the Web”.

    python tests/opened/check.py FOLDER

FOLDER holds each table beside its description, NAME.csv and NAME.csv-metadata.json. Prints a line a table; fails by name.
"""

import json
import sys
import warnings
from pathlib import Path

import pandas as pd
from csvw import CSVW


def check(path, about_path):
    about = json.loads(about_path.read_text(encoding="utf-8"))
    columns = about["tableSchema"]["columns"]
    numbers = [column["name"] for column in columns if column["datatype"] == "number"]

    # The reader of CSV on the Web finds nothing to say.
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        described = CSVW(str(about_path), validate=True)
        assert described.is_valid, [str(warning.message) for warning in described.warnings]
        rows = list(described.tables[0].iterdicts(strict=True))

    # pandas reads what is declared.
    types = {column["name"]: "float64" if column["name"] in numbers else "str" for column in columns}
    nulls = {column["name"]: column["null"] for column in columns}
    table = pd.read_csv(path, dtype=types, na_values=nulls, keep_default_na=False)
    assert list(table.columns) == [column["name"] for column in columns], list(table.columns)
    assert len(table) == len(rows) > 0
    assert not table.duplicated(about["tableSchema"]["primaryKey"]).any()
    for column in columns:
        assert not column["required"] or table[column["name"]].notna().all(), column["name"]

    # Both read the same numbers.
    for name in numbers:
        of_rows = pd.Series([row[name] for row in rows], dtype="float64")
        assert table[name].equals(of_rows), name

    # As it is opened without being told a thing.
    plain = pd.read_csv(path)
    for name in numbers:
        if "[c]" not in plain[name].astype(str).values:
            assert pd.api.types.is_numeric_dtype(plain[name]), name
    return len(table)


folder = Path(sys.argv[1])
tables = sorted(folder.glob("*.csv"))
assert tables, f"no tables in {folder}"
for path in tables:
    try:
        print(f"{path.name}: {check(path, path.with_name(path.name + '-metadata.json'))} rows")
    except Exception as error:
        sys.exit(f"{path.name}: {type(error).__name__}: {error}")
