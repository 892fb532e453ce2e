// The form of registration by keyboard alone: what it needs appears, what is there already is shown.
import { enhance } from "./combobox.js";
import { drafts } from "./draft.js";

const form = document.getElementById("register");
const parties = form.querySelector("[data-parties]");
const matter = form.querySelector("select[name=matter]");
const similar = document.getElementById("similar");

for (const select of form.querySelectorAll("select[data-typed]")) enhance(select);
document.querySelector("[data-shortcuts]").hidden = false;
if (!document.querySelector(".faults")) document.getElementById("f-matter").focus();

// -- what this kind needs
function fit() {
  const nature = matter.selectedOptions[0]?.dataset.nature;
  const about = nature === matter.dataset.act;
  const filled = (part) => [...part.querySelectorAll("select, input")].some((one) => one.name && one.value && !["unknown", "true"].includes(one.value));
  for (const part of form.querySelectorAll("[data-for]")) {
    const wanted = !nature || (part.dataset.for === "act") === about;
    part.hidden = !wanted && !(part.dataset.for === "act" && filled(part)) && !part.querySelector("[aria-invalid]");
  }
}

// -- parties
const { add, less, reach } = partyRows(form);

function told(place, words) {
  const says = document.createElement("p");
  says.textContent = words;
  place.replaceChildren(says);
}

async function post(path, more = []) {
  const said = new FormData(form);
  for (const [name, value] of more) said.set(name, value);
  const answer = await fetch(path, { method: "POST", body: said });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

async function find(row) {
  const field = (name) => row.querySelector(`[name$='/${name}']`);
  const place = row.querySelector("[data-found]");
  const number = field("id_number").value.trim() || field("phone").value.trim();
  if (!number) { told(place, "请先填写证件号码或者电话"); return field("id_number").focus(); }
  let found;
  try {
    found = await (await post("/desk/window/found", [["number", number]])).json();
  } catch {
    return told(place, "现在查不到，请直接填写");
  }
  if (found.faults) return told(place, found.faults.join("；") || "号码有误，请核对");
  if (!found.people.length) return told(place, "没有找到，请直接填写");
  const fill = (person) => {
    for (const name of ["kind", "name", "id_number", "phone", "address", "service_address", "head_name", "head_post"]) field(name).value = person[name] || "";
    told(place, `已填入 ${person.name}${person.disputes.length ? `，此前：${person.disputes.map((one) => one.number).join("、")}` : ""}`);
    field("address").focus();
    look();
  };
  if (found.people.length === 1) return fill(found.people[0]);
  const list = document.createElement("ul");
  for (const person of found.people) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${person.name} ${person.address || ""}（${person.disputes.length} 件）`;
    button.addEventListener("click", () => fill(person));
    item.append(button);
    list.append(item);
  }
  place.replaceChildren(list);
  list.querySelector("button").focus();
}

// -- what is there already
let last = "";
async function look() {
  const said = ["matter", "place", "subject", "content", "respondent"].map((name) => form.elements[name]?.value || "");
  const people = [...parties.querySelectorAll("input")].map((one) => one.value);
  const now = JSON.stringify([said, people]);
  if (now === last || !(said[2] || said[3])) return;
  last = now;
  try {
    const shown = await (await post("/desk/window/similar")).text();
    if (now === last) similar.innerHTML = shown;
  } catch { /* hints only: without them the form works as well */ }
}
similar.addEventListener("click", (event) => {
  const button = event.target.closest("[data-choose]");
  if (!button) return;
  matter.value = button.dataset.choose;
  matter.dispatchEvent(new Event("change", { bubbles: true }));
});

// -- the keyboard
const fields = () => [...form.querySelectorAll("input, select, textarea, button[data-send]")].filter((one) => one.type !== "hidden" && one.offsetParent && one.tabIndex >= 0 && !one.disabled);
form.addEventListener("keydown", (event) => {
  const here = event.target;
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
  if (here.tagName === "BUTTON" || here.tagName === "SUMMARY" || (here.tagName === "TEXTAREA" && !event.ctrlKey)) return;
  event.preventDefault();
  const all = fields();
  all[all.indexOf(here) + 1]?.focus();
});
const now = { F2: () => add().querySelector("select").focus(), F4: () => find(document.activeElement.closest("[data-party]") || parties.querySelector("[data-party]")), F8: () => document.getElementById("f-matter").focus(), F9: () => form.requestSubmit(form.querySelector("[data-send]")) };
document.addEventListener("keydown", (event) => {
  if (!now[event.key] || event.ctrlKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  now[event.key]();
});
form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const row = button?.closest("[data-party]");
  if (button?.matches("[data-more]")) add().querySelector("select").focus();
  else if (button?.matches("[data-less]")) less(row);
  else if (button?.matches("[data-find]")) find(row);
  else return;
  event.preventDefault();
});

// -- the draft
const own = await drafts(form.dataset.draft);
const entries = () => [...new FormData(form)].filter(([name, value]) => !["_csrf", "key", "go", "counter"].includes(name) && typeof value === "string" && value);
const typed = (found) => found.some(([name]) => ["subject", "content", "demand"].includes(name) || name.endsWith("/name"));
let waiting = 0;
function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (own && typed(entries())) own.keep(entries()); }, 600);
}
function restore(found) {
  reach(found);
  for (const box of form.querySelectorAll("[name=tried]")) box.checked = found.some(([name, value]) => name === "tried" && value === box.value);
  for (const [name, value] of found) {
    const field = form.elements[name];
    if (!field || name === "tried") continue;
    field.value = value;
    if (field.matches("select")) field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
const offer = document.getElementById("restore");
const found = own && !document.querySelector(".faults") ? await own.read() : null;
if (found) {
  offer.hidden = false;
  offer.querySelector("[data-restore-draft]").addEventListener("click", () => { restore(found); offer.hidden = true; document.getElementById("f-matter").focus(); });
  offer.querySelector("[data-drop-draft]").addEventListener("click", () => { own.drop(); offer.hidden = true; document.getElementById("f-matter").focus(); });
}
// Whose the draft is: the signing out drops it from whatever page, and leaves those of colleagues.
if (own) localStorage.setItem(`hub:draft-of:${document.documentElement.dataset.who}`, own.place);

// -- without a line: what is sent is taken over by the counter's worker, sealed for whoever sends it
let clerk = null;
async function atCounter() {
  const { line } = await hubBox.look();
  if (!line || !("serviceWorker" in navigator)) return;
  const own = await hubBox.waiting(line.officer);
  document.querySelector("#waits [data-count]").textContent = own;
  document.getElementById("waits").hidden = !own;
  await navigator.serviceWorker.register("/desk/window/worker.js", { scope: "/desk/window" });
  await navigator.serviceWorker.ready;
  clerk = { officer: line.officer, seals: line.key };
  form.querySelector("[data-safe]").hidden = false;
}
form.addEventListener("submit", () => {
  // Whoever signed out, in whatever tab, has left the counter.
  const there = clerk && !localStorage.getItem("hub:left");
  form.elements.counter.value = there ? JSON.stringify({ ...clerk, at: new Date().toISOString() }) : "";
  sessionStorage.setItem("hub:typed:sent", JSON.stringify({ subject: form.elements.subject.value, draft: own?.place }));
});
atCounter().catch(() => undefined); // no worker here: the form works as well, the draft is kept

let typing = 0;
form.addEventListener("input", () => {
  changed();
  clearTimeout(typing);
  typing = setTimeout(look, 1200); // while it is typed, once the hand rests
});
form.addEventListener("change", () => { fit(); changed(); look(); });
if (document.querySelector(".faults")) changed();
fit();
