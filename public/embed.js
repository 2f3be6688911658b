// Puts "Who gets missed?" into a page of another site, before a link to it:
//
//   <div class="who-gets-missed"><a href="https://.../?place=E07000008">Who gets missed in Cambridge?</a></div>
//   <script async src="https://.../embed.js"></script>
//
// The link goes once the tool has spoken from its frame; without this script, and where a site allows no frame, it stays.
// data-title names the frame, data-height is how high it is in pixels until it has spoken; any other data-... is passed on as a choice, such as data-view="strategies" or
// data-lock="place".
(() => {
  const base = new URL('.', (document.currentScript ?? document.querySelector('script[src$="embed.js"]')).src);
  // Once is enough, however often the script is on the page.
  const mark = `who-gets-missed ${base}`;
  if (window[mark]) return;
  window[mark] = true;
  // Each frame with the place that it stands in.
  const frames = new Map();
  const WAITS = 5000;

  // Whatever the site's own style says of frames.
  const set = (frame, style) => {
    for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value, 'important');
  };

  function fill(place) {
    if ([...frames.keys()].some(({ parentNode }) => parentNode === place)) return;
    const link = place.querySelector('a[href]');
    // A block that was copied as it stands has a frame already, and perhaps no link any more.
    const copied = place.querySelector('iframe');
    const address = new URL(link ? link.href : copied.src);
    // Only ever a page of the tool that this script came with.
    if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return;
    if (!link) {
      frames.set(copied, place);
      return;
    }
    copied?.remove();
    for (const [name, value] of Object.entries(place.dataset)) {
      if (['title', 'height', 'wgmReady'].includes(name)) continue;
      address.searchParams.set(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
    }
    address.searchParams.set('embed', '1');
    const frame = document.createElement('iframe');
    frame.src = address.href;
    frame.title = place.dataset.title || link.textContent.trim() || 'Who gets missed?';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write; fullscreen; web-share';
    set(frame, {
      display: 'block', width: '100%', 'min-width': '0', 'max-width': 'none', height: `${Number(place.dataset.height) || 700}px`, 'min-height': '0',
      'max-height': 'none', margin: '0', padding: '0', border: '0', position: 'static', transform: 'none', float: 'none',
      opacity: '1', visibility: 'visible',
    });
    // What a browser shows in place of a page that it may not frame helps nobody: the link does.
    const fold = () => link.isConnected && set(frame, { height: '0', visibility: 'hidden' });
    frame.onload = () => setTimeout(fold, WAITS);
    frames.set(frame, place);
    place.prepend(frame);
  }

  function look() {
    for (const place of document.querySelectorAll('.who-gets-missed')) {
      try {
        fill(place);
      } catch {
        // No address that a browser can read: it stays as it is, and the others have their frames.
      }
    }
  }

  // A frame says how high its page is. Only our own frames are listened to, and nothing is ever said to them.
  addEventListener('message', ({ data, origin, source }) => {
    const frame = [...frames.keys()].find(({ contentWindow }) => contentWindow === source);
    if (!frame || (origin !== base.origin && origin !== 'null') || data?.type !== 'who-gets-missed') return;
    const height = Math.ceil(data.height);
    if (!(height > 0 && height < 50000)) return;
    set(frame, { height: `${height}px`, visibility: 'visible' });
    const place = frames.get(frame);
    if (frame.parentNode === place) for (const node of [...place.childNodes]) if (node !== frame) node.remove();
  });

  look();
  // A content-management system may add places later, or move them.
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
})();
