// Lets a window's pages open without a line: instead of what cannot be had, the counter's page.
// What the form of registration sends meanwhile is taken over, as if the counter had taken it in.

const SHELF = "hub-counter-1";
const PAGE = "/desk/window/offline";
const FORM = "/desk/window/register";
const PATIENCE_MS = 30000; // a line that answers nothing is none
const NOT_TYPED = ["_csrf", "key", "go", "counter"];

async function keepPage() {
  const answer = await fetch(PAGE, { credentials: "same-origin", cache: "no-store" });
  // Signed out, one is led elsewhere: what was kept stays.
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  const files = new Set(text.match(/\/static\/[^"'\s]+/g) || []);
  const shelf = await caches.open(SHELF);
  await Promise.all([...files].map(async (file) => {
    const got = await fetch(file);
    if (!got.ok) throw new Error(file);
    await shelf.put(file, got);
  }));
  await shelf.put(PAGE, answer);
  // What no longer belongs to the page goes, once all of the new is there.
  for (const old of await shelf.keys()) {
    const { pathname, search } = new URL(old.url);
    if (pathname !== PAGE && !files.has(pathname + search)) await shelf.delete(old);
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepPage());
  self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(keepPage().catch(() => undefined));
});

async function online(request) {
  const answer = await fetch(request);
  if (answer.status >= 502) throw new Error("away");
  return answer;
}

async function kept(name, otherwise) {
  return (await caches.match(name, { ignoreSearch: false })) || otherwise();
}

// -- a form that was sent without a line, or whose answer was lost

const patience = () => new Promise((_, fail) => setTimeout(() => fail(new Error("away")), PATIENCE_MS));

// Sealed for whoever sent it, under the key that it carried: should the hub have it, it is one.
async function takeOver(form) {
  const { officer, seals, at } = JSON.parse(form.get("counter") || "{}");
  if (!officer || form.get("go")) return null;
  const key = form.get("key");
  const before = (await hubBox.everything("entries")).find((one) => one.key === key);
  const entry = before || hubBox.entry(officer, new Date(at), key);
  const fields = [...form].filter(([name, value]) => value && !NOT_TYPED.includes(name));
  await hubBox.take(entry, seals, { sent: true, fields });
  return entry.local;
}

async function sent(request) {
  const form = await request.clone().formData();
  try {
    return await Promise.race([online(request), patience()]);
  } catch {
    const local = await takeOver(form);
    return local ? Response.redirect(`${PAGE}?taken=${local}`, 303) : Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method === "POST" && request.mode === "navigate" && address.pathname === FORM) {
    event.respondWith(sent(request));
  }
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(online(request).catch(() => kept(PAGE, () => Response.error())));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(kept(request, () => fetch(request)));
  }
});
