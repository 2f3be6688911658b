//! Made-up files in the layout of the official File 7. Each test file uses a part of this.
#![allow(dead_code)]

use who_gets_missed::data::{Edition, NeedMeasure};

const DOMAINS: [&str; 7] = [
    "Income",
    "Employment",
    "Education, Skills and Training",
    "Health Deprivation and Disability",
    "Crime",
    "Barriers to Housing and Services",
    "Living Environment",
];
const BELOW_DOMAINS: [&str; 8] = [
    "Income Deprivation Affecting Children Index (IDACI)",
    "Income Deprivation Affecting Older People (IDAOPI)",
    "Children and Young People Sub-domain",
    "Adult Skills Sub-domain",
    "Geographical Barriers Sub-domain",
    "Wider Barriers Sub-domain",
    "Indoors Sub-domain",
    "Outdoors Sub-domain",
];

/// The columns of a need (before "Score" and "Rank", and of people), and its made-up people, least rate and step.
const NEEDS: [(&str, &str, [u32; 3]); NeedMeasure::COUNT] = [
    ("Income", "Total population", [1_400, 20, 13]),
    ("Income Deprivation Affecting Children Index (IDACI)", "Dependent Children", [300, 30, 17]),
    ("Income Deprivation Affecting Older People (IDAOPI)", "Older population", [350, 40, 19]),
    ("Employment", "Working age", [800, 25, 11]),
];

/// A rate, among how many people, and its official rank.
#[derive(Clone, Copy)]
pub struct MadeUpNeed {
    pub people: u32,
    /// In thousandths, as the official files have three decimals.
    pub rate: u32,
    pub rank: u32,
}

/// What a made-up area holds.
#[derive(Clone)]
pub struct MadeUpArea {
    pub code: String,
    pub authority: &'static str,
    pub authority_name: &'static str,
    pub imd_rank: u32,
    /// In the order of [`NeedMeasure::ALL`].
    pub needs: [MadeUpNeed; NeedMeasure::COUNT],
}

const AUTHORITIES: [(&str, &str); 3] =
    [("E07000008", "Cambridge"), ("E06000031", "Peterborough"), ("E06000023", "Bristol, City of")];

/// Areas of three councils in turn, with numbers that are all different and ranks spread over the nation. As many as England
/// has are ranked as in the official files: each rank once.
pub fn areas(count: u32) -> Vec<MadeUpArea> {
    let is_nation = count > 32_000;
    let (first, ranks) = if is_nation { (1, count) } else { (1_000, 32_768) };
    let area = |i: u32| {
        let (authority, authority_name) = AUTHORITIES[i as usize * AUTHORITIES.len() / count as usize];
        let need = |(_, _, [people, least, step]): (&str, &str, [u32; 3])| {
            let rate = least + i * step % 400;
            MadeUpNeed { people: people + i, rate, rank: 1 + (i * 7919 + least) % ranks }
        };
        MadeUpArea {
            code: format!("E01{:06}", first + i),
            authority,
            authority_name,
            imd_rank: 1 + i * 1_543 % ranks,
            needs: NEEDS.map(need),
        }
    };
    (0..count).map(area).collect()
}

/// A table in the official layout: 57 columns in 2019, 56 in 2025.
#[derive(Clone)]
pub struct File7 {
    pub headers: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl File7 {
    pub fn new(edition: Edition, areas: &[MadeUpArea]) -> Self {
        let headers = headers(edition);
        let rows = areas.iter().map(|area| headers.iter().map(|header| cell(area, header)).collect()).collect();
        Self { headers, rows }
    }

    /// The column whose header begins so.
    pub fn column(&self, header: &str) -> usize {
        let found = self.headers.iter().position(|known| known.starts_with(header));
        found.unwrap_or_else(|| panic!("no column {header}"))
    }

    pub fn with_cell(mut self, row: usize, header: &str, value: &str) -> Self {
        let column = self.column(header);
        self.rows[row][column] = value.to_owned();
        self
    }

    pub fn with_column(mut self, header: &str, value: &str) -> Self {
        let column = self.column(header);
        self.rows.iter_mut().for_each(|row| row[column] = value.to_owned());
        self
    }

    pub fn without_columns(self, unwanted: &[&str]) -> Self {
        let is_wanted = |header: &str| !unwanted.iter().any(|beginning| header.starts_with(beginning));
        self.in_order(|headers| (0..headers.len()).filter(|&i| is_wanted(&headers[i])).collect())
    }

    /// Takes the columns that `order` gives, in that order.
    pub fn in_order(self, order: impl Fn(&[String]) -> Vec<usize>) -> Self {
        let order = order(&self.headers);
        let pick = |row: &Vec<String>| order.iter().map(|&i| row[i].clone()).collect();
        Self { headers: pick(&self.headers), rows: self.rows.iter().map(pick).collect() }
    }

    pub fn with_headers(mut self, change: impl Fn(&str) -> String) -> Self {
        self.headers = self.headers.iter().map(|header| change(header)).collect();
        self
    }

    pub fn with_cells(mut self, change: impl Fn(&str) -> String) -> Self {
        self.rows.iter_mut().flatten().for_each(|cell| *cell = change(cell));
        self
    }

    /// As text: fields with a comma or a line end stand in quotes, a line feed ends every line.
    pub fn csv(&self) -> String {
        let quoted = |field: &String| {
            if field.contains([',', '\n']) { format!("\"{field}\"") } else { field.clone() }
        };
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
        std::iter::once(&self.headers).chain(&self.rows).map(line).collect()
    }
}

fn headers(edition: Edition) -> Vec<String> {
    let (areas, authorities, people) = match edition {
        Edition::Iod2019 => (2011, 2019, ": mid 2015 (excluding prisoners)"),
        Edition::Iod2025 => (2021, 2024, ": mid 2022"),
    };
    let mut headers = vec![
        format!("LSOA code ({areas})"),
        format!("LSOA name ({areas})"),
        format!("Local Authority District code ({authorities})"),
        format!("Local Authority District name ({authorities})"),
    ];
    let domains = ["Index of Multiple Deprivation (IMD)"].into_iter().chain(DOMAINS).chain(BELOW_DOMAINS);
    for domain in domains {
        let is_rate = ["Income", "Employment"].iter().any(|start| domain.starts_with(start));
        headers.push(format!("{domain} Score{}", if is_rate { " (rate)" } else { "" }));
        headers.push(format!("{domain} Rank (where 1 is most deprived)"));
        // One header of the official file of 2025 is cut short.
        let end = if edition == Edition::Iod2025 && domain.starts_with("Children") { "LSO" } else { "LSOAs)" };
        headers.push(format!("{domain} Decile (where 1 is most deprived 10% of {end}"));
    }
    headers.push(format!("Total population{people}"));
    headers.push(format!("Dependent Children aged 0-15{people}"));
    if edition == Edition::Iod2019 {
        headers.push(format!("Population aged 16-59{people}"));
    }
    headers.push(format!("Older population aged 60 and over{people}"));
    headers.push(match edition {
        Edition::Iod2019 => {
            "Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)"
                .to_owned()
        }
        Edition::Iod2025 => {
            format!("Working age population 18-66 (for use with Employment Deprivation Domain){people}")
        }
    });
    headers
}

fn cell(area: &MadeUpArea, header: &str) -> String {
    let starts = |beginning: &str| header.starts_with(beginning);
    for ((domain, people, _), need) in NEEDS.into_iter().zip(area.needs) {
        match header {
            _ if starts(&format!("{domain} Score")) => return format!("0.{:03}", need.rate),
            _ if starts(&format!("{domain} Rank")) => return need.rank.to_string(),
            _ if starts(people) => return need.people.to_string(),
            _ => {}
        }
    }
    match header {
        _ if starts("LSOA code") => area.code.clone(),
        _ if starts("LSOA name") => format!("{} {}A", area.authority_name, &area.code[6..]),
        _ if starts("Local Authority District code") => area.authority.to_owned(),
        _ if starts("Local Authority District name") => area.authority_name.to_owned(),
        _ if starts("Index of Multiple Deprivation (IMD) Rank") => area.imd_rank.to_string(),
        // Numbers that would show if a column were taken for another.
        _ if header.contains("Decile") => "10".to_owned(),
        _ => "-7.777".to_owned(),
    }
}
