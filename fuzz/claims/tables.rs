//! Tables: text to rows, rows to units.

use who_gets_missed::data::NeedMeasure;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::table::{AnswerKey, Answers, Reading, Role, Table};

/// A first line of answers may stand before a table, as `?direction=low&filter=Sex:Male`: what a person may say of it.
pub fn tables(bytes: &[u8]) {
    let (answers, bytes) = match bytes.strip_prefix(b"?") {
        Some(rest) => {
            let end = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
            (said(&rest[..end]), rest.get(end + 1..).unwrap_or_default())
        }
        None => (Answers::default(), bytes),
    };
    let Ok(table) = Table::from_bytes(bytes) else { return };
    assert!(!table.is_empty() && !table.headings().is_empty());
    let cells = |table: &Table| -> Vec<Vec<String>> {
        let row = |row| (0..table.headings().len()).map(|column| table.cell(row, column).to_owned()).collect();
        (0..table.len()).map(row).collect()
    };
    let lines: Vec<u64> = (0..table.len()).map(|row| table.line(row)).collect();
    assert!(lines.iter().all(|&line| line > 0));
    as_a_plain_reader_reads(bytes, &table);
    for answers in [Answers::default(), answers] {
        let Ok(reading) = table.read(&answers) else { continue };
        whole(&table, &reading);
        // The same is read the same again.
        assert_eq!(reading, table.read(&answers).unwrap());
    }
    assert_eq!(cells(&table), cells(&Table::from_bytes(bytes).unwrap()));
}

fn said(line: &[u8]) -> Answers {
    let mut answers = Answers::default();
    for pair in String::from_utf8_lossy(line).split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        let key = match key {
            "direction" => AnswerKey::Direction,
            "filter" => AnswerKey::Filter,
            "level" => AnswerKey::Level,
            "decimals" => AnswerKey::Decimals,
            "unit" => AnswerKey::Unit,
            "more" => AnswerKey::More,
            "by" => AnswerKey::By,
            "value" => AnswerKey::Column(Role::Value),
            "deprivation" => AnswerKey::Column(Role::Deprivation),
            "name" => AnswerKey::Column(Role::Name),
            _ => continue,
        };
        answers.say(key, value);
    }
    answers
}

/// Every number is one, counts are not below 0, and no more units come out than rows went in.
fn whole(table: &Table, reading: &Reading) {
    assert_eq!(reading.rows_in_table, table.len());
    assert!(reading.meant <= table.len().max(1) && reading.rows.units.len() <= table.len());
    for unit in &reading.rows.units {
        let counts = [unit.events, unit.denominator, unit.expected, unit.people];
        assert!(counts.into_iter().flatten().all(|count| count.is_finite() && count >= 0.0), "{unit:?}");
        assert!([unit.value, unit.deprivation].into_iter().flatten().all(f64::is_finite), "{unit:?}");
        assert!(unit.limits.is_none_or(|limits| limits.lower.is_finite() && limits.upper.is_finite()), "{unit:?}");
        assert!((1..=table.line(table.len() - 1)).contains(&unit.line), "{unit:?}");
    }
    if let Some((least, most)) = reading.range {
        assert!(least <= most);
    }
}

/// A text without quotes, of one line a row and with as many commas in each, is what a reader of five lines makes of it.
fn as_a_plain_reader_reads(bytes: &[u8], table: &Table) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, ',' | '\n' | '.' | '-');
    if !text.chars().all(is_plain) || table.separator() != Some(b',') {
        return;
    }
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let width = lines[0].len();
    let is_whole = lines.iter().all(|line| line.len() == width && line.iter().all(|cell| !cell.is_empty()));
    if width < 2 || lines.len() < 3 || !is_whole || table.len() + 1 != lines.len() || table.headings().len() != width {
        return;
    }
    if table.headings().iter().zip(&lines[0]).any(|(heading, cell)| heading != cell) {
        return;
    }
    for (row, line) in lines.iter().skip(1).enumerate() {
        for (column, cell) in line.iter().enumerate() {
            assert_eq!(&table.cell(row, column), cell, "row {row}, column {column}");
        }
    }
}

/// File 7: whole or refused, and the same in one piece or in many.
pub fn official(bytes: &[u8]) {
    let at_once = Importer::read(bytes);
    let mut importer = Importer::default();
    let pieces = (|| {
        // What kind of file it is, is told by its first bytes: they come in one piece.
        let (first, rest) = bytes.split_at(bytes.len().min(4096));
        importer.push(first)?;
        rest.chunks(7).try_for_each(|piece| importer.push(piece))?;
        importer.finish()
    })();
    let told = |read: &Result<OfficialFile, _>| {
        read.as_ref().map(|file| file.areas.clone()).map_err(|error| format!("{error:?}"))
    };
    assert_eq!(told(&at_once).is_ok(), told(&pieces).is_ok());
    let Ok(file) = at_once else { return };
    assert_eq!(Ok(file.areas.clone()), told(&pieces));
    for area in &file.areas {
        for need in NeedMeasure::ALL {
            let counts = area.counts(need);
            assert!(counts.in_need.is_finite() && (0.0..=counts.people).contains(&counts.in_need), "{area:?}");
        }
    }
}
