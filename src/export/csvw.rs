//! What a table of results holds, for programs: its columns, its measures and where it comes from, in the vocabulary of “CSV on
//! the Web” (<https://www.w3.org/TR/tabular-metadata/>).

use serde_json::{Map, Value, json};

use super::file_name::results_file_name;
use super::tidy::{Column, Tidy, tidy};
use super::walk::Measured;
use super::{Exportable, FileContent, Origin};
use crate::chart::ResultsFile;
use crate::words::dictionary::UNITS;
use crate::words::{exports, locale, sources};

/// The description of the table that [`super::results_csv`] makes.
///
/// # Errors
/// As for [`super::document()`].
pub fn results_csvw(of: &dyn Exportable, origin: &Origin) -> serde_json::Result<String> {
    let Tidy { table, columns, keys, measures } = tidy(of)?;
    let facts = of.header(FileContent::Results, exports::IN_FULL, origin);
    let source = super::document(of)?["source"].take();
    let notes = facts.iter().filter_map(|row| {
        let (name, cells) = row.split_first()?;
        Some(json!({ "name": name, "text": cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join("; ") }))
    });
    let mut all = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": locale::LANGUAGE }],
        "url": results_file_name(of, ResultsFile::Csv),
        "dialect": { "encoding": "utf-8", "header": true, "delimiter": ",", "quoteChar": "\"", "doubleQuote": true },
        "dc:title": table.title,
        "dc:date": { "@value": origin.date, "@type": "xsd:date" },
        "dc:relation": { "@id": origin.link },
        "notes": notes.collect::<Vec<Value>>(),
        "tableSchema": { "columns": columns.iter().map(column).collect::<Vec<Value>>(), "primaryKey": keys },
    });
    if let Some(text) = source.as_str() {
        all["dc:source"] = json!(text);
        if text.contains(sources::LICENCE.title) {
            all["dc:license"] = json!({ "@id": sources::LICENCE_ADDRESS });
        }
    }
    if !measures.is_empty() {
        all["schema:variableMeasured"] = measures.iter().map(variable).collect();
    }
    Ok(format!("{all:#}\n"))
}

fn column(of: &Column) -> Value {
    let mut all = json!({
        "name": of.name,
        "titles": of.name,
        "dc:description": of.meaning,
        "datatype": if of.is_number { "number" } else { "string" },
        "required": of.is_required,
        "null": ["", super::audit::MARK],
    });
    if let Some(unit) = of.unit {
        all["schema:unitText"] = json!(unit);
    } else if of.name == "unit" {
        let units = UNITS.map(|(unit, _)| unit).join("|");
        all["datatype"] = json!({ "base": "string", "format": units });
        let meanings = UNITS.map(|(unit, meaning)| format!("{unit}: {meaning}")).join("; ");
        all["dc:description"] = json!(format!("{}. {meanings}", of.meaning));
    }
    all
}

/// A line of the dictionary.
fn variable(Measured { key, measure, units }: &Measured) -> Value {
    let mut all: Map<String, Value> = Map::new();
    let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
    put("@type", json!("schema:PropertyValue"));
    put("schema:propertyID", json!(key));
    put("schema:name", json!(measure.name));
    put("schema:description", json!(measure.meaning));
    put("schema:unitText", json!(units.join(" or ")));
    let [least, most] = if units.len() == 1 { measure.kind.range() } else { [None; 2] };
    for (name, end) in [("schema:minValue", least), ("schema:maxValue", most)] {
        if let Some(end) = end {
            put(name, json!(end));
        }
    }
    Value::Object(all)
}
