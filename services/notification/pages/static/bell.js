// The bell: how many are unread, asked for when the page is shown and each half minute while it is.
import { ask } from "../frame/asking.js";

const EVERY = 30000;
const bell = document.querySelector(".bell[data-count]");
const number = bell?.querySelector(".count");

async function ring() {
  if (document.hidden) return;
  try {
    const answer = await ask(bell.dataset.count, "application/json", { redirect: "error" });
    if (!answer.ok) return;
    const { unread, most } = await answer.json();
    const says = unread > most ? `${most}+` : `${unread}`;
    if (number.textContent !== says) number.textContent = says;
    number.hidden = !unread;
    bell.setAttribute("aria-label", unread ? `通知，${says}条未读` : "通知，没有未读");
  } catch {
    // Away: the last number stays; the next look is in half a minute.
  }
}

if (bell) {
  ring();
  const ringing = setInterval(ring, EVERY);
  document.addEventListener("visibilitychange", ring);
  document.addEventListener("hub:ended", () => {
    clearInterval(ringing);
    document.removeEventListener("visibilitychange", ring);
  });
}
