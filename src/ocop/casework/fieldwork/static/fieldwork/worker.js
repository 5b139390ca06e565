/* Brings the pages of a day's visits where there is no network: what was loaded beforehand (pack.js), and
   nothing else. It stands above /thuc-dia/ alone. */

const PACK = "ocop-visits-", PATIENCE = 6000, HASHED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const packs = async () => (await caches.keys()).filter((name) => name.startsWith(PACK));

async function held(request) {
  for (const name of await packs()) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return { found, name };
  }
  return null;
}

/* From the network while it answers in time; a page that is held is renewed on the way. */
async function page(request) {
  const known = await held(request.url);
  if (!known) return fetch(request);
  let answer;
  try {
    answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return known.found;
  }
  if (answer.type === "opaqueredirect") await forget(); // signed out
  else if (answer.ok) await (await caches.open(known.name)).put(request.url, answer.clone());
  return answer;
}

async function forget() {
  for (const name of await packs()) await caches.delete(name);
}

/* A file that bears its hash never changes; of others the newest is asked for first. */
async function file(request) {
  const known = await held(request.url);
  if (known && HASHED.test(new URL(request.url).pathname)) return known.found;
  return fetch(request).catch((fault) => {
    if (known) return known.found;
    throw fault;
  });
}

self.addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (pathname.startsWith("/static/")) event.respondWith(file(request));
});
