//! Imports go one way: what each folder and each room of the interface may use stands in ARCHITECTURE.md, and is held to here.
//!
//! The level: folders of `src` and rooms of `src/ui` by the tables; everywhere the modules of one folder among themselves, in
//! which there is no circle. A folder's own `mod.rs` counts as the folder, and a name that it passes on as where it comes from.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Module = Vec<String>;

/// A source by its path in `src`.
struct Source {
    path: String,
    text: String,
}

/// One module naming another.
#[derive(Clone)]
struct Arrow {
    from: Module,
    to: Module,
    /// Where, as file and line.
    at: String,
}

/// What stands in a row of a table: names, and what those may use. `None` is everything above.
type Row = (Vec<String>, Option<Vec<String>>);

fn module_of(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|&name| name != "lib" && name != "main").map(str::to_owned).collect()
}

/// The text without comments, and without the tests at its end.
fn code_of(text: &str) -> String {
    without_comments(&text[..text.find("#[cfg(test)]\nmod ").unwrap_or(text.len())])
}

fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths of a use, one for each name: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn names_in(tree: &str) -> Vec<String> {
    let Some((start, inner)) = tree.trim().split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
    };
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let mut depth = 0;
    let parts = inner.split(|sign| {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        sign == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts.flat_map(names_in).map(|name| format!("{}{name}", start.trim())).collect()
}

/// Every path in a code with its line, and whether it is passed on.
fn paths_in(code: &str) -> Vec<(usize, String, bool)> {
    let mut found = Vec::new();
    let mut rest = code.to_owned();
    let is_start = |line: &str| line.starts_with("use ") || (line.starts_with("pub") && line.contains(" use "));
    let mut from = 0;
    for line in code.split_inclusive('\n') {
        if is_start(line.trim_start()) {
            let end = from + code[from..].find(';').unwrap();
            let (before, tree) = code[from..end].split_once("use ").unwrap();
            let number = 1 + code[..from].matches('\n').count();
            found.extend(names_in(tree).into_iter().map(|name| (number, name, before.contains("pub"))));
            rest.replace_range(from..end, &code[from..end].replace(|sign| sign != '\n', " "));
        }
        from += line.len();
    }
    for (index, line) in rest.lines().enumerate() {
        let is_of_path = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':';
        let paths = line.split(|sign| !is_of_path(sign)).map(|path| path.trim_matches(':'));
        let paths = paths.filter(|path| ["crate::", "super::", "self::"].iter().any(|start| path.starts_with(start)));
        found.extend(paths.map(|path| (index + 1, path.to_owned(), false)));
    }
    found
}

/// The path from the top; `None` if it does not begin at a module of this program.
fn absolute(path: &str, here: &Module, modules: &BTreeSet<Module>) -> Option<Module> {
    let mut base = here.clone();
    let mut names = path.split("::").map(str::trim).peekable();
    match *names.peek()? {
        "crate" => base.clear(),
        "super" | "self" => {}
        child => {
            base.push(child.to_owned());
            modules.contains(&base).then_some(())?;
            base.pop();
        }
    }
    for name in names {
        match name {
            "crate" | "self" => {}
            "super" => drop(base.pop()),
            _ => base.push(name.to_owned()),
        }
    }
    Some(base)
}

fn arrows(sources: &[Source]) -> Vec<Arrow> {
    let modules: BTreeSet<Module> = sources.iter().map(|source| module_of(&source.path)).collect();
    let module_in = |path: &[String]| (0..=path.len()).rev().find(|&end| modules.contains(&path[..end])).unwrap_or(0);
    let mut named = Vec::new();
    let mut passed_on = BTreeMap::new();
    for Source { path, text } in sources {
        let from = module_of(path);
        for (line, name, is_passed_on) in paths_in(&code_of(text)) {
            let Some(to) = absolute(&name, &from, &modules) else { continue };
            if is_passed_on && let Some(last) = to.last() {
                passed_on.insert([from.as_slice(), std::slice::from_ref(last)].concat(), to.clone());
            }
            named.push((from.clone(), to, format!("src/{path}:{line}")));
        }
    }
    let arrow = |(from, mut to, at): (Module, Module, String)| {
        // A name that a folder passes on may have been passed on to it.
        for _ in 0..5 {
            let Some(name) = to.get(..=module_in(&to)) else { break };
            let Some(source) = passed_on.get(name) else { break };
            to = source.clone();
        }
        to.truncate(module_in(&to));
        Arrow { from, to, at }
    };
    named.into_iter().map(arrow).collect()
}

/// The rows of the table whose first cells name these folders: `start` stands before each name.
fn rows(document: &str, heading: &str, start: &str) -> Vec<Row> {
    let ticked = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let section = document.split(heading).nth(1).unwrap().split("\n#").next().unwrap();
    let cells = section.lines().filter(|line| line.starts_with("| `")).map(|line| line.split('|').collect::<Vec<_>>());
    let row = |cells: Vec<&str>| {
        let names = ticked(cells[1]).into_iter();
        let names = names.filter_map(|name| Some(name.strip_prefix(start)?.trim_end_matches(".rs").to_owned()));
        (names.collect::<Vec<_>>(), (!cells[3].contains("all above")).then(|| ticked(cells[3])))
    };
    cells.map(row).filter(|(names, _)| !names.is_empty()).collect()
}

/// Arrows that a table does not allow, among the modules directly in `folder`; and what is wrong with the table.
fn forbidden(arrows: &[Arrow], table: &[Row], folder: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut allowed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (names, uses) in table {
        let above: Vec<&str> = allowed.keys().copied().collect();
        let uses: Vec<&str> = match uses {
            None => above.clone(),
            Some(uses) => uses.iter().map(String::as_str).collect(),
        };
        let below = uses.iter().filter(|name| !above.contains(name));
        wrong.extend(below.map(|name| format!("table: {names:?} may use {name}, which does not stand above")));
        allowed.extend(names.iter().map(|name| (name.as_str(), uses.clone())));
    }
    for Arrow { from, to, at } in arrows {
        if let (Some(from), Some(to)) = (child(from, folder), child(to, folder))
            && from != to
            && !allowed.get(from).is_some_and(|uses| uses.contains(&to))
        {
            wrong.push(format!("{at}: {from} may not use {to}"));
        }
    }
    wrong
}

/// The module directly in a folder that a module is or lies in.
fn child<'a>(module: &'a [String], folder: &[&str]) -> Option<&'a str> {
    let is_inside = module.len() > folder.len() && module.iter().zip(folder).all(|(name, of_folder)| name == of_folder);
    is_inside.then(|| module[folder.len()].as_str())
}

/// Circles among the modules of each folder, with where they begin.
fn circles(arrows: &[Arrow]) -> Vec<String> {
    let mut siblings: BTreeMap<&[String], BTreeMap<(&str, &str), &str>> = BTreeMap::new();
    for Arrow { from, to, at } in arrows {
        let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        if let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) {
            siblings.entry(&from[..shared]).or_default().entry((one, other)).or_insert(at);
        }
    }
    let mut found = Vec::new();
    for (folder, mut edges) in siblings {
        // What nothing leads to, and what leads nowhere, is in no circle.
        loop {
            let before = edges.len();
            let (from, to): (BTreeSet<&str>, BTreeSet<&str>) = edges.keys().copied().unzip();
            edges.retain(|(one, other), _| to.contains(one) && from.contains(other));
            if edges.len() == before {
                break;
            }
        }
        let told =
            |((from, to), at): (&(&str, &str), &&str)| format!("{at}: in {folder:?} {from} leads to {to} and back");
        found.extend(edges.iter().map(told));
    }
    found
}

fn sources_in(folder: &Path) -> Vec<Source> {
    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }
    let source = |path: &PathBuf| Source {
        path: path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    files(folder).iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")).map(source).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tables() -> [(Vec<Row>, &'static [&'static str]); 2] {
    let document = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    [(rows(&document, "\n## Modules", "src/"), &[]), (rows(&document, "\n### Rooms of the interface", ""), &["ui"])]
}

#[test]
fn imports_go_the_way_of_the_tables() {
    let sources = sources_in(&root().join("src"));
    for (table, folder) in tables() {
        assert_eq!(forbidden(&arrows(&sources), &table, folder), [""; 0], "of {folder:?}");
        let named: BTreeSet<&str> = table.iter().flat_map(|(names, _)| names).map(String::as_str).collect();
        let modules: Vec<Module> = sources.iter().map(|source| module_of(&source.path)).collect();
        let there: BTreeSet<&str> = modules.iter().filter_map(|module| child(module, folder)).collect();
        assert_eq!(named, there, "the table of {folder:?} names what is there");
    }
}

#[test]
fn no_folder_holds_a_circle_and_no_page_another() {
    let arrows = arrows(&sources_in(&root().join("src")));
    assert!(arrows.len() > 1000, "{} arrows", arrows.len());
    assert_eq!(circles(&arrows), [""; 0]);
    assert_eq!(forbidden(&arrows, &[], &["ui", "pages"]), [""; 0]);
}

fn invented(files: &[(&str, &str)]) -> Vec<Arrow> {
    let source = |&(path, text): &(&str, &str)| Source { path: path.to_owned(), text: text.to_owned() };
    arrows(&files.iter().map(source).collect::<Vec<_>>())
}

const TABLE: &str = "\n## Modules\n\n| folder | what | may use |\n| --- | --- | --- |\n| `src/low.rs` | `x` | nothing |\n\
    | `src/mid` | numbers | `low` |\n| `src/top` | views | all above |\n\n## Next\n\n| `src/other` | | nothing |\n";

#[test]
fn an_arrow_that_goes_up_is_found_with_its_line() {
    let table = rows(TABLE, "\n## Modules", "src/");
    assert_eq!(table.len(), 3);
    let fine =
        [("low.rs", ""), ("mid/mod.rs", "use crate::low::x;\n"), ("top.rs", "use crate::{low::x, mid::{self}};\n")];
    assert_eq!(forbidden(&invented(&fine), &table, &[]), [""; 0]);
    for (text, line) in [
        ("use std::fmt;\nuse crate::{\n    low,\n    top::{a::B, C as D},\n};\n", 2),
        ("/// [`crate::top`]\nfn a() -> u8 {\n    crate::top::b()\n}\n", 3),
        ("fn a() {\n    use super::top as low;\n}\n", 2),
        ("pub use super::top::*;\n#[cfg(test)]\nmod tests {\n    use crate::top;\n}\n", 1),
    ] {
        let found = forbidden(&invented(&[("low.rs", ""), ("mid/mod.rs", text), ("top.rs", "")]), &table, &[]);
        assert!(
            !found.is_empty()
                && found.iter().all(|found| *found == format!("src/mid/mod.rs:{line}: mid may not use top")),
            "{found:?}"
        );
    }
    let turned = rows(&TABLE.replace("| nothing |", "| `top` |"), "\n## Modules", "src/");
    assert_eq!(forbidden(&[], &turned, &[]).len(), 1, "a table allows nothing that stands below");
}

#[test]
fn a_circle_is_found_in_any_folder() {
    let line = [("ui/a.rs", "use super::b::X;\n"), ("ui/b.rs", "use super::c;\n"), ("ui/c/mod.rs", "use super::Y;\n")];
    assert_eq!(circles(&invented(&line)), [""; 0]);
    let closed =
        [line[0], line[1], ("ui/c/mod.rs", "mod d;\n"), ("ui/c/d.rs", "fn x() {\n    super::super::a::y();\n}\n")];
    let found = circles(&invented(&closed));
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().any(|found| found.starts_with("src/ui/c/d.rs:2: in [\"ui\"] c leads to a")), "{found:?}");
    // Two that fetch their names of the folder itself.
    let hidden = [
        ("data/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use self::b::B;\n"),
        ("data/a.rs", "use super::B;\n"),
        ("data/b.rs", "use crate::data::{A, C};\n"),
    ];
    assert_eq!(circles(&invented(&hidden)).len(), 2);
}

/// The names that are public by a word in front, with where they stand.
fn public_names(sources: &[Source]) -> Vec<(String, &str)> {
    let name = |line: &str| {
        let words = line.trim_start().strip_prefix("pub ")?.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
        let kinds = ["fn", "struct", "enum", "const", "static", "trait", "type"];
        let mut rest = words.skip_while(|word| !kinds.contains(word)).filter(|word| !kinds.contains(word));
        rest.next().map(str::to_owned)
    };
    let of_source = |source: &Source| code_of(&source.text).lines().filter_map(name).collect::<Vec<_>>();
    sources.iter().flat_map(|source| of_source(source).into_iter().map(|name| (name, source.path.as_str()))).collect()
}

/// Public names that stand nowhere but where they are made: the compiler cannot tell of what is public.
fn unused(made: &[Source], used: &[Source]) -> Vec<String> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for source in made.iter().chain(used) {
        for word in without_comments(&source.text).split(|sign: char| !sign.is_alphanumeric() && sign != '_') {
            *times.entry(word.to_owned()).or_default() += 1;
        }
    }
    let public = public_names(made);
    let dead = public.iter().filter(|(name, _)| times.get(name).is_none_or(|&times| times < 2));
    dead.map(|(name, path)| format!("{path}: nothing uses {name}")).collect()
}

#[test]
fn what_is_public_is_used() {
    let made = sources_in(&root().join("src"));
    let used: Vec<Source> = ["tests", "examples"].iter().flat_map(|folder| sources_in(&root().join(folder))).collect();
    assert!(public_names(&made).len() > 1000);
    assert_eq!(unused(&made, &used), [""; 0]);
}

#[test]
fn a_public_name_that_nothing_uses_is_found() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let made = [source("a.rs", "/// See kept and gone.\npub const fn gone(x: u8) {}\npub struct Kept;\n")];
    assert_eq!(unused(&made, &[source("t.rs", "let x = a::Kept;\n")]), ["a.rs: nothing uses gone"]);
}
