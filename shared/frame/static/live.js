// Looks at the list again when the stream tells that there is something new, and changes only what
// has changed: what is the same stays where it is, what has the focus keeps it, and nothing is
// touched while one types in it. While the stream is away it looks every twenty seconds.
import { ask, follow } from "./asking.js";

const list = document.getElementById("list");
const heard = document.getElementById("heard");
const EACH = 20000; // without a stream, and after a look that failed
const CLOCKS = 300000; // the clocks of a list go on although nothing happens
const TOGETHER = 100; // what comes together is looked at once
const REST = 2000; // between two looks, however much happens
const ECHO = Number(list?.dataset.echo || 0); // what is made of what happened is there a moment later
let echoing = 0;
let known = null;
let waiting = 0;
let looked = -REST;

const rowOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.dataset.row : undefined);
const places = (within) => [...within.querySelectorAll("a[href], button, summary, [tabindex]")];

function isBusy() {
  return list.querySelector("input:not([type=hidden]):focus, select:focus, textarea:focus, form[data-sent]") !== null;
}

// What somebody has begun to write stays, whatever became of its row; it is answered when it is sent.
const isBegun = (form) => form.restored !== undefined || form.dataset.typed !== undefined || form.querySelector("[aria-invalid]") !== null;

function drop(node) {
  const forms = node.nodeType === Node.ELEMENT_NODE ? [...node.querySelectorAll("form"), ...(node.matches("form") ? [node] : [])] : [];
  if (!forms.some(isBegun)) node.remove();
}

// The next of its kind; none beyond a row, which is known by its own name.
function alike(at, fresh) {
  let one = at;
  while (one && !rowOf(one) && one.nodeName !== fresh.nodeName) one = one.nextSibling;
  return one && !rowOf(one) ? one : null;
}

function change(old, fresh) {
  if (old.isEqualNode(fresh) || (old.nodeName === "FORM" && isBegun(old))) return;
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || rowOf(old) !== rowOf(fresh)) {
    old.replaceWith(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  changeWithin(old, fresh);
}

function changeWithin(place, fresh) {
  const wanted = new Set([...fresh.childNodes].map(rowOf));
  for (const one of [...place.childNodes]) if (rowOf(one) && !wanted.has(rowOf(one))) drop(one);
  const stood = new Map([...place.childNodes].map((one) => [rowOf(one), one]));
  let at = place.firstChild;
  for (const one of [...fresh.childNodes]) {
    const row = rowOf(one);
    const old = row ? stood.get(row) : alike(at, one);
    while (!row && old && at !== old) {
      const gone = at;
      at = at.nextSibling;
      drop(gone);
    }
    if (!old) {
      place.insertBefore(one, at);
      continue;
    }
    if (old === at) at = at.nextSibling;
    else place.insertBefore(old, at);
    change(old, one);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    drop(gone);
  }
}

// The focus went with what it stood on: it goes to the same row, else to where the row was.
function giveBack(was) {
  const row = was.row && list.querySelector(`[data-row="${CSS.escape(was.row)}"]`);
  const same = was.key && list.querySelector(`[data-key="${CSS.escape(was.key)}"]`);
  const found = same || (row && places(row).at(was.at)) || (row && places(row)[0]) || places(list)[was.among] || list;
  found.focus({ preventScroll: true });
}

function put(text) {
  const held = document.activeElement;
  const row = held.closest("[data-row]");
  const was = list.contains(held) && { key: held.dataset.key, row: row?.dataset.row, at: row ? places(row).indexOf(held) : -1, among: places(list).indexOf(held) };
  const before = new Set([...list.querySelectorAll("[data-row]")].map(rowOf));
  changeWithin(list, new DOMParser().parseFromString(text, "text/html").body);
  if (was && document.activeElement !== held) giveBack(was);
  const fresh = [...list.querySelectorAll("[data-row]")].filter((one) => !before.has(rowOf(one)));
  if (fresh.length) heard.textContent = `新到${fresh.length}件`;
}

async function look() {
  const answer = await ask(list.dataset.live);
  if (!answer.ok) throw new Error(String(answer.status));
  const text = await answer.text();
  if (text === known) return;
  if (isBusy()) return later(REST);
  known = text;
  put(text);
}

function later(wait) {
  if (!waiting) waiting = setTimeout(lookNow, wait);
}

// A page that nobody sees looks when it is seen again.
function lookNow() {
  clearTimeout(waiting);
  waiting = 0;
  if (document.hidden) return;
  if (isBusy()) return later(REST);
  looked = performance.now();
  look().catch(() => later(EACH));
}

function hear() {
  later(Math.max(TOGETHER, looked + REST - performance.now()));
  if (!ECHO) return;
  clearTimeout(echoing);
  echoing = setTimeout(lookNow, ECHO);
}

if (list) {
  let stands = "";
  follow(list.dataset.stream, ["news"], hear, (how) => {
    if (how === "open" && stands === "away") lookNow();
    stands = how;
  }, {}, true);
  const timers = [
    setInterval(() => { if (stands !== "open") lookNow(); }, EACH),
    setInterval(lookNow, CLOCKS),
  ];
  document.addEventListener("visibilitychange", lookNow);
  document.addEventListener("hub:ended", () => {
    timers.forEach(clearInterval);
    clearTimeout(waiting);
    clearTimeout(echoing);
    waiting = -1;
    document.removeEventListener("visibilitychange", lookNow);
  });
}
