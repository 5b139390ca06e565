/* Files that a form asks for (ui/forms/file.html): looked at when they are chosen, photographs made smaller,
   told one by one, kept on this machine until they are sent, put back where a form comes again. Where several
   are asked for each goes by itself. Without this file the browser's own box sends them with the form. */

import { begin, hooks, post, renew } from "./upload.js";
import { look, said } from "./looking.js";
import { smaller } from "./pictures.js";
import { drop, keep, kept } from "./shelf.js";

const owner = document.body.dataset.owner ?? "0";
const boxes = new Map();
const operation = () => crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);
const small = (bytes) => `${Math.max(1, Math.round(bytes / 1e3))} kB`;
const size = (bytes) => (bytes < 1e6 ? small(bytes) : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`);
const isSame = (a, b) => a?.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
const goes = (one) => one.file && !one.faults.length && one.state !== "sent";
const isWrong = (one) => one.faults.length > 0;
const of = (form) => [...boxes.values()].filter((one) => one.input.form === form);

/* One box of a form, and what was chosen in it: { original, file (as it goes), operation, state, faults }. */
class Box {
  constructor(input) {
    Object.assign(this, { name: input.name, items: [], count: 0, note: "", isOriginal: false });
    this.form = location.pathname + location.search;
    this.busy = this.recall(input.multiple);
    this.attach(input);
  }

  /* the box is busy until all that was chosen is looked at and kept */
  async rest() {
    this.holder.setAttribute("aria-busy", "true");
    await settled(this);
    this.holder.removeAttribute("aria-busy");
  }

  attach(input) {
    const holder = input.closest("[data-file]"), find = (name) => holder.querySelector(`[data-${name}]`);
    Object.assign(this, { input, holder, find, texts: holder.dataset });
    this.items = this.items.filter((one) => one.state !== "sent");
    for (const one of this.items) one.line = undefined;
    input.addEventListener("change", () => this.take([...input.files]));
    const tick = find("original").querySelector("input");
    tick.checked = this.isOriginal;
    tick.addEventListener("change", () => this.remake(tick.checked));
    const camera = find("camera");
    camera.hidden = !(matchMedia("(pointer: coarse)").matches && input.accept.includes(".jpg"));
    camera.addEventListener("click", () => this.shoot(camera));
    if (input.files.length) this.take([...input.files]);
    this.draw();
    this.rest();
  }

  shoot(camera) {
    const taker = Object.assign(document.createElement("input"), { type: "file", accept: "image/*" });
    taker.hidden = true;
    taker.setAttribute("capture", "environment");
    taker.addEventListener("change", () => {
      this.take([...taker.files]);
      taker.remove();
    });
    camera.after(taker);
    taker.click();
  }

  take(files) {
    const isKnown = (file) => this.items.some((one) => isSame(one.original, file) || isSame(one.file, file));
    if (files.length && !this.input.multiple) [...this.items].forEach((one) => this.away(one));
    for (const original of files.filter((one) => !isKnown(one))) {
      const item = { original, operation: operation(), moment: Date.now(), state: "making", faults: [] };
      this.items.push(item);
      this.busy = this.busy.then(() => this.prepare(item));
    }
    this.note = "";
    this.draw();
    this.rest();
  }

  /* what was chosen before the page was closed */
  async recall(isSeveral) {
    const found = await kept(owner, this.form, this.name);
    if (!found.length || (this.items.length && !isSeveral)) return;
    const items = found.slice(isSeveral ? 0 : -1).map((one) => ({ ...one, state: "", faults: [] }));
    this.items.unshift(...items.filter((one) => !this.items.some(({ file }) => isSame(file, one.file))));
    this.note = this.texts.earlier;
    this.draw();
  }

  async prepare(item) {
    const { input } = this, seen = await look(item.original, input);
    const isForeign = seen.codes.includes("heic"), isPicture = isForeign || /jpg|png|webp/.test(seen.kind);
    const isMade = "smaller" in input.dataset && isPicture && (isForeign || !this.isOriginal);
    const file = isMade ? await smaller(item.original, isForeign) : item.original;
    if (isForeign && file !== item.original) seen.codes = [];
    Object.assign(item, { file, faults: said(file, seen, input), state: "" });
    if (!this.items.includes(item)) return;
    if (!item.faults.length && !await this.keep(item)) this.note = this.texts.unkept;
    this.draw();
  }

  remake(isOriginal) {
    this.isOriginal = isOriginal;
    for (const item of this.items.filter((one) => one.original && one.state !== "sent")) {
      Object.assign(item, { state: "making", file: undefined });
      this.busy = this.busy.then(() => this.prepare(item));
    }
    this.draw();
    this.rest();
  }

  record({ operation, file, values, moment }) {
    return { owner, form: this.form, field: this.name, operation, file, values, moment };
  }

  keep(item) { return keep(this.record(item)); }

  away(item) {
    this.items = this.items.filter((one) => one !== item);
    item.line?.remove();
    drop(this.record(item));
    this.draw();
  }

  /* the lines, and in the form's own box what goes with it */
  draw() {
    const carrier = new DataTransfer(), { input, find } = this;
    this.items.filter(goes).forEach((one) => carrier.items.add(one.file));
    input.files = carrier.files;
    this.items.forEach((one) => this.line(one));
    find("file-note").textContent = this.note;
    find("original").hidden = !("smaller" in input.dataset)
      || !this.items.some((one) => one.original && (this.isOriginal || one.file !== one.original));
    const again = input.form?.querySelector("[data-files-again]");
    if (again && this.items.some(goes)) again.hidden = true;
  }

  line(item) {
    item.line ??= this.lineOf(item);
    const find = (name) => item.line.querySelector(`[data-${name}]`);
    const bar = item.line.querySelector("progress");
    const { original, file, state, faults } = item, shown = file ?? original, { texts } = this;
    const isSmaller = original && file && original !== file;
    const words = { sending: `${texts.sending} ${item.part}%`, failed: item.words };
    const made = isSmaller ? `${texts.smaller} ${size(original.size)}` : "";
    find("name").textContent = shown.name;
    find("size").textContent = `(${size(shown.size)})`;
    find("said").textContent = words[state] ?? texts[state] ?? made;
    item.line.dataset.state = isWrong(item) ? "refused" : state;
    item.line.querySelectorAll("[data-called]").forEach((one) => { one.textContent = ` ${shown.name}`; });
    find("again").hidden = state !== "failed" || Boolean(this.input.form?.dataset.sending);
    find("away").hidden = ["sending", "checking", "sent"].includes(state);
    bar.hidden = !["sending", "checking"].includes(state);
    bar.value = item.part ?? 0;
    bar.setAttribute("aria-label", shown.name);
    find("fault").hidden = !isWrong(item);
    if (find("fault").textContent !== faults.join(" ")) find("fault").textContent = faults.join(" ");
  }

  lineOf(item) {
    const line = this.find("file-line").content.cloneNode(true).firstElementChild;
    line.querySelector("[data-again]").addEventListener("click", () => submit(this.input.form, null, item));
    line.querySelector("[data-away]").addEventListener("click", () => {
      this.away(item);
      this.input.focus();
    });
    this.find("file-lines").append(line);
    return line;
  }

  /* tells these files how far they are */
  shows(items) {
    const { texts } = this, known = { 0: texts.failed, 401: texts.signedout };
    return (state, number) => {
      const words = known[number] ?? texts.untaken.replace("{code}", number);
      for (const one of items) Object.assign(one, { state, part: number, words });
      if (state === "failed") this.note = words;
      this.draw();
    };
  }

  /* Names what is sent: the same under the same name. Answers where it led when an earlier sending of this
     file, with other words beside it, has arrived all the same. */
  async named(item, data) {
    const typed = [...data].filter(([name]) => !/^keep-|^csrf/.test(name))
      .map(([name, one]) => [name, one.name ? [one.name, one.size, one.lastModified] : one]);
    const values = JSON.stringify(typed);
    if (item.values && item.values !== values) {
      const go = await arrived(item.operation);
      if (go) return go;
      await drop(this.record(item));
      item.operation = operation();
    }
    item.values = values;
    await this.keep(item);
    data.set("keep-operation", item.operation);
    data.set("keep-owner", owner);
    return "";
  }

  /* one by one; what fails waits, the others go on. { go } when all are there, { main } where the page
     refuses more than a file */
  async send(form, submitter, only) {
    const waiting = only ? [only] : this.items.filter(goes);
    for (const [at, item] of waiting.entries()) {
      const data = new FormData(form, submitter);
      data.delete(this.name);
      data.append(this.name, item.file);
      data.append("keep-rest", waiting.length - at - 1);
      data.append("keep-earlier", this.count);
      const go = await this.named(item, data);
      const answer = go ? { go } : await post(form, data, this.shows([item]));
      if (answer.main && !this.refuse(item, answer)) return answer;
      if (answer.go) await this.sent(item, answer.go);
    }
    if (this.items.every((one) => one.state === "sent")) return { go: this.onward };
    if (this.onward) this.note = this.texts.some;
    this.draw();
    return {};
  }

  async sent(item, go) {
    item.state = "sent";
    this.count += 1;
    this.onward = go;
    this.note = `${this.texts.sent}: ${item.file.name}`;
    const link = this.find("file-onward");
    link.hidden = false;
    link.firstElementChild.href = go;
    await drop(this.record(item));
    this.draw();
  }

  /* whether the page that was answered refuses this file, and nothing else of the form */
  refuse(item, { main }) {
    const mine = `#${this.input.id}`, lines = [...main.querySelectorAll(".error-summary li")];
    const isOther = (line) => ![mine, undefined].includes(line.querySelector("a")?.getAttribute("href"));
    if (!lines.length || lines.some(isOther)) return false;
    const own = main.querySelector(`#${CSS.escape(this.input.id)}_error`);
    item.faults = [(own ?? lines[0]).textContent.trim()];
    this.draw();
    return true;
  }
}

/* when all is looked at; more may be chosen meanwhile */
async function settled(box) {
  for (let now; now !== box.busy; await now) now = box.busy;
}

async function arrived(name) {
  const headers = { "X-Requested-With": "asked", "X-Operation": name };
  return fetch(location.href, { headers }).then((answer) => answer.json()).then(({ go }) => go, () => "");
}

function show(answer) {
  renew(answer);
  begin(answer.main);
}

const severalOf = (form) => of(form).find((one) => one.input.multiple && one.items.length);

async function submit(form, submitter, only) {
  const mine = of(form), several = severalOf(form);
  if (form.querySelector("[data-keep]") || form.dataset.sending) return form.requestSubmit();
  form.dataset.sending = "yes";
  try {
    if (!await hooks.ready(form)) return;
    if (!several) return await whole(form, submitter, mine);
    const answer = await several.send(form, submitter, only);
    if (answer.main) show(answer);
    else if (answer.go) location.assign(answer.go);
  } finally {
    delete form.dataset.sending;
    delete form.dataset.sent;
    hooks.rests(form);
  }
}

async function whole(form, submitter, mine) {
  const box = mine.find((one) => one.items.some(goes)), data = new FormData(form, submitter);
  const go = await box.named(box.items.find(goes), data), answer = go ? { go } : await post(form, data);
  if (answer.main) return show(answer);
  if (!answer.go) return;
  await hooks.sent(form);
  location.assign(answer.go);
}

/* when all is looked at: whether the form may go. One that was refused stands in the way, as long as no other
   was chosen or it was taken away. */
hooks.ready = async (form) => {
  for (const box of of(form)) {
    await settled(box);
    const wrong = box.items.some(goes) ? null : box.items.find(isWrong);
    if (!wrong) continue;
    wrong.line.querySelector("[data-away]").focus();
    wrong.line.scrollIntoView({ block: "nearest" });
    return false;
  }
  return true;
};

hooks.rests = (form) => of(form).forEach((box) => box.draw());

/* what sends a kept form whose files go one by one */
hooks.several = (form) => {
  const box = severalOf(form);
  return box && ((submitter) => box.send(form, submitter));
};

hooks.sent = (form) => Promise.all(of(form).flatMap((box) => box.items.map((one) => drop(box.record(one)))));

hooks.shows = (form) => {
  const all = of(form).map((box) => box.shows(box.items.filter(goes)));
  return (state, number) => all.forEach((tell) => tell(state, number));
};

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !of(event.target).some((box) => box.items.length)) return;
  event.preventDefault();
  if (!event.target.dataset.sending) submit(event.target, event.submitter);
});

for (const [kind, over] of [["dragenter", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(kind, ({ target }) =>
    target.closest?.("[data-file]")?.classList.toggle("is-over", over));
}

function find(root) {
  for (const input of root.querySelectorAll?.("[data-file] > input[type=file]") ?? []) {
    const key = `${input.form?.getAttribute("action") ?? ""} ${input.name}`, box = boxes.get(key);
    if (!box) boxes.set(key, new Box(input));
    else if (box.input !== input) box.attach(input);
  }
}

new MutationObserver((seen) => seen.forEach(({ addedNodes }) => addedNodes.forEach(find)))
  .observe(document.body, { childList: true, subtree: true });
find(document);
