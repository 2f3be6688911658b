# Reads a table of all results and draws one measure of it, with its limits where it has such.
#
#     Rscript examples/results.R results.csv strategies.outputs.coverage chart.png
#
# The table is “Download all results: For a spreadsheet (CSV)”, or `evaluate --csv`.

arguments <- commandArgs(trailingOnly = TRUE)
results <- read.csv(arguments[1], fileEncoding = "UTF-8-BOM", colClasses = c(part = "character"))
rows <- results[results$measure == arguments[2] & !is.na(results$value), ]
if (nrow(rows) == 0) stop("No numbers of ", arguments[2], ". There are: ", toString(unique(results$measure)))
rows <- rows[rev(seq_len(nrow(rows))), ]

png(arguments[3], width = 900, height = 150 + 40 * nrow(rows))
par(mar = c(4, 16, 4, 2))
at <- barplot(
  rows$value,
  names.arg = sub("^[^:]*: ", "", rows$label), horiz = TRUE, las = 1,
  xlim = range(0, 1.25 * rows$value, rows$low, rows$high, na.rm = TRUE),
  main = sprintf("%s (%s), %s", sub(": .*", "", rows$label[1]), rows$unit[1], rows$place[1])
)
segments(rows$low, at, rows$high, at)
text(pmax(rows$value, rows$high, na.rm = TRUE), at, rows$shown, pos = 4)
invisible(dev.off())
