// Says that the tool is not running where the script that starts it cannot: because it did not come, was changed on the
// way, or is too new for the browser. Written so that a browser of any age can run it. Where no script may run at all the
// style shows the same words after the same time (.starting__late).
(function () {
  var LATE = 8000;

  // What index.html holds of the first view may be shown at an address that asks for the default page: the question at one
  // without choices, once a visit and not in a frame (src/ui/state), else the answer.
  var DEFAULTS = ['v=2', 'data=iod2025', 'place=cambridgeshire-peterborough'];
  var choices = location.search.slice(1).split('&').filter(function (pair) {
    return pair && !/^(?:utm_\w+|fbclid|gclid)=/.test(pair);
  });
  var asksForDefault = choices.every(function (pair) { return DEFAULTS.indexOf(pair) >= 0; });
  var hasGuessed = false;
  try {
    hasGuessed = sessionStorage.getItem('who-gets-missed-guess') !== null;
  } catch (error) {
    // Nothing is kept here, so it is asked again.
  }
  document.documentElement.setAttribute('data-looked', '');
  if (asksForDefault && (choices.length === 0 || choices.indexOf('v=2') >= 0)) {
    var asks = choices.length === 0 && window.parent === window && !hasGuessed;
    document.documentElement.setAttribute('data-first', asks ? 'ask' : 'answer');
  }

  function say() {
    var message = document.getElementById('cannot-start');
    if (message) {
      document.getElementById('getting-ready').hidden = true;
      message.className = '';
    } else if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', say);
    }
  }

  // A browser that knows no modules never asks for the script.
  if (!('noModule' in document.createElement('script'))) say();

  // The style or a script did not come, or not as it was made.
  addEventListener('error', function (event) {
    if (/^(SCRIPT|LINK)$/.test(event.target.tagName) && event.target.rel !== 'preload') say();
  }, true);

  setTimeout(function () {
    // A style that never comes would keep everything out of sight.
    var style = document.querySelector('link[rel=stylesheet]');
    if (style && !style.sheet) style.parentNode.removeChild(style);
    say();
  }, LATE);

  // A worker may have kept a version of which a file is gone here, and on the site too: then the site has a newer one, which is
  // waited for and used. Else `goOn`.
  function useNewer(found, again, goOn) {
    var workers;
    try {
      workers = navigator.serviceWorker;
    } catch (error) {
      // In a sandbox there are none.
    }
    if (!workers || !workers.controller) {
      goOn();
      return;
    }
    workers.addEventListener('controllerchange', again);
    workers.getRegistration().then(function (registration) {
      return registration.update().then(function () {
        var next = registration.waiting || registration.installing;
        if (!next) {
          goOn();
          return;
        }
        var use = function () {
          if (next.state === 'installed') next.postMessage('use-now');
          else if (next.state === 'redundant') again();
        };
        found();
        next.addEventListener('statechange', use);
        use();
      });
    }).then(null, goOn);
  }

  // What the browser has kept of a file may be what is wrong with it, so each is fetched anew before the page is.
  addEventListener('click', function (event) {
    if (event.target.id !== 'try-again' || !window.fetch) return;
    event.preventDefault();
    var again = function () { location.reload(); };
    var late = setTimeout(again, 3000);
    var found = function () {
      clearTimeout(late);
      setTimeout(again, 30000);
    };
    useNewer(found, again, function () {
      var files = document.querySelectorAll('script[src],link[rel=stylesheet],link[rel=preload]');
      Promise.all([].map.call(files, function (file) {
        return fetch(file.src || file.href, { cache: 'reload' });
      })).then(again, again);
    });
  });
})();
