// The receipt: once it has been printed or read, Enter begins the next registration. Its draft is done.
import { drafts } from "./draft.js";

const page = document.querySelector("[data-draft]");
if (document.documentElement.hasAttribute("data-told")) (await drafts(page.dataset.draft))?.drop();
document.querySelector("[data-next]")?.focus();

// The road is chosen a moment after registering: look again until it is there.
let looks = 10;
async function look() {
  if (!page.hasAttribute("data-waits") || looks-- <= 0) return;
  const answer = await fetch(location.href);
  const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-draft]");
  if (fresh && !fresh.hasAttribute("data-waits")) {
    page.innerHTML = fresh.innerHTML;
    page.removeAttribute("data-waits");
  } else setTimeout(look, 1000);
}
setTimeout(look, 1000);
