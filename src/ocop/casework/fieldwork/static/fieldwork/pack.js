/* Loads the visits of a day onto this machine, says how much of it is there and since when, and lets go of
   what has ended. Without this file the pages need a network. */

const root = document.querySelector("[data-pack]"), texts = root.dataset;
const PACK = "ocop-visits-", mine = `${PACK}${document.body.dataset.owner}`, NOTE = `${texts.scope}nap.json`;
const find = (name) => root.querySelector(`[data-${name}]`);
const rows = [...document.querySelectorAll("[data-page]")];
const size = (bytes) => `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

/* everything that a page or a file names and needs to stand alone */
function named(text, address, kind) {
  if (kind.includes("html")) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const needs = "link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src], use";
    return [...page.querySelectorAll(needs)].map((one) => one.getAttribute("href") ?? one.getAttribute("src"))
      .filter((one) => one && !/^(data|blob):|^#/.test(one)).map((one) => one.split("#")[0]);
  }
  const pattern = kind.includes("css") ? /url\(["']?([^"')#?]+)/g : /from "(\.[^"]+)"/g;
  return [...text.matchAll(pattern)].map((one) => one[1]);
}

/* takes an address and what it needs, each once; answers how many bytes lie there */
async function take(pack, address, seen) {
  if (seen.has(address) || new URL(address).origin !== location.origin) return 0;
  seen.add(address);
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(address);
  await pack.put(address, answer.clone());
  const kind = answer.headers.get("content-type") ?? "", blob = await answer.blob();
  let bytes = blob.size;
  if (/html|css|javascript/.test(kind)) {
    for (const one of named(await blob.text(), address, kind)) {
      bytes += await take(pack, new URL(one, address).href, seen);
    }
  }
  return bytes;
}

async function load() {
  find("load").disabled = true;
  find("said").textContent = texts.loading;
  try {
    await navigator.serviceWorker.register(texts.worker, { scope: texts.scope });
    await navigator.serviceWorker.ready;
    navigator.storage?.persist?.();
    const pack = await caches.open(mine), seen = new Set();
    let bytes = await take(pack, location.href.split("#")[0], seen);
    const pages = rows.map(({ dataset }) => dataset.page);
    for (const one of pages) bytes += await take(pack, new URL(one, location.href).href, seen);
    await pack.put(NOTE, new Response(JSON.stringify({ bytes, pages, at: Date.now() })));
    await show();
  } catch {
    find("said").textContent = texts.failed;
  }
  find("load").disabled = false;
}

/* what is there, in words; pages of visits that ended go */
async function show() {
  const names = await caches.keys();
  for (const name of names) if (name.startsWith(PACK) && name !== mine) await caches.delete(name);
  if (!names.includes(mine)) return;
  const pack = await caches.open(mine), note = await pack.match(NOTE).then((one) => one?.json());
  if (!note) return;
  for (const row of document.querySelectorAll("[data-ended]")) await pack.delete(row.dataset.ended);
  for (const row of rows) {
    const isThere = Boolean(await pack.match(row.dataset.page));
    row.textContent = isThere ? texts.there : texts.away;
  }
  const form = { dateStyle: "short", timeStyle: "short" };
  const hour = new Intl.DateTimeFormat(document.documentElement.lang, form);
  find("said").textContent = texts.loaded.replace("{size}", size(note.bytes))
    .replace("{n}", note.pages.length).replace("{time}", hour.format(note.at));
  find("wipe").hidden = false;
}

find("load").hidden = !("serviceWorker" in navigator && "caches" in window);
find("load").addEventListener("click", load);
find("wipe").addEventListener("click", async () => {
  await caches.delete(mine);
  location.reload();
});

/* page.js keeps people on the page where there is no network; pages that are loaded may be opened */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-packed]");
  if (!link || navigator.onLine) return;
  event.preventDefault();
  location.assign(link.href);
}, true);

if ("caches" in window) show();
