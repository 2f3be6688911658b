// Looks at a page in the pseudo-language for what should not be there.

/** Names that are data and stay as they are: those of councils, larger places and what they are called too, and counties. */
export async function names(request) {
  const column = async (path, heading) => {
    const [head, ...lines] = (await (await request.get(`figures/${path}`)).text()).trim().split('\n');
    const at = head.split(',').indexOf(heading);
    // The code is left out where it is the next one.
    return lines.map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)][at]?.[1].replaceAll('"', '') ?? '');
  };
  const editions = ['iod2019', 'iod2025'];
  const all = editions.flatMap((edition) => [column(`${edition}/authorities.csv`, 'name'), column(`${edition}/footprints.csv`, 'name')]);
  const also = await Promise.all(editions.map((edition) => column(`${edition}/footprints.csv`, 'also')));
  const found = [...(await Promise.all(all)).flat(), ...also.flat().flatMap((names) => names.split('/')), ...COUNTIES];
  return [...new Set(found)].filter(Boolean).sort((a, b) => b.length - a.length);
}

const COUNTIES = [
  'Cambridgeshire', 'Cumbria', 'Derbyshire', 'Devon', 'East Sussex', 'Essex', 'Gloucestershire', 'Hampshire', 'Hertfordshire',
  'Kent', 'Lancashire', 'Leicestershire', 'Lincolnshire', 'Norfolk', 'Northamptonshire', 'North Yorkshire', 'Nottinghamshire',
  'Oxfordshire', 'Somerset', 'Staffordshire', 'Suffolk', 'Surrey', 'Warwickshire', 'West Sussex', 'Worcestershire', 'Buckinghamshire',
];

/** Runs in the page: plain words, numbers with English signs, and what is cut off. */
export function look(allowed) {
  const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'aria-description', 'alt', 'placeholder', 'title'];
  const found = { plain: [], numbers: [], cut: [] };
  const check = (text, where) => {
    let rest = text.replace(/\b(?:https?|mailto):\S+/g, ' ');
    for (const name of allowed) rest = rest.replaceAll(name, ' ');
    if (/[A-Za-z]{3,}/.test(rest)) found.plain.push(`${where}: ${text.trim().slice(0, 120)}`);
    // Here a comma stands before decimals and a point before thousands.
    // A number with thousands does not begin with 0. Rows of a file have the signs of files.
    const isOfAFile = where.includes('gap-example__rows');
    if (!isOfAFile && /\d\.\d{1,2}(?!\d)|(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)/.test(rest)) found.numbers.push(`${where}: ${text.trim().slice(0, 120)}`);
  };
  const nameOf = (element) => `${element.localName}.${element.getAttribute('class') ?? ''}`;
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

  check(document.title, 'title');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    // Code is none of the words, and a work that is quoted has its own.
    if (element.closest('script, style, noscript, textarea, .register__source, #chapter-assumptions li')) continue;
    if (isShown(element)) check(walker.currentNode.data, nameOf(element));
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element)) continue;
    for (const attribute of ATTRIBUTES) {
      if (element.hasAttribute(attribute)) check(element.getAttribute(attribute), `${nameOf(element)} ${attribute}`);
    }
    const { overflowX, clipPath } = getComputedStyle(element);
    // What is only read out is cut off on purpose.
    const isUnseen = clipPath !== 'none' && element.clientWidth <= 1;
    // A field for text moves with what is typed.
    if (element.localName !== 'input' && /hidden|clip/.test(overflowX) && !isUnseen && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
      found.cut.push(`${nameOf(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    // On a phone the names in a chart have no room for a language as long as this one.
    if (element.localName === 'text' && innerWidth >= 600) {
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) found.cut.push(`${nameOf(element)}: “${element.textContent}” ${left} to ${right}`);
    }
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isScrolled = element.parentElement.closest('.table') !== null;
      return isShown(element) && !isScrolled && (right > innerWidth + 1 || left < -1);
    });
    found.cut.push(`page: ${scrollWidth} in ${innerWidth}, by ${wide.slice(-3).map(nameOf).join(' and ')}`);
  }
  return found;
}
