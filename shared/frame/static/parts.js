// Work that is done part after part: asked on until it is at its end, and counted as it comes.
import { over } from "./asking.js";

const form = document.querySelector("form[data-parts]");
if (form) {
  const says = form.querySelector("[data-says]");
  const { doing, left } = form.dataset;
  form.querySelector("button").hidden = true;
  let failed = 0;
  let before = "";
  const told = (work) => {
    for (const place of document.querySelectorAll("[data-count]")) {
      if (!(place.dataset.count in work)) continue; // the bell counts by itself
      if (place.matches("progress")) place.value = work[place.dataset.count];
      else place.textContent = work[place.dataset.count];
    }
  };
  const step = async () => {
    let work;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "application/json", "Hub-Waiting": "1" } });
      if (answer.status === 401) {
        says.textContent = left;
        return over();
      }
      if (answer.status >= 400 && answer.status < 500) {
        says.textContent = (await answer.json().catch(() => ({}))).detail || "不能继续，请刷新本页。";
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      work = await answer.json();
      failed = 0;
      says.textContent = doing;
    } catch {
      failed += 1;
      says.textContent = "暂时连不上，稍后自动继续。";
      return setTimeout(step, Math.min(30, 2 ** failed) * 1000);
    }
    told(work);
    if (work.ended_at) return location.reload();
    // Somebody else may be at the same part; then there is nothing to ask for at once.
    const now = JSON.stringify(work);
    setTimeout(step, now === before ? 1000 : 0);
    before = now;
  };
  step();
}
