//! Reading a saved CSV file back, by another's hand.

use csv_core::{ReadRecordResult, Reader};

/// The cells of each row; empty lines are left out. The file starts with a byte order mark, and its lines end as the
/// standard says.
#[track_caller]
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n"));
    let mut input = text.as_bytes();
    let mut reader = Reader::new();
    let (mut output, mut ends) = (vec![0; text.len() + 1], vec![0; 100]);
    let mut rows = Vec::new();
    loop {
        let (result, read, _, count) = reader.read_record(input, &mut output, &mut ends);
        input = &input[read..];
        match result {
            ReadRecordResult::Record => {
                let starts = [0].into_iter().chain(ends[..count].iter().copied());
                let cell = |(start, end): (usize, &usize)| String::from_utf8(output[start..*end].to_vec()).unwrap();
                rows.push(starts.zip(&ends[..count]).map(cell).collect());
            }
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::End => return rows,
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => panic!("a row of more than 100 cells"),
        }
    }
}
