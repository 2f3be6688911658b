//! Making the figures of building blocks: of each authority through which a boundary of the NHS runs, what lies in each
//! sub-ICB. Rounded so that the blocks of an authority add up to its own figures, to the last digit.

use std::collections::BTreeMap;

use super::figures::AREA_PARTS;
use super::make_figures::{Column, columns, text_of};
use super::official::OfficialFile;
use super::records::Records;
use super::{AuthorityCode, Block, NeedMeasure, PlaceCode, RankBy};

/// The code of each area of an official file, in the file's order; the file itself is read without them. `None` where a row
/// has no code of an area.
pub fn area_codes(bytes: &[u8]) -> Option<Vec<String>> {
    let mut codes = Vec::new();
    let mut is_header = true;
    let mut take = |row: super::records::Record| {
        if !std::mem::take(&mut is_header) && !row.is_blank() {
            let cells = (0..row.len()).map(|at| String::from_utf8_lossy(row.field(at)).into_owned());
            let code = cells.into_iter().find(|cell| cell.starts_with("E01") && cell.len() == 9);
            codes.push(code.ok_or(())?);
        }
        Ok::<(), ()>(())
    };
    let mut records = Records::default();
    records.push(bytes, &mut take).ok()?;
    records.finish(&mut take).ok()?;
    Some(codes)
}

/// The authorities whose areas lie in more than one sub-ICB; `sub_icbs` says for each area of the file in which.
pub fn cut_authorities(file: &OfficialFile, sub_icbs: &[PlaceCode]) -> Vec<AuthorityCode> {
    let mut seen: BTreeMap<AuthorityCode, Option<PlaceCode>> = BTreeMap::new();
    for (area, &sub_icb) in file.areas.iter().zip(sub_icbs) {
        let first = seen.entry(file.authorities[usize::from(area.authority)].code).or_insert(Some(sub_icb));
        if *first != Some(sub_icb) {
            *first = None;
        }
    }
    seen.into_iter().filter(|(_, only)| only.is_none()).map(|(code, _)| code).collect()
}

/// The text of one table's blocks, as [`super::make_figures::figures_csv`] writes authorities; `sub_icbs` says for each area of
/// the file in which sub-ICB it lies. `None` if the file does not place every area in this ranking, or the blocks cannot be made
/// to add up.
pub fn blocks_csv(file: &OfficialFile, need: NeedMeasure, rank: RankBy, sub_icbs: &[PlaceCode]) -> Option<String> {
    if !file.is_all_england() || !file.has_need(need) || sub_icbs.len() != file.areas.len() {
        return None;
    }
    let all = rounded(file, need, rank, sub_icbs)?;
    let lines: Vec<_> = all.iter().map(|(block, column)| (block.to_string(), column.lines())).collect();
    Some(text_of(&lines))
}

/// What each block of the authorities that are cut holds, rounded so that they add up to their authority.
pub(super) fn rounded(
    file: &OfficialFile,
    need: NeedMeasure,
    rank: RankBy,
    sub_icbs: &[PlaceCode],
) -> Option<BTreeMap<Block, Column>> {
    let cut = cut_authorities(file, sub_icbs);
    let is_cut = |code: AuthorityCode| cut.contains(&code).then_some(code);
    let wholes = columns(file, need, rank, |_, authority| is_cut(authority))?;
    let mut blocks = columns(file, need, rank, |at, authority| {
        Some(Block { authority: is_cut(authority)?, sub_icb: Some(*sub_icbs.get(at)?) })
    })?;
    for (authority, mut whole) in wholes {
        whole.round();
        let own = blocks.iter_mut().filter(|(block, _)| block.authority == authority);
        let mut own: Vec<&mut Column> = own.map(|(_, column)| column).collect();
        for column in &mut own {
            column.round();
        }
        add_up(&whole, &mut own)?;
    }
    Some(blocks)
}

/// Hands what rounding took or added to the blocks with most of the stretch, so that they sum to the whole.
pub(super) fn add_up(whole: &Column, blocks: &mut [&mut Column]) -> Option<()> {
    for (stretch, of_whole) in whole.exact.iter().enumerate() {
        for (part, &of_whole) in of_whole.iter().enumerate() {
            let sum: u64 = blocks.iter().map(|column| column.exact[stretch][part]).sum();
            let most = blocks.iter_mut().max_by_key(|column| column.exact[stretch][part])?;
            let own = &mut most.exact[stretch][part];
            *own = (*own + of_whole).checked_sub(sum)?;
        }
    }
    let tenths = |column: &Column| (column.squared_need * 10.0).round();
    let rounded: f64 = blocks.iter().map(|column| tenths(column)).sum();
    let missing = tenths(whole) - rounded;
    let most = blocks.iter_mut().max_by(|a, b| a.squared_need.total_cmp(&b.squared_need))?;
    most.squared_need = (tenths(most) + missing) / 10.0;
    // Areas that tie are shared out between stretches; all of a block's are a whole number again.
    let over = |column: &Column| -> Option<i64> {
        let areas: u64 = column.exact.iter().map(|parts| parts[0]).sum();
        Some(i64::try_from(areas).ok()? - i64::try_from(column.areas.len()).ok()? * AREA_PARTS as i64)
    };
    for _ in 0..MOST_MOVES {
        let off: Option<Vec<i64>> = blocks.iter().map(|column| over(column)).collect();
        let off = off?;
        let Some(from) = off.iter().position(|&over| over > 0) else { break };
        let to = off.iter().position(|&over| over < 0)?;
        let shared =
            (0..whole.exact.len()).find(|&at| [from, to].iter().all(|&block| blocks[block].exact[at][0] > 0))?;
        blocks[from].exact[shared][0] -= 1;
        blocks[to].exact[shared][0] += 1;
    }
    blocks.iter().all(|column| over(column) == Some(0)).then_some(())
}

/// Parts of areas that are moved between the blocks of an authority at most; a stretch that ties is off by one.
const MOST_MOVES: usize = 100;
