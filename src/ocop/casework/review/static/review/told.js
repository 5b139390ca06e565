/* On every page of a member's sheets: sends what this machine keeps, says in words where it is, and lets the
   member choose where the server holds another value or takes none. */

import { all, drop, isReadable, keep } from "./kept.js";
import { listen, send, tell } from "./sending.js";

const RETRY = [4000, 10000, 30000];
const state = document.querySelector("[data-save-state]"), panel = document.getElementById("kept");
export const { owner, item } = state.dataset;
const first = { state: state.dataset.state, text: state.textContent };
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
let timer = 0, tries = 0, hindrance = "", saved = "", safe = true, records = [];

const operation = () => crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);

/* what a page makes of a value of a field */
export function record(fields) {
  return { owner, moment: Date.now(), operation: operation(), after: [], ...fields };
}

/* Keeps a record in the place of the one that the page showed; the words change when the machine has it. */
export async function hold(one, base) {
  safe = await keep(one, base);
  tell({ kind: "kept", record: one });
}

export async function deliver() {
  clearTimeout(timer);
  hindrance = await send(owner, token());
  await draw();
  tries = hindrance ? tries + 1 : 0;
  const pause = RETRY[Math.min(tries, RETRY.length) - 1];
  if (["waiting", "busy", "unsafe"].includes(hindrance)) timer = setTimeout(deliver, pause);
}

/* whether anything of this sheet is still on this machine, or may be */
export const isHeld = () => !isReadable || records.some(isHere);

async function draw() {
  records = await all(owner);
  const troubled = records.filter((one) => one.trouble), n = records.length - troubled.length;
  ask(troubled);
  if (!isReadable) show("unsafe", { n });
  else if (n) show(safe ? hindrance || "kept" : "unsafe", { n });
  else if (troubled.length) show("refused", { n: troubled.length });
  else if (saved) show("saved", { time: saved });
  else again();
}

/* as the server wrote it */
function again() {
  state.textContent = first.text;
  if (first.state) state.dataset.state = first.state;
  else delete state.dataset.state;
}

function show(name, { n, time }) {
  const fill = (text) => text.replace("{n}", n).replace("{time}", time);
  const links = { signedout: location.href, stale: location.href, refused: "#kept" };
  state.dataset.state = { kept: "saving", saved: "saved", refused: "refused" }[name] ?? "waiting";
  state.textContent = fill(state.dataset[name]);
  if (!(name in links)) return;
  const textContent = state.dataset[`${name}Link`];
  state.append(" ", Object.assign(document.createElement("a"), { href: links[name], textContent }));
}

/* redrawn only when something new needs the member: a button under the finger stays */
function ask(troubled) {
  const names = troubled.map((one) => one.operation).join();
  if (panel.dataset.asks === names) return;
  panel.dataset.asks = names;
  panel.replaceChildren(...troubled.map(asked));
}

/* one record that needs the member: two values to choose between, or a refusal to take note of */
function asked(one) {
  const { error = state.dataset.untaken.replace("{code}", one.trouble.code), conflict } = one.trouble;
  const pattern = document.getElementById(conflict ? "kept-conflict" : "kept-refused");
  const box = pattern.content.cloneNode(true).firstElementChild;
  const stored = conflict?.stored.label, yours = conflict?.yours.label ?? one.label, saved = conflict?.saved;
  for (const [name, text] of Object.entries({ title: one.title, error, stored, yours, saved })) {
    const place = box.querySelector(`[data-${name}]`);
    if (place) place.textContent = text;
  }
  box.querySelector("[data-let-go]").addEventListener("click", () => letGo(one));
  box.querySelector("[data-replace]")?.addEventListener("click", () => replace(one));
  return box;
}

const isHere = (one) => one.form.startsWith(`${item}/`);
const back = () => document.getElementById("main").focus({ preventScroll: true });

async function letGo(one) {
  const { conflict } = one.trouble;
  await drop(one);
  if (!conflict && isHere(one)) return location.reload(); // what the page shows was not taken
  const said = conflict && { value: conflict.stored.value, version: conflict.version };
  tell({ kind: "settled", record: one, said });
  back();
}

async function replace({ trouble, tried, ...one }) {
  back();
  await hold({ ...one, ...record({ version: trouble.conflict.version }) }, one.operation);
  await deliver();
}

listen(({ kind, record: one, said }) => {
  if (one.owner !== owner) return;
  if (kind === "sent") {
    saved = said.saved;
    if (isHere(one)) document.getElementById("totals").innerHTML = said.totals;
  }
  draw();
});

/* what older pages kept in one row for all sheets; the version that it rests on is not known */
async function adopt() {
  const name = `ocop-sheet:${owner}`;
  let queue = {};
  try { queue = JSON.parse(localStorage.getItem(name)) ?? {}; } catch { return; }
  for (const [url, fields] of Object.entries(queue)) {
    const [, key, code] = url.match(/\/cham\/([^/]+)\/tieu-chi\/([^/]+)\//) ?? [];
    if (!key) continue;
    const known = { form: `${key}/${code}`, url, title: code, version: 0 };
    for (const [field, value] of Object.entries(fields)) {
      safe = await keep(record({ ...known, field, value, label: value }));
    }
  }
  if (safe) localStorage.removeItem(name);
}

window.addEventListener("online", deliver);
document.addEventListener("visibilitychange", deliver);
export const ready = adopt();
ready.then(deliver);
