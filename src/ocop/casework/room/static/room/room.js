/* The council's room: one page for a member's whole meeting. Criteria, totals, evidence, review and seal
   change
   without loading anything; what is chosen and written is kept by the one way of every form (keep.js). */

import { deliver, isUnsent, ready, turnTo } from "../ui/js/keep.js";
import { listen } from "../ui/js/sending.js";
import * as model from "./model.js";
import * as packs from "./pack.js";
import { chip, drawAnswers, drawEvidence, drawTotals, find, made, nextPaper, notice, say } from "./view.js";

const AGAIN = 20000, PRACTICE = "tap", { GENERAL, readies, sheets, told, value } = model;
const body = document.body;
let product = null, key = "", code = "", view = "queue", isHanding = false, timer = 0;

/* where: "" the queue, "<product>/<criterion>", "<product>/ca" the whole sheet, "<product>/nem/<criterion>"
   tasting, "<product>/chot" the review and the seal */
const address = (...parts) => `#${parts.filter(Boolean).join("/")}`;
const isOffline = () => !navigator.onLine || told.isOffline;
const go = (where) => { location.hash = where; };
const isPractice = () => key === PRACTICE;
const codes = () => (view === "taste" ? product.codes.filter((one) => product.senses.includes(one))
  : product.codes);
/* by the council's rules a criterion of the senses is judged by the sample number alone */
const isBlind = (one) => !isPractice() && product.blind.includes(one);

/* a form of a product, with what was chosen in it and what that rests on */
function filled(one) {
  const page = new DOMParser().parseFromString(product.forms[one], "text/html").body.firstElementChild;
  const box = document.importNode(page, true);
  prepare(box.querySelector("form"), one, ["choice", "comment"]);
  for (const input of box.querySelectorAll("[name=choice]")) input.checked = input.value === value(key, one);
  const text = value(key, one, "comment");
  box.querySelector("[name=comment]").value = text;
  box.querySelector(".comment").open = Boolean(text);
  return box;
}

function prepare(form, one, fields) {
  const holder = form.querySelector("[data-url]");
  holder.dataset.url = `${product.keep}${one}/`;
  holder.dataset.form = `${key}/${one}`;
  holder.dataset.bases = JSON.stringify(Object.fromEntries(fields.map((name) => [name, model.base(key, one,
    name)])));
  holder.toggleAttribute("data-keep", !isPractice());
  if (!isPractice()) holder.dataset.keep = "fields";
  if (isPractice()) form.addEventListener("input", ({ target }) => {
    sheets[PRACTICE].values[`${one}/${target.name}`] = target.value;
    totals();
  });
  for (const input of form.elements) input.disabled = !isPractice() && !sheets[key]?.open;
}

function totals() {
  if (product) drawTotals(product, model.totals(product, key));
}

/* the page as its address says */
async function show() {
  const [first = "", second = "", third = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  const isSame = first === key && product;
  notice("");
  if (!first) return queue();
  if (!isSame) {
    key = first;
    product = key === PRACTICE ? await practice() : model.listed(key) && await model.product(key);
  }
  if (!product) {
    key = "";
    notice(say("unloaded"));
    return queue();
  }
  view = { ca: "whole", nem: "taste", chot: "seal" }[second] ?? "one";
  if (!isPractice() && sheets[key]?.code && view !== "seal") return go(address(key, "chot"));
  if (view === "taste" && !codes().length) {
    notice(say("nothing"));
    view = "one";
  }
  const asked = [second, third].find((one) => codes().includes(one));
  code = asked ?? codes().find((one) => !value(key, one)) ?? codes()[0];
  head();
  await draw();
  totals();
}

async function draw() {
  body.dataset.view = view;
  delete find("do-seal").dataset.key;
  const pane = find("criterion"), whole = find("whole");
  if (view === "one" || view === "taste") {
    whole.replaceChildren();
    pane.replaceChildren(filled(code));
    pane.scrollTop = 0;
    if (isBlind(code)) find("evidence").replaceChildren(made("p", { textContent: say("blind") }));
    else drawEvidence(product, code);
    find("on").firstElementChild.textContent = codes().at(-1) === code ? say("review") : say("next");
    find("back").hidden = codes()[0] === code;
    if (!isPractice()) await turnTo(pane);
    return;
  }
  pane.replaceChildren();
  if (view === "whole") {
    whole.replaceChildren(...product.codes.filter((one) => !isBlind(one)).map(filled));
    whole.querySelectorAll("[data-key]").forEach((one) => one.removeAttribute("data-key"));
    document.getElementById(`n-${code}`)?.scrollIntoView();
    find("on").firstElementChild.textContent = say("review");
    find("back").hidden = true;
    if (!isPractice()) await turnTo(whole);
    return;
  }
  whole.replaceChildren();
  await seal();
}

function head() {
  const listed = model.listed(key), rows = model.products(), place = rows.indexOf(listed) + 1;
  const isHidden = (view === "taste" && listed?.sample) || (view === "one" && isBlind(code));
  const number = listed?.sample || (isHidden ? place : "");
  const sample = number ? say("sample", { n: number }) : "";
  find("name").textContent = isPractice() ? say("practice") : isHidden ? sample : listed.name;
  const set = say("set", { n: product.set_no, name: product.set });
  find("about").textContent = isPractice() ? say("practised")
    : isHidden ? say("hiddenName")
      : [product.blind.length ? "" : sample, set, listed.producer].filter(Boolean).join(" · ");
  find("count").textContent = place ? say("product", { n: place, all: rows.length }) : "";
  find("modes").hidden = find("foot").hidden = find("queue").hidden = false;
  find("home").hidden = true;
  for (const one of document.querySelectorAll("[data-mode]")) {
    const name = one.dataset.mode, isNow = { one: "one", ca: "whole", nem: "taste" }[name] === view;
    one.href = name === "one" ? address(key, product.codes.includes(code) ? code : "") : address(key, name);
    one.hidden = name === "nem" && !product.senses.length;
    one.toggleAttribute("aria-current", isNow);
  }
  find("to-seal").href = address(key, "chot");
}

/* an own sheet to try on: the rubric of the first product, nothing of it is sent */
async function practice() {
  sheets[PRACTICE] ??= { values: {}, bases: {}, version: 0, open: true, pass: 1 };
  const [some] = model.products(), like = some && await model.product(some.key);
  return like && { ...like, papers: [] };
}

function step(by) {
  if (!product) return;
  const rows = codes(), next = rows[rows.indexOf(code) + by];
  if (next) go(address(key, view === "taste" ? "nem" : "", next));
  else if (by > 0) go(address(key, "chot"));
}

find("on").addEventListener("click", () => {
  if (view === "seal") go(address(nextProduct()));
  else if (view === "whole") go(address(key, "chot"));
  else step(1);
});
find("back").addEventListener("click", () => step(-1));
find("next-paper").addEventListener("click", nextPaper);
document.addEventListener("click", ({ target }) => {
  if (target.closest(".comment summary")) setTimeout(() => {
    const box = target.closest("details").querySelector("textarea");
    if (box?.closest("details").open) box.focus();
  });
});

/* who wants it goes on by choosing: one tap a criterion; never by the arrows, which look for an option */
const onward = find("onward"), MOMENT = 350;
let isLooking = false;
onward.checked = Boolean(remembered("ocop-room-onward"));
onward.addEventListener("change", () => remembered("ocop-room-onward", onward.checked ? "yes" : ""));
find("criterion").addEventListener("change", ({ target }) => {
  if (target.name !== "choice" || isLooking || !onward.checked) return;
  const here = code;
  setTimeout(() => { if (here === code) step(1); }, MOMENT);
});

/* a browser that keeps nothing asks again every time */
function remembered(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return value;
  }
}

/* arrows go through the options; left and right from criterion to criterion */
document.addEventListener("keydown", (event) => {
  const { target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || target.matches("textarea, input[type=text]")) return;
  if (view !== "one" && view !== "taste") return;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by) {
    event.preventDefault();
    step(by);
  }
  const boxes = [...find("criterion").querySelectorAll("[name=choice]")];
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!move || !boxes.length || boxes[0].disabled) return;
  event.preventDefault();
  const now = boxes.findIndex((one) => one.checked), next = boxes[Math.min(boxes.length - 1, Math.max(0,
    now + move))];
  next.focus();
  isLooking = true;
  next.click();
  isLooking = false;
}, true);

/* the next product that still waits, in order */
function nextProduct() {
  const rows = model.products(), from = rows.findIndex((one) => one.key === key) + 1;
  return [...rows.slice(from), ...rows.slice(0, from)].find((one) => sheets[one.key]?.open
    && !readies[one.key])?.key ?? "";
}

/* --- the review, the seal, and what is ready --- */

async function seal() {
  const found = model.totals(product, key), sheet = sheets[key], isReady = Boolean(readies[key]);
  const words = find("seal-words"), button = find("do-seal");
  const old = document.querySelector('[data-form-of="chung"]'), form = old.cloneNode(true);
  old.replaceWith(form); // what hears of the form before goes with it
  drawAnswers(product, key, value, (one) => address(key, one));
  find("back-to-one").href = address(key, found.missing[0] ?? product.codes[0]);
  prepare(form, GENERAL, ["general_comment"]);
  form.elements.general_comment.value = value(key, GENERAL, "general_comment");
  const said = isPractice() ? say("practised") : sheet?.code ? say("sealed", { code: sheet.code })
    : found.missing.length ? say("incomplete", { n: found.missing.length })
      : isReady ? say("waits") : say("forGood");
  words.replaceChildren(made("div", { className: `notice ${sheet?.code ? "notice-ok" : "notice-info"}` },
    made("p", { textContent: said })));
  button.hidden = isPractice() || !sheet?.open || Boolean(found.missing.length);
  find("seal-button").textContent = isReady && isOffline() ? say("unmark")
    : say(isOffline() ? "mark" : "seal", { n: found.total });
  if (!button.hidden) button.dataset.key = "s";
  find("on").firstElementChild.textContent = say("next");
  find("back").hidden = true;
  form.hidden = Boolean(sheet?.code);
  if (!isPractice()) await turnTo(find("seal"));
}

find("do-seal").addEventListener("click", async () => {
  const here = key, found = product;
  if (readies[here] && isOffline()) {
    await model.unmark(here);
    return seal();
  }
  await deliver();
  if (isUnsent(`${here}/`) || isOffline()) {
    return await model.renew() && !isOffline() ? notice(say("unsent")) : markReady(here, found);
  }
  const said = await model.handIn(found.hand_in, model.whole(found, here, readies[here]?.moment));
  return said.waits ? markReady(here, found) : settle(here, said);
});

async function markReady(here, found) {
  told.isOffline = true;
  const sheet = model.whole(found, here, Date.now());
  await model.mark(here, sheet, found.hand_in, model.listed(here)?.name ?? "");
  await seal();
}

async function settle(here, said) {
  if (said.again) {
    remembered("ocop-room-hand", "yes"); // who comes back confirmed does not press again
    return location.assign(typeof said.again === "string" ? said.again : body.dataset.again);
  }
  if (said.sealed || said.late) {
    await model.unmark(here);
    sheets[here].open = false;
    if (said.sealed) sheets[here].code = said.sealed;
    await model.remember();
    if (here === key && view === "seal") await seal();
  }
  if (said.late) return late(here, said);
  if (said.error) notice(say("failedSeal", { why: said.error }));
  return undefined;
}

function late(here, said) {
  const words = `${model.listed(here)?.name ?? ""}: ${say("late", { why: said.late })} (${said.code})`;
  find("late-list").append(made("li", { textContent: words }));
  notice(words);
}

/* Sends what was ready. With `isAsked` the member pressed the button and may be asked who it is; without,
   only
   what came too late goes by itself, so that the chair learns of it. */
async function handReadies(isAsked, mayLeave = isAsked) {
  if (isHanding || isOffline() || told.isSignedOut) return;
  isHanding = true;
  for (const [here, one] of Object.entries(readies)) {
    if (!isAsked && !told.isClosed && sheets[here]?.open) continue;
    const said = await handReady(here, one);
    if (said?.waits) break;
    if (said && (mayLeave || !said.again)) await settle(here, said);
    if (said?.again && mayLeave) break;
  }
  isHanding = false;
  await queueParts();
}

/* as it was marked; what changed after that took the mark away */
async function handReady(here, { moment, hand_in: url, ...sheet }) {
  await deliver();
  const isOpen = !told.isClosed && sheets[here]?.open;
  if (isOpen && isUnsent(`${here}/`)) return void notice(say("unsent"));
  const version = isOpen ? sheets[here].version : sheet.version;
  return model.handIn(url, { ...sheet, version, ready_at: new Date(moment).toISOString() });
}

find("send-ready").addEventListener("click", async () => {
  await model.renew();
  if (told.isOffline) return notice(say("offline"));
  if (told.isSignedOut) return location.assign(body.dataset.again);
  return handReadies(true);
});

/* --- the queue --- */

async function queue() {
  view = body.dataset.view = "queue";
  key = "";
  product = null;
  find("name").textContent = document.title.split(" · ")[0];
  find("about").textContent = document.title.split(" · ")[1] ?? "";
  find("count").textContent = "";
  find("modes").hidden = find("foot").hidden = find("queue").hidden = true;
  find("home").hidden = false;
  find("criterion").replaceChildren();
  find("whole").replaceChildren();
  await queueParts();
}

async function queueParts() {
  if (view !== "queue") return;
  const rows = model.products(), isTodo = find("todo").checked, lines = [];
  let done = 0;
  for (const one of rows) {
    const sheet = sheets[one.key], left = sheet?.open ? await model.missing(one.key) : 0;
    const isDone = Boolean(sheet?.code) || Boolean(readies[one.key]);
    done += isDone ? 1 : 0;
    if (isTodo && (isDone || !sheet?.open)) continue;
    lines.push(line(one, sheet, left));
  }
  find("products").replaceChildren(...lines);
  find("done-words").textContent = rows.length ? say("products", { n: done, all: rows.length }) : "";
  find("none").hidden = rows.length > 0;
  const waiting = Object.keys(readies).length;
  find("readies").hidden = !waiting && !find("late-list").children.length;
  find("ready-words").textContent = waiting ? say("readies", { n: waiting }) : "";
  find("send-ready").hidden = !waiting;
}

function line(one, sheet, left) {
  const state = readies[one.key] ? chip("warn", say("isReady"))
    : sheet?.code ? made("span", {}, chip("ok", say("isSealed")), " ", made("code",
      { textContent: sheet.code }))
      : !sheet?.open ? chip("info", say("isClosed"))
        : left === 0 ? chip("warn", say("toSeal")) : chip("wait", left === null ? "…" : say("left",
          { n: left }));
  return made("li", {},
    made("span", { className: "row-no", textContent: one.no }),
    made("span", { className: "row-main" }, made("a", { href: address(one.key), textContent: one.name }),
      made("small", { className: "muted", textContent: one.producer })),
    made("span", { className: "row-end" }, state));
}

find("todo").addEventListener("change", queueParts);

/* --- what is loaded --- */

const size = (bytes) => `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

/* what lies on this machine; `gone` says why nothing does any more */
async function packWords(gone = "") {
  const known = await packs.note(), load = find("load");
  load.hidden = !packs.isAble;
  find("wipe").hidden = !known;
  if (gone) notice(find("said").textContent = say(gone));
  if (!known) return;
  const hour = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short",
    timeStyle: "short" });
  const values = { n: known.products, size: size(known.bytes), time: hour.format(known.at) };
  find("said").textContent = say("loaded", values);
  load.lastChild.textContent = say("old");
  load.classList.add("button-plain");
}

find("load").addEventListener("click", async () => {
  const bar = find("progress"), load = find("load");
  load.disabled = true;
  bar.hidden = false;
  try {
    await packs.load((n, all) => {
      bar.max = all;
      bar.value = n;
      find("said").textContent = say("loading", { n, all });
    });
    await model.remember();
    await packWords();
  } catch {
    find("said").textContent = say("failed");
  }
  load.disabled = false;
  bar.hidden = true;
});
find("wipe").addEventListener("click", async () => {
  await packs.wipe();
  location.reload();
});

/* --- what the server says --- */

listen(({ kind, record, said }) => {
  if (record.owner !== model.owner) return;
  const here = kind === "kept" ? model.take(record) : record.form.split("/")[0];
  if (kind === "kept" && readies[here]) model.unmark(here);
  if (kind === "sent" || kind === "settled") model.took(record, said);
  if (here !== key || view === "queue") return;
  totals();
  if (view === "seal" && record.field !== "general_comment") seal();
});

/* Asks the server where the sheets stand, again and again; late sheets go by themselves. */
async function wait() {
  clearTimeout(timer);
  timer = setTimeout(wait, AGAIN);
  const wasOffline = told.isOffline;
  await model.renew();
  if (told.isOther) {
    await packs.wipe();
    return location.reload();
  }
  if (await packs.tidy()) await packWords("expired");
  if (key && !isPractice() && !model.listed(key)) return go(""); // no longer this member's
  if (told.isSignedOut) notice(say("signedOut"));
  else if (told.isOffline && !wasOffline && view === "queue") notice(say("offline"));
  if (!told.isOffline && !told.isSignedOut) {
    if (wasOffline || isUnsent("")) { // a browser that was killed may have sent before it had today's token
      await deliver();
      if (view === "seal") await seal();
    }
    await handReadies(false);
    if (told.isClosed && await packs.note()) {
      await packs.wipe();
      await packWords("ended");
    }
  }
  return queueParts();
}

window.addEventListener("hashchange", show);
window.addEventListener("online", wait);
window.addEventListener("offline", () => { told.isOffline = true; if (view === "seal") seal(); });

await ready;
const isExpired = await packs.tidy();
await model.read();
await show();
await packWords(isExpired ? "expired" : "");
if (told.isOffline && view === "queue") notice(say("offline"));
if (remembered("ocop-room-hand")) {
  remembered("ocop-room-hand", "");
  await handReadies(true, false);
}
wait();
