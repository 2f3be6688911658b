//! Values that stay while the views that read them come and go.
//!
//! The reactive system tells a value who reads it, and never that a reader is gone. A value that stays would so keep a
//! list of all that ever read it, on each visit to a view some hundred more.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source, Subscriber, ToAnySource};
use leptos::reactive::traits::{DefinedAt, IsDisposed, Notify, UntrackableGuard};

use super::reactive::memo;

/// A signal or memo that forgets those of its readers that are taken off the page. It is read and written as what is in
/// it.
#[derive(Clone, Copy)]
pub struct Lasting<S>(S);

impl<S> Lasting<S> {
    /// Makes a value a lasting one.
    pub fn new(value: S) -> Self {
        Self(value)
    }
}

/// What tells its readers of a change.
pub trait Told {
    /// That, whatever kind of value it is of.
    fn source(&self) -> AnySource;
}

impl<T: 'static, S: Storage<ArcRwSignal<T>>> Told for RwSignal<T, S> {
    fn source(&self) -> AnySource {
        self.to_any_source()
    }
}

impl<T: Send + Sync + 'static> Told for Memo<T> {
    fn source(&self) -> AnySource {
        ArcMemo::from(*self).to_any_source()
    }
}

impl<S: Told> Track for Lasting<S> {
    fn track(&self) {
        /// Not the same for each kind of value, or it would be there many times.
        fn read(source: AnySource, reader: AnySubscriber) {
            reader.add_source(source.clone());
            source.add_subscriber(reader.clone());
            // What is reading is what owns all that is made meanwhile.
            on_cleanup(move || source.remove_subscriber(&reader));
        }
        if let Some(reader) = Observer::get() {
            read(self.0.source(), reader);
        }
    }
}

impl<S: DefinedAt> DefinedAt for Lasting<S> {
    fn defined_at(&self) -> Option<&'static std::panic::Location<'static>> {
        self.0.defined_at()
    }
}

impl<S: IsDisposed> IsDisposed for Lasting<S> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<S: ReadUntracked> ReadUntracked for Lasting<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.0.try_read_untracked()
    }
}

impl<S: Notify> Notify for Lasting<S> {
    fn notify(&self) {
        self.0.notify();
    }
}

impl<S: Write> Write for Lasting<S> {
    type Value = S::Value;

    fn try_write(&self) -> Option<impl UntrackableGuard<Target = Self::Value>> {
        self.0.try_write()
    }

    fn try_write_untracked(&self) -> Option<impl std::ops::DerefMut<Target = Self::Value>> {
        self.0.try_write_untracked()
    }
}

/// What a view takes along that reads it at many places: a memo of its own, which goes when the view goes.
impl<T: Clone + PartialEq + Send + Sync + 'static> From<Lasting<Memo<T>>> for Memo<T> {
    fn from(lasting: Lasting<Memo<T>>) -> Self {
        memo(move || lasting.get())
    }
}
