//! A packed file, unpacked a window at a time.
//!
//! Source: P. Deutsch, *DEFLATE Compressed Data Format Specification*, RFC 1951; the checksum is CRC-32 as in section 8 of
//! RFC 1952.

use std::io::{self, BufRead, Read};

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};

use super::error::{Limit, SpreadsheetError};
use super::limits::Limits;

/// How something is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// As it is.
    Stored,
    /// By deflate.
    Deflated,
}

/// A packed file that gives its bytes bit by bit. It holds no more of them than deflate looks back to.
pub struct Part<'a> {
    packed: &'a [u8],
    /// Packed bytes that are done.
    taken: usize,
    packing: Packing,
    state: Box<DecompressorOxide>,
    window: Vec<u8>,
    /// What of the window is there and was not read.
    from: usize,
    to: usize,
    is_done: bool,
    limits: Limits,
    unpacked: u64,
    /// Bytes read since [`Part::mark`].
    since_mark: usize,
    running: u32,
    checksum: u32,
    /// Why it ended before its end; readers pass on less than this.
    problem: Option<SpreadsheetError>,
}

impl<'a> Part<'a> {
    /// Starts at the beginning.
    pub fn new(packed: &'a [u8], packing: Packing, checksum: u32, limits: Limits) -> Self {
        Self {
            packed,
            taken: 0,
            packing,
            state: Box::default(),
            window: vec![0; TINFL_LZ_DICT_SIZE],
            from: 0,
            to: 0,
            is_done: false,
            limits,
            unpacked: 0,
            since_mark: 0,
            running: !0,
            checksum,
            problem: None,
        }
    }

    /// Packed bytes done, and in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.taken, self.packed.len())
    }

    /// Begins a piece that must not be longer than [`Limits::PIECE`].
    pub fn mark(&mut self) {
        self.since_mark = 0;
    }

    /// Why reading ended before the end.
    pub fn problem(&self) -> SpreadsheetError {
        self.problem.unwrap_or(SpreadsheetError::Damaged)
    }

    /// Unpacks more into the window, whose bytes were all read.
    fn unpack(&mut self) -> Result<(), SpreadsheetError> {
        // A full window is written from its start again.
        let start = if self.to == self.window.len() { 0 } else { self.to };
        let packed = self.packed.get(self.taken..).unwrap_or_default();
        let (taken, written) = match self.packing {
            Packing::Stored => {
                let length = packed.len().min(self.window.len() - start);
                self.window[start..start + length].copy_from_slice(&packed[..length]);
                self.is_done = length == packed.len();
                (length, length)
            }
            Packing::Deflated => {
                let (status, taken, written) = decompress(&mut self.state, packed, &mut self.window, start, 0);
                match status {
                    TINFLStatus::Done => self.is_done = true,
                    TINFLStatus::HasMoreOutput => {}
                    // All there is was given, so whatever else it says is a flaw.
                    _ => return Err(SpreadsheetError::Damaged),
                }
                (taken, written)
            }
        };
        self.taken += taken;
        (self.from, self.to) = (start, start + written);
        self.running = crc(self.running, &self.window[self.from..self.to]);
        self.unpacked += written as u64;
        let packed = self.packed.len() as u64;
        let is_bomb = self.unpacked > Limits::FREE && self.unpacked / self.limits.ratio.max(1) > packed;
        if self.unpacked > self.limits.unpacked || is_bomb {
            return Err(SpreadsheetError::TooMuch(Limit::Unpacked));
        }
        if self.is_done && !self.running != self.checksum {
            return Err(SpreadsheetError::Damaged);
        }
        Ok(())
    }

    fn fill(&mut self) -> Result<(), SpreadsheetError> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if self.since_mark > Limits::PIECE {
            return Err(SpreadsheetError::TooMuch(Limit::Text));
        }
        while self.from == self.to && !self.is_done {
            self.unpack()?;
        }
        Ok(())
    }
}

impl BufRead for Part<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill().map_err(|problem| {
            self.problem = Some(problem);
            io::Error::from(io::ErrorKind::InvalidData)
        })?;
        Ok(self.window.get(self.from..self.to).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.from = self.to.min(self.from + amount);
        self.since_mark += amount;
    }
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

/// The remainders of each byte, from the reversed polynomial of RFC 1952.
const REMAINDERS: [u32; 256] = {
    let mut remainders = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut rest = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            rest = if rest & 1 == 1 { 0xedb8_8320 ^ rest >> 1 } else { rest >> 1 };
            bit += 1;
        }
        remainders[byte] = rest;
        byte += 1;
    }
    remainders
};

/// The running checksum with further bytes; it begins as all ones and ends turned over.
fn crc(running: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(running, |running, &byte| REMAINDERS[usize::from(running as u8 ^ byte)] ^ running >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_usual_one() {
        // The "check" value of CRC-32 (ISO-HDLC) in R. N. Williams' catalogue, and that of no bytes.
        assert_eq!(!crc(!0, b"123456789"), 0xcbf4_3926);
        assert_eq!(!crc(!0, b""), 0);
    }
}
