//! Files in one file, as a Word document is: stored as they are, since pictures are packed already and the text is short.

/// A file in a ZIP archive: where it lies, and what is in it.
pub struct Entry {
    /// Its path, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The first of January 1980, the earliest day that an archive can say: the same document is the same file on every day.
const DAY: u16 = 0b0000_0000_0010_0001;
/// Version 2.0 of the format.
const VERSION: u16 = 20;
/// Paths are UTF-8.
const UTF8: u16 = 1 << 11;

/// Puts files into an archive, in their order. They come to less than 4 GB together, and are fewer than 65,536.
///
/// Source: PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let start = file.len() as u32;
        let size = entry.bytes.len() as u32;
        let mut about = Vec::new();
        for number in [VERSION, UTF8, 0, 0, DAY] {
            about.extend(number.to_le_bytes());
        }
        for number in [checksum(&entry.bytes), size, size] {
            about.extend(number.to_le_bytes());
        }
        about.extend((entry.path.len() as u16).to_le_bytes());
        about.extend(0_u16.to_le_bytes());

        file.extend(b"PK\x03\x04");
        file.extend(&about);
        file.extend(entry.path.as_bytes());
        file.extend(&entry.bytes);

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(entry.path.as_bytes());
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06");
    file.extend([0; 4]);
    let count = entries.len() as u16;
    for number in [count, count] {
        file.extend(number.to_le_bytes());
    }
    for number in [directory.len() as u32, start] {
        file.extend(number.to_le_bytes());
    }
    file.extend([0; 2]);
    file
}

/// CRC-32 as ZIP has it: the polynomial 0xEDB88320, reflected.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn an_archive_says_where_each_file_lies() {
        let entry = |path: &str, bytes: &[u8]| Entry { path: path.to_owned(), bytes: bytes.to_vec() };
        let file = archive(&[entry("a.txt", b"one"), entry("b/c.txt", b"")]);
        let end = file.len() - 22;
        assert_eq!(&file[end..end + 4], b"PK\x05\x06");
        assert_eq!(file[end + 10], 2);
        let start = u32::from_le_bytes(file[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(&file[start..start + 4], b"PK\x01\x02");
        assert_eq!(&file[start + 46..start + 51], b"a.txt");
        assert_eq!(&file[30..38], b"a.txtone");
    }
}
