//! Small ZIP files, and spreadsheets in them, as a test wants them.
#![allow(dead_code, reason = "not every test needs all of it")]

use miniz_oxide::deflate::compress_to_vec;

/// A ZIP file as it grows.
#[derive(Default)]
pub struct Packed {
    bytes: Vec<u8>,
    list: Vec<u8>,
    count: u16,
    /// Written in place of what is true, where a test says so: packed size, unpacked size.
    pub lie: Option<[u32; 2]>,
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |rest: u32, _| if rest & 1 == 1 { rest >> 1 ^ 0xedb8_8320 } else { rest >> 1 };
    !bytes.iter().fold(!0, |rest, &byte| (0..8).fold(rest ^ u32::from(byte), step))
}

impl Packed {
    pub fn add(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref();
        let packed = compress_to_vec(content, 6);
        self.raw(name, 8, crc(content), &packed, content.len())
    }

    pub fn stored(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref();
        self.raw(name, 0, crc(content), content, content.len())
    }

    pub fn raw(mut self, name: &str, method: u16, crc: u32, packed: &[u8], unpacked: usize) -> Self {
        let [claimed, of] = self.lie.take().unwrap_or([packed.len() as u32, unpacked as u32]);
        let start = self.bytes.len() as u32;
        let mut common = Vec::new();
        for number in [20, 0, method, 0, 0] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc, claimed, of] {
            common.extend(number.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.list.extend(b"PK\x01\x02\x14\0");
        self.list.extend(&common);
        self.list.extend([0; 10]);
        self.list.extend(start.to_le_bytes());
        self.list.extend(name.as_bytes());
        self.count += 1;
        self
    }

    pub fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        self.bytes.extend(&self.list);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend((self.list.len() as u32).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What the workbook is made of. The addresses are those of the strict form; their last word is what counts.
pub const RELATIONS: &str = r#"<Relationships>
    <Relationship Id="s1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="s2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="s3" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="/xl/styles.xml"/>
    </Relationships>"#;

/// What says where the workbook is.
pub fn start() -> Packed {
    Packed::default().add(
        "_rels/.rels",
        format!(r#"<Relationships><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
    )
}

/// A workbook with one sheet by its XML, texts that cells share and styles.
pub fn xlsx_with(sheet: &str, strings: &str, styles: &str) -> Packed {
    start()
        .add("xl/workbook.xml", r#"<workbook><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>"#)
        .add("xl/_rels/workbook.xml.rels", RELATIONS)
        .add("xl/styles.xml", styles)
        .add("xl/sharedStrings.xml", strings)
        .add("xl/worksheets/sheet1.xml", sheet)
}

/// The same with these rows alone.
pub fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    xlsx_with(&sheet, "<sst><si><t>zero</t></si><si><t>one</t></si></sst>", "<styleSheet/>").finish()
}

/// A spreadsheet of OpenDocument with one sheet of these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_with(&format!(r#"<office:spreadsheet><table:table table:name="One">{rows}</table:table></office:spreadsheet>"#))
}

/// The same with this body.
pub fn ods_with(body: &str) -> Vec<u8> {
    Packed::default()
        .stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .add(
            "content.xml",
            format!("<office:document-content><office:body>{body}</office:body></office:document-content>"),
        )
        .finish()
}
