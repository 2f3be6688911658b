"""python engine_spark.py STEPS.json FOLDER: runs the steps on Apache Spark, writes the tables and prints the seconds."""

import csv
import json
import os
import re
import shutil
import sys
import tempfile
import time

file, folder, *tables = sys.argv[1:]
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

from pyspark.sql import SparkSession  # noqa: E402

scratch = tempfile.mkdtemp(dir=folder)
spark = (
    SparkSession.builder.master("local[2]")
    .appName("who-gets-missed")
    .config("spark.driver.memory", os.environ.get("SPARK_MEMORY", "3g"))
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.local.dir", scratch)
    .config("spark.sql.warehouse.dir", os.path.join(scratch, "warehouse"))
    .config("spark.sql.shuffle.partitions", "16")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.log.level", "ERROR")
    .getOrCreate()
)
try:
    seconds = {}
    with open(file, encoding="utf-8") as steps:
        for name, text in json.load(steps).items():
            start = time.monotonic()
            for statement in re.sub(r"--.*", "", text).split(";"):
                if statement.strip():
                    spark.sql(statement)
            seconds[name] = time.monotonic() - start
    for table in tables:
        frame = spark.table(table)
        with open(os.path.join(folder, f"{table}.csv"), "w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(frame.columns)
            writer.writerows(frame.collect())
    print(json.dumps({"engine": f"Apache Spark {spark.version}", "seconds": seconds}))
finally:
    spark.stop()
    shutil.rmtree(scratch, ignore_errors=True)
