//! A checksum that tells files apart, from bytes that arrive in pieces.
//!
//! It is SHA-256 as in FIPS 180-4, *Secure Hash Standard* (NIST, 2015). The browser's own takes a whole file at once, on secure
//! connections alone, and `evaluate` runs without a browser.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes. As text it is 64 signs, as `sha256sum` and `certutil -hashfile` print it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Checksum([u32; 8]);

impl Checksum {
    /// That of bytes that are all there.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = Hasher::default();
        hasher.push(bytes);
        hasher.finish()
    }

    /// Its first eight signs as a number.
    pub const fn first_word(self) -> u32 {
        self.0[0]
    }

    /// Its first twelve signs: two files of this project's kind share them by chance once in 280 million million.
    pub fn short(self) -> String {
        self.to_string().chars().take(12).collect()
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|word| write!(f, "{word:08x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Checksum {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Checksum {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let word = |at: usize| u32::from_str_radix(text.get(8 * at..8 * (at + 1))?, 16).ok();
        let mut words = [0; 8];
        for (at, place) in words.iter_mut().enumerate() {
            *place = word(at).ok_or_else(|| serde::de::Error::custom("no checksum"))?;
        }
        Ok(Self(words))
    }
}

/// Takes bytes in pieces of any size.
#[derive(Clone, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum of all that came.
    pub fn finish(self) -> Checksum {
        let mut words = [0; 8];
        for (word, bytes) in words.iter_mut().zip(self.0.finalize().as_chunks().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        Checksum(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: &str) {
        assert_eq!(Checksum::of(bytes).to_string(), expect);
        for size in [1, 7, 63, 64, 65] {
            let mut hasher = Hasher::default();
            bytes.chunks(size).for_each(|piece| hasher.push(piece));
            assert_eq!(hasher.finish().to_string(), expect, "in pieces of {size}");
        }
    }

    #[test]
    fn the_examples_of_the_standard_come_out() {
        // NIST's "Example Values" for SHA-256, one block and two, its long message, and the empty one of its test vectors.
        check(b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let two_blocks = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        check(two_blocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        check(&[b'a'; 1_000_000], "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
        check(b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn its_beginning_is_short_enough_to_read_out() {
        assert_eq!(Checksum::of(b"abc").short(), "ba7816bf8f01");
    }
}
