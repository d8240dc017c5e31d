"use strict";
{
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = id => document.getElementById(id);
const root = document.documentElement, main = document.querySelector("main");
const tell = text => { one("said").textContent = text; };
const seen = element => element.checkVisibility();
document.querySelector(".acts").hidden = false;

// What is shown stands in the address: ?lanes=asking,gaps&persona=ana
const lanes = all(".lanes input"), people = all("[name=p]");
const keep = () => {
  const query = new URLSearchParams(location.search), shown = lanes.filter(lane => lane.checked);
  const person = people.find(input => input.checked)?.value;
  query.delete("lanes");
  query.delete("persona");
  if (shown.length < lanes.length) query.set("lanes", shown.map(lane => lane.value).join());
  if (person) query.set("persona", person);
  const text = query.toString().replaceAll("%2C", ",");
  try { history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash); } catch { /* read on */ }
};
const recall = () => {
  const query = new URLSearchParams(location.search), names = query.get("lanes")?.split(",");
  if (names) for (const lane of lanes) lane.checked = names.includes(lane.value);
  const person = people.find(input => input.value && input.value === query.get("persona"));
  if (person) person.checked = true;
};
for (const input of [...lanes, ...people]) input.addEventListener("change", () => { keep(); seek(); });

// #stage-3 and #stages/asking/questions/why lead there, also where the lane is hidden.
const arrive = () => {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* as it is */ }
  const target = name && one(name);
  if (!target) return;
  const lane = target.closest("tbody")?.className.match(/\bl-(\S+)/), input = lane && one("l-" + lane[1]);
  if (input && !input.checked) { input.checked = true; keep(); }
  (target.closest(".q,.chev") ?? target).scrollIntoView({block: "nearest", inline: "nearest"});
  target.closest(".q")?.focus({preventScroll: true});
};
addEventListener("hashchange", arrive);

// Search: letters are compared without case and accents; what does not match steps back.
const field = one("find"), count = one("found");
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g;
const UNITS = ".persona,.ndl,.vo,.act,.q,.help,.tp,.mis,.card,.opp,.bul,.chip,.pt,.nt";
// Asked for anew each time: what a live page takes in is found as well.
const units = () => all(UNITS).filter(unit => !unit.parentElement.closest(UNITS));
let matches = [], here = 0;
const fold = text => {
  const places = [];
  let folded = "", place = 0;
  for (const letter of text) {
    const plain = letter.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
    for (let n = 0; n < plain.length; n++) places.push(place);
    folded += plain;
    place += letter.length;
  }
  return {folded, places: [...places, place]};
};
const paint = () => {
  if (!window.Highlight) return;
  CSS.highlights.set("found", new Highlight(...matches));
  CSS.highlights.set("here", new Highlight(...matches.slice(here, here + 1)));
};
const seek = () => {
  const wanted = fold(field.value.trim()).folded, hit = new Set();
  matches = [];
  here = 0;
  if (wanted) {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode());) {
      const owner = node.parentElement;
      if (!node.data.trim() || owner.closest(".vh,.tools,.link,script") || !seen(owner)) continue;
      const {folded, places} = fold(node.data);
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
        const range = new Range();
        range.setStart(node, places[at]);
        range.setEnd(node, places[at + wanted.length]);
        matches.push(range);
        for (let unit = owner.closest(UNITS); unit; unit = unit.parentElement.closest(UNITS)) hit.add(unit);
      }
    }
  }
  for (const unit of units()) unit.classList.toggle("dim", !!wanted && !hit.has(unit));
  paint();
  report();
};
const report = () => {
  const {some, none} = count.dataset;
  count.textContent = matches.length ? some.replace("{number}", here + 1).replace("{all}", matches.length)
    : field.value.trim() ? none : "";
};
const go = step => {
  if (!matches.length) return;
  here = (here + step + matches.length) % matches.length;
  paint();
  report();
  matches[here].startContainer.parentElement.scrollIntoView({block: "center", inline: "nearest"});
};
const clear = () => { field.value = ""; seek(); };
let started = false;
field.addEventListener("input", () => { started = false; seek(); });
field.addEventListener("keydown", event => {
  if (event.key === "Enter") { go(event.shiftKey ? -1 : started ? 1 : 0); started = true; }
  if (event.key === "Escape") { event.preventDefault(); field.value ? clear() : field.blur(); }
});

// The arrow keys: from stage to stage at their heads, from point to point on the curve.
const ahead = event => {
  const forward = getComputedStyle(root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  return {ArrowLeft: -1, ArrowRight: -1, ArrowUp: -1, ArrowDown: 1, [forward]: 1}[event.key];
};
main.addEventListener("keydown", event => {
  const heads = all(".chev .link"), head = event.target.closest(".chev .link");
  if (!head) return;
  const next = event.key === "Home" ? heads[0] : event.key === "End" ? heads.at(-1) : heads[heads.indexOf(head) + ahead(event)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
const curve = document.querySelector(".walk");
if (curve) {
  let at = -1;
  curve.hidden = false;
  curve.tabIndex = 0;
  const mark = () => {
    for (const point of all(".pt.at")) point.classList.remove("at");
    const points = all(".feel .full .pt").filter(seen);
    at = Math.min(at, points.length - 1);
    if (at < 0 || document.activeElement !== curve) return;
    points[at].classList.add("at");
    points[at].scrollIntoView({block: "nearest", inline: "nearest"});
    tell(all(".told li").filter(seen)[at]?.textContent ?? "");
  };
  curve.addEventListener("keydown", event => {
    const step = ahead(event), last = all(".feel .full .pt").filter(seen).length - 1;
    if (!step && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    at = event.key === "Home" ? 0 : event.key === "End" ? last : Math.max(0, Math.min(last, at + step));
    mark();
  });
  curve.addEventListener("focus", () => { at = Math.max(at, 0); mark(); });
  curve.addEventListener("blur", mark);
}

// Keys that work anywhere can be switched off, for those who talk to their computer.
const help = one("help"), single = one("single"), STORED = "journeykit-single-keys";
try { single.checked = localStorage.getItem(STORED) !== "no"; } catch { /* nothing is kept */ }
single.addEventListener("change", () => {
  try { localStorage.setItem(STORED, single.checked ? "yes" : "no"); } catch { /* nothing is kept */ }
});
one("keys").addEventListener("click", () => help.showModal());
one("close").addEventListener("click", () => help.close());
one("print").addEventListener("click", () => print());
addEventListener("keydown", event => {
  const typing = event.target.closest?.("input:not([type=checkbox],[type=radio]),textarea,[contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape" && field.value) clear();
  if (!single.checked) return;
  if (event.key === "/") { event.preventDefault(); field.focus(); field.select(); }
  if (event.key === "?") { event.preventDefault(); help.showModal(); }
});

// The poster as a picture: the page itself, drawn by the browser inside an SVG.
const picture = async () => {
  root.classList.add("still");
  const width = root.scrollWidth, dark = matchMedia("(prefers-color-scheme:dark)").matches;
  main.style.width = width + "px";
  // A page wider than the screen may be laid out otherwise: there is room for that, and what is left over is cut off.
  const room = width > innerWidth ? 1.3 : 1, page = root.cloneNode(true);
  const height = Math.ceil(main.getBoundingClientRect().height * room);
  main.style.width = "";
  root.classList.remove("still");
  const boxes = all("input", page);
  all("input").forEach((input, place) => boxes[place].toggleAttribute("checked", input.checked));
  for (const part of all("script,dialog,meta,title", page)) part.remove();
  for (const style of all("style", page)) style.textContent =
    style.textContent.replaceAll("(prefers-color-scheme:dark)", dark ? "(min-width:0)" : "(max-width:0)");
  const inner = new XMLSerializer().serializeToString(page);
  const size = `width="${width}" height="${height}"`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject ${size}>${inner}</foreignObject></svg>`;
  const image = new Image(), canvas = document.createElement("canvas");
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawing);
  await image.decode();
  const scale = Math.min(2, 16000 / Math.max(width, height), Math.sqrt(2 ** 27 / width / height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const edge = pen.getImageData(0, 0, 1, canvas.height).data;
  let end = canvas.height;
  while (end > 1 && !edge[end * 4 - 1]) end -= 1;
  if (end < canvas.height) {
    const kept = pen.getImageData(0, 0, canvas.width, end);
    canvas.height = end;
    pen.putImageData(kept, 0, 0);
  }
  return new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(), "image/png"));
};
const copy = one("copy"), name = copy.textContent;
copy.addEventListener("click", async () => {
  const {done, saved, failed} = copy.dataset;
  let said = done;
  try {
    const made = picture();
    try { await navigator.clipboard.write([new ClipboardItem({"image/png": made})]); }
    catch {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await made);
      link.download = document.title.replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 80) + ".png";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      said = saved;
    }
  } catch { said = failed; }
  copy.textContent = said;
  tell(said);
  setTimeout(() => { copy.textContent = name; }, 2500);
});

recall();
arrive();
}
