// Lets a window's pages open without a line: instead of what cannot be had, the counter's page.

const SHELF = "hub-counter-1";
const PAGE = "/desk/window/offline";

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

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(online(request).catch(() => kept(PAGE, () => Response.error())));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(kept(request, () => fetch(request)));
  }
});
