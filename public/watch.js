// Says that the tool is not running where the script that starts it cannot: because it did not come, was changed on the
// way, or is too new for the browser. Written so that a browser of any age can run it. Where no script may run at all the
// style shows the same words after the same time (.starting__late).
(function () {
  var LATE = 8000;

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

  // What the browser has kept of a file may be what is wrong with it, so each is fetched anew before the page is.
  addEventListener('click', function (event) {
    if (event.target.id !== 'try-again' || !window.fetch) return;
    event.preventDefault();
    var again = function () { location.reload(); };
    var files = document.querySelectorAll('script[src],link[rel=stylesheet],link[rel=preload]');
    Promise.all([].map.call(files, function (file) {
      return fetch(file.src || file.href, { cache: 'reload' });
    })).then(again, again);
    setTimeout(again, 3000);
  });
})();
