//! A checksum that tells files apart, from bytes that arrive in pieces.
//!
//! Source: SHA-256 as in FIPS 180-4, *Secure Hash Standard* (NIST, 2015), sections 4.1.2, 5 and 6.2. It is written out here
//! as the browser's own takes a whole file at once, on secure connections alone, and `evaluate` runs without a browser.

use std::fmt;

use serde::{Deserialize, Serialize};

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

/// Bytes in a block.
const BLOCK: usize = 64;

/// Takes bytes in pieces of any size.
#[derive(Clone)]
pub struct Hasher {
    state: [u32; 8],
    /// What came after the last whole block.
    rest: [u8; BLOCK],
    /// Bytes taken so far.
    length: u64,
}

impl Default for Hasher {
    fn default() -> Self {
        Self { state: START, rest: [0; BLOCK], length: 0 }
    }
}

impl Hasher {
    /// Takes the next bytes.
    pub fn push(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let from = self.filled();
            let taken = bytes.len().min(BLOCK - from);
            let (now, later) = bytes.split_at(taken);
            self.rest[from..from + taken].copy_from_slice(now);
            self.length = self.length.wrapping_add(taken as u64);
            if self.filled() == 0 {
                take(&mut self.state, &self.rest);
            }
            bytes = later;
        }
    }

    /// The checksum of all that came.
    pub fn finish(mut self) -> Checksum {
        let bits = self.length.wrapping_mul(8);
        self.push(&[0x80]);
        while self.filled() != BLOCK - 8 {
            self.push(&[0]);
        }
        self.push(&bits.to_be_bytes());
        Checksum(self.state)
    }

    /// Bytes of the block that is not whole yet.
    const fn filled(&self) -> usize {
        (self.length % BLOCK as u64) as usize
    }
}

/// Takes one block into the state. Counted loops, as the page is built for size: there iterators over arrays stay calls, and this took
/// nearly three times as long. Never a part of what calls it: a browser makes a function quick only from one call to the next, and a
/// million rows of a table are one call of [`Hasher::push`].
#[inline(never)]
fn take(state: &mut [u32; 8], block: &[u8; BLOCK]) {
    let mut words = [0_u32; 64];
    let mut at = 0;
    while at < 64 {
        words[at] = if at < 16 {
            let from = 4 * at;
            u32::from_be_bytes([block[from], block[from + 1], block[from + 2], block[from + 3]])
        } else {
            let (near, far) = (words[at - 2], words[at - 15]);
            let near = near.rotate_right(17) ^ near.rotate_right(19) ^ near >> 10;
            let far = far.rotate_right(7) ^ far.rotate_right(18) ^ far >> 3;
            words[at - 16].wrapping_add(far).wrapping_add(words[at - 7]).wrapping_add(near)
        };
        at += 1;
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    let mut at = 0;
    while at < 64 {
        let mixed = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let chosen = e & f ^ !e & g;
        let first = h.wrapping_add(mixed).wrapping_add(chosen).wrapping_add(ROUNDS[at]).wrapping_add(words[at]);
        let mixed = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let most = a & b ^ a & c ^ b & c;
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(mixed).wrapping_add(most));
        at += 1;
    }
    let added = [a, b, c, d, e, f, g, h];
    let mut at = 0;
    while at < 8 {
        state[at] = state[at].wrapping_add(added[at]);
        at += 1;
    }
}

/// The first 32 bits after the point of the square roots of the first 8 primes.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The same of the cube roots of the first 64.
static ROUNDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

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
