//! A document as a Word file (Office Open XML, ECMA-376 part 1): headings, lists, tables and pictures that a word processor knows as
//! such, so that a committee's own template can take them over.

use std::fmt::Write;

use super::columns;
use super::zip::{Entry, archive};
use super::{Chapter, Document, Exhibit, Fact, Picture, Prose, Table};
use crate::markup::{escaped, is_web_address};
use crate::palette::{FILE_LINE, INK};

/// The media type.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// Between the margins of a page of A4, in twentieths of a point: 17 cm.
const ACROSS: u32 = 9638;
/// The same in the units of drawings.
const PICTURE_ACROSS: u64 = 6_120_000;
/// The highest that a picture may be there: 8 cm, a third of a page.
const PICTURE_DOWN: u64 = 2_880_000;

/// Writes a document as a Word file in a language. `paintings` are its pictures in their order, as PNG; where one could not be
/// painted the words for those who do not see it stand in its place.
pub fn to_docx(document: &Document, paintings: &[Option<Vec<u8>>], language: &str) -> Vec<u8> {
    let mut writer = Writer { paintings, ..Writer::default() };
    writer.paragraph("Title", &document.title);
    for (name, value) in &document.facts {
        writer.fact(name, value);
    }
    for chapter in &document.chapters {
        writer.chapter(chapter);
    }
    for line in &document.foot {
        writer.paragraph("Foot", line);
    }
    let mut parts = vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_links()),
        ("docProps/core.xml", properties(&document.title, language)),
        ("word/document.xml", body(&writer.body)),
        ("word/styles.xml", styles(language)),
        ("word/numbering.xml", numbering()),
        ("word/_rels/document.xml.rels", links(&writer.links)),
    ]
    .into_iter()
    .map(|(path, text)| Entry { path: path.to_owned(), bytes: text.into_bytes() })
    .collect::<Vec<_>>();
    parts.extend(writer.media);
    archive(&parts)
}

/// What the body of the document comes to, and what it links to.
#[derive(Default)]
struct Writer<'a> {
    body: String,
    /// The kind of each link, where it leads, and whether that is outside the file. The first is `rId3`.
    links: Vec<(&'static str, String, bool)>,
    media: Vec<Entry>,
    paintings: &'a [Option<Vec<u8>>],
    pictures: usize,
}

impl Writer<'_> {
    fn link(&mut self, kind: &'static str, to: String, is_outside: bool) -> String {
        self.links.push((kind, to, is_outside));
        // Styles and numbering come before.
        format!("rId{}", self.links.len() + 2)
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        let _ = write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(text, false));
    }

    fn fact(&mut self, name: &str, value: &Fact) {
        let value = match value {
            Fact::Link(link) if is_web_address(link) => {
                let id = self.link("hyperlink", link.clone(), true);
                format!("<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>", run(link, false))
            }
            Fact::Link(text) | Fact::Text(text) => run(text, false),
        };
        let name = run(&format!("{name}: "), true);
        let _ = write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"Fact\"/></w:pPr>{name}{value}</w:p>");
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.paragraph("Heading1", &chapter.heading);
        for block in &chapter.prose {
            match block {
                Prose::Text(text) => self.paragraph("Normal", text),
                Prose::List(items) => items.iter().for_each(|item| self.paragraph("ListBullet", item)),
            }
        }
        for exhibit in &chapter.exhibits {
            match exhibit {
                Exhibit::Table(table) => self.table(table),
                Exhibit::Picture(picture) => self.picture(picture),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", &table.caption);
        let shares = columns::shares(table);
        let width = |column: usize| shares.get(column).map_or(0, |share| (f64::from(ACROSS) * share) as u32);
        let is_form = !table.blanks.is_empty();
        let style = if is_form { "Form" } else { "Rows" };
        let _ = write!(
            self.body,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{ACROSS}\" w:type=\"dxa\"/>\
             <w:tblLook w:firstRow=\"1\" w:firstColumn=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
        );
        for column in 0..table.headings.len().max(1) {
            let _ = write!(self.body, "<w:gridCol w:w=\"{}\"/>", width(column));
        }
        self.body.push_str("</w:tblGrid>");
        self.row(&table.headings, table.is_numeric, &width, "<w:cantSplit/><w:tblHeader/>");
        // A row to write in has room for a line by hand.
        let height =
            if is_form { "<w:cantSplit/><w:trHeight w:val=\"320\" w:hRule=\"atLeast\"/>" } else { "<w:cantSplit/>" };
        for row in &table.rows {
            self.row(row, table.is_numeric, &width, height);
        }
        self.body.push_str("</w:tbl>");
        // A table cannot be followed by another one without something between them.
        self.paragraph(if table.note.is_empty() { "Between" } else { "Note" }, &table.note);
    }

    fn row(&mut self, cells: &[String], is_numeric: bool, width: &dyn Fn(usize) -> u32, properties: &str) {
        let is_header = properties.contains("tblHeader");
        let _ = write!(self.body, "<w:tr><w:trPr>{properties}</w:trPr>");
        for (column, cell) in cells.iter().enumerate() {
            let side = if is_numeric && column > 0 { "<w:jc w:val=\"right\"/>" } else { "" };
            let text = run(cell, is_header || column == 0);
            let _ = write!(
                self.body,
                "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>{side}</w:pPr>\
                 {text}</w:p></w:tc>",
                width(column)
            );
        }
        self.body.push_str("</w:tr>");
    }

    fn picture(&mut self, picture: &Picture) {
        self.paragraph("Caption", &picture.caption);
        let painting = self.paintings.get(self.pictures).and_then(Option::as_ref);
        self.pictures += 1;
        let Some(painting) = painting else {
            self.paragraph("Normal", &picture.description);
            return;
        };
        let number = self.pictures;
        let name = format!("media/picture{number}.png");
        self.media.push(Entry { path: format!("word/{name}"), bytes: painting.clone() });
        let id = self.link("image", name, false);
        let (across, down) = room(picture.size);
        let seen = escaped(&picture.description);
        let _ = write!(
            self.body,
            "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr><w:r><w:drawing>\
             <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{across}\" cy=\"{down}\"/>\
             <wp:docPr id=\"{number}\" name=\"Picture {number}\" descr=\"{seen}\"/><a:graphic><a:graphicData uri=\"{DRAWING}/picture\">\
             <pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Picture {number}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{across}\" cy=\"{down}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
             </w:drawing></w:r></w:p>"
        );
    }
}

/// The size of a picture on the page, as wide as the text or as high as there is room.
fn room([width, height]: [u32; 2]) -> (u64, u64) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let down = PICTURE_ACROSS * height / width;
    if down <= PICTURE_DOWN { (PICTURE_ACROSS, down) } else { (PICTURE_DOWN * width / height, PICTURE_DOWN) }
}

fn run(text: &str, is_bold: bool) -> String {
    let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let mut lines = String::new();
    for (at, line) in text.lines().enumerate() {
        let new = if at > 0 { "<w:br/>" } else { "" };
        let _ = write!(lines, "{new}<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
    }
    format!("<w:r>{bold}{lines}</w:r>")
}

fn content_types() -> String {
    let part = |path: &str, kind: &str| {
        format!("<Override PartName=\"/{path}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>")
    };
    let word =
        |name: &str, kind: &str| part(&format!("word/{name}.xml"), &format!("officedocument.wordprocessingml.{kind}"));
    format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{}{}{}{}</Types>",
        word("document", "document.main"),
        word("styles", "styles"),
        word("numbering", "numbering"),
        part("docProps/core.xml", "package.core-properties")
    )
}

fn package_links() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATED}/officeDocument\" \
         Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn links(links: &[(&'static str, String, bool)]) -> String {
    let mut text = format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATED}/styles\" \
         Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{RELATED}/numbering\" Target=\"numbering.xml\"/>"
    );
    for (at, (kind, to, is_outside)) in links.iter().enumerate() {
        let mode = if *is_outside { " TargetMode=\"External\"" } else { "" };
        let _ = write!(
            text,
            "<Relationship Id=\"rId{}\" Type=\"{RELATED}/{kind}\" Target=\"{}\"{mode}/>",
            at + 3,
            escaped(to)
        );
    }
    text.push_str("</Relationships>");
    text
}

fn properties(title: &str, language: &str) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(title),
        escaped(language)
    )
}

fn body(content: &str) -> String {
    format!(
        "{XML}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATED}\" xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" \
         xmlns:a=\"{DRAWING}/main\" xmlns:pic=\"{DRAWING}/picture\"><w:body>{content}<w:sectPr>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"907\" w:right=\"1134\" w:bottom=\"907\" w:left=\"1134\" \
         w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn numbering() -> String {
    format!(
        "{XML}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
         <w:ind w:left=\"357\" w:hanging=\"357\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\">\
         <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// How the styles look: name, what it is for, paragraph, letters. Sizes are in half points.
const STYLES: [(&str, &str, &str, &str); 10] = [
    ("Normal", "Normal", "<w:spacing w:after=\"80\"/>", ""),
    ("Title", "Title", "<w:spacing w:after=\"120\"/>", "<w:b/><w:sz w:val=\"34\"/>"),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"170\" w:after=\"50\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"25\"/>",
    ),
    (
        "ListBullet",
        "List Bullet",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"20\"/>",
        "",
    ),
    ("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"100\" w:after=\"40\"/>", "<w:b/>"),
    ("Cell", "Cell", "<w:spacing w:before=\"15\" w:after=\"15\"/>", "<w:sz w:val=\"17\"/>"),
    ("Note", "Note", "<w:spacing w:before=\"30\" w:after=\"80\"/>", "<w:sz w:val=\"17\"/>"),
    ("Between", "Between", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"8\"/>"),
    ("Fact", "Fact", "<w:spacing w:after=\"20\"/>", ""),
    ("Foot", "Foot", "<w:spacing w:before=\"120\"/>", "<w:sz w:val=\"18\"/>"),
];

fn styles(language: &str) -> String {
    let colour = INK.trim_start_matches('#');
    let line = FILE_LINE.trim_start_matches('#');
    let mut text = format!(
        "{XML}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"{colour}\"/><w:sz w:val=\"20\"/>\
         <w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault></w:docDefaults>",
        escaped(language)
    );
    for (id, name, paragraph, letters) in STYLES {
        let (default, based_on) = match id {
            "Normal" => (" w:default=\"1\"", ""),
            _ => ("", "<w:basedOn w:val=\"Normal\"/>"),
        };
        let _ = write!(
            text,
            "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based_on}<w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        );
    }
    // A table to read has lines between its rows, one to fill in a frame around each cell.
    let tables: [(&str, &[&str], u32); 2] =
        [("Rows", &["bottom", "insideH"], 0), ("Form", &["top", "left", "bottom", "right", "insideH", "insideV"], 80)];
    for (id, sides, before) in tables {
        let _ = write!(
            text,
            "<w:style w:type=\"table\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:tblPr><w:tblBorders>"
        );
        for side in sides {
            let _ = write!(text, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/>");
        }
        let _ = write!(
            text,
            "</w:tblBorders><w:tblCellMar><w:left w:w=\"{before}\" w:type=\"dxa\"/>\
             <w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        );
    }
    text.push_str("</w:styles>");
    text
}
