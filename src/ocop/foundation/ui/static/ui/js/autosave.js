/* Keeps a form[data-autosave-url] while it is being filled. Each change goes into this machine's store at
   once and to the server after a pause; what could not be sent is sent again, also after the browser was
   closed.
   Sends: the changed fields with their values, and `autosave` with their names. A plain 2xx means saved;
   422 with {"errors": {field: text}} means that these were refused and the others saved; an answer that names
   no field, or 403 or 409 with {"error": text}, refuses all of them.
   The network may bring what was sent in another order: each page has a name, each of its saves a number, and
   so has the form when it is sent as a whole. 409 with {"superseded": true}: a later save was taken, this one
   was not; `errors` names what would have been refused. */

const PAUSE = 1200, RETRY = [5000, 15000, 30000, 60000];
const LEAVING = 8000; // an answer that downloads, or none at all, leaves the page as it is
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
const hex = (byte) => byte.toString(16).padStart(2, "0");
const pageName = () => [...crypto.getRandomValues(new Uint8Array(16))].map(hex).join("");

class Draft {
  constructor(form) {
    this.form = form;
    this.key = `ocop-draft:${form.dataset.autosaveOwner ?? ""}:${form.dataset.autosaveUrl}`;
    this.state = form.querySelector("[data-save-state]");
    this.tries = 0;
    this.page = pageName();
    this.number = 0;
    this.base = {};
    for (const one of form.elements) if (counts(one)) this.base[one.name] ??= read(form, one.name);
    this.unsent = {};
    this.restore();
  }

  restore() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(this.key)) ?? {}; } catch { /* the store is closed to us */ }
    for (const [name, { value, base, turn }] of Object.entries(kept)) {
      const now = this.base[name];
      // a form that the server refused shows the value as well: what went with a form is kept until it is
      // known to be stored
      if (now === undefined || (same(now, value) && !turn)) continue;
      if (same(now, value) || same(now, base)) {
        this.unsent[name] = { value, base, turn };
        write(this.form, name, value);
      } else this.offer(name, value);
    }
    this.keep();
    if (Object.keys(this.unsent).length) this.send();
  }

  /* the server holds something newer than what this draft began with: the person chooses */
  offer(name, value) {
    const note = document.createElement("p"), use = document.createElement("button");
    note.className = "help";
    note.textContent = `${this.state?.dataset.other ?? ""} “${value.join(", ")}” `;
    const textContent = this.state?.dataset.use;
    Object.assign(use, { type: "button", className: "button button-plain button-small", textContent });
    use.addEventListener("click", () => {
      write(this.form, name, value);
      note.remove();
      this.change(name, 0);
    });
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
    const stored = !["waiting", "signedout"].includes(name) || this.stored ? name : "unsafe";
    this.state.dataset.state = ["unsafe", "signedout"].includes(stored) ? "waiting" : stored;
    const words = this.state.dataset[stored] ?? "";
    this.state.textContent = words.replace("{time}", clock.format(new Date())) + detail;
  }

  change(name, pause = PAUSE) {
    this.unsent[name] = { value: read(this.form, name), base: this.base[name] ?? [] };
    this.stored = this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  next() { return { page: this.page, number: ++this.number }; }

  /* the whole form goes now and with it all that was not sent yet; nothing is sent beside it */
  submit() {
    const turn = this.next();
    clearTimeout(this.timer);
    this.leaving = true;
    this.flight?.abort();
    for (const one of Object.values(this.unsent)) one.turn = turn;
    this.keep();
    const marks = { "autosave-page": turn.page, "autosave-number": turn.number };
    for (const [name, value] of Object.entries(marks)) {
      this.form.querySelector(`input[name=${name}]`)?.remove();
      this.form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    setTimeout(() => this.stay(), LEAVING);
  }

  stay() {
    if (!this.leaving) return;
    this.leaving = false;
    this.send();
  }

  body(fields, turn) {
    const body = new URLSearchParams();
    body.set("autosave-page", turn.page);
    body.set("autosave-number", turn.number);
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken?.value ?? "");
    for (const [name, { value }] of Object.entries(fields)) {
      body.append("autosave", name);
      value.forEach((one) => body.append(name, one));
    }
    return body;
  }

  async send(last = false) {
    if (this.leaving || (this.sending && !last)) return;
    const ready = Object.entries(this.unsent).filter(([, one]) => !("refused" in one));
    if (!ready.length) return;
    // what went with a form is sent again first and in the turn of that form, so that it is not taken twice
    const turn = ready.map(([, one]) => one.turn).find(Boolean);
    const fields = Object.fromEntries(ready.filter(([, one]) => same(one.turn, turn)));
    clearTimeout(this.timer);
    this.sending = true;
    this.show("saving");
    this.flight = new AbortController();
    let answer = null;
    try {
      const headers = { "X-Requested-With": "autosave" }, body = this.body(fields, turn ?? this.next());
      const how = { method: "POST", redirect: "manual", keepalive: last, signal: this.flight.signal };
      answer = await fetch(this.form.dataset.autosaveUrl, { ...how, body, headers });
    } catch { /* no network, or the form itself is sent */ }
    this.sending = false;
    if (this.leaving) return;
    const told = [403, 409, 422].includes(answer?.status) ? await answer.json().catch(() => ({})) : {};
    if (answer?.ok) this.saved(fields);
    else if (told.superseded) this.superseded(this.refuse(fields, told));
    else if (answer?.status === 422 || told.error) this.saved(this.refuse(fields, told));
    // sent to the sign-in page, or the token is from before somebody signed in again
    else this.later(answer?.type === "opaqueredirect" || answer?.status === 403 ? "signedout" : "waiting");
  }

  /* What went with a form has arrived with it: on the page that sent it it stands as it is; a page that was
     opened later shows what the server holds. What a later save of this page overtook is part of that
     save. */
  superseded(fields) {
    for (const [name, { value, turn }] of Object.entries(fields)) {
      if (!turn || !same(this.unsent[name]?.value, value)) continue;
      if (turn.page === this.page) this.base[name] = value;
      else write(this.form, name, this.base[name]);
      delete this.unsent[name];
    }
    this.stored = this.keep();
    this.settle("saved");
  }

  saved(fields) {
    for (const [name, sent] of Object.entries(fields)) {
      this.base[name] = sent.value;
      if (same(this.unsent[name]?.value, sent.value)) delete this.unsent[name];
    }
    this.tries = 0;
    this.stored = this.keep();
    this.settle("saved");
    if (!Object.keys(fields).length) return;
    // what is reckoned from the form may be asked anew
    this.form.dispatchEvent(new CustomEvent("saved", { bubbles: true }));
  }

  /* What the server refused stays on this machine and in the page until it is changed; its turn may be taken
     by the others, which are handed back. */
  refuse(fields, { errors = {}, error = "", superseded = false }) {
    const named = Object.keys(fields).filter((name) => name in errors);
    const names = named.length || superseded ? named : Object.keys(fields);
    for (const name of names) {
      if (!same(this.unsent[name]?.value, fields[name].value)) continue;
      this.unsent[name].refused = [errors[name] ?? error].flat().join(" ");
      delete this.unsent[name].turn;
    }
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
  }

  settle(name) {
    const rest = Object.values(this.unsent), refused = rest.filter((one) => "refused" in one);
    if (refused.length) this.show("refused", ` ${[...new Set(refused.map((one) => one.refused))].join(" ")}`);
    else if (!rest.length) this.show(name);
    if (rest.length > refused.length) this.send();
  }

  later(name) {
    this.stored = this.keep();
    this.show(name);
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
    if (!form?.dataset.autosaveUrl || !counts(target)) return;
    draft(form).change(target.name, kind === "change" ? 200 : PAUSE);
  });
}
document.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (!defaultPrevented && target.dataset.autosaveUrl) draft(target).submit();
});
window.addEventListener("pageshow", ({ persisted }) => persisted && all().forEach((one) => one.stay()));
window.addEventListener("online", () => all().forEach((one) => one.send()));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) all().forEach((one) => one.send(true));
});
document.addEventListener("htmx:load", all);
all();
