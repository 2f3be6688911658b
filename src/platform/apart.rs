//! Work apart from the page: the same program once more in a worker, which `public/start.js` starts. Where a browser or a frame
//! allows none, starting it fails.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = startApart)]
    fn start_apart() -> Result<Worker, JsValue>;
}

/// A message: bytes, and a file or a text of any length that goes with them.
pub type Message = (Vec<u8>, Option<Blob>);

/// What comes of work apart.
pub enum Heard {
    /// A message.
    Message(Message),
    /// There is no worker: none is allowed, or the program did not come.
    NotStarted,
    /// The worker is gone, most likely for want of memory.
    Broken,
}

/// The program in a worker. It ends with this value.
pub struct Apart {
    worker: Worker,
    /// What was sent before the worker was ready.
    waiting: Rc<RefCell<Option<Vec<JsValue>>>>,
    /// Held for as long as they may be called.
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Apart {
    /// Starts the program apart; `on_heard` is told all that comes of it.
    ///
    /// # Errors
    /// [`BrowserError`] where that is not allowed. It may also turn out later ([`Heard::NotStarted`]).
    pub fn start(on_heard: impl Fn(Heard) + 'static) -> Result<Self, BrowserError> {
        let worker = start_apart()?;
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_heard = Rc::new(on_heard);
        let heard = {
            let (worker, waiting, on_heard) = (worker.clone(), waiting.clone(), on_heard.clone());
            Closure::new(move |event: MessageEvent| match parts_of(&event.data()) {
                Some(message) => on_heard(Heard::Message(message)),
                // The first message has nothing in it, and says that others are heard from now on.
                None => match waiting.take() {
                    Some(messages) => {
                        if messages.iter().any(|message| worker.post_message(message).is_err()) {
                            on_heard(Heard::Broken);
                        }
                    }
                    None => on_heard(Heard::Broken),
                },
            })
        };
        let failed = {
            let waiting = waiting.clone();
            Closure::new(move |event: MessageEvent| {
                // What is told here is told nowhere else.
                event.prevent_default();
                on_heard(if waiting.take().is_some() { Heard::NotStarted } else { Heard::Broken });
            })
        };
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _listeners: [heard, failed] })
    }

    /// Sends a message.
    ///
    /// # Errors
    /// [`BrowserError`] where it cannot be sent, most likely for want of memory. Of a worker that is not ready that turns out later
    /// ([`Heard::Broken`]).
    pub fn send(&self, (bytes, blob): Message) -> Result<(), BrowserError> {
        let message = value_of(&bytes, blob);
        match self.waiting.borrow_mut().as_mut() {
            Some(waiting) => waiting.push(message),
            None => self.worker.post_message(&message)?,
        }
        Ok(())
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn value_of(bytes: &[u8], blob: Option<Blob>) -> JsValue {
    js_sys::Array::of2(&js_sys::Uint8Array::from(bytes), &blob.map_or(JsValue::UNDEFINED, JsValue::from)).into()
}

fn parts_of(value: &JsValue) -> Option<Message> {
    let parts: &js_sys::Array = value.dyn_ref()?;
    let bytes: js_sys::Uint8Array = parts.get(0).dyn_into().ok()?;
    Some((bytes.to_vec(), parts.get(1).dyn_into().ok()))
}

/// Whether the program runs apart from a page.
pub fn is_apart() -> bool {
    web_sys::window().is_none()
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Hears messages of the page from now on.
pub fn serve(on_message: impl Fn(Message) + 'static) {
    let Some(scope) = scope() else { return };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(message) = parts_of(&event.data()) {
            on_message(message);
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // As long as the worker.
    heard.forget();
    tell_nothing();
}

/// Tells the page something; where there is no memory for that, that nothing will come.
pub fn tell((bytes, blob): Message) {
    if scope().is_some_and(|scope| scope.post_message(&value_of(&bytes, blob)).is_err()) {
        tell_nothing();
    }
}

/// Tells the page that messages are heard; a second time, that nothing will come of the last one.
pub fn tell_nothing() {
    if let Some(scope) = scope() {
        let _ = scope.post_message(&JsValue::NULL);
    }
}

/// Work that can be stopped between two of its steps. What it holds is let go then.
pub struct Stoppable<F> {
    work: Option<std::pin::Pin<Box<F>>>,
    is_stopped: Rc<Cell<bool>>,
}

impl<F: Future> Stoppable<F> {
    /// Work, and what says that it is to stop.
    pub fn new(work: F, is_stopped: Rc<Cell<bool>>) -> Self {
        Self { work: Some(Box::pin(work)), is_stopped }
    }
}

impl<F: Future> Future for Stoppable<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        if self.is_stopped.get() {
            self.work = None;
        }
        match &mut self.work {
            Some(work) => work.as_mut().poll(context).map(Some),
            None => std::task::Poll::Ready(None),
        }
    }
}
