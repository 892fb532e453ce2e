// Looks every twenty seconds whether the list has changed, and keeps the focus where it is.
const list = document.getElementById("list");
const EACH = 20000;
let known = "";

async function look() {
  if (document.hidden) return;
  const answer = await fetch(list.dataset.live, { headers: { Accept: "text/html" } });
  if (answer.redirected) return location.reload(); // the session has ended: to the signing in
  if (!answer.ok) return;
  const text = await answer.text();
  if (text === known) return;
  known = text;
  const held = document.activeElement?.closest("#list [data-key]")?.dataset.key;
  list.innerHTML = text;
  if (held) list.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

if (list) {
  setInterval(() => look().catch(() => {}), EACH);
  document.addEventListener("visibilitychange", () => look().catch(() => {}));
}
