
const at = id => document.getElementById(id);
/* A text as a document, under the policy of the window that reads it. */
const parsed = (text, view = window) => new view.DOMParser().parseFromString(text, 'text/html');
const [frame, lost, fold] = [at('map'), at('lost'), at('fold')];
const sides = new Map(['panel', 'broken'].map(id => [id, new Mirror(document.createElement('div'), at(id))]));
const tokens = new CSSStyleSheet();
document.adoptedStyleSheets = [tokens];
let wanted = '', shown = '', mirror = null, busy = false;

const text = async page => {
  const answer = await fetch(`/page?id=${page}`);
  return answer.ok ? answer.text() : null;
};

/* Scripts and the policy count when a document is loaded, and only then. */
const fixed = tree => [...tree.querySelectorAll('script,meta[http-equiv]')].map(one => one.outerHTML).join();

/* Brings the frame to the newest page; what came while an earlier one was fetched is skipped. */
async function follow() {
  if (busy) return;
  busy = true;
  try {
    while (wanted !== shown) {
      const page = wanted, content = await text(page);
      if (content === null || page !== wanted) { if (page === wanted) break; continue; }
      const tree = mirror && parsed(content, frame.contentWindow);
      if (tree && fixed(tree) === fixed(mirror.tree)) { mirror.show(tree); refresh(); } else await load(page, content);
      shown = page;
      frame.dataset.shown = page;
    }
  } finally { busy = false; }
}

/* Loads a page into the frame from the start, and puts it back to where the one before was. */
async function load(page, content) {
  const back = mirror ? remembered(frame.contentWindow) : () => {};
  const loaded = new Promise(done => frame.addEventListener('load', done, {once: true}));
  const target = new URL(mirror ? frame.contentWindow.location : location);
  target.pathname = '/page';
  target.searchParams.set('id', page);
  if (mirror) frame.contentWindow.location.replace(target); else frame.src = target;
  await loaded;
  const view = frame.contentWindow;
  mirror = new Mirror(parsed(content, view), view.document);
  for (const kind of ['hashchange', 'change']) view.addEventListener(kind, () => address(view));
  view.document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]:not([download])');
    // What lies elsewhere opens elsewhere: the frame shows nothing but the map.
    if (link && !(link.getAttribute('href') ?? '#').startsWith('#')) [link.target, link.rel] = ['_blank', 'noreferrer'];
  }, true);
  back();
  refresh();
  // The keys of the page work from the start.
  if (document.activeElement === document.body) view.focus();
}

/* What a reader has chosen stands in the address of the page; it has to stand in that of the shell to outlast a reload. */
function address(view) {
  const target = new URL(view.location);
  target.pathname = '/';
  target.searchParams.delete('id');
  history.replaceState(null, '', target);
}

/* What a reader has set and scrolled, to be set again on another document. */
function remembered(view) {
  const key = one => one.id || `${one.name}${one.value}`;
  const fields = new Map([...view.document.querySelectorAll('input,select')].map(one => [key(one), [one.checked, one.value]]));
  const scrolled = [...view.document.querySelectorAll('*')].map((one, at) => [at, one.scrollLeft, one.scrollTop]).filter(([, x, y]) => x || y);
  const [x, y] = [view.scrollX, view.scrollY];
  return () => {
    for (const one of view.document.querySelectorAll('input,select')) {
      const [checked, value] = fields.get(key(one)) ?? [one.checked, one.value];
      if (checked === one.checked && value === one.value) continue;
      [one.checked, one.value] = [checked, value];
      for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, {bubbles: true}));
    }
    const all = view.document.querySelectorAll('*');
    for (const [at, left, top] of scrolled) all[at]?.scrollTo({left, top, behavior: 'instant'});
    view.scrollTo({left: x, top: y, behavior: 'instant'});
  };
}

/* Lets the page's own script see what is new: a search that stands in a field is made again, a persona chosen again. */
function refresh() {
  const view = frame.contentWindow, [x, y] = [view.scrollX, view.scrollY];
  for (const one of view.document.querySelectorAll('input')) {
    if (/^(search|text)$/.test(one.type) && one.value) one.dispatchEvent(new Event('input', {bubbles: true}));
  }
  view.scrollTo({left: x, top: y, behavior: 'instant'});
}

function show(state) {
  document.title = state.title;
  document.documentElement.lang = state.lang;
  document.documentElement.dir = state.direction;
  tokens.replaceSync(state.css);
  for (const [id, side] of sides) {
    const tree = document.createElement('div');
    tree.append(...parsed(state[id]).body.childNodes);
    side.show(tree);
  }
  wanted = state.page;
  follow();
}

fold.addEventListener('click', () => fold.setAttribute('aria-expanded', !document.body.classList.toggle('folded')));
show(JSON.parse(at('state').textContent));
const events = new EventSource('/events');
events.onmessage = event => show(JSON.parse(event.data));
events.onopen = () => { lost.textContent = ''; };
events.onerror = () => { lost.textContent = lost.dataset.text; };
