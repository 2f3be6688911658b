#!/usr/bin/env python3
"""Makes small spreadsheets with programs that share nothing with the Rust code, and says what is in them: the reference for
tests/spreadsheets.rs.

    pip install openpyxl==3.1.5 xlsxwriter==3.3.1 odfpy==1.4.1
    python3 tests/support/spreadsheets.py tests/fixtures/spreadsheets

openpyxl, XlsxWriter and odfpy write the same cells, each in its own way; LibreOffice (`soffice`), where it is there, opens
some of these and saves them as .xlsx and .ods, so that there are files of a program that people use, with formulas worked
out. What must come of the cells is said here, from the values that were put in.
"""

import datetime as dt
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import xlsxwriter
from odf.number import (Boolean, BooleanStyle, DateStyle, Day, Month, Number, PercentageStyle, Text, Year)
from odf.opendocument import OpenDocumentSpreadsheet
from odf.office import Annotation
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Span, Tab

FOLDER = Path(sys.argv[1])
FOLDER.mkdir(parents=True, exist_ok=True)
EXPECTED = {}


class Percent(float):
    """A number shown as per cent."""


class Error(str):
    """An error of a spreadsheet."""


MAIN = [
    ["Area", "Day", "Value", "Share", "Seen", "At", "Length", "Is new", "Note"],
    ["Dunmere & Sons <1>", dt.date(2019, 4, 1), 0.3046, Percent(0.125), dt.datetime(2019, 4, 1, 13, 30), dt.time(12, 30),
     dt.timedelta(hours=36), True, " two  spaces "],
    ["Élvet – ‘ward’", dt.date(1900, 3, 1), 1 / 3, Percent(1.0), dt.datetime(2000, 2, 29), dt.time(23, 59, 59),
     dt.timedelta(minutes=90), False, "a\nb"],
    [],
    ["00123", dt.date(9999, 12, 31), 12345678, Percent(0.005), dt.datetime(1999, 12, 31, 23, 59, 59), dt.time(6, 0),
     dt.timedelta(hours=1), True, "1,5"],
    ["𝔸stral", dt.date(2016, 2, 29), -1.5e-7, Percent(-0.0725), None, dt.time(0, 0, 1), None, None, "01/02/2019"],
    ["big", None, 1.5e21, Percent(12.5), None, None, None, None, "c"],
]
FAR = {(2, 1): "far", (4, 5): 7, (30, 27): "AB31"}


def text(value):
    """What must come of a value, and whether it is per cent."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Percent):
        return [text(float(value)), "%"]
    if isinstance(value, (int, float)):
        plain = format(Decimal(repr(value)), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return value or ""


def rows(cells):
    """Rows as they must come: without what is blank at their ends."""
    rows = [[text(value) for value in row] for row in cells]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def far():
    cells = [[None] * 28 for _ in range(31)]
    for (row, column), value in FAR.items():
        cells[row][column] = value
    return rows(cells)


def sheet(name, rows, hidden=False, missing=0, first=None):
    return {"name": name, "hidden": hidden, "rows": rows, "missing": missing, "first": first}


FORMATS = {dt.date: "dd/mm/yyyy", dt.datetime: "yyyy-mm-dd hh:mm:ss", dt.time: "h:mm:ss", dt.timedelta: "[h]:mm:ss",
           Percent: "0.0%"}


def openpyxl_book():
    book = openpyxl.Workbook()
    main = book.active
    main.title = "Rates & more"
    for row, values in enumerate(MAIN, 1):
        for column, value in enumerate(values, 1):
            cell = main.cell(row, column, value)
            if type(value) in FORMATS:
                cell.number_format = FORMATS[type(value)]
    far_sheet = book.create_sheet("Far")
    far_sheet.sheet_state = "hidden"
    for (row, column), value in FAR.items():
        far_sheet.cell(row + 1, column + 1, value)
    merged = book.create_sheet("Merged")
    merged.sheet_state = "veryHidden"
    merged["A1"], merged["C1"], merged["A3"] = "Rate", "People", 1
    merged.merge_cells("A1:B2")
    formulas = book.create_sheet("Formulas")
    formulas["A1"], formulas["A2"], formulas["B1"], formulas["C1"] = 2, "=A1*2", "=NA()", '="a"&"b"'
    return book


def of_openpyxl():
    book = openpyxl_book()
    book.create_chartsheet("A chart", 1)
    book.save(FOLDER / "openpyxl.xlsx")
    EXPECTED["openpyxl.xlsx"] = [
        sheet("Rates & more", rows(MAIN)),
        sheet("Far", far(), hidden=True),
        sheet("Merged", [["Rate", "", "People"], [], ["1"]], hidden=True),
        sheet("Formulas", [["2"]], missing=3, first=[0, 1]),
    ]


def of_openpyxl_1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    main = book.active
    days = [dt.date(1904, 1, 2), dt.date(1904, 2, 29), dt.date(2019, 4, 1)]
    for row, day in enumerate(days, 1):
        main.cell(row, 1, day).number_format = "d mmm yyyy"
    book.save(FOLDER / "from-1904.xlsx")
    EXPECTED["from-1904.xlsx"] = [sheet("Sheet", [[day.isoformat()] for day in days])]


def of_xlsxwriter():
    for name, settings in [("xlsxwriter.xlsx", {}), ("inline.xlsx", {"constant_memory": True}), ("large.xlsx", {})]:
        book = xlsxwriter.Workbook(FOLDER / name, settings)
        if name == "large.xlsx":
            book.use_zip64()
        formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
        main = book.add_worksheet("Rates & more")
        for row, values in enumerate(MAIN):
            for column, value in enumerate(values):
                if isinstance(value, (dt.date, dt.time, dt.timedelta)):
                    main.write_datetime(row, column, value, formats[type(value)])
                elif isinstance(value, Percent):
                    main.write_number(row, column, value, formats[Percent])
                elif isinstance(value, str):
                    main.write_string(row, column, value)
                elif value is not None:
                    main.write(row, column, value)
        expected = [sheet("Rates & more", rows(MAIN))]
        if name == "xlsxwriter.xlsx":
            rich = book.add_worksheet("Rich")
            bold = book.add_format({"bold": True})
            rich.write_rich_string("A1", "Lower ", bold, "layer", " area")
            # A workbook that is to be worked out when it is opened: 0 stands where the result is not known.
            rich.write_formula("A2", "=1+1")
            rich.write_formula("A3", "=1+1", None, 2)
            rich.write_formula("A4", '="x"', None, "x")
            rich.write_formula("A5", "=NA()", None, "#N/A")
            rich.write_blank("C6", None, bold)
            hidden = book.add_worksheet("Hidden")
            hidden.hide()
            expected += [
                sheet("Rich", [["Lower layer area"], [], ["2"], ["x"], ["#N/A"]], missing=1, first=[1, 0]),
                sheet("Hidden", [], hidden=True),
            ]
        book.close()
        EXPECTED[name] = expected


def of_odfpy():
    book = OpenDocumentSpreadsheet()
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def paragraphs(cell, said):
        for line in said.split("\n"):
            paragraph = P()
            parts = line.split("  ")
            for at, part in enumerate(parts):
                if at:
                    paragraph.addElement(S(c=2))
                paragraph.addElement(Span(text=part))
            cell.addElement(paragraph)
        return cell

    def cell(value):
        if value is None:
            return TableCell()
        if isinstance(value, bool):
            return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
        if isinstance(value, Percent):
            made = TableCell(valuetype="percentage", value=float(value))
            made.addElement(P(text=f"{value:.0%}"))
            return made
        if isinstance(value, (int, float)):
            made = TableCell(valuetype="float", value=value)
            made.addElement(P(text=f"{value:.1f}"))
            return made
        if isinstance(value, dt.datetime) or isinstance(value, dt.date):
            made = TableCell(valuetype="date", datevalue=value.isoformat())
            made.addElement(P(text=value.strftime("%d/%m/%y")))
            return made
        if isinstance(value, dt.time):
            return TableCell(valuetype="time", timevalue=value.strftime("PT%HH%MM%SS"))
        if isinstance(value, dt.timedelta):
            seconds = int(value.total_seconds())
            return TableCell(valuetype="time", timevalue=f"PT{seconds // 3600}H{seconds // 60 % 60}M{seconds % 60}S")
        return paragraphs(TableCell(valuetype="string"), value)

    main = Table(name="Rates & more")
    for values in MAIN:
        row = TableRow()
        for value in values:
            row.addElement(cell(value))
        # As programs fill a sheet to its edge.
        row.addElement(TableCell(numbercolumnsrepeated=16384 - len(values)))
        main.addElement(row)
    main.addElement(TableRow(numberrowsrepeated=1048569))
    last = TableRow()
    last.addElement(TableCell(numbercolumnsrepeated=16384))
    main.addElement(last)
    book.spreadsheet.addElement(main)

    odd = Table(name="Odd", stylename=hidden)
    row = TableRow()
    wide = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1)
    note = Annotation()
    note.addElement(P(text="A note that is no cell"))
    wide.addElement(note)
    wide.addElement(P(text="Rate"))
    row.addElement(wide)
    under = CoveredTableCell(valuetype="string")
    under.addElement(P(text="not seen"))
    row.addElement(under)
    row.addElement(paragraphs(TableCell(valuetype="string", numbercolumnsrepeated=2), "twice"))
    odd.addElement(row)
    odd.addElement(TableRow(numberrowsrepeated=2))
    row = TableRow(numberrowsrepeated=3)
    row.addElement(TableCell(valuetype="float", value="1E-3"))
    tabbed = P(text="a")
    tabbed.addElement(Tab())
    tabbed.addText("b")
    tabbed.addElement(LineBreak())
    tabbed.addText("c")
    made = TableCell(valuetype="string")
    made.addElement(tabbed)
    row.addElement(made)
    row.addElement(TableCell(formula="of:=[.A1]*2"))
    odd.addElement(row)
    book.spreadsheet.addElement(odd)
    book.save(FOLDER / "odfpy.ods")
    repeated = ["0.001", "a\tb\nc"]
    EXPECTED["odfpy.ods"] = [
        sheet("Rates & more", rows(MAIN)),
        sheet("Odd", [["Rate", "", "twice", "twice"], [], [], repeated, repeated, repeated], hidden=True, missing=3,
              first=[3, 2]),
    ]


def of_libreoffice():
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        return
    source = FOLDER / "source.xlsx"
    book = openpyxl_book()
    formulas = book["Formulas"]
    formulas["D1"], formulas["E1"], formulas["F1"], formulas["G1"] = "=1/0", "=A1>1", "=DATE(2019,4,1)", "=12.5%"
    formulas["F1"].number_format, formulas["G1"].number_format = "dd mmmm yyyy", "0%"
    formulas["H1"] = '=""'
    book.save(source)
    digits = format(Decimal(f"{1 / 3:.15g}"), "f")
    # It keeps 15 digits.
    main = [[digits if value == text(1 / 3) else value for value in row] for row in rows(MAIN)]
    worked_out = [["2", "#N/A", "ab", "#DIV/0!", "TRUE", "2019-04-01", ["0.125", "%"]], ["4"]]
    for ending in ["xlsx", "ods"]:
        with tempfile.TemporaryDirectory() as folder:
            home = f"-env:UserInstallation=file://{folder}/home"
            command = [program, home, "--headless", "--convert-to", ending, "--outdir", folder, str(source)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            shutil.copy(Path(folder) / f"source.{ending}", FOLDER / f"libreoffice.{ending}")
        EXPECTED[f"libreoffice.{ending}"] = [
            sheet("Rates & more", main),
            sheet("Far", far(), hidden=True),
            sheet("Merged", [["Rate", "", "People"], [], ["1"]], hidden=True),
            sheet("Formulas", worked_out),
        ]
    source.unlink()


def others():
    """What is packed the same way and is no table."""
    with zipfile.ZipFile(FOLDER / "text.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        packed.writestr("_rels/.rels", f'<Relationships><Relationship Id="a" Type="{kind}" Target="word/document.xml"/>'
                                       "</Relationships>")
        packed.writestr("word/document.xml", "<w:document xmlns:w='w'><w:body/></w:document>")


of_openpyxl()
of_openpyxl_1904()
of_xlsxwriter()
of_odfpy()
of_libreoffice()
others()
(FOLDER / "expected.json").write_text(json.dumps(EXPECTED, indent=1, ensure_ascii=False) + "\n")
