//! What a column can be taken for, and which column is.

use serde::{Deserialize, Serialize};

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The name of a row.
    Name,
    /// Deprivation: a score, a rank or a group.
    Deprivation,
    /// How many people a row stands for.
    People,
    /// The value itself.
    Value,
    /// The number of events or cases: what a value is worked out from.
    Events,
    /// Out of how many people.
    Denominator,
    /// How many events were expected.
    Expected,
    /// Lower 95% limit of the value.
    Lower,
    /// Upper 95% limit of the value.
    Upper,
    /// Age group, where several rows with one name are one unit.
    Age,
    /// Number of people of that age in the standard population.
    Standard,
}

impl Role {
    /// Every role, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Deprivation,
        Self::People,
        Self::Value,
        Self::Events,
        Self::Denominator,
        Self::Expected,
        Self::Lower,
        Self::Upper,
        Self::Age,
        Self::Standard,
    ];

    /// Its name in links and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "row-name",
            Self::Deprivation => "deprivation",
            Self::People => "people",
            Self::Value => "value",
            Self::Events => "events",
            Self::Denominator => "out-of",
            Self::Expected => "expected",
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::Age => "age-group",
            Self::Standard => "standard",
        }
    }

    const fn place(self) -> usize {
        self as usize
    }
}

/// Which column holds what: positions from 0, in the order of [`Role::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roles([Option<usize>; Role::ALL.len()]);

impl Roles {
    /// Where a column is.
    pub fn of(&self, role: Role) -> Option<usize> {
        self.0.get(role.place()).copied().flatten()
    }

    /// Says where a column is.
    pub fn set(&mut self, role: Role, column: Option<usize>) {
        if let Some(place) = self.0.get_mut(role.place()) {
            *place = column;
        }
    }

    /// Whether there is one.
    pub fn has(&self, role: Role) -> bool {
        self.of(role).is_some()
    }

    /// What a column is taken for.
    pub fn role_of(&self, column: usize) -> Option<Role> {
        Role::ALL.into_iter().find(|&role| self.of(role) == Some(column))
    }

    /// Reads positions joined by commas, as they were kept by earlier versions.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut roles = Self::default();
        let mut places = text.split(',');
        for place in &mut roles.0 {
            *place = match places.next()? {
                "" => None,
                number => Some(number.parse().ok()?),
            };
        }
        places.next().is_none().then_some(roles)
    }
}
