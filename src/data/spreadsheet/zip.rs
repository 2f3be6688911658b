//! The list of what is packed in a ZIP file.
//!
//! Source: PKWARE, *APPNOTE.TXT – .ZIP File Format Specification* 6.3.10, sections 4.3 and 4.5. The list at the end is what
//! counts. What it claims of sizes is checked against the bytes that are there, and nothing is set aside for it.

use super::error::SpreadsheetError::{self, CutShort, Damaged, Encrypted, OtherKind};
use super::limits::Limits;
use super::part::{Packing, Part};

/// What the last record of a file begins with, its length, and what may come behind it: a comment.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const MOST_COMMENT: usize = 0xffff;
/// The same of large files.
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_LOCATOR: &[u8] = b"PK\x06\x07";
const LARGE_LOCATOR_LENGTH: usize = 20;
/// An entry in the list, and the head of what is packed.
const LISTED: &[u8] = b"PK\x01\x02";
const LISTED_LENGTH: usize = 46;
const HEAD: &[u8] = b"PK\x03\x04";
const HEAD_LENGTH: usize = 30;
/// What stands where a number needs more room.
const ELSEWHERE: u64 = 0xffff_ffff;

/// One packed file.
#[derive(Debug, Clone)]
struct Entry {
    /// Its path, with strokes that lean forward.
    name: String,
    is_encrypted: bool,
    method: u64,
    checksum: u32,
    packed: u64,
    /// Where its head begins.
    start: u64,
}

/// A ZIP file and its list.
#[derive(Debug, Clone)]
pub struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

/// Some bytes of a file; damaged where they are not there.
fn slice(bytes: &[u8], from: u64, length: u64) -> Result<&[u8], SpreadsheetError> {
    let to = from.checked_add(length).and_then(|to| usize::try_from(to).ok()).ok_or(Damaged)?;
    usize::try_from(from).ok().and_then(|from| bytes.get(from..to)).ok_or(Damaged)
}

/// A whole number of some bytes, the smallest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Result<u64, SpreadsheetError> {
    let bytes = at.checked_add(length).and_then(|to| bytes.get(at..to)).ok_or(Damaged)?;
    Ok(bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}

impl<'a> Zip<'a> {
    /// Reads the list.
    ///
    /// # Errors
    /// [`OtherKind`] for a file of another kind, [`CutShort`] without a list, [`Damaged`] for one that does not fit the file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SpreadsheetError> {
        let is_zip = bytes.starts_with(HEAD) || bytes.starts_with(END);
        let first = bytes.len().saturating_sub(END_LENGTH + MOST_COMMENT);
        let last = bytes.len().checked_sub(END_LENGTH);
        let end = last.and_then(|last| (first..=last).rev().find(|&at| bytes[at..].starts_with(END)));
        let Some(end) = end.filter(|_| is_zip) else {
            return Err(if is_zip { CutShort } else { OtherKind });
        };
        let record = &bytes[end..];
        let (mut length, mut start) = (number(record, 12, 4)?, number(record, 16, 4)?);
        let locator = end.checked_sub(LARGE_LOCATOR_LENGTH).map(|at| &bytes[at..end]);
        if let Some(locator) = locator.filter(|locator| locator.starts_with(LARGE_LOCATOR)) {
            let record = slice(bytes, number(locator, 8, 8)?, 56)?;
            if !record.starts_with(LARGE_END) {
                return Err(Damaged);
            }
            (length, start) = (number(record, 40, 8)?, number(record, 48, 8)?);
        }
        let mut list = slice(bytes, start, length)?;
        let mut entries = Vec::new();
        while list.starts_with(LISTED) {
            let (name, extra) = (number(list, 28, 2)?, number(list, 30, 2)?);
            let listed = LISTED_LENGTH as u64 + name + extra + number(list, 32, 2)?;
            let entry = slice(list, 0, listed)?;
            let extra = slice(entry, LISTED_LENGTH as u64 + name, extra)?;
            let name = String::from_utf8_lossy(slice(entry, LISTED_LENGTH as u64, name)?).replace('\\', "/");
            let mut large = Large::of(extra);
            // In this order, as far as they need the room.
            let _unpacked = large.or(number(entry, 24, 4)?)?;
            let packed = large.or(number(entry, 20, 4)?)?;
            let start = large.or(number(entry, 42, 4)?)?;
            entries.push(Entry {
                name,
                is_encrypted: number(entry, 8, 2)? & 1 == 1,
                method: number(entry, 10, 2)?,
                checksum: u32::try_from(number(entry, 16, 4)?).unwrap_or(0),
                packed,
                start,
            });
            list = list.get(entry.len()..).unwrap_or_default();
        }
        Ok(Self { bytes, entries })
    }

    /// Whether something is packed under a path. Capital and small letters are the same, as they are for those who write
    /// such files.
    pub fn has(&self, path: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(path))
    }

    /// What is packed under a path, ready to be unpacked.
    ///
    /// # Errors
    /// [`Damaged`] where nothing is, or not in a way that spreadsheets are packed; [`Encrypted`].
    pub fn part(&self, path: &str, limits: Limits) -> Result<Part<'a>, SpreadsheetError> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(path)).ok_or(Damaged)?;
        if entry.is_encrypted {
            return Err(Encrypted);
        }
        let packing = match entry.method {
            0 => Packing::Stored,
            8 => Packing::Deflated,
            _ => return Err(Damaged),
        };
        let head = slice(self.bytes, entry.start, HEAD_LENGTH as u64)?;
        if !head.starts_with(HEAD) {
            return Err(Damaged);
        }
        let before = HEAD_LENGTH as u64 + number(head, 26, 2)? + number(head, 28, 2)?;
        let packed = slice(self.bytes, entry.start.checked_add(before).ok_or(Damaged)?, entry.packed)?;
        Ok(Part::new(packed, packing, entry.checksum, limits))
    }
}

/// The numbers of an entry that need more room than it has.
struct Large<'a>(&'a [u8]);

impl<'a> Large<'a> {
    /// The kind of addition that holds them.
    const KIND: u64 = 1;

    fn of(mut extra: &'a [u8]) -> Self {
        while let (Ok(kind), Ok(length)) = (number(extra, 0, 2), number(extra, 2, 2)) {
            let Ok(content) = slice(extra, 4, length) else { break };
            if kind == Self::KIND {
                return Self(content);
            }
            extra = extra.get(4 + content.len()..).unwrap_or_default();
        }
        Self(&[])
    }

    /// The number, or the next of these if it stands elsewhere.
    fn or(&mut self, here: u64) -> Result<u64, SpreadsheetError> {
        if here != ELSEWHERE {
            return Ok(here);
        }
        let number = number(self.0, 0, 8)?;
        self.0 = self.0.get(8..).unwrap_or_default();
        Ok(number)
    }
}
