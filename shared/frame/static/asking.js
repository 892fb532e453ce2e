// What an open page asks for by itself: nobody is at work by it, and it says when the session is over.

export function over() {
  document.dispatchEvent(new Event("hub:ended"));
}

export async function ask(address, accept = "text/html", more = {}) {
  const answer = await fetch(address, { ...more, headers: { Accept: accept, "Hub-Waiting": "1" } });
  if (answer.status === 401) over();
  return answer;
}

// Follows a stream until the page goes or the session is over. `hear` gets every event; `stand` how
// it stands: "open", "away" with the milliseconds until it is tried again, or "over"; what is said
// aside, which has no place in the stream, goes to the listener of its name. `whileSeen` it has a line
// only while one looks at the page, since browsers open no more than six to a place; such a page looks
// for itself when it is connected again, and is not told what was meanwhile.
export function follow(address, kinds, hear, stand = () => {}, aside = {}, whileSeen = false) {
  let source = null;
  let wait = 1000;
  let ended = false;
  const from = new URL(address, location.href);

  function end() {
    ended = true;
    source.close();
    stand("over");
    over();
  }

  async function turnedAway() {
    // A stream does not say why it was turned away, so it is asked for once more.
    const gone = new AbortController();
    try {
      const answer = await fetch(from, { headers: { Accept: "text/event-stream" }, signal: gone.signal });
      gone.abort();
      if (answer.status === 401) return end();
    } catch { /* away: tried again below */ }
    stand("away", wait);
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 60000);
  }

  function connect() {
    if (ended || (whileSeen && document.hidden)) return;
    if (whileSeen && source) from.searchParams.delete("after");
    source?.close();
    source = new EventSource(from);
    source.onopen = () => { wait = 1000; stand("open"); };
    // The browser comes back by itself with the last position, unless it was turned away.
    source.onerror = () => (source.readyState === EventSource.CLOSED ? turnedAway() : stand("away", 0));
    source.addEventListener("ended", end);
    for (const [name, listener] of Object.entries(aside)) source.addEventListener(name, listener);
    for (const kind of kinds) {
      source.addEventListener(kind, (event) => {
        if (!whileSeen) from.searchParams.set("after", event.lastEventId);
        hear(event);
      });
    }
  }

  if (whileSeen) {
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        if (!source || source.readyState === EventSource.CLOSED) connect();
        return;
      }
      source?.close();
      stand("away", 0);
    });
  }
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  connect();
}
