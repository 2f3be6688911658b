//! Areas that name their council by the code of another year.

use super::{Area, ImportError, Warning};
use crate::data::boundaries::predecessors;
use crate::data::councils::{CouncilIn, council_in};
use crate::data::{Authority, AuthorityCode, Edition};

/// The councils of a file, in the order in which they first stand in it.
#[derive(Default)]
pub struct Councils {
    /// The councils.
    pub list: Vec<Authority>,
    /// The line of the first area of each.
    pub lines: Vec<u64>,
}

impl Councils {
    /// Brings areas that name a council of another year into that of the edition, where the code says which that is, and
    /// says so. A part of England may lack a part of that council: then it cannot answer for it, and the code stays.
    ///
    /// # Errors
    /// [`ImportError::CouncilOfAnotherYear`] where the code does not say which of the edition's councils it is.
    pub fn follow(
        self,
        edition: Edition,
        areas: &mut [Area],
        is_all_england: bool,
    ) -> Result<(Vec<Authority>, Vec<Warning>), ImportError> {
        let Self { list, lines } = self;
        let mut held = vec![0; list.len()];
        for area in areas.iter() {
            held[usize::from(area.authority)] += 1;
        }
        let mut warnings = Vec::new();
        let mut counted_as = Vec::new();
        for ((authority, &line), &areas) in list.iter().zip(&lines).zip(&held) {
            let Authority { code, name, .. } = authority.clone();
            let since = match council_in(code, edition) {
                CouncilIn::There => {
                    counted_as.push(code);
                    continue;
                }
                CouncilIn::CountsAs(now) => {
                    let is_counted = is_all_england || is_whole(now, &list);
                    counted_as.push(if is_counted { now } else { code });
                    warnings.push(Warning::CouncilFollowed { code, name, line, areas, counted_as: now, is_counted });
                    continue;
                }
                CouncilIn::OfSeveral(year) => Some(year),
                CouncilIn::Unknown => None,
            };
            // Councils stand in the order of their first lines, so this is the first such line.
            return Err(ImportError::CouncilOfAnotherYear { code, name, line, areas, since, edition });
        }
        if warnings.is_empty() {
            return Ok((list, warnings));
        }
        let (list, places) = together(list, &counted_as);
        for area in areas {
            area.authority = places[usize::from(area.authority)];
        }
        Ok((list, warnings))
    }
}

/// Whether the file has areas of a council itself, or of each of those whose place it took.
fn is_whole(council: AuthorityCode, list: &[Authority]) -> bool {
    let is_there = |code: AuthorityCode| list.iter().any(|authority| authority.code == code);
    is_there(council) || predecessors(council).into_iter().all(is_there)
}

/// Each council once, under the code that it counts as, and the place of each of `list` in that. One that the file has only
/// by its parts has their names.
fn together(list: Vec<Authority>, counted_as: &[AuthorityCode]) -> (Vec<Authority>, Vec<u16>) {
    let mut all: Vec<(Authority, bool)> = Vec::new();
    let mut places = Vec::new();
    for (authority, &code) in list.into_iter().zip(counted_as) {
        let is_itself = authority.code == code;
        let known = all.iter().position(|(other, _)| other.code == code);
        // There are no more of them than before, and those had numbers of this size.
        places.push(known.unwrap_or(all.len()) as u16);
        match known.and_then(|at| all.get_mut(at)) {
            None => all.push((Authority { code, ..authority }, is_itself)),
            Some((_, true)) => {}
            Some(entry) if is_itself => *entry = (authority, true),
            Some((other, false)) => {
                other.name.push_str(", ");
                other.name.push_str(&authority.name);
            }
        }
    }
    (all.into_iter().map(|(authority, _)| authority).collect(), places)
}
