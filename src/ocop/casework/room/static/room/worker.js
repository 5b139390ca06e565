/* Brings the council's room where there is no network: what was loaded beforehand (pack.js), and nothing
   else.
   What is loaded is brought from the machine also where there is a network, so that a new version of the
   application in the middle of a meeting changes nothing for sheets that are open. It stands above
   /phong-cham/
   alone, and forgets after 48 hours. */

const PACK = "ocop-room-", LIFE = 48 * 3600 * 1000, NOTE = "/phong-cham/nap.json";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function isFresh(pack) {
  const note = await (await pack.match(NOTE))?.json();
  return !note || Date.now() - note.at < LIFE;
}

async function held(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PACK)) continue;
    const pack = await caches.open(name), found = await pack.match(url, { ignoreVary: true });
    if (found && await isFresh(pack)) return found;
    if (found) await caches.delete(name);
  }
  return null;
}

self.addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.cache === "reload") return;
  if (pathname.endsWith("/phieu.json") || pathname.endsWith("/may.js")) return;
  event.respondWith(held(request.url.split("#")[0]).then((found) => found ?? fetch(request)));
});
