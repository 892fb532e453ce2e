// A counter without a line: what is taken in waits here, sealed, and is handed in when it is back.

const HOME = "/desk/window/offline";
const AGAIN_MS = 5000;
const REST_MS = 60000; // how long what the hub failed at is let alone
const KEPT_MS = 86400000; // how long what is done is shown
const GONE = "gone"; // the reason for which an entry of a colleague may be given up
const SENT = "hub:typed:sent"; // what the form of registration sent last, in this tab
const REGISTERED = /^\/desk\/window\/receipt\/([^/]+)$/;
const form = document.getElementById("counter");
const at = (id) => document.getElementById(id);
const refused = new Map(); // what is to be mended, by local number; in memory only
const failed = new Map(); // at what the hub failed: {status, until}, by local number
let shown = ""; // what the list says now; the same is not made again under whoever reads it
let mending = null;
let busy = false;
let line = null; // {officer, csrf, key} while there is a line
const { everything, inside } = hubBox;
const { fieldOf, fill, labelOf, mark, missing, tell } = counterForm(form);

// Whoever signed out has left the counter: nobody takes in under their name any more.
async function officer() {
  if (localStorage.getItem("hub:left")) return undefined;
  return inside(["officer"], "readonly", (deed) => deed.objectStore("officer").get("last"));
}

// -- taking in

async function submitted(event) {
  event.preventDefault();
  if (busy) return; // a double click is one act
  busy = true;
  await takeIn().finally(() => { busy = false; });
}

async function takeIn() {
  const wrong = missing();
  if (wrong.length) return tell("还缺这些", wrong.map((field) => ({ words: labelOf(field), field })));
  const who = await officer();
  if (!who) return tell("不能收件", [{ words: "请先在有网络时登录并打开本页一次" }]);
  if (mending && mending.officer !== who.officer) return tell("不能修改", [{ words: `这一件由 ${mending.officer} 收下` }]);
  const entry = mending || hubBox.entry(who.officer, new Date());
  const fields = [...new FormData(form).entries()].map(([name, value]) => [name, String(value)]);
  try {
    await hubBox.take(entry, who.key, { fields });
  } catch (error) {
    return tell("没有保存，请不要关闭本页", [{ words: `浏览器不能写入本机：${error?.name || "未知原因"}` }]);
  }
  receipt(entry, form.elements.subject.value);
  refused.delete(entry.local);
  mending = null;
  mark([]);
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
  at("receipt-moment").textContent = new Date(entry.at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
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
    for (const entry of own) if (waits(entry) && !(await handIn(entry))) break;
    await tellVoided();
  }
  await show();
}

const waits = ({ local }) => !refused.has(local) && !(failed.get(local)?.until > Date.now());

async function handIn(entry) {
  const said = new URLSearchParams({ _csrf: line.csrf, local: entry.local, sealed: entry.sealed });
  const told = await post("entries", said);
  if (!told) return false; // it waits: the same key makes it one, should it have arrived
  failed.delete(entry.local);
  if (told.failed) {
    // It waits as well, but holds up none of those behind it.
    failed.set(entry.local, { status: told.failed, until: Date.now() + REST_MS });
    return true;
  }
  if (told.registered) {
    const done = { local: entry.local, officer: entry.officer, number: told.registered.number, repeat: told.registered.repeat, at: entry.at, done: new Date().toISOString() };
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
async function post(where, said) {
  try {
    const answer = await fetch(`${HOME}/${where}`, { method: "POST", body: said, headers: { Accept: "application/json" } });
    if (answer.redirected || [401, 403, 502, 503, 504].includes(answer.status)) return null;
    return answer.status >= 500 ? { failed: answer.status } : await answer.json();
  } catch {
    return null;
  }
}

// A page that only waits is nobody at work: it asks again only where something is to be handed in.
async function again() {
  const me = (await officer())?.officer;
  const mine = (await everything("entries")).some((one) => one.officer === me && waits(one));
  const untold = (await everything("sent")).some((one) => one.untold && one.by === me);
  if (!line || mine || untold) await send();
}

// -- giving up

const asking = at("void").querySelector("form");
let given = null; // {entry, me}: what is about to be given up, and by whom

// Asked twice, for nothing brings it back; the hub is told why as soon as there is a line.
function voidButton(entry, me) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: `作废 ${entry.local}` });
  button.addEventListener("click", () => {
    given = { entry, me };
    const { reason } = asking.elements;
    for (const one of reason.options) one.disabled = one.value !== "" && (one.value === GONE) !== (entry.officer !== me);
    reason.value = "";
    at("void-number").textContent = entry.local;
    at("void").hidden = false;
    at("void").focus();
  });
  return button;
}

function notGiven() {
  at("void").hidden = true;
  at("waiting-head").focus();
}

async function giveUp(entry, by, reason) {
  notGiven();
  if (!confirm(`${entry.local} 作废后不能恢复，当事人手里的本机回执同时失效。确定作废吗？`)) return;
  const done = { local: entry.local, key: entry.key, officer: entry.officer, by, reason: reason.value, voided: reason.text, at: entry.at, done: new Date().toISOString(), untold: true };
  await navigator.locks.request("hub-counter-send", async () => {
    // It may have been handed in meanwhile: then there is nothing to give up.
    if (!(await everything("entries")).some((one) => one.local === entry.local)) return;
    await inside(["entries", "sent"], "readwrite", (deed) => {
      deed.objectStore("entries").delete(entry.local);
      deed.objectStore("sent").put(done);
    });
  });
  refused.delete(entry.local);
  if (mending?.local === entry.local) mending = null;
  await show();
  await send();
}

async function tellVoided() {
  for (const one of await everything("sent")) {
    if (!one.untold || one.by !== line.officer) continue;
    const told = await post("voided", new URLSearchParams({ _csrf: line.csrf, local: one.local, key: one.key || "", officer: one.officer, reason: one.reason }));
    // It had come in before, and only the answer was lost: then it is a dispute, and no void entry.
    if (told?.registered) await inside(["sent"], "readwrite", (deed) => deed.objectStore("sent").put({ ...one, untold: false, voided: "", known: true }));
    if (told?.voided) await inside(["sent"], "readwrite", (deed) => deed.objectStore("sent").put({ ...one, untold: false }));
  }
}

// What is done is shown for a day.
async function done() {
  const all = await everything("sent");
  const old = all.filter((one) => !one.untold && Date.now() - Date.parse(one.done || one.at) > KEPT_MS);
  if (old.length) await inside(["sent"], "readwrite", (deed) => old.forEach((one) => deed.objectStore("sent").delete(one.local)));
  return all.filter((one) => !old.includes(one));
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

function row(entry, words, ...buttons) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("strong"), { textContent: entry.local }), Object.assign(document.createElement("span"), { textContent: words }));
  item.append(...buttons.filter(Boolean));
  return item;
}

function mendButton(entry, told) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: `修改 ${entry.local}` });
  button.addEventListener("click", () => {
    mending = entry;
    form.reset();
    fill(told.typed?.fields || [], told.problem.fields || []);
    mending.key = told.typed?.key || entry.key;
    mending.day = told.typed?.day || entry.day;
    tell(told.problem.detail, (told.problem.fields || []).map((one) => ({ words: `${one.title}：${one.message}`, field: fieldOf(one.pointer.slice(2)) })));
  });
  return button;
}

function entryRow(entry, me) {
  const own = entry.officer === me;
  const giving = me && (own || line) ? voidButton(entry, me) : null;
  const told = refused.get(entry.local);
  const wrong = failed.get(entry.local);
  if (!own) return row(entry, `由 ${entry.officer} 收下，须由本人登录后报送`, giving);
  if (told) return row(entry, `没有收下：${told.problem.detail}`, told.typed && mendButton(entry, told), giving);
  return row(entry, wrong ? `枢纽没有处理成功（${wrong.status}），稍后自动再报` : "等待报送", giving);
}

function doneRow(one) {
  if (one.voided) return row(one, `已作废：${one.voided}`);
  if (one.known) return row(one, "作废以前枢纽已经登记，没有作废；请在窗口办件中查到编号，告知当事人");
  return row(one, one.repeat ? `与在先纠纷重复，并入 ${one.number}` : `已登记，纠纷编号 ${one.number}`);
}

async function show() {
  const [entries, sent] = [await everything("entries"), await done()];
  const me = (await officer())?.officer;
  const own = sent.filter((one) => one.officer === me || one.by === me);
  await hubBox.waiting(me);
  at("count").textContent = String(entries.length);
  const now = JSON.stringify([me, Boolean(line), entries, own, [...refused], [...failed]]);
  if (now === shown) return;
  shown = now;
  at("waiting").replaceChildren(...entries.map((entry) => entryRow(entry, me)), ...own.map(doneRow));
}

form.addEventListener("submit", submitted);
asking.addEventListener("submit", (event) => {
  event.preventDefault();
  giveUp(given.entry, given.me, asking.elements.reason.selectedOptions[0]);
});
asking.addEventListener("reset", notGiven);
at("send").addEventListener("click", () => {
  refused.clear();
  failed.clear();
  send();
});
window.addEventListener("online", send);
setInterval(again, AGAIN_MS);
window.addEventListener("offline", send);
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register("/desk/window/worker.js", { scope: "/desk/window" }).catch(() => undefined);
  navigator.serviceWorker.ready.then((found) => found.active.postMessage("keep"));
}
navigator.storage?.persist?.();
const [, number] = location.pathname.match(REGISTERED) || [];
if (number) at("said").textContent = `纠纷 ${decodeURIComponent(number)} 已经登记；网络恢复后刷新本页，打印回执。`;
await takenOver();
await show();
await send();
document.documentElement.dataset.counter = "ready";
