//! Made-up tables in the shapes that real ones have, by a maker that knows what must come of each.

use who_gets_missed::model::gap::{DeprivationOrder, Row, Rows, SlopeModel, slope_index};

/// Random numbers that are the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

/// A dimension of a table with its forms, the usual one first.
macro_rules! forms {
    ($($name:ident { $($form:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($form),+ }
        impl $name { pub const ALL: &'static [Self] = &[$(Self::$form),+]; }
    )+};
}

forms! {
    Deprivation {
        Score, SnakeScore, Rank, AverageRank, RankBesideScore, QuintileBesideScore, QuintileSaidHigh, QuintileSaidLow,
        DecileWhere, Words, WordsFingertips, NumbersAndWords, Letters, QuintileAlone, AverageRankAlone,
    }
    Value { Plain, Rate, Smr, Percent, SomePercent, PercentHeading, Exponents, Eligible, Years, LifeExpectancy, Limits, BothLimits, LimitsInOneCell }
    People { Population, TotalPop, Denominator, Headcount, None, Shares, AmongParts }
    More { Nothing, EnglandFirst, TotalLast, TotalBlank, Periods, Sexes, SexesAndPeriods, Marks, UnknownRank, Ages, SumRow }
    Layout {
        Comma, Semicolon, Tab, Pipe, DecimalComma, SepLine, Title, TitleWithCommas, Notes, BlankLines, BlankColumn, TrailingSeparators,
        RepeatedHeadings, TwoLineHeadings, Quoted, QuotedNewline, Thousands, RowNumbers, Sections,
    }
    Written { Utf8, Mark, TwoMarks, Utf16Le, Utf16Be, Utf16Unmarked, Windows1252, Cr, CrLf }
}

/// The forms of a table.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub deprivation: Deprivation,
    pub value: Value,
    pub people: People,
    pub more: More,
    pub layout: Layout,
    pub written: Written,
}

impl Shape {
    pub const USUAL: Self = Self {
        deprivation: Deprivation::Score,
        value: Value::Plain,
        people: People::Population,
        more: More::Nothing,
        layout: Layout::Comma,
        written: Written::Utf8,
    };

    /// Each form alone.
    pub fn each() -> Vec<Self> {
        let usual = Self::USUAL;
        let mut all = vec![usual];
        all.extend(Deprivation::ALL.iter().map(|&deprivation| Self { deprivation, ..usual }));
        all.extend(Value::ALL.iter().map(|&value| Self { value, ..usual }));
        all.extend(People::ALL.iter().map(|&people| Self { people, ..usual }));
        all.extend(More::ALL.iter().map(|&more| Self { more, ..usual }));
        all.extend(Layout::ALL.iter().map(|&layout| Self { layout, ..usual }));
        all.extend(Written::ALL.iter().map(|&written| Self { written, ..usual }));
        all
    }

    /// Forms at random, `unusual` of them.
    pub fn random(dice: &mut Dice, unusual: usize) -> Self {
        let mut shape = Self::USUAL;
        for _ in 0..unusual {
            fn one<T: Copy>(dice: &mut Dice, all: &[T]) -> T {
                all[dice.below(all.len())]
            }
            match dice.below(6) {
                0 => shape.deprivation = one(dice, Deprivation::ALL),
                1 => shape.value = one(dice, Value::ALL),
                2 => shape.people = one(dice, People::ALL),
                3 => shape.more = one(dice, More::ALL),
                4 => shape.layout = one(dice, Layout::ALL),
                _ => shape.written = one(dice, Written::ALL),
            }
        }
        shape
    }
}

/// A row of numbers as they are.
#[derive(Debug, Clone)]
struct Unit {
    name: String,
    score: f64,
    people: f64,
    value: f64,
    quintile: usize,
}

/// What must come of a table.
pub struct Made {
    pub bytes: Vec<u8>,
    /// Questions in any order, each with the answer that leads to the numbers.
    pub asks: Vec<(&'static str, String)>,
    /// Kinds of warnings that must stand.
    pub says: Vec<&'static str>,
    pub rows: usize,
    pub people: Option<f64>,
    pub most: f64,
    pub least: f64,
    pub mean: f64,
    pub has_limits: bool,
}

/// A cell and whether it may be in quotes.
type Cells = Vec<String>;

const NAMES: [&str; 14] = [
    "Ashford Vale",
    "Brook End",
    "Castle Mount",
    "Dunmere",
    "Easter Field",
    "Fenwick Row",
    "Gorse Hill",
    "Harrow Bank",
    "Isle Cross",
    "Jubilee Park",
    "Kings Lea",
    "Lower Marsh",
    "Mill Lane",
    "North Quay",
];

/// Makes a table.
pub fn make(shape: Shape, seed: u64) -> Made {
    let mut dice = Dice::new(seed);
    let count = 7 + dice.below(7);
    let mut units: Vec<Unit> = (0..count)
        .map(|at| {
            let score = 60.3 - 4.1 * at as f64 + dice.below(20) as f64 / 10.0;
            Unit {
                name: NAMES[at].to_owned(),
                score: (score * 10.0).round() / 10.0,
                people: 1003.0 + dice.below(8000) as f64,
                value: (1800.0 - 90.0 * at as f64 + dice.below(200) as f64) / 10.0,
                quintile: at * 5 / count + 1,
            }
        })
        .collect();
    if shape.written == Written::Windows1252 {
        units[0].name = "Café – £".to_owned();
    }
    let is_share = matches!(shape.value, Value::Percent | Value::SomePercent | Value::PercentHeading | Value::Eligible);
    if is_share {
        for unit in &mut units {
            unit.value = (unit.value * 3.0).round() / 10.0;
        }
    }
    if shape.value == Value::LifeExpectancy {
        for unit in &mut units {
            unit.value = (950.0 - unit.value).round() / 10.0;
        }
    }
    Maker { shape, units }.make(&mut dice)
}

struct Maker {
    shape: Shape,
    units: Vec<Unit>,
}

fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Maker {
    fn deprivation(&self, unit: &Unit, at: usize) -> (Vec<&'static str>, Cells, f64) {
        use Deprivation as D;
        let q = unit.quintile;
        let low = q as f64;
        let words = ["Most deprived", "Second most deprived", "Middle", "Second least deprived", "Least deprived"];
        let tips = [
            "Most deprived quintile (IMD2019)",
            "Second most deprived quintile (IMD2019)",
            "Middle quintile (IMD2019)",
            "Second least deprived quintile (IMD2019)",
            "Least deprived quintile (IMD2019)",
        ];
        let numbered = ["1 - most deprived", "2", "3", "4", "5 - least deprived"];
        let one = |heading, cell: String, key: f64| (vec![heading], vec![cell], key);
        match self.shape.deprivation {
            D::Score => one("IMD score", number(unit.score), -unit.score),
            D::SnakeScore => one("imd_score", number(unit.score), -unit.score),
            D::Rank => one("IMD rank", format!("{}", 100 * (at + 1)), at as f64),
            D::AverageRank => (
                vec!["IMD - Average rank ", "IMD - Average score "],
                vec![format!("{}", 30_000 - 700 * at), number(unit.score)],
                -unit.score,
            ),
            D::AverageRankAlone => one("IMD - Average rank", format!("{}", 30_000 - 700 * at), at as f64),
            D::RankBesideScore => {
                (vec!["imd_rank", "imd_score"], vec![format!("{}", 100 * (at + 1)), number(unit.score)], -unit.score)
            }
            D::QuintileBesideScore => {
                (vec!["imd_quintile", "imd_score"], vec![format!("{}", 6 - q), number(unit.score)], -unit.score)
            }
            D::QuintileSaidHigh => one("Deprivation quintile (5 = most deprived)", format!("{}", 6 - q), low),
            D::QuintileSaidLow => one("Quintile (1 is most deprived)", format!("{q}"), low),
            D::DecileWhere => one(
                "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
                format!("{}", 2 * q),
                low,
            ),
            D::Words => one("Deprivation", words[q - 1].to_owned(), low),
            D::WordsFingertips => one("Category", tips[q - 1].to_owned(), low),
            D::NumbersAndWords => one("IMD quintile", numbered[q - 1].to_owned(), low),
            D::Letters => one("IMD quintile (Q5 least deprived)", format!("Q{q}"), low),
            D::QuintileAlone => one("Quintile", format!("{q}"), low),
        }
    }

    /// Headings and cells of the value, and the value itself.
    fn value(&self, unit: &Unit, at: usize) -> (Vec<&'static str>, Cells, f64) {
        use Value as V;
        let v = unit.value;
        let one = |heading, cell: String, value: f64| (vec![heading], vec![cell], value);
        match self.shape.value {
            V::Plain => one("Value", number(v), v),
            V::Rate => one("Rate per 100,000", number(v), v),
            V::Smr => one("Deaths under 75, SMR", number(v), v),
            V::Percent => one("Uptake", format!("{}%", number(v)), v / 100.0),
            V::SomePercent => {
                one("Uptake (%)", format!("{}{}", number(v), if at.is_multiple_of(2) { "%" } else { "" }), v / 100.0)
            }
            V::PercentHeading => one("Smokers (%)", number(v), v),
            V::Exponents => one("Value", format!("{:e}", v / 1000.0), v / 1000.0),
            V::Eligible => {
                let eligible = (unit.people * v / 100.0).round();
                one(
                    "Number of pupils known to be eligible for free school meals",
                    number(eligible),
                    eligible / unit.people,
                )
            }
            V::Years => (vec!["2021", "2022", "2023"], vec![number(v + 3.0), number(v + 1.0), number(v)], v),
            V::LifeExpectancy => one("Life expectancy at birth", number(v), v),
            V::Limits => (vec!["value", "lowercl", "uppercl"], vec![number(v), number(0.9 * v), number(1.1 * v)], v),
            V::BothLimits => (
                vec![
                    "Value",
                    "Lower CI 99.8 limit",
                    "Upper CI 99.8 limit",
                    "Lower CI 95.0 limit",
                    "Upper CI 95.0 limit",
                ],
                [v, 0.8 * v, 1.2 * v, 0.9 * v, 1.1 * v].map(number).to_vec(),
                v,
            ),
            V::LimitsInOneCell => {
                (vec!["Rate", "95% CI"], vec![number(v), format!("{} to {}", number(0.9 * v), number(1.1 * v))], v)
            }
        }
    }

    fn people(&self, unit: &Unit, all: f64) -> (Vec<&'static str>, Cells, Option<f64>) {
        use People as P;
        let p = unit.people;
        let is_counted = self.shape.value == Value::Eligible;
        let one = |heading, cell: String, people| (vec![heading], vec![cell], people);
        match self.shape.people {
            // What is counted among people needs people.
            P::None | P::Shares if is_counted => one("Number of pupils", number(p), Some(p)),
            P::Population => one("Population", number(p), Some(p)),
            P::TotalPop => one("total_pop", number(p), Some(p)),
            P::Denominator => one("Denominator", number(p), Some(p)),
            P::Headcount => one("headcount of pupils", number(p), Some(p)),
            P::None => (vec![], vec![], None),
            P::Shares => one("Weight", number(p / all), None),
            P::AmongParts => (
                vec![
                    "Population aged 16-59",
                    "Total population: mid 2015 (excluding prisoners)",
                    "Older population aged 60 and over",
                ],
                vec![number((p / 2.0).floor()), number(p), number((p / 5.0).floor())],
                Some(p),
            ),
        }
    }

    fn make(&self, dice: &mut Dice) -> Made {
        use More as M;
        let all: f64 = self.units.iter().map(|unit| unit.people).sum();
        let (dep_heads, ..) = self.deprivation(&self.units[0], 0);
        let (value_heads, ..) = self.value(&self.units[0], 0);
        let (people_heads, ..) = self.people(&self.units[0], all);
        let has_codes = self.shape.more == M::EnglandFirst;
        let mut head: Cells = Vec::new();
        if has_codes {
            head.push("Area Code".to_owned());
        }
        head.push("Area".to_owned());
        let further: &[&str] = match self.shape.more {
            M::Periods => &["Period"],
            M::Sexes => &["Sex"],
            M::SexesAndPeriods => &["Sex", "Time period"],
            M::Ages => &["Age"],
            _ => &[],
        };
        head.extend(
            [further, &dep_heads, &people_heads, &value_heads].concat().iter().map(|&heading| heading.to_owned()),
        );
        let mut known: Vec<(f64, f64, Option<f64>)> = Vec::new();
        let mut rows: Vec<Cells> = Vec::new();
        let parts: Vec<Vec<&str>> = match self.shape.more {
            M::Periods => vec![vec!["2022"], vec!["2023"]],
            M::Sexes => vec![vec!["Male"], vec!["Female"], vec!["Persons"]],
            M::SexesAndPeriods => vec![
                vec!["Male", "2018 - 20"],
                vec!["Female", "2018 - 20"],
                vec!["Male", "2021 - 23"],
                vec!["Female", "2021 - 23"],
            ],
            M::Ages => vec![vec!["0-15"], vec!["16+"], vec!["All ages"]],
            _ => vec![vec![]],
        };
        let last = parts.len() - 1;
        for (place, part) in parts.iter().enumerate() {
            for (at, unit) in self.units.iter().enumerate() {
                // Other parts have other numbers.
                let shown = Unit {
                    value: (unit.value * 10.0 + (last - place) as f64 * (3.0 + at as f64)).round() / 10.0,
                    ..unit.clone()
                };
                let (_, dep, key) = self.deprivation(&shown, at);
                let (_, value, exact) = self.value(&shown, at);
                let (_, people, weight) = self.people(&shown, all);
                let code = has_codes.then(|| format!("E070000{at:02}"));
                let mut row: Cells = code.into_iter().collect();
                row.push(unit.name.clone());
                row.extend(part.iter().map(|&text| text.to_owned()));
                row.extend(dep);
                row.extend(people);
                row.extend(value);
                rows.push(row);
                if place == last {
                    known.push((key, exact, weight));
                }
            }
        }
        let mut says: Vec<&'static str> = Vec::new();
        self.add_rows(&mut rows, &head, &mut says, all, dice);
        let asks = self.asks();
        let bytes = self.write(&head, rows, &mut says);
        if self.shape.people == People::None && known[0].2.is_none()
            || self.shape.people == People::Shares && known[0].2.is_none()
        {
            says.push("unweighted");
        }
        if self.shape.deprivation == Deprivation::AverageRankAlone {
            says.push("direction");
        }
        let weighted: Vec<Row> = known
            .iter()
            .map(|&(key, value, people)| Row {
                value: Some(value),
                people: Some(people.unwrap_or(1.0)),
                deprivation: Some(key),
            })
            .collect();
        let ranked = Rows::new(&weighted, DeprivationOrder::LowestFirst).unwrap();
        let index = slope_index(&ranked, SlopeModel::default()).unwrap();
        Made {
            bytes,
            asks,
            says,
            rows: known.len(),
            people: known.iter().map(|row| row.2).sum(),
            most: index.most,
            least: index.least,
            mean: ranked.mean(),
            has_limits: matches!(
                self.shape.value,
                Value::Limits | Value::BothLimits | Value::LimitsInOneCell | Value::Eligible
            ),
        }
    }

    /// Rows beside those that are meant.
    fn add_rows(&self, rows: &mut Vec<Cells>, head: &Cells, says: &mut Vec<&'static str>, all: f64, dice: &mut Dice) {
        use More as M;
        let at = |heading: &str| head.iter().position(|other| other == heading);
        let (first_dep, first_people, first_value) = {
            let dep = at(self.deprivation(&self.units[0], 0).0[0]).unwrap();
            let people = self.people(&self.units[0], all).0.first().and_then(|heading| at(heading));
            (dep, people, at(self.value(&self.units[0], 0).0[0]).unwrap())
        };
        let name = usize::from(self.shape.more == M::EnglandFirst);
        let mut whole = rows[rows.len() / 2].clone();
        whole[name] = "Total".to_owned();
        if let Some(people) =
            first_people.filter(|_| self.shape.people != People::Shares || self.shape.value == Value::Eligible)
        {
            whole[people] = number(all);
        }
        match self.shape.more {
            M::EnglandFirst => {
                (whole[0], whole[1]) = ("E92000001".to_owned(), "England".to_owned());
                rows.insert(0, whole);
                says.push("levels");
            }
            M::TotalLast => {
                rows.push(whole);
                says.push("levels");
            }
            M::TotalBlank => {
                whole[first_dep] = String::new();
                rows.push(whole);
                says.push("levels");
            }
            M::SumRow if self.shape.people == People::Population => {
                whole[name] = "Midshire".to_owned();
                rows.push(whole);
                says.push("levels");
            }
            M::Marks => {
                for (name, mark) in ["c", "[x]", ":", "<5", "#N/A", "suppressed"]
                    .iter()
                    .enumerate()
                    .map(|(at, mark)| (NAMES[13 - at % 6], mark))
                {
                    let mut row = rows[dice.below(rows.len())].clone();
                    row[0] = format!("{name} {mark}");
                    for cell in &mut row[first_value..] {
                        *cell = (*mark).to_owned();
                    }
                    rows.push(row);
                }
                says.push("left-out");
            }
            M::UnknownRank => {
                let mut row = rows[0].clone();
                row[0] = "Unknown".to_owned();
                for cell in row.iter_mut().skip(first_dep).take(self.deprivation(&self.units[0], 0).0.len()) {
                    *cell = if self.shape.deprivation == Deprivation::Rank { "-1" } else { "" }.to_owned();
                }
                rows.push(row);
                says.push("left-out");
            }
            M::Nothing | M::SumRow | M::Periods | M::Sexes | M::SexesAndPeriods | M::Ages => {}
        }
    }

    fn asks(&self) -> Vec<(&'static str, String)> {
        let mut asks = Vec::new();
        if self.shape.deprivation == Deprivation::QuintileAlone {
            asks.push(("direction", "1 is most deprived".to_owned()));
        }
        if self.shape.value == Value::Years {
            asks.push(("value", "2023".to_owned()));
        }
        match self.shape.more {
            More::Periods => asks.push(("filter", "2023".to_owned())),
            More::Sexes => asks.push(("filter", "Sex:Persons".to_owned())),
            More::Ages => asks.push(("filter", "Age:All ages".to_owned())),
            More::SexesAndPeriods => {
                asks.extend([("filter", "Sex:Female".to_owned()), ("filter", "Time period:2021 - 23".to_owned())])
            }
            _ => {}
        }
        asks
    }

    fn write(&self, head: &Cells, rows: Vec<Cells>, says: &mut Vec<&'static str>) -> Vec<u8> {
        use Layout as L;
        let separator = match self.shape.layout {
            L::Semicolon | L::DecimalComma | L::SepLine => ';',
            L::Tab => '\t',
            L::Pipe => '|',
            _ => ',',
        };
        let is_number =
            |cell: &str| cell.chars().next().is_some_and(|sign| sign.is_ascii_digit()) && cell.parse::<f64>().is_ok();
        let thousands = |cell: &str| match cell.split_once('.').map_or(cell, |(whole, _)| whole).len() {
            4 if is_number(cell) && !cell.contains('e') && !["2021", "2022", "2023"].contains(&cell) => {
                format!("{},{}", &cell[..1], &cell[1..])
            }
            _ => cell.to_owned(),
        };
        let cell = |cell: &String| {
            let text = match self.shape.layout {
                L::DecimalComma if is_number(cell.trim_end_matches('%')) => cell.replace('.', ","),
                L::Thousands => thousands(cell),
                _ => cell.clone(),
            };
            let must = text.contains(separator) || text.contains('\n') || text.contains('"');
            if must || self.shape.layout == L::Quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        };
        let line = |cells: &Cells| cells.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string());
        let mut head = head.clone();
        let mut lines: Vec<String> = Vec::new();
        let mut rows = rows;
        let last = head.len() - 1;
        match self.shape.layout {
            L::SepLine => lines.push("sep=;".to_owned()),
            L::Title => lines.extend(["Deaths from causes considered preventable".to_owned(), String::new()]),
            L::TitleWithCommas => lines.push("Deaths, all causes".to_owned()),
            L::BlankColumn => {
                head.insert(last, String::new());
                for row in &mut rows {
                    row.insert(last, String::new());
                }
            }
            L::QuotedNewline => head[0] = format!("{}\n", head[0]),
            L::TwoLineHeadings => {
                let mut above = vec![String::new(); head.len()];
                for (above, head) in above.iter_mut().zip(&mut head).skip(1) {
                    if let Some((first, rest)) = head.clone().split_once(' ') {
                        (*above, *head) = (first.to_owned(), rest.to_owned());
                    }
                }
                // A line of headings stands over more than one column.
                if above.iter().filter(|text| !text.is_empty()).count() >= 2 && head.iter().all(|text| !text.is_empty())
                {
                    let filled: Vec<String> = above
                        .iter()
                        .zip(&head)
                        .map(|(above, _)| if above.is_empty() { "-".to_owned() } else { above.clone() })
                        .collect();
                    lines.push(line(&filled));
                } else {
                    head = self.heading_again(&above, &head);
                }
            }
            _ => {}
        }
        if matches!(self.shape.layout, L::Title | L::TitleWithCommas | L::Notes | L::RepeatedHeadings | L::Sections) {
            says.push("layout");
        }
        let trailing = if self.shape.layout == L::TrailingSeparators { ",,," } else { "" };
        if self.shape.layout == L::RowNumbers {
            lines.push(line(&head));
            lines.extend(rows.iter().zip(1..).map(|(row, at)| format!("{at},{}", line(row))));
        } else {
            lines.push(line(&head) + trailing);
            for (at, row) in rows.iter().enumerate() {
                match self.shape.layout {
                    L::BlankLines if at % 3 == 1 => lines.push(String::new()),
                    L::RepeatedHeadings if at == 4 => lines.push(line(&head)),
                    L::Sections if at % 4 == 0 => lines.push(format!("Part {}", at / 4 + 1)),
                    _ => {}
                }
                lines.push(line(row) + trailing);
            }
        }
        if self.shape.layout == L::Notes {
            lines.extend(["", "Notes", "1. Values are made up.", "Source: none, 2023, table 5"].map(str::to_owned));
        }
        let end = match self.shape.written {
            Written::Cr => "\r",
            Written::CrLf => "\r\n",
            _ => "\n",
        };
        let text = lines.join(end) + end;
        encode(&text, self.shape.written)
    }

    fn heading_again(&self, above: &Cells, head: &Cells) -> Cells {
        let again =
            |(above, head): (&String, &String)| if above.is_empty() { head.clone() } else { format!("{above} {head}") };
        above.iter().zip(head).map(again).collect()
    }
}

/// Text in bytes.
pub fn encode(text: &str, written: Written) -> Vec<u8> {
    let units = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    match written {
        Written::Utf8 | Written::Cr | Written::CrLf => text.as_bytes().to_vec(),
        Written::Mark => format!("\u{feff}{text}").into_bytes(),
        Written::TwoMarks => format!("\u{feff}\u{feff}{text}").into_bytes(),
        Written::Utf16Le => [b"\xff\xfe".to_vec(), units(u16::to_le_bytes)].concat(),
        Written::Utf16Be => [b"\xfe\xff".to_vec(), units(u16::to_be_bytes)].concat(),
        Written::Utf16Unmarked => units(u16::to_le_bytes),
        Written::Windows1252 => text
            .chars()
            .map(|sign| match sign {
                '–' => 0x96,
                '…' => 0x85,
                sign => u8::try_from(u32::from(sign)).unwrap_or(b'?'),
            })
            .collect(),
    }
}
