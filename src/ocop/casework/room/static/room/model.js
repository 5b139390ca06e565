/* What the room knows: products as they were loaded, the own sheets as the server last said, and over them
   what
   this machine keeps and has not sent. Totals come from the module of the practised score, which is compared
   with the kernel; what counts is the kernel's. */

import { score } from "../regulations/practice.js";
import { all, drop, keep } from "../ui/js/store.js";
import * as packs from "./pack.js";

const PATIENCE = 6000;
const { owner: name, contents, state } = document.body.dataset;
export const owner = name, GENERAL = "chung";
export const sheets = {}, readies = {};
export const told = { isOffline: false, isSignedOut: false, isClosed: false };
let list = { products: [] };
const loaded = new Map();

export const products = () => list.products;
export const listed = (key) => list.products.find((one) => one.key === key);
const json = (answer) => (answer?.ok && !answer.redirected ? answer.json() : Promise.reject(new Error("no")));

async function held(url) {
  const found = packs.isAble && await packs.note() && await (await packs.open()).match(new URL(url,
    location.href).href);
  return found ? found.json() : null;
}

/* Reads the list and where the sheets stand; without network as they were last known. */
export async function read() {
  list = await held(contents) ?? await fetch(contents).then(json).catch(() => list);
  await renew();
  await overlay();
}

/* Asks where the sheets stand now. Answers what to say to the browser's forms: the token of today. */
export async function renew() {
  const patience = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(state, { cache: "no-store", redirect: "manual",
    signal: patience }).catch(() => null);
  told.isOffline = !answer;
  told.isSignedOut = answer?.type === "opaqueredirect" || answer?.status === 401;
  const said = answer?.ok ? await answer.json() : null;
  if (said) {
    told.isOther = String(said.owner) !== owner;
    told.isClosed = said.closed;
    for (const box of document.querySelectorAll("[name=csrfmiddlewaretoken]")) box.value = said.token;
  }
  const known = said?.sheets ?? (Object.keys(sheets).length ? null : await held(state));
  if (known) for (const [key, sheet] of Object.entries(known.sheets ?? known)) sheets[key] = shaped(sheet);
  if (said) await agree(Object.keys(said.sheets));
  if (said) await remember();
  return Boolean(said);
}

/* What is no longer for this member goes from the machine, too; what came new is listed. */
async function agree(keys) {
  const gone = list.products.filter((one) => !keys.includes(one.key));
  for (const one of gone) {
    loaded.delete(one.key);
    delete sheets[one.key];
    await packs.forget(one.url);
  }
  if (!gone.length && keys.every(listed)) return;
  const left = { ...list, products: list.products.filter((one) => !gone.includes(one)) };
  list = await fetch(contents, { cache: "reload" }).then(json).catch(() => left);
  await packs.put(contents, list);
}

/* values by "criterion/field", each with the version that it rests on */
function shaped(sheet) {
  const values = {};
  for (const [code, word] of Object.entries(sheet.choices)) values[`${code}/choice`] = word;
  for (const [code, text] of Object.entries(sheet.comments)) values[`${code}/comment`] = text;
  values[`${GENERAL}/general_comment`] = sheet.general;
  return { ...sheet, values, bases: {} };
}

/* the last word of the server, for a page that is opened without network */
export async function remember() {
  if (!packs.isAble || !await packs.note()) return;
  const known = Object.fromEntries(Object.entries(sheets).map(([key, sheet]) => [key, {
    ...sheet, choices: sorted(sheet.stored ?? sheet.values, "choice"), general: (sheet.stored
      ?? sheet.values)[`${GENERAL}/general_comment`] ?? "",
    comments: sorted(sheet.stored ?? sheet.values, "comment"), values: undefined, stored: undefined,
  }]));
  await (await packs.open()).put(new URL(state, location.href).href,
    new Response(JSON.stringify({ sheets: known })));
}

const sorted = (values, field) => Object.fromEntries(Object.entries(values)
  .filter(([name]) => name.endsWith(`/${field}`)).map(([name, value]) => [name.slice(0, -field.length - 1),
    value]));

/* what this machine keeps lies over what the server said */
async function overlay() {
  for (const one of await all(owner)) take(one);
}

/* A record of this machine. Answers which product it is of. */
export function take({ form, field, values, trouble, moment, kind, url }) {
  const [key, code] = form.split("/"), sheet = sheets[key];
  if (field === "ready" && kind === "new") readies[key] = { ...JSON.parse(values[0]), moment, hand_in: url };
  if (!sheet || !code || field === "ready" || trouble?.conflict) return key;
  sheet.stored ??= { ...sheet.values };
  sheet.values[`${code}/${field}`] = values[0] ?? "";
  return key;
}

/* What the server has said of a value. */
export function took({ form, field }, said) {
  const [key, code] = form.split("/"), sheet = sheets[key];
  if (!sheet || !said?.value) return;
  const name = `${code}/${field}`, value = said.value[0] ?? "";
  sheet.stored ??= { ...sheet.values };
  sheet.stored[name] = value;
  sheet.values[name] = value;
  sheet.bases[name] = said.base;
  sheet.version = Math.max(sheet.version, Number(said.base));
  remember();
}

export async function product(key) {
  if (!loaded.has(key)) loaded.set(key, await fetch(listed(key).url).then(json).catch(() => null));
  const found = loaded.get(key);
  if (!found) loaded.delete(key);
  return found;
}

export const value = (key, code, field = "choice") => sheets[key]?.values[`${code}/${field}`] ?? "";
export const base = (key, code, field) => String(sheets[key]?.bases[`${code}/${field}`]
  ?? sheets[key]?.version ?? 0);

export function totals(found, key) {
  const answers = {};
  for (const code of found.codes) {
    const word = value(key, code);
    if (word) answers[code] = found.tokens[code][word];
  }
  return score(found.data, answers, new Set(found.ticked));
}

/* how many criteria are left, as far as this machine can tell without opening the product */
export async function missing(key) {
  const found = loaded.get(key) ?? await product(key);
  return found ? found.codes.filter((code) => !value(key, code)).length : null;
}

/* The whole sheet, as it is handed in. */
export function whole(found, key, ready) {
  const choices = {}, comments = {}, sheet = sheets[key];
  for (const code of found.codes) {
    if (value(key, code)) choices[code] = value(key, code);
    if (value(key, code, "comment").trim()) comments[code] = value(key, code, "comment");
  }
  const known = { choices, comments, general: value(key, GENERAL, "general_comment") };
  return { ...known, version: sheet.version, pass: sheet.pass, ready_at: ready
    ? new Date(ready).toISOString() : "" };
}

const operation = () => crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);

/* A sheet that is ready is a record like every other, kept by this machine until it is sealed. */
export async function mark(key, sheet, url, title) {
  const moment = Date.now(), values = [JSON.stringify(sheet)];
  await unmark(key);
  await keep({
    owner, form: `${key}/ready`, field: "ready", kind: "new", operation: operation(), url, base: "",
      after: [],
    values, title, moment,
  });
  readies[key] = { ...sheet, moment, hand_in: url };
}

export async function unmark(key) {
  for (const one of await all(owner)) if (one.form === `${key}/ready`) await drop(one);
  delete readies[key];
}

/* Hands a whole sheet in: { sealed } or { late } or { again } or { error }; { waits } without network. */
export async function handIn(url, sheet) {
  const body = new URLSearchParams({
    sheet: JSON.stringify(sheet),
      csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value,
  });
  const headers = { "X-Requested-With": "keep" };
  const answer = await fetch(url, { method: "POST", body, redirect: "manual", headers,
    signal: AbortSignal.timeout(20000) }).catch(() => null);
  if (!answer || answer.status >= 500) return { waits: true };
  if (answer.type === "opaqueredirect" || answer.status === 401) return { again: true };
  return answer.headers.get("content-type")?.includes("json") ? answer.json()
    : { error: String(answer.status) };
}
