// A draft outlives network and browser, and nobody else can read it: it lies in this browser
// enciphered with a key that the hub gives only to the officer whose it is, and only for the page.

const PLACE = "hub:draft:";
const { bytes, text } = hubBox;
const ofHex = (hex) => new Uint8Array(hex.match(/../g).map((pair) => parseInt(pair, 16)));

async function sealed(key) {
  const raw = ofHex(key);
  const name = await crypto.subtle.digest("SHA-256", raw);
  return { place: PLACE + text(name).slice(0, 16), key: await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]) };
}

export async function drafts(key) {
  if (!key || !globalThis.crypto?.subtle) return null;  // no safe place: better none
  const own = await sealed(key);
  return {
    place: own.place,
    async keep(entries) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const said = new TextEncoder().encode(JSON.stringify(entries));
      const hidden = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, own.key, said);
      localStorage.setItem(own.place, `${text(iv)}.${text(hidden)}`);
    },
    async read() {
      try {
        const [iv, hidden] = localStorage.getItem(own.place).split(".").map(bytes);
        const said = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, own.key, hidden);
        return JSON.parse(new TextDecoder().decode(said));
      } catch {
        return null;
      }
    },
    drop: () => localStorage.removeItem(own.place),
  };
}
