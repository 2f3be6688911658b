//! Making the list of footprints: what regions, combined authorities and places of the NHS are made of, from lists of the
//! Office for National Statistics as they are published, and by which other names people look for a place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::official::OfficialFile;
use super::records::{Record, Records};
use super::{AuthorityCode, PlaceCode, PlaceKind};

/// What people call a place who do not use its official name: the code, and names separated by a slash. Abbreviations of the
/// postal counties, of the councils themselves, and initials that the rule in `words::place` (first letters of the words)
/// does not give.
const ALSO: [(&str, &str); 45] = [
    ("E06000010", "Hull"),
    ("E06000011", "East Yorks/East Yorkshire"),
    ("E06000020", "Wrekin/Telford"),
    ("E06000022", "BANES/B&NES/Bath"),
    ("E06000040", "Maidenhead/RBWM"),
    ("E06000042", "MK"),
    ("E06000043", "Brighton/Hove"),
    ("E06000046", "IoW"),
    ("E06000050", "West Cheshire/CWAC/Chester"),
    ("E06000051", "Salop/Shrops"),
    ("E06000052", "Kernow"),
    ("E06000053", "Scilly/Scillies"),
    ("E06000054", "Wilts"),
    ("E06000057", "Northd"),
    ("E06000058", "BCP/Bournemouth/Poole/Christchurch"),
    ("E06000060", "Bucks"),
    ("E06000061", "North Northants"),
    ("E06000062", "West Northants"),
    ("E06000065", "North Yorks"),
    ("E07000146", "Kings Lynn"),
    ("E08000021", "Newcastle/Newcastle on Tyne"),
    ("E08000025", "Brum"),
    ("E09000001", "Square Mile"),
    ("E10000002", "Bucks"),
    ("E10000003", "Cambs"),
    ("E10000007", "Derbys"),
    ("E10000013", "Glos"),
    ("E10000014", "Hants"),
    ("E10000015", "Herts"),
    ("E10000017", "Lancs"),
    ("E10000018", "Leics"),
    ("E10000019", "Lincs"),
    ("E10000021", "Northants"),
    ("E10000023", "North Yorks"),
    ("E10000024", "Notts"),
    ("E10000025", "Oxon"),
    ("E10000028", "Staffs"),
    ("E10000031", "Warks"),
    ("E10000034", "Worcs"),
    ("E12000003", "Yorkshire and Humber"),
    ("E12000007", "Greater London"),
    ("E47000001", "GMCA"),
    ("E54000044", "BOB"),
    ("E54000039", "BNSSG"),
    ("E54000040", "BSW"),
];

/// What lists say of codes, put together from any number of them.
#[derive(Debug, Default)]
pub struct Lists {
    /// The name of each code, as it was read first.
    names: BTreeMap<PlaceCode, String>,
    /// The authorities of each region, of any year.
    regions: BTreeMap<PlaceCode, BTreeSet<PlaceCode>>,
    /// The authorities of each combined authority, and the newest year whose list has it.
    combined: BTreeMap<PlaceCode, (u16, BTreeSet<PlaceCode>)>,
    /// The integrated care board of each sub-ICB, and the year of the list.
    boards: BTreeMap<PlaceCode, (PlaceCode, u16)>,
}

impl Lists {
    /// Reads a list: a column of names stands for that of codes with the same heading (`icb24_code` and `icb24_name`, or
    /// `CAUTH25CD` and `CAUTH25NM`), and the digits in it are the year. `None` where a row cannot be read.
    pub fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let mut heads: Vec<String> = Vec::new();
        let mut take = |row: Record| {
            let cells = (0..row.len()).map(|at| String::from_utf8_lossy(row.field(at)).into_owned());
            let cells: Vec<String> = cells.collect();
            if heads.is_empty() {
                heads = cells.iter().map(|head| head.to_ascii_lowercase()).collect();
            } else if !row.is_blank() {
                self.take(&heads, &cells);
            }
            Ok::<(), ()>(())
        };
        let mut records = Records::default();
        records.push(bytes, &mut take).ok()?;
        records.finish(&mut take).ok()
    }

    fn take(&mut self, heads: &[String], cells: &[String]) {
        let stem = |head: &str| head.trim_end_matches("_code").trim_end_matches("cd").to_owned();
        let mut found: Vec<(PlaceCode, u16)> = Vec::new();
        for (head, cell) in heads.iter().zip(cells) {
            let Ok(code) = cell.parse::<PlaceCode>() else { continue };
            let stem = stem(head);
            let digits: String = stem.chars().filter(char::is_ascii_digit).collect();
            found.push((code, 2000 + digits.parse::<u16>().unwrap_or_default()));
            let named =
                heads.iter().position(|other| *other == format!("{stem}_name") || *other == format!("{stem}nm"));
            if let Some(name) = named.and_then(|at| cells.get(at)) {
                self.names.entry(code).or_insert_with(|| name.clone());
            }
        }
        let of = |kind: PlaceKind| found.iter().copied().find(|(code, _)| code.kind() == kind);
        let authority = of(PlaceKind::Authority).map(|(code, _)| code);
        if let (Some((combined, year)), Some(authority)) = (of(PlaceKind::CombinedAuthority), authority) {
            let (newest, members) = self.combined.entry(combined).or_default();
            if year > *newest {
                (*newest, *members) = (year, BTreeSet::new());
            }
            if year == *newest {
                members.insert(authority);
            }
        }
        if let (Some((region, _)), Some(authority)) = (of(PlaceKind::Region), authority) {
            self.regions.entry(region).or_default().insert(authority);
        }
        if let (Some((sub_icb, year)), Some((board, _))) = (of(PlaceKind::SubIcb), of(PlaceKind::Icb)) {
            self.boards.insert(sub_icb, (board, year));
        }
    }

    fn name(&self, code: PlaceCode) -> String {
        self.names.get(&code).cloned().unwrap_or_default()
    }
}

/// What the official name of a place of the NHS says beside where it is.
fn short(name: &str) -> String {
    name.trim_start_matches("NHS ").replace(" Integrated Care Board", "").replace(" ICB - ", " ")
}

/// The text of an edition's footprints, as [`super::footprints::Footprints`] reads it. `sub_icbs` says for each area of the
/// file in which sub-ICB it lies; lists that name every code, and the members of combined authorities. `None` where a code
/// has no name.
pub fn footprints_csv(file: &OfficialFile, sub_icbs: &[PlaceCode], lists: &Lists) -> Option<String> {
    let mut held: BTreeMap<PlaceCode, BTreeSet<PlaceCode>> = BTreeMap::new();
    for (area, &sub_icb) in file.areas.iter().zip(sub_icbs) {
        held.entry(sub_icb).or_default().insert(file.authorities[usize::from(area.authority)].code.into());
    }
    let mut rows: BTreeMap<PlaceCode, [String; 4]> = BTreeMap::new();
    let joined = |codes: &BTreeSet<PlaceCode>| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let has = |code: AuthorityCode| file.authorities.iter().any(|authority| authority.code == code);
    for (&code, name) in &lists.names {
        match code.kind() {
            PlaceKind::Region => {
                let mut members = lists.regions.get(&code)?.clone();
                members.retain(|member| member.authority().is_some_and(has));
                rows.insert(code, [name.clone(), String::new(), joined(&members), String::new()]);
            }
            PlaceKind::Authority if code.authority().is_some_and(|code| !has(code)) => {
                rows.insert(code, [name.clone(), String::new(), String::new(), String::new()]);
            }
            PlaceKind::CombinedAuthority => {
                let (year, members) = lists.combined.get(&code)?;
                rows.insert(code, [name.clone(), year.to_string(), joined(members), String::new()]);
            }
            PlaceKind::Authority | PlaceKind::County | PlaceKind::SubIcb | PlaceKind::Icb => {}
        }
    }
    let mut boards: BTreeMap<PlaceCode, (u16, BTreeSet<PlaceCode>)> = BTreeMap::new();
    for (&code, authorities) in &held {
        let &(board, year) = lists.boards.get(&code)?;
        boards.entry(board).or_insert_with(|| (year, BTreeSet::new())).1.insert(code);
        rows.insert(code, [short(&lists.name(code)), year.to_string(), joined(authorities), String::new()]);
    }
    for (board, (year, members)) in &boards {
        rows.insert(*board, [short(&lists.name(*board)), year.to_string(), joined(members), String::new()]);
    }
    for (code, also) in ALSO {
        also.clone_into(&mut rows.entry(code.parse().ok()?).or_default()[3]);
    }
    let mut csv = String::from("code,name,year,members,also\n");
    for (code, [name, year, members, also]) in rows {
        let quote = if name.contains(',') { "\"" } else { "" };
        let _ = writeln!(csv, "{code},{quote}{name}{quote},{year},{members},{also}");
    }
    Some(csv)
}
