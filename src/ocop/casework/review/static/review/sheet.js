/* One criterion's page. A choice is kept by this machine and sent at once, a comment after a pause (told.js
   says where it is); another tab's value is shown at once. Without this file the form works by itself. */

import { all } from "./kept.js";
import { listen } from "./sending.js";
import { deliver, hold, owner, ready, record } from "./told.js";

const PAUSE = 1200, WAIT = 900;
const form = document.getElementById("score");
const { sheetUrl: url, sheetForm: name, sheetTitle: title } = form.dataset;
const comment = form.elements.comment, options = form.querySelectorAll("[name=choice]");
/* what each field shows: the version of the sheet that it rests on, and the kept record, if it shows one */
const start = { version: Number(form.elements.version.value), operation: "" };
const shown = { choice: start, comment: start };
const own = new Set(); // operations of this page: what it made itself, it shows already
let timer = 0, held = Promise.resolve(), later = null;

function put(field, value, label) {
  const { version, operation } = shown[field];
  const made = record({ form: name, field, url, value, label, title, version });
  shown[field] = { version, operation: made.operation };
  own.add(made.operation);
  held = hold(made, operation);
  return held;
}

/* as the server tidies a text */
const line = (text) => text.split(/\s+/).join(" ").trim();
const words = (text) => text.normalize("NFC").split("\n").map(line).join("\n").trim();

function show(field, value, version, operation) {
  shown[field] = { version, operation };
  if (field === "choice") for (const one of options) one.checked = one.value === value;
  else if (words(comment.value) !== words(value)) comment.value = value;
}

/* what another page or the server says: never under the caret, a box in use shows it when left as it is */
function bring(field, value, ...rest) {
  const isInUse = field === "comment" && comment.matches(":focus") && words(comment.value) !== words(value);
  if (isInUse) later = [value, ...rest];
  else show(field, value, ...rest);
}

/* a record that another page made */
function take({ field, value, version, operation }) {
  if (!own.has(operation)) bring(field, value, version, operation);
}

comment.addEventListener("blur", () => {
  if (later) show("comment", ...later);
  later = null;
});

form.addEventListener("change", ({ target }) => {
  if (target.name !== "choice") return;
  const label = target.closest("label").querySelector(".option-text").firstChild.textContent.trim();
  put("choice", target.value, label).then(deliver);
});
form.addEventListener("input", ({ target }) => {
  if (target !== comment) return;
  later = null;
  put("comment", comment.value, comment.value);
  clearTimeout(timer);
  timer = setTimeout(deliver, PAUSE);
});

listen(({ kind, record: one, said }) => {
  if (one.owner !== owner || one.form !== name) return;
  const now = shown[one.field].operation;
  if (kind === "kept") take(one);
  if (said && ["", one.operation].includes(now)) bring(one.field, said.value, said.version, "");
  if (said?.jump) document.getElementById("jump").innerHTML = said.jump;
});

ready.then(async () => {
  const kept = (await all(owner)).filter((one) => one.form === name && !one.trouble);
  kept.forEach(take);
});

/* going on waits a moment for what is on its way; what has no answer by then is kept */
document.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", async (event) => {
  event.preventDefault();
  await Promise.race([held.then(deliver), new Promise((go) => setTimeout(go, WAIT))]);
  location.assign(button.dataset.go);
}));

/* tabs of papers change without loading the page again */
const tabs = [...document.querySelectorAll("[data-paper]")];
function open(tab) {
  for (const one of tabs) {
    if (one === tab) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
    document.getElementById(`tep-${one.dataset.paper}`).hidden = one !== tab;
  }
}
tabs.forEach((tab) => tab.addEventListener("click", (event) => { event.preventDefault(); open(tab); }));
document.querySelector("[data-next-paper]")?.addEventListener("click", () => {
  const next = tabs[(tabs.findIndex((tab) => tab.hasAttribute("aria-current")) + 1) % tabs.length];
  open(next);
  next.focus();
});
document.querySelector(".comment summary")?.addEventListener("click", () => setTimeout(() => {
  const box = document.getElementById("comment");
  if (box.closest("details").open) box.focus();
}));
