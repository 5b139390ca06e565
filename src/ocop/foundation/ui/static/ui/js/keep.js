/* Keeps every form with a [data-keep] inside (ui/keep.html) while it is filled: on this machine first, then
   on the server, and says in words where it is. What the server does not take is told, and where it holds
   something else the person chooses. Without this file the forms work by themselves. */

import { all, drop, isKeeping, isReadable, keep, mark } from "./store.js";
import { alone, goes, heard, listen, send, tell } from "./sending.js";
import { hooks, post } from "./upload.js";

const PAUSE = 1000, AGAIN = 15000, WAIT = 900, RECENT = 15000;
const state = document.querySelector("[data-save-state]");
export const { owner } = state.dataset;
const first = { state: state.dataset.state, text: state.textContent };
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
let place = state, timer = 0, hindrance = "", saved = "", leaving = false, records = [], kept = [];
let held = Promise.resolve(), holding = 0, tries = 0;

const operation = () => crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);
const isBox = (one) => ["checkbox", "radio"].includes(one.type);
/* as the server tidies a text */
const line = (text) => text.split(/\s+/).join(" ").trim();
const words = (text) => text.normalize("NFC").split("\n").map(line).join("\n").trim();
const isText = (one) => !isBox(one) && one.tagName !== "SELECT";

/* One form: what its boxes show, and what that rests on. */
class Kept {
  constructor(holder, bases) {
    const { keep: kind, url, form, title } = holder.dataset;
    this.form = holder.closest("form");
    Object.assign(this, { holder, kind, url, name: form, title, shown: {}, own: new Set(), later: {} });
    this.seen = JSON.parse(holder.dataset.seen);
    this.bases = bases ?? JSON.parse(holder.dataset.bases);
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, (event) => this.hear(event));
    this.form.addEventListener("focusout", ({ target }) => this.settle(target.name));
    if ("whole" in holder.dataset) this.form.addEventListener("submit", (event) => this.submit(event));
    for (const button of holder.querySelectorAll("[data-use]")) {
      button.addEventListener("click", () => {
        this.write(button.dataset.use, JSON.parse(button.value));
        this.change(button.dataset.use, 0);
        button.closest("[data-aside]").remove();
      });
    }
  }

  boxes(name) {
    return [...this.form.elements].filter((one) => one.name === name && one.type !== "hidden");
  }

  read(name) {
    return this.boxes(name).filter((one) => !isBox(one) || one.checked)
      .flatMap((one) => (one.multiple ? [...one.selectedOptions].map(({ value }) => value) : [one.value]));
  }

  write(name, values) {
    for (const one of this.boxes(name)) {
      if (isBox(one)) one.checked = values.includes(one.value);
      else if (one.multiple) for (const it of one.options) it.selected = values.includes(it.value);
      else if (!isText(one) || words(one.value) !== words(values[0] ?? "")) one.value = values[0] ?? "";
    }
  }

  hear({ type, target }) {
    const { name } = target;
    if (!(name in this.bases) || (type === "input") !== isText(target)) return;
    this.change(name, isText(target) ? PAUSE : 0);
  }

  change(name, pause) {
    delete this.later[name];
    const made = {
      owner, form: this.name, url: this.url, kind: this.kind, field: name, operation: operation(),
      values: this.read(name), base: this.bases[name], title: this.title, moment: Date.now(),
      after: this.whole ? [this.whole.operation] : [],
    };
    const before = this.shown[name] ?? "";
    this.isOvertaken = this.kind !== "new"; // what goes by itself makes an earlier whole form come too late
    this.shown[name] = made.operation;
    this.own.add(made.operation);
    holding += 1;
    held = hold(made, before).finally(() => { holding -= 1; });
    clearTimeout(timer);
    timer = setTimeout(deliver, pause);
  }

  /* what another page or the server says: never under the caret, a box in use shows it when left as it is */
  bring(name, values, marks, shown = "") {
    const box = this.boxes(name).find((one) => isText(one) && one.matches(":focus"));
    if (box && words(box.value) !== words(values[0] ?? "")) this.later[name] = [values, marks, shown];
    else this.show(name, values, marks, shown);
  }

  show(name, values, { base, seen } = {}, shown = "") {
    this.shown[name] = shown;
    if (base !== undefined) this.bases[name] = base;
    if (seen !== undefined) this.seen[name] = seen;
    this.write(name, values);
  }

  settle(name) {
    if (this.later[name]) this.show(name, ...this.later[name]);
    delete this.later[name];
  }

  /* a record that another page made, or this one before it was closed */
  take({ field, values, base, operation: made }) {
    if (field in this.bases && !this.own.has(made)) this.bring(field, values, { base }, made);
  }

  async restore() {
    const mine = records.filter((one) => one.form === this.name);
    this.whole = mine.find((one) => !one.field);
    if (this.kind === "new" && this.whole && await this.arrived()) return;
    for (const one of mine.filter(({ field, trouble }) => field && !trouble?.conflict)) {
      if (this.kind !== "new" || one.base === this.bases[one.field]) this.take(one);
      else if (one.field in this.bases) await this.aside(one);
    }
    const more = this.form.querySelector("[name=more]"); // rows that were added are asked for again
    if (more && tries++ < 20 && mine.some((one) => one.field && !(one.field in this.bases))) more.click();
  }

  /* what is stored has changed since this was typed, and only this page can tell */
  aside(one) {
    const now = this.read(one.field), base = this.bases[one.field], { values } = one;
    const stored = { value: now, label: now.join(", ") }, yours = { value: values, label: values.join(", ") };
    return mark(one, { trouble: { error: state.dataset.other, conflict: { stored, yours, base } } });
  }

  /* whether what was sent when the page was last seen has made what it was to make */
  async arrived() {
    const headers = { "X-Requested-With": "asked", "X-Operation": this.whole.operation };
    const said = await fetch(this.url, { headers }).then((answer) => answer.json()).catch(() => ({}));
    if (said.go) await this.done(said.go);
    return said.go;
  }

  /* lets go of what went; what another tab holds in the place of it is asked about */
  async done(go) {
    const went = (one) => this.kind === "new" || !one.field || this.went.has(one.operation);
    for (const one of await all(owner)) if (one.form === this.name && went(one)) await drop(one);
    await hooks.sent(this.form);
    leaving = true;
    location.assign(go);
  }

  /* the whole form, with all that was not sent yet; nothing is sent beside it */
  async submit(event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { form } = this;
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    clearTimeout(timer);
    await held;
    if (!await hooks.ready(form)) {
      delete form.dataset.sending;
      hooks.rests(form);
      return deliver();
    }
    show("saving");
    const several = hooks.several(form), { submitter } = event;
    const answer = await alone(() => (several ? this.each(several, submitter) : this.send(submitter)));
    delete form.dataset.sending;
    hooks.rests(form);
    if (answer.go) return this.done(answer.go);
    if (answer.status && this.whole) {
      await drop(this.whole);
      this.whole = undefined;
    }
    if (answer.main) this.renew(answer);
    else if (!several) await say(answer);
    deliver();
  }

  /* each file with what was typed beside it, under a name of its own; what went wrong stands beside it */
  each(several, submitter) {
    this.went = new Set(Object.values(this.shown));
    this.form.elements["keep-seen"].value = JSON.stringify(this.seen);
    return several(submitter);
  }

  async send(submitter) {
    const mine = (await all(owner)).filter((one) => one.form === this.name);
    this.went = new Set(Object.values(this.shown));
    const isTried = (one) => one.field && one.tried && !one.trouble && this.went.has(one.operation);
    const tried = mine.filter(isTried).map((one) => one.operation);
    const typed = [...new FormData(this.form, submitter)].filter(([name]) => !/^keep-|^csrf/.test(name))
      .map(([name, one]) => [name, one.name ? [one.name, one.size, one.lastModified] : one]);
    const values = [JSON.stringify(typed)];
    if (this.isOvertaken || this.whole?.values[0] !== values[0]) {
      const before = this.whole?.operation ?? "";
      const after = [this.whole?.operation, ...this.whole?.after ?? []].filter(Boolean);
      const known = { owner, form: this.name, field: "", kind: this.kind, moment: Date.now(), tried: true };
      this.isOvertaken = false;
      this.whole = { ...known, operation: operation(), values, after, title: this.title };
      await keep(this.whole, before);
    }
    const { operation: made, after } = this.whole;
    const notes = { seen: JSON.stringify(this.seen), operation: made, after: [...after, ...tried].join(" ") };
    for (const [name, value] of Object.entries(notes)) this.form.elements[`keep-${name}`].value = value;
    return post(this.form, new FormData(this.form, submitter));
  }

  /* the page as the server answered it: refused in words, or with two values of a field */
  renew({ main, title }) {
    const old = this.kind === "drafts" ? this.bases : undefined;
    document.querySelector("main").replaceWith(main);
    document.title = title;
    kept = kept.filter((one) => one !== this);
    begin(main, old);
    if (this.kind === "new") kept.at(-1)?.restore().then(draw);
    (document.querySelector(".error-summary") ?? main).focus();
  }
}

async function say({ status }) {
  if (status === 401) hindrance = "signedout";
  else if (!status) notice(state.dataset.unsent);
  else notice(state.dataset.untaken.replace("{code}", status));
  await draw();
}

function notice(text) {
  const made = (tag, values) => Object.assign(document.createElement(tag), values);
  const box = made("div", { className: "notice notice-warn" });
  box.setAttribute("role", "alert");
  box.append(made("p", { textContent: text }));
  const where = document.getElementById("notices");
  where.replaceChildren(box);
  where.scrollIntoView({ block: "nearest" });
}

/* Keeps a record in the place of the one that the page showed; the words change when the machine has it. */
async function hold(one, base) {
  await keep(one, base);
  tell({ kind: "kept", record: one });
}

/* Sends what waits. Again after a while, as long as something stands in the way. */
export async function deliver() {
  clearTimeout(timer);
  hindrance = await send(owner, token());
  await draw();
  if (["waiting", "busy", "unsafe"].includes(hindrance)) timer = setTimeout(deliver, AGAIN);
}

/* whether anything of these forms (by the beginning of their names) is still on this machine, or may be */
export const isHeld = (start) => !isReadable
  || records.some((one) => one.field && one.form.startsWith(start));

/* the same of what goes to the server by itself */
export const isUnsent = (start) => !isReadable
  || records.some((one) => one.field && one.kind !== "new" && one.form.startsWith(start));

async function draw() {
  records = await all(owner);
  const troubled = records.filter((one) => one.trouble), n = records.filter(goes).length;
  const isNew = kept.some((one) => one.kind === "new" && isHeld(one.name));
  ask(troubled);
  if (holding) return; // of what was typed since nothing is said before this machine has it
  if (!isReadable || (!isKeeping && n)) show("unsafe", { n });
  else if (!isKeeping && !saved) show("nostore");
  else if (n || hindrance === "signedout") show(hindrance || "kept", { n });
  else if (troubled.length) show("refused", { n: troubled.length });
  else if (isNew) show("held");
  else if (saved) show(kept.some((one) => one.kind === "drafts") ? "draft" : "saved", { time: saved });
  else again();
}

/* as the server wrote it */
function again() {
  place.textContent = first.text;
  if (first.state) place.dataset.state = first.state;
  else delete place.dataset.state;
}

const KINDS = {
  kept: "saving", saving: "saving", saved: "saved", draft: "saved", held: "saved", refused: "refused",
};

function show(name, { n, time } = {}) {
  const fill = (text) => text.replace("{n}", n).replace("{time}", time);
  const links = { signedout: location.href, stale: location.href, refused: "#kept" };
  place.dataset.state = KINDS[name] ?? "waiting";
  place.textContent = fill(state.dataset[name]);
  if (!(name in links)) return;
  const textContent = state.dataset[`${name}Link`];
  place.append(" ", Object.assign(document.createElement("a"), { href: links[name], textContent }));
}

/* redrawn only when something new needs the person: a button under the finger stays */
function ask(troubled) {
  const names = troubled.map((one) => one.operation).join(), panel = document.getElementById("kept");
  if ((panel.dataset.asks ?? "") === names) return;
  panel.dataset.asks = names;
  panel.replaceChildren(...troubled.map(asked));
}

/* one record that needs the person: two values to choose between, or a refusal to take note of */
function asked(one) {
  const { error = state.dataset.untaken.replace("{code}", one.trouble.code), conflict } = one.trouble;
  const pattern = document.getElementById(conflict ? "kept-conflict" : "kept-refused");
  const box = pattern.content.cloneNode(true).firstElementChild;
  const stored = conflict?.stored.label, yours = conflict?.yours.label ?? one.values.join(", ");
  for (const [name, text] of Object.entries({ title: one.title, error, stored, yours })) {
    const where = box.querySelector(`[data-${name}]`);
    if (where) where.textContent = text;
  }
  box.querySelector("[data-let-go]").addEventListener("click", () => letGo(one));
  box.querySelector("[data-replace]")?.addEventListener("click", () => replace(one));
  return box;
}

const back = () => document.getElementById("main").focus({ preventScroll: true });

async function letGo(one) {
  const { conflict } = one.trouble;
  await drop(one);
  if (!conflict && kept.some(({ name }) => name === one.form)) { // what the page shows was not taken
    leaving = true;
    return location.reload();
  }
  const said = conflict && { value: conflict.stored.value, base: conflict.base, seen: conflict.seen };
  tell({ kind: "settled", record: one, said });
  back();
}

async function replace({ trouble, tried, ...one }) {
  back();
  const made = { ...one, operation: operation(), moment: Date.now(), after: [], base: trouble.conflict.base };
  await hold(made, one.operation);
  await deliver();
}

listen(({ kind, record: one, said }) => {
  if (one.owner !== owner) return;
  const form = kept.find(({ name }) => name === one.form);
  if (kind === "kept") form?.take(one);
  if (said?.value && ["", one.operation].includes(form?.shown[one.field] ?? "")) {
    form?.bring(one.field, said.value, said);
  }
  if (kind === "sent") {
    saved = said.saved ?? saved;
    document.body.dispatchEvent(new CustomEvent("saved")); // what is reckoned from the form may be asked anew
  }
  draw();
});

/* Goes on to another page: waits a moment for what is on its way, and stays where there is no network. */
export async function go(url) {
  await Promise.race([held.then(deliver), new Promise((on) => setTimeout(on, WAIT))]);
  if (!await reachable()) return notice(state.dataset.stay);
  leaving = true;
  location.assign(url);
}

async function reachable() {
  if (!navigator.onLine) return false;
  if (hindrance !== "waiting" && Date.now() - heard < RECENT) return true;
  const known = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout?.(4000) };
  return fetch(state.dataset.probe, known).then(() => true, () => false);
}

function begin(root, bases) {
  kept.push(...[...root.querySelectorAll("[data-keep]")].map((holder) => new Kept(holder, bases)));
  place = document.querySelector("[data-save-state]");
}

/* The forms of a page that changes without being loaded anew: those of `root` replace all others. */
export async function turnTo(root) {
  kept = [];
  begin(root);
  const now = kept;
  records = await all(owner);
  for (const one of now) await one.restore();
  await draw();
}

window.addEventListener("online", deliver);
document.addEventListener("visibilitychange", deliver);
window.addEventListener("beforeunload", (event) => {
  const isOpen = kept.some(({ name }) => records.some((one) => one.field && one.form === name));
  if (isOpen && !leaving) event.preventDefault();
});

/* Resolved when what was kept is shown. */
export const ready = (async () => {
  begin(document);
  records = await all(owner);
  for (const one of kept) await one.restore();
  await draw();
})();
ready.then(deliver);
