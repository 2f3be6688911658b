//! The view `checked` as a file of results.

use serde_json::{Value, json};

use super::{Exportable, FileContent, Origin, Table};
use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::results::checked::{Check, Difference, Pair, Printed};
use crate::scenario::{Scenario, ToQuery};
use crate::words::says::Said;
use crate::words::{checked as words, exports};

/// What was published, each beside what is found here.
#[derive(Clone, Copy)]
pub struct ChecksExport<'a> {
    /// The link, whose choices change nothing here.
    pub scenario: &'a Scenario,
    /// The checks.
    pub checks: &'a [(Check, Vec<Pair>)],
}

impl Exportable for ChecksExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        words::ABOUT.to_owned()
    }

    fn table(&self, _: Chart) -> Option<Table> {
        None
    }

    fn sheet(&self, _: Chart, _: &Origin) -> Option<Sheet> {
        None
    }

    fn header(&self, _: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        vec![
            exports::fact("Title", exports::results_title(self.scenario.view)),
            exports::fact("Numbers", numbers),
            exports::fact("Made on", origin.date),
            exports::fact("Link", origin.link),
        ]
    }

    fn says(&self) -> Vec<Said> {
        words::says(self.checks)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let checks: Vec<Value> = self.checks.iter().map(|(check, pairs)| of_check(*check, pairs)).collect();
        Ok(json!({ "checks": checks }))
    }
}

fn of_check(check: Check, pairs: &[Pair]) -> Value {
    let sources: Vec<Value> = words::sources(check)
        .into_iter()
        .map(|(source, address)| match address {
            Some(address) => json!({ "source": source, "address": address }),
            None => json!({ "source": source }),
        })
        .collect();
    let mut all = json!({
        "check": check,
        "title": words::title(check),
        "place": words::place(check),
        "figures": pairs.iter().map(of_pair).collect::<Vec<_>>(),
        "sources": sources,
    });
    if let Some(page) = check.page() {
        all["page"] = json!(page.to_query());
    }
    all
}

/// A number with what was printed: of a range both ends. A difference is a share where the number is one.
fn of_pair(pair: &Pair) -> Value {
    let mut all = json!({
        "of": words::item(pair.item),
        "published": pair.printed.numbers(),
        "published_as": words::printed(pair.printed),
        "found": pair.found,
        "agrees": pair.agrees(),
        "unit": if matches!(pair.printed, Printed::Count(_)) { "number" } else { "share" },
    });
    match pair.difference() {
        Difference::AsPrinted | Difference::Inside => {}
        Difference::Share(more) | Difference::Number(more, _) => all["difference"] = json!(more),
    }
    if let Some((part, whole)) = pair.parts {
        all["part"] = json!(part);
        all["whole"] = json!(whole);
    }
    all
}
