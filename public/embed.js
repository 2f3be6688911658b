// Puts "Who gets missed?" into a page of another site, in place of a link to it:
//
//   <div class="who-gets-missed"><a href="https://.../?place=E07000008">Who gets missed in Cambridge?</a></div>
//   <script async src="https://.../embed.js"></script>
//
// Without this script the link stays. data-title names the frame; any other data-... is passed on as a choice, such as
// data-view="strategies" or data-lock="place".
(() => {
  const base = new URL('.', document.currentScript.src);
  const frames = new Set();

  function fill(place) {
    const link = place.querySelector('a[href]');
    const address = link && new URL(link.href);
    // Only ever a page of the tool that this script came with.
    if (!address || address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return;
    place.dataset.wgmReady = '';
    for (const [name, value] of Object.entries(place.dataset)) {
      if (name === 'title' || name === 'wgmReady') continue;
      address.searchParams.set(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
    }
    address.searchParams.set('embed', '1');
    const frame = document.createElement('iframe');
    frame.src = address.href;
    frame.title = place.dataset.title || link.textContent.trim() || 'Who gets missed?';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write; fullscreen; web-share';
    const style = {
      display: 'block', width: '100%', 'min-width': '0', 'max-width': 'none', height: '700px', 'min-height': '0',
      'max-height': 'none', margin: '0', padding: '0', border: '0', position: 'static', transform: 'none', float: 'none',
      opacity: '1', visibility: 'visible',
    };
    // Whatever the site's own style says of frames.
    for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value, 'important');
    place.replaceChildren(frame);
    frames.add(frame);
  }

  const look = () => document.querySelectorAll('.who-gets-missed:not([data-wgm-ready])').forEach(fill);

  // A frame says how high its page is. Only our own frames are listened to, and nothing is ever said to them.
  addEventListener('message', ({ data, origin, source }) => {
    const frame = [...frames].find(({ contentWindow }) => contentWindow === source);
    if (!frame || (origin !== base.origin && origin !== 'null') || data?.type !== 'who-gets-missed') return;
    const height = Math.ceil(data.height);
    if (height > 0 && height < 50000) frame.style.setProperty('height', `${height}px`, 'important');
  });

  look();
  // A content-management system may add places later, or move them.
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
})();
