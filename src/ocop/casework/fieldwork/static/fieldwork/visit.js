/* The checklist at the place: photographs and signatures, which wait on this machine as what is typed does
   (keep.js). Without this file photographs and signatures have pages of their own. */

import { deliver as deliverWords, owner, ready } from "../ui/js/keep.js";
import { smaller } from "../ui/js/pictures.js";
import { noted } from "./exif.js";
import { pad } from "./pad.js";
import { Waiting } from "./waiting.js";

const AGAIN = 15000;
const root = document.querySelector("[data-visit]"), texts = root.dataset;
const form = document.querySelector("[data-keep]").closest("form");
const shelf = new Waiting({ visit: texts.visit, codes: texts.codes, owner });
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const lines = new Map(); // operation -> its line on the page
let timer = 0, isFresh = false, line = Promise.resolve();

const alone = (work) => navigator.locks?.request(`ocop-visit ${texts.visit}`, work)
  ?? (line = line.then(work, work));

/* where a record is told: under its line of the checklist, or under the signature of its side */
const place = ({ field, values }) =>
  document.querySelector(`[data-waiting="${CSS.escape(field === "photo" ? values.code : values.side)}"]`)
    ?? document.querySelector('[data-waiting=""]');

function tell(one, words, isRefused = false) {
  const box = lines.get(one.operation) ?? lineOf(one);
  box.querySelector("[data-said]").textContent = words;
  box.dataset.state = isRefused ? "refused" : "";
  box.querySelector("[data-away]").hidden = words === texts.sent;
}

function lineOf(one) {
  const box = document.getElementById("waiting-line").content.cloneNode(true).firstElementChild;
  box.querySelector("img").src = URL.createObjectURL(one.file);
  box.querySelector("[data-away]").addEventListener("click", async () => {
    await shelf.drop(one);
    box.remove();
    lines.delete(one.operation);
  });
  lines.set(one.operation, box);
  place(one).append(box);
  return box;
}

/* A page that was brought without network may be older than the browser's cookies: where the network answers
   it takes the token of today, and what is typed goes again. */
async function renew() {
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const today = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!today) return;
  for (const box of document.querySelectorAll("[name=csrfmiddlewaretoken]")) box.value = today;
  isFresh = true;
  deliverWords();
}

/* Sends what waits, the oldest first; one that is refused does not hold up the others. */
function deliver() {
  clearTimeout(timer);
  return alone(async () => {
    if (!isFresh) await renew();
    for (const one of await shelf.all()) {
      if (lines.get(one.operation)?.dataset.state === "refused") continue;
      tell(one, texts.sending);
      const said = await shelf.send(one, token(), texts.failed);
      if (!said) {
        await shelf.drop(one);
        tell(one, texts.sent);
      } else if (said === "waiting" || said === "signedout") {
        isFresh = false;
        for (const left of await shelf.all()) tell(left, texts[said]);
        timer = setTimeout(deliver, AGAIN);
        return;
      } else tell(one, said, true);
    }
  });
}

/* where the phone is, only for somebody who ticked that it may say so */
const here = () => new Promise((yes) => {
  if (!document.getElementById("with-place").checked || !navigator.geolocation) return yes({});
  const said = ({ coords }) => yes({ latitude: coords.latitude, longitude: coords.longitude });
  return navigator.geolocation.getCurrentPosition(said, () => yes({}), { timeout: 8000, maximumAge: 60000 });
});

async function take(file, code) {
  const isPlaced = document.getElementById("with-place").checked;
  const { hour, ...point } = await noted(file);
  const isMarked = isPlaced && "latitude" in point, found = isMarked ? point : await here();
  const values = {
    "#url": texts.photoUrl, code, taken_at: hour ?? new Date(file.lastModified).toISOString(),
    hour_from: hour ? "camera" : "phone", latitude: found.latitude?.toFixed(5) ?? "",
    longitude: found.longitude?.toFixed(5) ?? "",
    place_from: "latitude" in found ? (isMarked ? "camera" : "phone") : "",
  };
  const one = await shelf.add("photo", code, await smaller(file), values);
  if (!one) return void (place({ field: "photo", values }).append(texts.full));
  tell(one, texts.kept);
  return deliver();
}

for (const input of root.querySelectorAll("[data-camera]")) {
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    for (const file of files) await take(file, input.dataset.camera);
  });
}
document.getElementById("with-place").addEventListener("change", here);

/* what is written now: a signature stands under it */
function words() {
  const written = new FormData(form), found = {};
  for (const [name, value] of written) if (/^(finding_|note_)|^(remarks|conclusion|met_with)$/.test(name)) {
    found[name] = value;
  }
  return JSON.stringify(found);
}

/* A signature that is older than what is written now counts for nothing: it is said at once. */
async function look() {
  for (const one of await shelf.all()) {
    if (one.field === "picture" && one.values.words !== words()) tell(one, texts.stale);
  }
}

for (const box of root.querySelectorAll("[data-side]")) {
  const { side } = box.dataset, find = (name) => box.querySelector(`[data-${name}]`);
  const drawing = pad(box.querySelector("canvas"));
  find("clear").addEventListener("click", () => drawing.clear());
  find("done").addEventListener("click", async () => {
    const name = find("signer").value.trim(), said = find("problem");
    said.textContent = !name ? texts.nameless : drawing.isEmpty() ? texts.undrawn : "";
    if (said.textContent) return;
    const values = {
      "#url": texts.signUrl, side, signer_name: name, signer_title: find("title").value.trim(),
      signed_at: new Date().toISOString(), words: words(),
    };
    const one = await shelf.add("picture", side, await drawing.file(`chu-ky-${side}.png`), values);
    if (!one) return void (said.textContent = texts.full);
    drawing.clear();
    tell(one, texts.kept);
    await deliver();
  });
}

form.addEventListener("input", look);
window.addEventListener("online", deliver);
document.addEventListener("visibilitychange", deliver);
ready.then(async () => {
  for (const one of await shelf.all()) tell(one, texts.kept);
  await look();
  await deliver();
});
