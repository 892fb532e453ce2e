// A ledger may be dropped onto the page; what is taken in is counted as it comes.
import { over } from "../frame/asking.js";

const drop = document.querySelector("[data-drop]");
if (drop) {
  const chooser = drop.querySelector("input[type=file]");
  const says = drop.querySelector("[data-chosen]");
  const told = () => { says.textContent = chooser.files.length ? `已选择：${chooser.files[0].name}` : ""; };
  chooser.addEventListener("change", told);
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    chooser.files = event.dataTransfer.files;
    told();
    document.getElementById("hand-in").requestSubmit();
  });
}

const form = document.getElementById("go-on");
if (form) {
  const says = form.querySelector("[data-says]");
  form.querySelector("button").hidden = true;
  let failed = 0;
  const step = async () => {
    let ledger;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "application/json" } });
      if (answer.status === 401) {
        says.textContent = "登录已经结束，枢纽自行继续登记；重新登录后可以查看。";
        return over();
      }
      if (!answer.ok) throw new Error(String(answer.status));
      ledger = await answer.json();
      failed = 0;
      says.textContent = "正在登记；页面关闭后，枢纽自行继续。";
    } catch {
      failed += 1;
      says.textContent = "暂时连不上，稍后自动继续。";
      return setTimeout(step, Math.min(30, 2 ** failed) * 1000);
    }
    document.getElementById("progress").value = ledger.read;
    for (const place of document.querySelectorAll("[data-count]")) place.textContent = ledger[place.dataset.count];
    if (ledger.ended_at) location.reload();
    else step();
  };
  step();
}
