// Hands files in one by one as soon as they are chosen, says how far each is, and tries again: as
// they are, for they are evidence. What is handed in stands in the form by its SHA-256; a form may
// have several such fields, also in rows that come later.
const form = document.querySelector("form[data-files]");
const FIELD = 'input[type="file"]';
const TRIES = 6;
const SOON_MS = 1000; // what is done sooner needs no bar
const STILL_MS = 60000; // a line on which nothing moves is none
const OVER = "离开太久，要重新核对身份。填好的和传好的不会丢，请点下面的按钮接着办";
const MB = 1024 * 1024;

function answered(request) {
  if (request.getResponseHeader("Content-Type")?.startsWith("application/json")) return JSON.parse(request.responseText);
  return { detail: request.status === 401 ? OVER : `上传没有成功（${request.status}）` };
}

function send(file, told) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("_csrf", form.elements._csrf.value);
    body.append("files", file);
    let still;
    const moves = () => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STILL_MS);
    };
    request.upload.addEventListener("progress", (event) => {
      moves();
      if (event.lengthComputable) told.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      const said = answered(request);
      if (request.status === 201) done(said.stored[0]);
      else fail(Object.assign(new Error(said.detail), { final: request.status < 500 }));
    });
    for (const broken of ["error", "abort"]) request.addEventListener(broken, () => fail(new Error("网络中断")));
    request.addEventListener("loadend", () => clearTimeout(still));
    request.open("POST", form.dataset.files);
    moves();
    request.send(body);
  });
}

// Under which name of the form, and in which list, what was handed in by a field stands.
const named = (chooser) => chooser.dataset.kept ?? chooser.name;
const listOf = (chooser) => document.getElementById(`${chooser.id}-kept`);
const stands = (name, digest) => [...form.elements].some((one) => one.name === name && one.value === digest);

// Until the line is said to be back, or so long: a browser does not always know.
function rest(ms) {
  return new Promise((go) => {
    const wait = setTimeout(go, ms);
    window.addEventListener("online", () => { clearTimeout(wait); go(); }, { once: true });
  });
}

async function tried(chooser, file, says, told) {
  const most = Number(chooser.dataset.most || 0);
  if (most && file.size > most) throw new Error(`超过 ${most / MB} MB，没有上传。请分开拍，或者拿到窗口交`);
  for (let n = 1; ; n += 1) {
    try {
      return await send(file, told);
    } catch (error) {
      if (error.final || n >= TRIES) throw error;
      says.textContent = `${file.name}：${error.message}，第${n + 1}次重传`;
      await rest(1000 * 2 ** n);
    }
  }
}

function kept(chooser, row, called, digest) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: named(chooser), value: digest, checked: true });
  label.append(box, `已上传：${called}`);
  row.replaceChildren(label);
}

function failed(chooser, row, file, error) {
  const again = Object.assign(document.createElement("button"), { type: "button", textContent: `再传一次：${file.name}` });
  again.addEventListener("click", () => inTurn(chooser, [file], row));
  row.replaceChildren(Object.assign(document.createElement("p"), { className: "why", textContent: error.message.startsWith(file.name) ? error.message : `${file.name}：${error.message}` }), again);
}

async function handIn(chooser, file, row) {
  const says = Object.assign(document.createElement("span"), { textContent: `正在上传：${file.name}` });
  const told = Object.assign(document.createElement("progress"), { max: 1, value: 0, hidden: true });
  told.setAttribute("aria-label", `上传 ${file.name}`);
  row.replaceChildren(says, told);
  const soon = setTimeout(() => { told.hidden = false; }, SOON_MS);
  try {
    const digest = await tried(chooser, file, says, told);
    if (stands(named(chooser), digest)) row.remove(); // the same file again is the same
    else kept(chooser, row, file.name, digest);
  } catch (error) {
    failed(chooser, row, file, error);
  } finally {
    clearTimeout(soon);
  }
}

let turn = Promise.resolve();
let waiting = 0;

// One after another, whenever they are chosen: a slow line has no room for two.
function inTurn(chooser, files, before) {
  const button = form.querySelector("button.main");
  button.disabled = true;
  for (const file of files) {
    waiting += 1;
    const row = before || listOf(chooser).appendChild(document.createElement("li"));
    row.textContent = `等着上传：${file.name}`;
    turn = turn.then(() => handIn(chooser, file, row)).finally(() => {
      waiting -= 1;
      button.disabled = waiting > 0;
    });
  }
}

form?.addEventListener("change", ({ target: chooser }) => {
  if (!chooser.matches(FIELD)) return;
  const files = [...chooser.files];
  chooser.value = "";
  inTurn(chooser, files);
});

// What the frame's script brought back (hub.js) is handed in still, for a day: it stands here again.
for (const chooser of form?.restored ? form.querySelectorAll(FIELD) : []) {
  for (const digest of form.restored.get(named(chooser)) || []) {
    if (stands(named(chooser), digest)) continue;
    const list = listOf(chooser);
    const row = list.appendChild(document.createElement("li"));
    kept(chooser, row, `第${list.children.length}件`, digest);
  }
}
