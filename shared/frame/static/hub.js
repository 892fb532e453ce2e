// What every page's script does: focus on faults, keep what was typed, ask before it is lost.

const { told, who, formAt } = document.documentElement.dataset;

// What was refused stands at the address of its form: the answer's own may take forms only.
if (formAt) history.replaceState(null, "", formAt);

// Whoever signs in next at this browser does not read what somebody else typed.
const mine = `hub:typed:${who || ""}:`;
const place = (form) => `${mine}${location.pathname}:${form.dataset.keep || form.id || "form"}`;

function typed(form) {
  return [...new FormData(form).entries()].filter(([name, value]) => name !== "_csrf" && typeof value === "string");
}

// Buttons of the forms that doors give; a page with rows of its own adds them by a script of its own.
const ROW_MORE = "button[name=more][data-more]";
const rowsOf = (button) => button.closest("fieldset").querySelectorAll(":scope > .row");

// One more row of a field that takes several: the last one again, numbered on, with nothing in it.
function addRow(button) {
  const rows = rowsOf(button);
  const row = rows[rows.length - 1].cloneNode(true);
  const [was, now] = [`${button.value}/${rows.length - 1}/`, `${button.value}/${rows.length}/`];
  const [wasId, nowId] = [was, now].map((one) => `f-${one.replace(/[/.]/g, "-")}`);
  for (const gone of row.querySelectorAll(".why, .handed-in > *")) gone.remove();
  for (const one of row.querySelectorAll("*")) {
    if (one.name) one.name = one.name.replace(was, now);
    for (const name of ["id", "for", "aria-describedby"]) if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replaceAll(wasId, nowId));
    one.removeAttribute("aria-invalid");
    one.classList.remove("wrong");
    if (one.type === "checkbox") one.checked = false;
    else if (one.matches("select")) one.selectedIndex = 0;
    else if (one.matches("input, textarea")) one.value = "";
  }
  row.setAttribute("aria-label", `${button.dataset.more}第${rows.length + 1}项`);
  rows[rows.length - 1].after(row);
  return row;
}

function restore(form, entries) {
  const said = new Map();
  for (const [name, value] of entries) said.set(name, [...(said.get(name) || []), value]);
  for (const button of form.querySelectorAll(ROW_MORE)) {
    const start = `${button.value}/`;
    const numbers = [...said.keys()].filter((name) => name.startsWith(start)).map((name) => parseInt(name.slice(start.length), 10));
    while (rowsOf(button).length <= Math.max(-1, ...numbers)) addRow(button);
  }
  for (const field of form.elements) {
    if (!field.name || field.name === "_csrf" || field.type === "file" || field.type === "hidden") continue;
    const values = said.get(field.name) || [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (values.length) field.value = values.shift();
  }
  form.restored = said; // for scripts of the page, which come after this one (files.js)
}

const put = (form) => sessionStorage.setItem(place(form), JSON.stringify(typed(form)));

// All that was typed into since the page was opened, and not handed in.
function putAll() {
  for (const form of document.querySelectorAll("form[data-keep][data-typed]:not([data-sent])")) put(form);
}

function keep(form) {
  const key = place(form);
  const kept = sessionStorage.getItem(key);
  // What is wrong in it before it was sent at all is no refusal of what was typed.
  const refused = !("untried" in form.dataset) && (form.querySelector("[aria-invalid]") || document.querySelector(".faults[role=alert]"));
  if (kept && !refused) {
    restore(form, JSON.parse(kept));
    const says = document.createElement("p");
    says.className = "restored";
    says.setAttribute("role", "status");
    says.textContent = "已恢复上次没有提交的内容，请核对后提交。";
    form.prepend(says);
  }
  form.addEventListener("submit", () => put(form));
}

if (told !== undefined) {
  // What was typed has arrived: nothing of it stays in this browser.
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(mine)) sessionStorage.removeItem(key);
}
// Whatever a page says of what was typed is said only where it is kept for the page it leads to.
for (const says of document.querySelectorAll("[data-if-kept]")) {
  says.hidden = !Object.keys(sessionStorage).some((key) => key.startsWith("hub:typed:") && key.includes(`:${location.pathname}:`));
}
for (const button of document.querySelectorAll(ROW_MORE)) {
  button.type = "button";
  button.addEventListener("click", () => addRow(button).querySelector("input, select, textarea").focus());
}
for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
document.querySelector("[data-focus]")?.focus();
for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
  form.addEventListener("submit", (event) => {
    // What still waits in this browser, in the words of whoever left it here.
    const waits = localStorage.getItem("hub:waits");
    if (waits && !confirm(waits)) return event.preventDefault();
    localStorage.removeItem("hub:waits");
    const draft = `hub:draft-of:${who || ""}`;
    for (const gone of [localStorage.getItem(draft), draft]) localStorage.removeItem(gone);
    sessionStorage.clear();
    localStorage.setItem("hub:left", "1");
  });
}
document.addEventListener("submit", (event) => {
  // A double click is one act, also in a part of the page that came later.
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 8000);
});
document.addEventListener("input", (event) => event.target.form?.setAttribute("data-typed", ""));
// A telephone lets a page go that is not looked at, for its camera too; whoever leaves it means to.
let leaving = false;
for (const [name, is] of [["pagehide", true], ["pageshow", false]]) addEventListener(name, () => { leaving = is; });
document.addEventListener("visibilitychange", () => { if (document.hidden && !leaving) putAll(); });
document.addEventListener("hub:ended", () => {
  // Said once; what was typed stands until it is handed in, or goes along to the signing in and back.
  if (document.getElementById("over")) return;
  const again = Object.assign(document.createElement("a"), {
    className: "button",
    href: `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`,
    textContent: "重新登录",
  });
  again.addEventListener("click", putAll);
  const says = Object.assign(document.createElement("p"), { id: "over", className: "faults over" });
  says.setAttribute("role", "alert");
  says.append("会话已结束，本页不再更新。重新登录后回到本页，填写的内容自动恢复。 ", again);
  document.getElementById("main").prepend(says);
});
// On paper nothing can be opened: what stands behind a summary is printed, too.
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details.why-so:not([open])")) one.open = one.dataset.printed = true;
});
addEventListener("afterprint", () => {
  for (const one of document.querySelectorAll("details[data-printed]")) { one.open = false; delete one.dataset.printed; }
});
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
