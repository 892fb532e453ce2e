// What was taken in without a line: kept in this browser, sealed, one entry a row. For the counter's
// page, the form of registration and its receipt, whose draft is written in the same letters, and the
// worker that looks after them; a worker takes plain scripts.

const hubBox = (() => {
  // -- what the disk has

  function base() {
    return new Promise((done, fail) => {
      const asked = indexedDB.open("hub-counter", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("entries", { keyPath: "local" });
        asked.result.createObjectStore("sent", { keyPath: "local" });
        asked.result.createObjectStore("officer");
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  }

  async function inside(stores, mode, act) {
    const open = await base();
    try {
      return await new Promise((done, fail) => {
        // Strict: a receipt is given only for what the disk has.
        const deed = open.transaction(stores, mode, { durability: "strict" });
        let result;
        deed.oncomplete = () => done(result?.result);
        deed.onabort = deed.onerror = () => fail(deed.error);
        result = act(deed);
      });
    } finally {
      open.close();
    }
  }

  const everything = (store) => inside([store], "readonly", (deed) => deed.objectStore(store).getAll());

  // -- bytes as text, however many they are

  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  function text(...parts) {
    let said = "";
    for (const part of parts) for (const byte of new Uint8Array(part)) said += String.fromCharCode(byte);
    return btoa(said);
  }

  // -- sealing: only the hub can open it, for the officer whose key this is

  async function seal(key, local, said) {
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const theirs = await crypto.subtle.importKey("raw", bytes(key), curve, false, []);
    const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256);
    const words = new TextEncoder();
    const from = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: words.encode("hub counter") };
    const secret = await crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const lock = { name: "AES-GCM", iv: nonce, additionalData: words.encode(local) };
    const sealed = await crypto.subtle.encrypt(lock, secret, words.encode(JSON.stringify(said)));
    return text(await crypto.subtle.exportKey("raw", ours.publicKey), nonce, sealed);
  }

  // -- taking in

  function today(moment) {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(moment);
  }

  function numbered(moment) {
    const some = crypto.getRandomValues(new Uint8Array(4));
    const tail = [...some].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();
    return `LOCAL-${today(moment).replaceAll("-", "")}-${tail}`;
  }

  // A new entry of an officer; the key is that under which it will be registered.
  function entry(officer, moment, key = crypto.randomUUID()) {
    return { local: numbered(moment), key, officer, at: moment.toISOString(), day: today(moment) };
  }

  // Sealed with the officer's public key, and on the disk before anything is said of it.
  async function take(one, seals, more) {
    const sealed = await seal(seals, one.local, { key: one.key, day: one.day, ...more });
    await inside(["entries"], "readwrite", (deed) => deed.objectStore("entries").put({ ...one, sealed }));
  }

  // -- whose counter it is

  // Whether there is a line, and who is signed in: what a page seals with, and hands in as.
  async function look() {
    try {
      const answer = await fetch("/desk/window/offline/line", { headers: { Accept: "application/json", "Hub-Waiting": "1" }, cache: "no-store" });
      if (answer.status >= 500) throw new Error("away");
      if (!answer.ok || answer.redirected) return { found: "signed-out", line: null };
      const line = await answer.json();
      localStorage.removeItem("hub:left");
      const kept = { officer: line.officer, key: line.key };
      await inside(["officer"], "readwrite", (deed) => deed.objectStore("officer").put(kept, "last"));
      return { found: "there", line };
    } catch {
      return { found: "away", line: null };
    }
  }

  // How many of an officer's entries wait; whoever signs out meanwhile is asked first (frame/hub.js).
  async function waiting(officer) {
    const own = (await everything("entries")).filter((one) => one.officer === officer).length;
    if (own) localStorage.setItem("hub:waits", `本机还有 ${own} 件断网登记没有报送。退出后仍加密保存在本机，须由您重新登录后报送。仍要退出吗？`);
    else localStorage.removeItem("hub:waits");
    return own;
  }

  return { bytes, entry, everything, inside, look, take, text, waiting };
})();
