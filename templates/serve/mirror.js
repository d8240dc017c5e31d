
'use strict';
/* Keeps a part of a page like a text that changes. `tree` is the text last shown; `twins` knows for each of its nodes the
   one on the page. Only what differs between two texts is changed on the page, so that all else stays as it is: what is
   scrolled, chosen, open or selected, and what the page's own script has made of it. */
class Mirror {
  constructor(tree, live) { this.tree = tree; this.twins = new WeakMap(); this.pair(tree, live); }

  pair(node, live) {
    this.twins.set(node, live);
    let from = live.firstChild;
    for (const child of node.childNodes) {
      const found = this.likeliest(child, from);
      if (!found) continue;
      this.pair(child, found);
      from = found.nextSibling;
    }
  }

  likeliest(child, from) {
    let best = null, most = 0;
    for (let live = from; live; live = live.nextSibling) {
      const likeness = child.isEqualNode(live) ? 3 : !alike(child, live) ? 0 : child.className === live.className ? 2 : 1;
      if (likeness > most) [best, most] = [live, likeness];
      if (most === 3) break;
    }
    return best;
  }

  /* Shows another tree, which is used up. */
  show(tree) { this.patch(this.tree, tree); }

  patch(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    const live = this.twins.get(old);
    if (old.nodeType !== Node.ELEMENT_NODE && old.nodeType !== Node.DOCUMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      if (live) live.nodeValue = fresh.nodeValue;
      return;
    }
    if (old.attributes) this.attributes(old, fresh, live);
    this.children(old, fresh, live);
  }

  attributes(old, fresh, live) {
    for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) for (const to of [old, live]) to?.removeAttribute(name);
    for (const given of fresh.attributes) {
      if (old.getAttribute(given.name) === given.value) continue;
      for (const to of [old, live]) to?.setAttributeNode(to.ownerDocument.importNode(given));
    }
  }

  children(old, fresh, live) {
    const before = [...old.childNodes], after = [...fresh.childNodes];
    let next = null;
    while (before.length && after.length && before[0].isEqualNode(after[0])) { before.shift(); after.shift(); }
    while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) { next = before.pop(); after.pop(); }
    const kept = matches(before, after), staying = new Set(kept);
    for (const child of before) if (!staying.has(child)) { this.twins.get(child)?.remove(); child.remove(); }
    for (let at = after.length - 1; at >= 0; at--) {
      if (kept[at]) this.patch(kept[at], after[at]);
      next = kept[at] ?? this.insert(old, live, after[at], next);
    }
  }

  insert(old, live, child, next) {
    const node = old.ownerDocument.importNode(child, true);
    old.insertBefore(node, next);
    if (!live) return node;
    const made = live.ownerDocument.importNode(child, true), place = next && this.twins.get(next);
    live.insertBefore(made, place?.parentNode === live ? place : null);
    this.pair(node, made);
    return node;
  }
}

const alike = (one, other) => one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');

/* For each node of `after` the one of `before` that it continues, or null; in order, and as like as can be. */
function matches(before, after) {
  const [m, n] = [before.length, after.length];
  if (m * n > 20000) return after.map((node, at) => before[at] && alike(before[at], node) ? before[at] : null);
  const likeness = (a, b) => !alike(a, b) ? 0 : a.isEqualNode(b) ? 9 : a.className === b.className ? 4 : 2;
  const like = before.map(a => after.map(b => likeness(a, b)));
  const best = Array.from({length: m + 1}, () => new Array(n + 1).fill(0));
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], like[i][j] && like[i][j] + best[i + 1][j + 1]);
  const kept = new Array(n).fill(null);
  for (let i = 0, j = 0; i < m && j < n;) {
    if (like[i][j] && best[i][j] === like[i][j] + best[i + 1][j + 1]) kept[j++] = before[i++];
    else if (best[i][j] === best[i + 1][j]) i++;
    else j++;
  }
  return kept;
}
