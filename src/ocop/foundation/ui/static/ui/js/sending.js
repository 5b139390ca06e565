/* Brings what this machine keeps (store.js) to the server: one tab at a time, oldest first, and tells every
   tab of this browser what became of it. The same operation may arrive twice; it is carried out once. */

import { all, drop, isReadable, mark } from "./store.js";

const PATIENCE = 20000;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("ocop-keep") : null;
const listeners = [];

/* Calls `hear` with what happens to kept records, in this tab and in the others: { kind, record, said }. */
export function listen(hear) { listeners.push(hear); }
channel?.addEventListener("message", ({ data }) => listeners.forEach((hear) => hear(data)));

export function tell(what) {
  channel?.postMessage(what);
  listeners.forEach((hear) => hear(what));
}

/* where the browser has no locks between tabs, at least one at a time in this one */
let line = Promise.resolve();
export const alone = (work) => navigator.locks?.request("ocop-keep", work) ?? (line = line.then(work, work));

/* whether a record goes by itself: what is new is sent with its form alone */
export const goes = (one) => !one.trouble && one.field && one.kind !== "new";

/* When this machine last had an answer of the server. */
export let heard = 0;

/* Sends what this person has kept. "" when all of it had its answer, otherwise what stands in the way:
   waiting (no network), busy (the server, with one or more of them), signedout, stale (the page is from an
   earlier session), unsafe (the machine does not tell what it keeps). */
export function send(owner, token) {
  return alone(async () => {
    const seen = new Set();
    let busy = "";
    for (;;) {
      const next = (await all(owner)).find((one) => goes(one) && !seen.has(one.operation));
      if (!next) return isReadable ? busy : "unsafe";
      seen.add(next.operation);
      const record = await mark(next, { tried: true });
      const hindrance = record && await post(record, token);
      if (hindrance === "busy") busy = hindrance; // of this one: those behind it do not wait
      else if (hindrance) return hindrance;
    }
  });
}

async function post(record, token) {
  const { owner, field, operation, base, after, values } = record;
  const body = new URLSearchParams({
    "keep-owner": owner, "keep-field": field, "keep-operation": operation, "keep-base": base,
    "keep-after": after.join(" "), csrfmiddlewaretoken: token,
  });
  values.forEach((one) => body.append(field, one));
  const patience = new AbortController(), end = setTimeout(() => patience.abort(), PATIENCE);
  let answer, said;
  try {
    answer = await fetch(record.url, {
      method: "POST", body, headers: { "X-Requested-With": "keep" }, keepalive: body.toString().length < 6e4,
      redirect: "manual", signal: patience.signal,
    });
    said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
  } catch {
    return "waiting";
  } finally {
    clearTimeout(end);
  }
  heard = Date.now();
  return judge(record, answer, said);
}

/* what may be over by itself; any other refusal stays one however often it is asked */
const PASSING = [401, 403, 408, 429];

/* nothing but a plain answer lets go of a record */
async function judge(record, answer, said) {
  if (answer.type === "opaqueredirect" || answer.status === 401) return "signedout";
  if (answer.ok && said) {
    await drop(record);
    tell({ kind: "sent", record, said });
    return "";
  }
  const { status } = answer, isFinal = status >= 400 && status < 500 && !PASSING.includes(status);
  if (said?.error || isFinal) {
    const { error, conflict } = said ?? {};
    await mark(record, { trouble: { error, conflict, code: status } });
    tell({ kind: "trouble", record });
    return "";
  }
  return status === 403 ? "stale" : "busy";
}
