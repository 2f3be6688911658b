//! Workbooks of Excel: what is where.
//!
//! Source: ISO/IEC 29500-1:2016, sections 18.2 (workbook), 18.4 (shared strings) and 18.8 (styles), and 29500-2, section 9
//! (packages). Names count without what stands before the colon, as it differs between programs.

use std::collections::BTreeMap;

use super::dates::Kind;
use super::error::SpreadsheetError::{self, BinaryExcel, Damaged, NoSheet, OtherKind};
use super::limits::Limits;
use super::sheet::Sheet;
use super::xml::{Sink, Tag, Xml};
use super::zip::Zip;

/// A workbook.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Its sheets of cells, with their paths.
    pub sheets: Vec<(Sheet, String)>,
    /// The path of the texts that cells share.
    pub strings: Option<String>,
    /// What the format of each style makes of a number.
    pub kinds: Vec<Kind>,
    /// Whether days count from 1904.
    pub is_1904: bool,
    /// Whether it asks for its formulas to be worked out when it is opened: what it holds are not their results.
    pub is_to_be_worked_out: bool,
}

impl Book {
    /// Reads what is where.
    ///
    /// # Errors
    /// [`OtherKind`], [`BinaryExcel`], [`NoSheet`], [`Damaged`], [`SpreadsheetError::TooMuch`].
    pub fn open(zip: &Zip, limits: Limits) -> Result<Self, SpreadsheetError> {
        let limits = Limits { unpacked: limits.unpacked.min(Limits::SMALL_PART), ..limits };
        let path = Relations::read(zip, "", limits)?.of_kind("officeDocument").ok_or(OtherKind)?;
        if path.to_ascii_lowercase().ends_with(".bin") {
            return Err(BinaryExcel);
        }
        let relations = Relations::read(zip, &path, limits)?;
        let mut listed = Listed::default();
        Xml::all(zip.part(&path, limits)?, &mut listed)?;
        if !listed.is_workbook {
            return Err(OtherKind);
        }
        let mut book = Self {
            strings: relations.of_kind("sharedStrings"),
            is_1904: listed.is_1904,
            is_to_be_worked_out: listed.is_to_be_worked_out,
            ..Self::default()
        };
        for (sheet, id) in listed.sheets {
            let relation = relations.list.iter().find(|relation| relation.id == id).ok_or(Damaged)?;
            // Charts are sheets too, and hold no cells.
            if relation.is_of_kind("worksheet") {
                book.sheets.push((sheet, relation.path.clone()));
            }
        }
        if book.sheets.is_empty() {
            return Err(NoSheet);
        }
        if let Some(path) = relations.of_kind("styles") {
            let mut styles = Styles::default();
            Xml::all(zip.part(&path, limits)?, &mut styles)?;
            let kind = |number| styles.codes.get(number).copied().unwrap_or(Kind::of_number(*number));
            book.kinds = styles.numbers.iter().map(kind).collect();
        }
        Ok(book)
    }
}

/// Whether a value is a yes.
fn is_yes(value: Option<impl AsRef<str>>) -> bool {
    value.is_some_and(|value| matches!(value.as_ref(), "1" | "true" | "on"))
}

/// A part that another names.
struct Relation {
    id: String,
    /// What it is, as an address that ends with a word for it.
    kind: String,
    path: String,
}

impl Relation {
    fn is_of_kind(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The parts that a part names.
struct Relations {
    list: Vec<Relation>,
    /// The folder that their paths start from.
    folder: String,
}

impl Relations {
    /// Those of a part by its path, or of the package itself by no path.
    fn read(zip: &Zip, path: &str, limits: Limits) -> Result<Self, SpreadsheetError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut relations = Self { list: Vec::new(), folder: folder.to_owned() };
        let path = joined(folder, &format!("_rels/{name}.rels"));
        if zip.has(&path) {
            Xml::all(zip.part(&path, limits)?, &mut relations)?;
        }
        Ok(relations)
    }

    fn of_kind(&self, kind: &str) -> Option<String> {
        Some(self.list.iter().find(|relation| relation.is_of_kind(kind))?.path.clone())
    }
}

impl Sink for Relations {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        if tag.local_name() == "Relationship"
            && tag.attribute("TargetMode")?.is_none_or(|mode| mode != "External")
            && let (Some(id), Some(kind), Some(target)) =
                (tag.attribute("Id")?, tag.attribute("Type")?, tag.attribute("Target")?)
        {
            let path = joined(&self.folder, &target);
            self.list.push(Relation { id: id.into_owned(), kind: kind.into_owned(), path });
        }
        Ok(())
    }
}

/// The path of what is named in a folder.
fn joined(folder: &str, target: &str) -> String {
    let mut names: Vec<&str> = if target.starts_with(['/', '\\']) { Vec::new() } else { folder.split('/').collect() };
    for name in target.split(['/', '\\']) {
        match name {
            ".." => drop(names.pop()),
            "." => {}
            name => names.push(name),
        }
    }
    names.retain(|name| !name.is_empty());
    names.join("/")
}

/// What the workbook lists.
#[derive(Default)]
struct Listed {
    is_workbook: bool,
    /// Sheets with the names of their relations.
    sheets: Vec<(Sheet, String)>,
    is_1904: bool,
    is_to_be_worked_out: bool,
}

impl Sink for Listed {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        match tag.local_name() {
            "workbook" => self.is_workbook = true,
            "workbookPr" => self.is_1904 = is_yes(tag.attribute("date1904")?),
            "calcPr" => self.is_to_be_worked_out = is_yes(tag.attribute("fullCalcOnLoad")?),
            "sheet" => {
                let is_hidden = tag.attribute("state")?.is_some_and(|state| state != "visible");
                let name = tag.attribute("name")?.ok_or(Damaged)?.into_owned();
                let id = tag.qualified("id")?.ok_or(Damaged)?.into_owned();
                if self.sheets.len() == Limits::SHEETS {
                    return Err(Damaged);
                }
                self.sheets.push((Sheet { name, is_hidden }, id));
            }
            _ => {}
        }
        Ok(())
    }
}

/// What styles make of numbers.
#[derive(Default)]
struct Styles {
    /// The formats that are written out, by their numbers.
    codes: BTreeMap<u32, Kind>,
    /// The number of the format of each style that cells have.
    numbers: Vec<u32>,
    is_in_cells: bool,
    is_in_codes: bool,
}

impl Sink for Styles {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let number = |tag: &Tag| Ok(tag.attribute("numFmtId")?.and_then(|number| number.trim().parse().ok()));
        match tag.local_name() {
            "numFmts" => self.is_in_codes = true,
            "cellXfs" => self.is_in_cells = true,
            "numFmt" if self.is_in_codes => {
                if let (Some(number), Some(code)) = (number(tag)?, tag.attribute("formatCode")?) {
                    self.codes.insert(number, Kind::of_code(&code));
                }
            }
            "xf" if self.is_in_cells => self.numbers.push(number(tag)?.unwrap_or(0)),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, _: &str, local_name: &str) -> Result<(), SpreadsheetError> {
        match local_name {
            "numFmts" => self.is_in_codes = false,
            "cellXfs" => self.is_in_cells = false,
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn paths_start_in_the_folder_or_at_the_top() {
        let cases = [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../styles.xml", "xl/styles.xml"),
            ("", "./xl\\workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../a.xml", "a.xml"),
        ];
        for (folder, target, path) in cases {
            assert_eq!(joined(folder, target), path);
        }
    }
}
