//! Comma-separated records from bytes that arrive in pieces.

use csv_core::{ReadRecordResult, Reader};

/// One record and where it stands.
pub struct Record<'a> {
    /// The line in the file on which the record ends, from 1.
    pub line: u64,
    text: &'a [u8],
    ends: &'a [usize],
}

impl Record<'_> {
    /// The number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The field with this index without surrounding space, empty if there is none.
    pub fn field(&self, index: usize) -> &[u8] {
        let start = if index == 0 { Some(&0) } else { self.ends.get(index - 1) };
        match (start, self.ends.get(index)) {
            (Some(&start), Some(&end)) => self.text[start..end].trim_ascii(),
            _ => &[],
        }
    }

    /// Whether no field holds anything.
    pub fn is_blank(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }
}

/// Cuts bytes into records. A UTF-8 byte-order mark, CRLF or LF, and quoted fields are taken as they come.
pub struct Records {
    reader: Reader,
    text: Vec<u8>,
    text_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    line: u64,
}

impl Default for Records {
    fn default() -> Self {
        Self { reader: Reader::new(), text: vec![0; 4096], text_len: 0, ends: vec![0; 128], ends_len: 0, line: 1 }
    }
}

impl Records {
    /// Bytes of the record that is not complete yet.
    pub fn unfinished(&self) -> usize {
        self.text_len
    }

    /// The line that the next byte belongs to, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Takes the next bytes and hands on each record that they complete.
    pub fn push<E>(&mut self, mut bytes: &[u8], each: &mut impl FnMut(Record) -> Result<(), E>) -> Result<(), E> {
        while !bytes.is_empty() {
            bytes = &bytes[self.step(bytes, each)?..];
        }
        Ok(())
    }

    /// Hands on the last record, if the bytes did not end with a line end.
    pub fn finish<E>(&mut self, each: &mut impl FnMut(Record) -> Result<(), E>) -> Result<(), E> {
        // The reader takes an empty input as the end.
        self.step(&[], each).map(|_| ())
    }

    fn step<E>(&mut self, bytes: &[u8], each: &mut impl FnMut(Record) -> Result<(), E>) -> Result<usize, E> {
        let (result, taken, text_added, ends_added) =
            self.reader.read_record(bytes, &mut self.text[self.text_len..], &mut self.ends[self.ends_len..]);
        self.text_len += text_added;
        self.ends_len += ends_added;
        let consumed = &bytes[..taken];
        let newlines = count_newlines(consumed);
        // The line feed of CRLF is left for the next step, the lone one belongs to the record just read.
        let is_own = matches!(result, ReadRecordResult::Record) && consumed.ends_with(b"\n");
        let line = self.line + newlines - u64::from(is_own);
        self.line += newlines;
        match result {
            ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::Record => {
                let record = Record { line, text: &self.text[..self.text_len], ends: &self.ends[..self.ends_len] };
                let outcome = each(record);
                (self.text_len, self.ends_len) = (0, 0);
                outcome?;
            }
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        Ok(taken)
    }
}

fn count_newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|&b| u64::from(b == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn read(text: &str, piece: usize) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::default();
        let mut rows = Vec::new();
        let mut each = |record: Record| -> Result<(), Infallible> {
            let fields = (0..record.len()).map(|i| String::from_utf8_lossy(record.field(i)).into_owned());
            rows.push((record.line, fields.collect()));
            Ok(())
        };
        for bytes in text.as_bytes().chunks(piece) {
            records.push(bytes, &mut each).unwrap();
        }
        records.finish(&mut each).unwrap();
        rows
    }

    fn check(text: &str, expect: &[(u64, &[&str])]) {
        for piece in [3, 4, 7, 1000] {
            let rows = read(text, piece);
            let rows: Vec<(u64, Vec<&str>)> =
                rows.iter().map(|(line, fields)| (*line, fields.iter().map(String::as_str).collect())).collect();
            let expect: Vec<(u64, Vec<&str>)> = expect.iter().map(|(line, fields)| (*line, fields.to_vec())).collect();
            assert_eq!(rows, expect, "in pieces of {piece}");
        }
    }

    #[test]
    fn lines_are_counted_with_lf_and_crlf() {
        check("a,b\nc,d\ne,f\n", &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e", "f"])]);
        check("a,b\r\nc,d\r\ne,f", &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e", "f"])]);
    }

    #[test]
    fn blank_lines_do_not_shift_the_line_numbers() {
        check("a\n\nb\n", &[(1, &["a"]), (3, &["b"])]);
        check("a\r\n\r\nb\r\n", &[(1, &["a"]), (3, &["b"])]);
    }

    #[test]
    fn a_byte_order_mark_quotes_and_commas_are_taken() {
        check("\u{feff}\"a, b\",\"29,199\" , c\n", &[(1, &["a, b", "29,199", "c"])]);
    }

    #[test]
    fn a_record_longer_than_the_buffers_is_read_whole() {
        let wide = vec!["x"; 1000].join(",");
        let rows = read(&format!("{wide}\n{}\n", "y".repeat(20_000)), 64);
        assert_eq!(rows[0].1.len(), 1000);
        assert_eq!(rows[1].1[0].len(), 20_000);
    }
}
