// A counter without a line: what is taken in waits here, sealed, and is handed in when it is back.

const HOME = "/desk/window/offline";
const AGAIN_MS = 5000;
const SENT = "hub:typed:sent"; // what the form of registration sent last, in this tab
const REGISTERED = /^\/desk\/window\/receipt\/([^/]+)$/;
const form = document.getElementById("counter");
const at = (id) => document.getElementById(id);
const refused = new Map(); // what is to be mended, by local number; in memory only
let mending = null;
let busy = false;
let line = null; // {officer, csrf, key} while there is a line
const { everything, inside } = hubBox;

// Whoever signed out has left the counter: nobody takes in under their name any more.
async function officer() {
  if (localStorage.getItem("hub:left")) return undefined;
  return inside(["officer"], "readonly", (deed) => deed.objectStore("officer").get("last"));
}

// -- taking in

function missing() {
  const wrong = [...form.elements].filter((field) => field.required && !field.value.trim());
  for (const field of form.elements) field.toggleAttribute("aria-invalid", wrong.includes(field));
  return wrong;
}

function tell(title, lines) {
  const why = at("why");
  why.replaceChildren(Object.assign(document.createElement("h3"), { textContent: title }));
  const list = why.appendChild(document.createElement("ul"));
  for (const one of lines) list.appendChild(document.createElement("li")).textContent = one;
  why.hidden = false;
  why.focus();
}

const labelOf = (field) => form.querySelector(`label[for="${field.id}"]`)?.firstChild.textContent || field.name;

async function submitted(event) {
  event.preventDefault();
  if (busy) return; // a double click is one act
  busy = true;
  await takeIn().finally(() => { busy = false; });
}

async function takeIn() {
  const wrong = missing();
  if (wrong.length) return tell("还缺这些", wrong.map(labelOf));
  const who = await officer();
  if (!who) return tell("不能收件", ["请先在有网络时登录并打开本页一次"]);
  if (mending && mending.officer !== who.officer) return tell("不能修改", [`这一件由 ${mending.officer} 收下`]);
  const entry = mending || hubBox.entry(who.officer, new Date());
  const fields = [...new FormData(form).entries()].map(([name, value]) => [name, String(value)]);
  try {
    await hubBox.take(entry, who.key, { fields });
  } catch (error) {
    return tell("没有保存，请不要关闭本页", [`浏览器不能写入本机：${error?.name || "未知原因"}`]);
  }
  receipt(entry, form.elements.subject.value);
  refused.delete(entry.local);
  mending = null;
  form.reset();
  at("beside").replaceChildren();
  at("why").hidden = true;
  await show();
  await send();
}

// What the worker took over from the form of registration: its receipt, and its draft is done.
async function takenOver() {
  const local = new URLSearchParams(location.search).get("taken");
  if (!local) return;
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "{}");
  sessionStorage.removeItem(SENT);
  if (sent.draft) localStorage.removeItem(sent.draft);
  history.replaceState(null, "", HOME);
  const entry = (await everything("entries")).find((one) => one.local === local);
  if (entry) receipt(entry, sent.subject || "");
}

function receipt(entry, subject) {
  at("receipt-number").textContent = entry.local;
  at("receipt-moment").textContent = new Date(entry.at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai" });
  at("receipt-officer").textContent = entry.officer;
  at("receipt-subject").textContent = subject;
  at("receipt").hidden = false;
  at("receipt").focus();
}

// -- handing in

const send = () => navigator.locks.request("hub-counter-send", sendAll);

async function sendAll() {
  const seen = await hubBox.look();
  const { found } = seen;
  line = seen.line;
  await tellLine(found);
  if (found === "there") {
    const own = (await everything("entries")).filter((one) => one.officer === line.officer);
    for (const entry of own) if (!refused.has(entry.local) && !(await handIn(entry))) break;
  }
  await show();
}

async function handIn(entry) {
  const said = new URLSearchParams({ _csrf: line.csrf, local: entry.local, sealed: entry.sealed });
  const told = await post(said);
  if (!told) return false; // it waits: the same key makes it one, should it have arrived
  if (told.registered) {
    const done = { local: entry.local, officer: entry.officer, number: told.registered.number, repeat: told.registered.repeat, at: entry.at };
    await inside(["entries", "sent"], "readwrite", (deed) => {
      deed.objectStore("entries").delete(entry.local);
      deed.objectStore("sent").put(done);
    });
    return true;
  }
  refused.set(entry.local, told);
  return true;
}

// What was answered; nothing where it may be answered otherwise later: no line, no session, no hub.
async function post(said) {
  try {
    const answer = await fetch(`${HOME}/entries`, { method: "POST", body: said, headers: { Accept: "application/json" } });
    if (answer.redirected || answer.status >= 500 || answer.status === 401 || answer.status === 403) return null;
    return await answer.json();
  } catch {
    return null;
  }
}

// A page that only waits is nobody at work: it asks again only where something is to be handed in.
async function again() {
  const me = (await officer())?.officer;
  const mine = (await everything("entries")).some((one) => one.officer === me && !refused.has(one.local));
  if (!line || mine) await send();
}

// -- showing

async function tellLine(found) {
  const who = await officer();
  const says = {
    there: () => `网络正常，${line.officer} 已登录；收下后立即报送。`,
    away: () => (who ? `没有网络。以 ${who.officer} 的名义收件，存在本机，网络恢复后自动报送。` : "没有网络，本机也没有登录过的人员，不能收件。"),
    "signed-out": () => (who ? `登录已结束。仍可以 ${who.officer} 的名义收件存在本机，重新登录后报送。` : "请登录后收件；本机存件不会丢失。"),
  };
  at("line").textContent = says[found]();
  if (found === "signed-out") {
    const way = at("line").appendChild(document.createElement("a"));
    way.href = `/sign-in?next=${encodeURIComponent(HOME)}`;
    way.textContent = "去登录";
  }
  form.querySelector("button.main").disabled = !who;
  at("send").hidden = found !== "there";
}

function row(entry, words, button) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("strong"), { textContent: entry.local }), Object.assign(document.createElement("span"), { textContent: words }));
  if (button) item.append(button);
  return item;
}

// What the form of registration asks beside this one is kept with the entry, and shown where it is wrong.
function fill(fields, faults) {
  at("beside").replaceChildren();
  for (const [name, value] of fields) {
    const field = form.elements[name];
    if (field && !field.closest?.("#beside")) field.value = value;
    else at("beside").append(...beside(name, value, faults.find((one) => one.pointer === `#/${name}`)));
  }
  form.dispatchEvent(new Event("change"));
}

function beside(name, value, fault) {
  const input = Object.assign(document.createElement("input"), { name, value, type: fault ? "text" : "hidden" });
  if (!fault) return [input];
  const box = Object.assign(document.createElement("div"), { className: "field" });
  const label = Object.assign(document.createElement("label"), { htmlFor: `f-${name}`, textContent: fault.title });
  input.id = `f-${name}`;
  box.append(label, input);
  return [box];
}

function mendButton(entry, told) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: `修改 ${entry.local}` });
  button.addEventListener("click", () => {
    mending = entry;
    form.reset();
    fill(told.typed?.fields || [], told.problem.fields || []);
    mending.key = told.typed?.key || entry.key;
    mending.day = told.typed?.day || entry.day;
    tell(told.problem.detail, (told.problem.fields || []).map((one) => `${one.title}：${one.message}`));
  });
  return button;
}

async function show() {
  const [entries, sent] = [await everything("entries"), await everything("sent")];
  const me = (await officer())?.officer;
  const rows = entries.map((entry) => {
    if (entry.officer !== me) return row(entry, `由 ${entry.officer} 收下，须由本人登录后报送`);
    const told = refused.get(entry.local);
    if (!told) return row(entry, "等待报送");
    return row(entry, `没有收下：${told.problem.detail}`, told.typed && mendButton(entry, told));
  });
  const done = sent.filter((one) => one.officer === me).map((one) => row(one, one.repeat ? `与在先纠纷重复，并入 ${one.number}` : `已登记，纠纷编号 ${one.number}`));
  await hubBox.waiting(me);
  at("count").textContent = String(entries.length);
  at("waiting").replaceChildren(...rows, ...done);
}

form.addEventListener("submit", submitted);
at("send").addEventListener("click", () => {
  refused.clear();
  send();
});
window.addEventListener("online", send);
setInterval(again, AGAIN_MS);
window.addEventListener("offline", send);
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register("/desk/window/worker.js").catch(() => undefined);
  navigator.serviceWorker.ready.then((found) => found.active.postMessage("keep"));
}
navigator.storage?.persist?.();
const [, number] = location.pathname.match(REGISTERED) || [];
if (number) at("said").textContent = `纠纷 ${decodeURIComponent(number)} 已经登记；网络恢复后刷新本页，打印回执。`;
await takenOver();
await show();
await send();
document.documentElement.dataset.counter = "ready";
