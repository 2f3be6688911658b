//! Long work that tells how far it is, and that lets others go on in between.
//!
//! The same steps are taken whether work is done at once, told of, or paused: so what comes of it is the same to the last bit.

use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A wait between two steps.
pub type Wait = Pin<Box<dyn Future<Output = ()>>>;

/// Steps of work after which there may be a wait.
pub const STEPS: usize = 8192;

/// What a sum of no numbers is.
const NOTHING: f64 = -0.0;

/// Told the share that is done (0 to 1); may ask for a wait.
type Told = Rc<dyn Fn(f64) -> Option<Wait>>;

/// How work goes on.
#[derive(Default)]
pub struct Pace {
    told: Option<Told>,
    /// What was told last; this part of the work tells no more.
    share: Cell<f64>,
    is_still: bool,
}

impl Pace {
    /// Work that tells how far it is, and waits where it is asked to.
    pub fn new(told: impl Fn(f64) -> Option<Wait> + 'static) -> Self {
        Self { told: Some(Rc::new(told)), ..Self::at_once() }
    }

    /// Work that is done at once.
    pub const fn at_once() -> Self {
        Self { told: None, share: Cell::new(0.0), is_still: false }
    }

    /// Such a share of the work is done.
    pub async fn done(&self, share: f64) {
        if !self.is_still {
            self.share.set(share);
        }
        self.rest().await;
    }

    /// For a part of the work that has steps of its own: it rests, and tells of none of them.
    pub fn still(&self) -> Self {
        Self { told: self.told.clone(), share: self.share.clone(), is_still: true }
    }

    /// Lets others go on; no more is done than was told last.
    pub async fn rest(&self) {
        if let Some(wait) = self.wait() {
            wait.await;
        }
    }

    fn wait(&self) -> Option<Wait> {
        self.told.as_ref().and_then(|told| told(self.share.get()))
    }

    /// Does something with each of many, and rests in between.
    pub fn each<'a, T>(
        &'a self,
        all: impl IntoIterator<Item = T, IntoIter: 'a>,
        mut act: impl FnMut(T) + 'a,
    ) -> Steps<'a, ()> {
        let mut all = all.into_iter();
        self.steps(move || {
            let mut left = STEPS;
            for one in all.by_ref().take(STEPS) {
                act(one);
                left -= 1;
            }
            (left > 0).then_some(())
        })
    }

    /// The sum of something of each of many, in their order.
    pub fn sum<'a, T>(
        &'a self,
        all: impl IntoIterator<Item = T, IntoIter: 'a>,
        of: impl Fn(T) -> f64 + 'a,
    ) -> Steps<'a, f64> {
        let (mut all, mut sum) = (all.into_iter(), NOTHING);
        self.steps(move || {
            let mut left = STEPS;
            for one in all.by_ref().take(STEPS) {
                sum += of(one);
                left -= 1;
            }
            (left > 0).then_some(sum)
        })
    }

    /// Several sums at once, where there may be a million of them to go through.
    pub fn sums<'a, T, const N: usize>(
        &'a self,
        all: impl IntoIterator<Item = T, IntoIter: 'a>,
        of: impl Fn(T) -> [f64; N] + 'a,
    ) -> Steps<'a, [f64; N]> {
        let (mut all, mut sums) = (all.into_iter(), [NOTHING; N]);
        self.steps(move || {
            let mut left = STEPS;
            for one in all.by_ref().take(STEPS) {
                for (sum, part) in sums.iter_mut().zip(of(one)) {
                    *sum += part;
                }
                left -= 1;
            }
            (left > 0).then_some(sums)
        })
    }

    /// The first of many that is such a one.
    pub fn find<'a, T>(
        &'a self,
        all: impl IntoIterator<Item = T, IntoIter: 'a>,
        is: impl Fn(&T) -> bool + 'a,
    ) -> Steps<'a, Option<T>> {
        let mut all = all.into_iter();
        self.steps(move || {
            let mut left = STEPS;
            for one in all.by_ref().take(STEPS) {
                if is(&one) {
                    return Some(Some(one));
                }
                left -= 1;
            }
            (left > 0).then_some(None)
        })
    }

    /// Something of each of many.
    pub fn collect<'a, T, U: 'a>(
        &'a self,
        all: impl IntoIterator<Item = T, IntoIter: 'a>,
        of: impl Fn(T) -> U + 'a,
    ) -> Steps<'a, Vec<U>> {
        let mut all = all.into_iter();
        let mut found = Vec::with_capacity(all.size_hint().0);
        self.steps(move || {
            let mut left = STEPS;
            for one in all.by_ref().take(STEPS) {
                found.push(of(one));
                left -= 1;
            }
            (left > 0).then(|| std::mem::take(&mut found))
        })
    }

    fn steps<'a, T>(&'a self, step: impl FnMut() -> Option<T> + 'a) -> Steps<'a, T> {
        Steps { pace: self, step: Box::new(step), wait: None }
    }

    /// Lets many go, little by little: what they hold is let go one by one.
    pub async fn let_go<T>(&self, mut all: Vec<T>) {
        while all.len() > STEPS {
            all.truncate(all.len() - STEPS);
            self.rest().await;
        }
    }

    /// One of many steps is done, which together go from one share to another.
    pub async fn step(&self, at: usize, all: usize, from: f64, to: f64) {
        if self.told.is_some() && at % STEPS == STEPS - 1 {
            self.done(from + (to - from) * at as f64 / all.max(1) as f64).await;
        }
    }
}

/// Work in steps, until one has something to show for it. Whatever the steps are of, they go on by the same code.
pub struct Steps<'a, T> {
    pace: &'a Pace,
    step: Box<dyn FnMut() -> Option<T> + 'a>,
    wait: Option<Wait>,
}

impl<T> Future for Steps<'_, T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        loop {
            if let Some(wait) = &mut self.wait {
                if wait.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
                self.wait = None;
            }
            if let Some(found) = (self.step)() {
                return Poll::Ready(found);
            }
            self.wait = self.pace.wait();
        }
    }
}

/// What comes of work that never waits.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(found) = work.as_mut().poll(&mut context) {
            return found;
        }
    }
}

/// What comes of work that pauses, unless somebody stops it: at the next pause it is given up, with all that it holds.
pub async fn unless<T>(is_stopped: impl Fn() -> bool, work: impl Future<Output = T>) -> Option<T> {
    let mut work = Box::pin(work);
    std::future::poll_fn(move |context| match is_stopped() {
        true => Poll::Ready(None),
        false => work.as_mut().poll(context).map(Some),
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    #[test]
    fn work_that_is_stopped_goes_no_further() {
        let steps = Rc::new(RefCell::new(0));
        let counted = steps.clone();
        // Stopped at its third pause.
        let pace = Pace::new(|_| {
            let mut has_waited = false;
            Some(Box::pin(std::future::poll_fn(move |_| {
                let is_ready = std::mem::replace(&mut has_waited, true);
                if is_ready { Poll::Ready(()) } else { Poll::Pending }
            })))
        });
        let work = async move {
            for _ in 0..10 {
                *counted.borrow_mut() += 1;
                pace.done(0.0).await;
            }
        };
        assert_eq!(at_once(unless(|| *steps.borrow() > 2, work)), None);
        assert_eq!(*steps.borrow(), 3);
        assert_eq!(at_once(unless(|| false, async { 7 })), Some(7));
    }

    #[test]
    fn what_is_done_with_many_is_the_same_with_rests_in_between() {
        let rests = Rc::new(Cell::new(0));
        let counted = rests.clone();
        let pace = Pace::new(move |_| {
            counted.set(counted.get() + 1);
            None
        });
        let rested = || rests.replace(0);
        let third = |one: usize| one as f64 / 3.0;
        for count in [0, 1, STEPS, 3 * STEPS + 1] {
            let expect: f64 = (0..count).map(third).sum();
            assert_eq!(at_once(pace.sum(0..count, third)).to_bits(), expect.to_bits());
            assert_eq!(rested(), count / STEPS);
            let both = at_once(pace.sums(0..count, |one| [third(one), -third(one)]));
            assert_eq!(both.map(f64::abs), [expect.abs(); 2]);
            assert_eq!(rested(), count / STEPS);
            assert_eq!(at_once(pace.collect(0..count, third)), (0..count).map(third).collect::<Vec<f64>>());
            assert_eq!(rested(), count / STEPS);
            assert_eq!(at_once(pace.find(0..count, |one| *one == count)), None);
            assert_eq!(rested(), count / STEPS);
            assert_eq!(at_once(pace.find(0..count, |one| one + 1 == count)), count.checked_sub(1));
            rested();
        }
    }

    #[test]
    fn work_tells_how_far_it_is() {
        let told = Rc::new(RefCell::new(Vec::new()));
        let heard = told.clone();
        let pace = Pace::new(move |share| {
            heard.borrow_mut().push(share);
            None
        });
        at_once(async {
            for at in 0..3 * STEPS {
                pace.step(at, 3 * STEPS, 0.0, 0.5).await;
            }
            pace.done(1.0).await;
        });
        let told = told.borrow();
        assert_eq!(told.len(), 4);
        assert!(told.is_sorted() && told.first().is_some_and(|first| *first > 0.1) && told.last() == Some(&1.0));
    }
}
