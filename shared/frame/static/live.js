// Looks every twenty seconds whether the list has changed, and changes only what has: what is the
// same stays where it is, what has the focus keeps it, and nothing is touched while one types in it.
import { ask } from "./asking.js";

const list = document.getElementById("list");
const heard = document.getElementById("heard");
const EACH = 20000;
let known = null;

const rowOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.dataset.row : undefined);
const places = (within) => [...within.querySelectorAll("a[href], button, summary, [tabindex]")];

function isBusy() {
  return list.querySelector("input:not([type=hidden]):focus, select:focus, textarea:focus, form[data-sent]") !== null;
}

// The next of its kind; none beyond a row, which is known by its own name.
function alike(at, fresh) {
  let one = at;
  while (one && !rowOf(one) && one.nodeName !== fresh.nodeName) one = one.nextSibling;
  return one && !rowOf(one) ? one : null;
}

function change(old, fresh) {
  if (old.isEqualNode(fresh)) return;
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
  for (const one of [...place.childNodes]) if (rowOf(one) && !wanted.has(rowOf(one))) one.remove();
  const stood = new Map([...place.childNodes].map((one) => [rowOf(one), one]));
  let at = place.firstChild;
  for (const one of [...fresh.childNodes]) {
    const row = rowOf(one);
    const old = row ? stood.get(row) : alike(at, one);
    while (!row && old && at !== old) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
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
    gone.remove();
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
  if (document.hidden || isBusy()) return;
  const answer = await ask(list.dataset.live);
  if (!answer.ok) return;
  const text = await answer.text();
  if (text === known || isBusy()) return;
  known = text;
  put(text);
}

if (list) {
  const looking = setInterval(() => look().catch(() => {}), EACH);
  const seen = () => look().catch(() => {});
  document.addEventListener("visibilitychange", seen);
  document.addEventListener("hub:ended", () => {
    clearInterval(looking);
    document.removeEventListener("visibilitychange", seen);
  });
}
