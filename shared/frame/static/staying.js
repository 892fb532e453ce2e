// Typing is work, too: the hub hears of it once a minute, and whoever does nothing is told before a
// session ends of it. For the desks and for the pages of parties; each says where it is told.

const { idle, stay } = document.documentElement.dataset; // seconds, and an address
const EACH_MS = 60000;
const BEFORE_S = Math.min(120, Number(idle) / 2);
const others = new BroadcastChannel(`hub-work:${stay}`); // work on one page is work on all of them
let rests = false;
let soon = 0;
let warning = null;

function worked() {
  clearTimeout(soon);
  warning?.remove();
  warning = null;
  soon = setTimeout(warn, (Number(idle) - BEFORE_S) * 1000);
}

async function tell() {
  const body = new URLSearchParams({ _csrf: document.querySelector('meta[name="csrf-token"]').content });
  try {
    const answer = await fetch(stay, { method: "POST", body });
    if (answer.status === 401) document.dispatchEvent(new Event("hub:ended"));
    if (!answer.ok) return;
    others.postMessage("");
    worked();
  } catch { /* no line: the next key tells it */ }
}

function warn() {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "继续" });
  button.addEventListener("click", tell);
  warning = Object.assign(document.createElement("p"), { className: "faults" });
  warning.setAttribute("role", "alert");
  warning.append(`很久没有操作，约${Math.ceil(BEFORE_S / 60)}分钟后自动退出；要接着办的，请按“继续”。 `, button);
  document.getElementById("main").prepend(warning);
}

document.addEventListener("input", () => {
  if (rests) return;
  rests = true;
  setTimeout(() => { rests = false; }, EACH_MS);
  tell();
});
others.addEventListener("message", worked);
document.addEventListener("hub:ended", () => {
  clearTimeout(soon);
  warning?.remove();
});
others.postMessage("");
worked();
