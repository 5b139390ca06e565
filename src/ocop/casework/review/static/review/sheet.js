/* One score sheet page. A choice is sent at once, a comment after a pause; what could not be sent stays on this machine
   and is sent again. The words beside the name always say what is true. Without this file the form works by itself. */

const PAUSE = 1200, RETRY = [4000, 10000, 30000];
const form = document.getElementById("score");
const state = document.querySelector("[data-save-state]");
const store = `ocop-sheet:${form.dataset.owner}`;
let sending = false, tries = 0, timer = 0, safe = true;

const read = () => { try { return JSON.parse(localStorage.getItem(store)) ?? {}; } catch { return {}; } };
const keep = (queue) => {
  try { localStorage.setItem(store, JSON.stringify(queue)); safe = true; } catch { safe = false; }
};
let queue = read();

function show(name, detail = {}) {
  const word = name === "waiting" && !safe ? "unsafe" : name;
  state.dataset.state = word === "unsafe" ? "waiting" : word;
  state.textContent = (state.dataset[word] ?? "").replace("{time}", detail.time).replace("{n}", Object.keys(queue).length) + (detail.text ?? "");
}

function add(fields) {
  const url = form.dataset.sheetUrl;
  queue[url] = { ...queue[url], ...fields };
  keep(queue);
}

async function send(last = false) {
  clearTimeout(timer);
  const [url] = Object.keys(queue);
  if (!url || (sending && !last)) return;
  sending = true;
  const sent = queue[url], body = new URLSearchParams(sent);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  show("saving");
  let answer = null;
  try {
    answer = await fetch(url, { method: "POST", body, headers: { "X-Requested-With": "sheet" }, keepalive: true, redirect: "manual" });
  } catch { /* no network: told below */ }
  sending = false;
  const said = answer?.headers.get("content-type")?.includes("json") ? await answer.json().catch(() => null) : null;
  if (answer?.ok && said) done(url, sent, said);
  else if (said?.error) refuse(url, said.error);
  else later();
}

function done(url, sent, said) {
  tries = 0;
  const now = queue[url] ?? {};
  for (const [name, value] of Object.entries(sent)) if (now[name] === value) delete now[name];
  if (!Object.keys(now).length) delete queue[url];
  keep(queue);
  document.getElementById("totals").innerHTML = said.totals;
  if (url === form.dataset.sheetUrl) document.getElementById("jump").innerHTML = said.jump;
  if (Object.keys(queue).length) send();
  else show("saved", { time: said.saved });
}

/* the server will not take it: say why, and do not try for ever */
function refuse(url, text) {
  delete queue[url];
  keep(queue);
  show("refused", { text: ` ${text}` });
}

function later() {
  show("waiting");
  timer = setTimeout(send, RETRY[Math.min(tries++, RETRY.length - 1)]);
}

form.addEventListener("change", ({ target }) => {
  if (target.name !== "choice") return;
  add({ choice: target.value });
  send();
});
form.addEventListener("input", ({ target }) => {
  if (target.name !== "comment") return;
  add({ comment: target.value });
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE);
});

/* what is saved already is not sent a second time by going on; what is not waits a moment for its answer */
const idle = async () => { while (Object.keys(queue).length && !tries) await new Promise((go) => setTimeout(go, 40)); };
document.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", async (event) => {
  event.preventDefault();
  if (!sending) send();
  await Promise.race([idle(), new Promise((go) => setTimeout(go, 900))]);
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

window.addEventListener("online", () => send());
document.addEventListener("visibilitychange", () => document.hidden && send(true));
if (Object.keys(queue).length) {
  const here = queue[form.dataset.sheetUrl];
  if (here?.choice) form.querySelector(`[name=choice][value="${CSS.escape(here.choice)}"]`)?.setAttribute("checked", "");
  if (here?.comment !== undefined) form.elements.comment.value = here.comment;
  send();
}
