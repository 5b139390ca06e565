/* Keeps a form[data-autosave-url] while it is being filled. Each change goes into this machine's store at once and to
   the server after a pause; what could not be sent is sent again, also after the browser was closed.
   Sends: the changed fields with their values, and `autosave` with their names. A plain 2xx means saved;
   422 with {"errors": {field: text}} means refused. */

const PAUSE = 1200, RETRY = [5000, 15000, 30000, 60000];
const drafts = new WeakMap();
const clock = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const controls = (form, name) => [...form.elements].filter((one) => one.name === name);
const counts = (one) => one.name && !["file", "password", "submit", "button", "hidden"].includes(one.type);

function read(form, name) {
  return controls(form, name).filter((one) => !["checkbox", "radio"].includes(one.type) || one.checked)
    .flatMap((one) => (one.multiple ? [...one.selectedOptions].map((option) => option.value) : [one.value]));
}

function write(form, name, values) {
  for (const one of controls(form, name)) {
    if (["checkbox", "radio"].includes(one.type)) one.checked = values.includes(one.value);
    else if (one.multiple) for (const option of one.options) option.selected = values.includes(option.value);
    else one.value = values[0] ?? "";
  }
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

class Draft {
  constructor(form) {
    this.form = form;
    this.key = `ocop-draft:${form.dataset.autosaveOwner ?? ""}:${form.dataset.autosaveUrl}`;
    this.state = form.querySelector("[data-save-state]");
    this.tries = 0;
    this.base = {};
    for (const one of form.elements) if (counts(one)) this.base[one.name] ??= read(form, one.name);
    this.unsent = {};
    this.restore();
  }

  restore() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(this.key)) ?? {}; } catch { /* the store is closed to us */ }
    for (const [name, { value, base }] of Object.entries(kept)) {
      const now = this.base[name];
      if (now === undefined || same(now, value)) continue;
      if (same(now, base)) { this.unsent[name] = { value, base }; write(this.form, name, value); }
      else this.offer(name, value);
    }
    this.keep();
    if (Object.keys(this.unsent).length) this.send();
  }

  /* the server holds something newer than what this draft began with: the person chooses */
  offer(name, value) {
    const note = document.createElement("p"), use = document.createElement("button");
    note.className = "help";
    note.textContent = `${this.state?.dataset.other ?? ""} “${value.join(", ")}” `;
    Object.assign(use, { type: "button", className: "button button-plain button-small", textContent: this.state?.dataset.use });
    use.addEventListener("click", () => { write(this.form, name, value); note.remove(); this.change(name, 0); });
    note.append(use);
    controls(this.form, name)[0].closest(".field")?.append(note);
  }

  keep() {
    try {
      if (Object.keys(this.unsent).length) localStorage.setItem(this.key, JSON.stringify(this.unsent));
      else localStorage.removeItem(this.key);
      return true;
    } catch { return false; }
  }

  show(name, detail = "") {
    if (!this.state) return;
    const stored = name !== "waiting" || this.stored ? name : "unsafe";
    this.state.dataset.state = stored === "unsafe" ? "waiting" : stored;
    this.state.textContent = (this.state.dataset[stored] ?? "").replace("{time}", clock.format(new Date())) + detail;
  }

  change(name, pause = PAUSE) {
    this.unsent[name] = { value: read(this.form, name), base: this.base[name] ?? [] };
    this.stored = this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  body(fields) {
    const body = new URLSearchParams();
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken?.value ?? "");
    for (const [name, { value }] of Object.entries(fields)) {
      body.append("autosave", name);
      value.forEach((one) => body.append(name, one));
    }
    return body;
  }

  async send(last = false) {
    const fields = Object.fromEntries(Object.entries(this.unsent).filter(([, one]) => !one.refused));
    if (!Object.keys(fields).length || (this.sending && !last)) return;
    clearTimeout(this.timer);
    this.sending = true;
    this.show("saving");
    let answer = null;
    try {
      const headers = { "X-Requested-With": "autosave" };
      answer = await fetch(this.form.dataset.autosaveUrl, { method: "POST", body: this.body(fields), headers, redirect: "manual", keepalive: last });
    } catch { /* no network: told below */ }
    this.sending = false;
    if (answer?.ok) this.saved(fields);
    else if (answer?.status === 422) this.refused(fields, await answer.json().catch(() => ({})));
    else this.later();
  }

  saved(fields) {
    for (const [name, sent] of Object.entries(fields)) {
      this.base[name] = sent.value;
      if (same(this.unsent[name]?.value, sent.value)) delete this.unsent[name];
    }
    this.tries = 0;
    this.stored = this.keep();
    this.settle("saved");
    this.form.dispatchEvent(new CustomEvent("saved", { bubbles: true })); // what is reckoned from the form may be asked anew
  }

  /* what the server refused stays on this machine and in the page until it is changed */

  refused(fields, { errors = {} }) {
    const named = Object.keys(fields).filter((name) => name in errors);
    const names = named.length ? named : Object.keys(fields); // an answer that names no field refuses all of them
    for (const name of names) if (same(this.unsent[name]?.value, fields[name]?.value)) this.unsent[name].refused = [errors[name] ?? ""].flat().join(" ");
    this.stored = this.keep();
    this.settle("saved");
  }

  settle(name) {
    const rest = Object.values(this.unsent), refused = rest.filter((one) => "refused" in one);
    if (refused.length) this.show("refused", ` ${refused.map((one) => one.refused).join(" ")}`);
    else if (!rest.length) this.show(name);
    if (rest.length > refused.length) this.send();
  }

  later() {
    this.stored = this.keep();
    this.show("waiting");
    this.timer = setTimeout(() => this.send(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
  }
}

function draft(form) {
  if (!drafts.has(form)) drafts.set(form, new Draft(form));
  return drafts.get(form);
}

const all = () => [...document.querySelectorAll("form[data-autosave-url]")].map(draft);

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    const form = target.form;
    if (form?.dataset.autosaveUrl && counts(target)) draft(form).change(target.name, kind === "change" ? 200 : PAUSE);
  });
}
window.addEventListener("online", () => all().forEach((one) => one.send()));
document.addEventListener("visibilitychange", () => document.hidden && all().forEach((one) => one.send(true)));
document.addEventListener("htmx:load", all);
all();
