// The live stream: new facts as lines, the numbers of the board as they are told, and playing back.
import { ask, follow as listen } from "../frame/asking.js";

const data = JSON.parse(document.getElementById("live-data").textContent);
const late = new Set(data.late);
const MOST = 200;

const list = document.getElementById("facts");
const state = document.getElementById("state");
const codeOf = (row) => row.dataset.county ?? row.dataset.organ;
const called = (code) => data.names[code] || code;

function el(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function light(level, words) {
  const shapes = { green: "M1 6l3 4 7-9", red: "M6 0 12 11H0z", yellow: "M6 0 12 6 6 12 0 6z" };
  const made = el("span", "", `light ${level}`);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of [["aria-hidden", "true"], ["width", 12], ["height", 12], ["viewBox", "0 0 12 12"]]) svg.setAttribute(key, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[level]);
  if (level === "green") { path.setAttribute("fill", "none"); path.setAttribute("stroke-width", "2.4"); }
  svg.append(path);
  made.append(svg, words);
  return made;
}

function organ(fact, labels) {
  for (const said of [fact, labels]) for (const name of data.organs) if (typeof said[name] === "string" && said[name]) return said[name];
  return "";
}

function line(kind, told) {
  const { fact, labels } = told;
  const row = el("li", "", late.has(kind) ? "late" : "");
  row.dataset.position = told.position;
  const at = new Date(fact.head.at);
  const time = el("time", at.toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false }));
  time.dateTime = fact.head.at;
  row.append(time, el("span", `${labels.county ? called(labels.county) : "全市"} · ${data.offices[told.office] || told.office}`, "where"), el("strong", told.term));
  if (late.has(kind)) row.append(light("red", "预警或逾期"));
  const who = organ(fact, labels);
  row.append(el("span", `${who ? called(who) : ""}${fact.head.by === "clock" ? "（按期限自动记录）" : ""}`, "who"));
  if (labels.number) {
    const link = el("a", labels.number);
    link.href = `/desk/disputes/${encodeURIComponent(labels.number)}`;
    row.append(link);
  }
  return row;
}

// -- the board

function put(cell, n) {
  if (Number(cell.textContent) === n) return;
  cell.replaceChildren(cell.dataset.n === "late" && n ? light("red", n) : n);
  cell.classList.remove("moved");
  requestAnimationFrame(() => cell.classList.add("moved"));
}

function tell(board) {
  const place = document.getElementById("picture");
  const lines = board[data.lines];
  for (const row of place.querySelectorAll("tbody tr")) {
    const counts = lines[codeOf(row)] || {};
    for (const cell of row.querySelectorAll("[data-n]")) put(cell, counts[cell.dataset.n] || 0);
  }
  // Of all lines, also those of other pages.
  const all = Object.values(lines);
  for (const cell of place.querySelectorAll("tfoot [data-n]")) put(cell, all.reduce((sum, counts) => sum + counts[cell.dataset.n], 0));
  place.querySelector(".clock").textContent = board.clock;
  place.querySelector(".position").textContent = board.position;
}

function follow() {
  let waiting = [];
  let missed = 0;
  let paused = false;
  let spoken = false;
  let board = null;
  let since = Number(new URL(data.stream, location.href).searchParams.get("after"));
  const pause = document.getElementById("pause");
  const silence = document.getElementById("silence");
  const count = document.getElementById("waiting");
  document.getElementById("controls").hidden = false;

  const stand = (level, words, more = "") => state.replaceChildren(light(level, words), el("span", more, "quiet"));

  function show(rows) {
    document.getElementById("no-facts")?.remove();
    list.prepend(...rows.slice(-MOST).reverse());
    while (list.children.length > MOST) list.lastElementChild.remove();
    if (spoken) document.getElementById("spoken").textContent = [...rows.at(-1).children].map((one) => one.textContent).join("，");
  }

  function look(event) {
    board = JSON.parse(event.data);
    if (!paused) tell(board);
  }

  function hear(event) {
    const told = JSON.parse(event.data);
    if (told.position <= since) return;
    since = told.position;
    const row = line(event.type, told);
    if (!paused) return show([row]);
    waiting.push(row);
    if (waiting.length > MOST) waiting.shift();
    missed += 1;
    count.textContent = `暂停中，有 ${missed} 条新动态`;
  }

  function stands(how, wait) {
    if (how === "open") return stand("green", "实时", "新的动态随时出现");
    if (how === "over") return stand("red", "会话已结束", "重新登录后继续");
    if (!wait) return stand("yellow", "正在重新连接", "恢复后补上其间的动态");
    return stand("red", "连接中断", `${Math.round(wait / 1000)} 秒后再试`);
  }

  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? "继续" : "暂停";
    count.textContent = paused ? "暂停中，没有新动态" : "";
    if (paused) return;
    if (board) tell(board);
    if (!waiting.length) return;
    const rows = waiting;
    waiting = [];
    missed = 0;
    show(rows);
  });
  silence.addEventListener("click", () => {
    spoken = !spoken;
    silence.setAttribute("aria-pressed", String(spoken));
    if (!spoken) document.getElementById("spoken").textContent = "";
  });
  listen(data.stream, data.kinds, hear, stands, { board: look });
}

// -- going back

async function fetched(address) {
  const asked = new URL(address, location.href);
  asked.searchParams.set("part", "picture");
  const answer = await ask(asked);
  if (!answer.ok) throw new Error(String(answer.status));
  const place = document.getElementById("picture");
  const got = new DOMParser().parseFromString(await answer.text(), "text/html");
  const cells = (where) => new Map([...where.querySelectorAll("tbody [data-n]")].map((cell) => [`${codeOf(cell.closest("tr"))} ${cell.dataset.n}`, cell]));
  const stood = cells(place);
  for (const [name, cell] of cells(got)) if (stood.has(name) && stood.get(name).textContent !== cell.textContent) cell.classList.add("moved");
  const focus = place.contains(document.activeElement) ? document.activeElement.dataset : null;
  const opened = place.querySelector("details")?.open;
  place.replaceChildren(...got.body.childNodes);
  if (opened) place.querySelector("details").open = true;
  if (focus?.step) place.querySelector(`[data-step="${focus.step}"]`)?.focus();
  else if (focus?.hour) place.querySelector(`[data-hour="${focus.hour}"]`)?.focus();
}

function play() {
  let playing = 0;
  const button = el("button", "连续播放");
  button.type = "button";
  button.setAttribute("aria-pressed", "false");
  document.querySelector(".back-form .row").append(button);

  async function go(link) {
    const address = link.href;
    await fetched(address);
    history.replaceState(null, "", address);
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    button.textContent = "连续播放";
    button.setAttribute("aria-pressed", "false");
  }

  button.addEventListener("click", () => {
    if (playing) return stop();
    button.textContent = "停止播放";
    button.setAttribute("aria-pressed", "true");
    playing = setInterval(async () => {
      const next = document.querySelector('[data-step="1"]');
      if (!next) return stop();
      try { await go(next); } catch { stop(); }
    }, 1500);
  });
  document.getElementById("picture").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-step], a[data-hour]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link).catch(() => { location.href = link.href; });
  });
}

if (state) follow();
else play();
