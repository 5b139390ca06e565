/* Loads a meeting onto this machine: the page with what it needs, every product that its member may open, the
   pages of its evidence. Says how much of it is there; lets go of it when the meeting is over,
     after 48 hours,
   and when somebody else is signed in. What was chosen and not sent lies elsewhere (store.js) and stays. */

const PACK = "ocop-room-", LIFE = 48 * 3600 * 1000, AT_ONCE = 4;
export const NOTE = "/phong-cham/nap.json";
const { owner, meeting, scope, worker, contents, loads } = document.body.dataset;
const mine = `${PACK}${owner}-${meeting}`;
const address = () => location.href.split(/[#?]/)[0];

/* Whether this browser can keep a meeting at all. */
export const isAble = "serviceWorker" in navigator && "caches" in window;
export const open = () => caches.open(mine);

/* Lets go of the packs of others and of those that are too old; answers whether the own one was. */
export async function tidy() {
  let isOld = false;
  for (const name of isAble ? await caches.keys() : []) {
    if (!name.startsWith(PACK)) continue;
    const known = await (await (await caches.open(name)).match(NOTE))?.json();
    const isStale = known && Date.now() - known.at > LIFE;
    if (!isStale && name.startsWith(`${PACK}${owner}-`)) continue;
    await caches.delete(name);
    isOld ||= isStale && name === mine;
  }
  return isOld;
}

export const wipe = () => (isAble ? caches.delete(mine) : false);

/* what is there: { at, bytes, products, files: [{ url, bytes, sha256 }] }, or nothing */
export const note = async () => (isAble && await caches.has(mine)
  ? (await (await open()).match(NOTE))?.json() : undefined);

/* lets go of one product: the member has a conflict with it, or it was taken off */
export async function forget(url) {
  if (!isAble || !await caches.has(mine)) return;
  const pack = await open(), full = new URL(url, location.href).href, found = await pack.match(full);
  const papers = found ? (await found.json()).papers : [];
  for (const one of [full, ...papers.flatMap(({ pages, url: file }) => [...pages, file])]) {
    if (one) await pack.delete(new URL(one, location.href).href);
  }
}

/* keeps an answer of the server beside what was loaded */
export async function put(url, said) {
  if (isAble && await note()) await (await open()).put(new URL(url, location.href).href, Response.json(said));
}

const hex = (bytes) => [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, "0")).join("");

/* everything that the page, a style or a script names and needs to stand alone */
function named(text, kind) {
  if (kind.includes("html")) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const needs = "link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src], use";
    return [...page.querySelectorAll(needs)].map((one) => one.getAttribute("href") ?? one.getAttribute("src"))
      .filter((one) => one && !/^(data|blob):|^#/.test(one)).map((one) => one.split("#")[0])
      .concat([...page.querySelectorAll("template")].flatMap((one) => named(one.innerHTML, "uses")));
  }
  const pattern = kind === "uses" ? /<use href="([^"#]+)/g
    : kind.includes("css") ? /url\(["']?([^"')#?]+)/g : /from "(\.[^"]+)"/g;
  return [...text.matchAll(pattern)].map((one) => one[1]);
}

class Loading {
  constructor(pack, tell) { Object.assign(this, { pack, tell, seen: new Set(), files: [], all: 0 }); }

  /* takes an address once, with what it needs; what never changes (`isFixed`) is not asked for twice */
  async take(url, isFixed = false) {
    const full = new URL(url, location.href).href;
    if (this.seen.has(full) || new URL(full).origin !== location.origin) return null;
    this.seen.add(full);
    this.all += 1;
    const known = isFixed && await this.pack.match(full);
    const answer = known || await fetch(full, { credentials: "same-origin", cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(full);
    const blob = await answer.clone().blob(), promised = answer.headers.get("x-content-sha256");
    const sha256 = crypto.subtle ? hex(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())) : "";
    if (promised && sha256 && promised !== sha256) throw new Error(full);
    if (!known) await this.pack.put(full, answer);
    this.files.push({ url: full, bytes: blob.size, sha256 });
    this.tell(this.files.length, this.all);
    const kind = answer.headers.get("content-type") ?? "";
    if (/html|css|javascript/.test(kind)) {
      for (const one of named(await blob.text(), kind)) await this.take(new URL(one, full).href);
    }
    return blob;
  }
}

/* The office writes down who loads before the first dossier comes. */
async function tellOffice() {
  const body = new URLSearchParams({
    csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value,
  });
  const answer = await fetch(loads, { method: "POST", body, redirect: "manual" });
  if (!answer.ok) throw new Error(String(answer.status));
}

/* Loads what is missing; `tell(n, all)` hears how far it is. Throws where the network or the room ends. */
export async function load(tell) {
  await tellOffice();
  await navigator.serviceWorker.register(worker, { scope });
  await navigator.serviceWorker.ready;
  navigator.storage?.persist?.();
  const pack = await open(), loading = new Loading(pack, tell);
  const list = JSON.parse(await (await loading.take(contents)).text()), later = [];
  for (const { url } of list.products) {
    const product = JSON.parse(await (await loading.take(url)).text());
    for (const { pages, url: file } of product.papers) later.push(...pages, ...(file ? [file] : []));
  }
  loading.all += new Set(later).size;
  const line = [...new Set(later)], work = async () => {
    for (let next = line.shift(); next; next = line.shift()) {
      loading.all -= 1;
      await loading.take(next, true);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await loading.take(address());
  const bytes = loading.files.reduce((sum, one) => sum + one.bytes, 0);
  const said = { at: Date.now(), bytes, products: list.products.length, files: loading.files };
  await pack.put(NOTE, new Response(JSON.stringify(said),
    { headers: { "content-type": "application/json" } }));
  return said;
}
