/* The report of a shopper: the photograph is made smaller on the telephone, and the device works a moment
   before it sends (SHA-256 of token and answer must begin with so many zero bits). That keeps floods away and
   asks nobody to solve pictures. Without this file the form is sent all the same and waits behind others. */

import { smaller } from "../ui/js/pictures.js";

const K = new Uint32Array(64), START = new Uint32Array(8);
for (let n = 2, found = 0; found < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (found < 8) START[found] = (Math.sqrt(n) % 1) * 2 ** 32;
  K[found++] = (Math.cbrt(n) % 1) * 2 ** 32;
}
const turn = (x, n) => (x >>> n) | (x << (32 - n));
const W = new Uint32Array(64);

/* The first word of the SHA-256 of a text of ASCII letters. */
export function firstWord(text) {
  const blocks = ((text.length + 8) >> 6) + 1, words = new Uint32Array(blocks * 16), state = START.slice();
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  words[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  words[words.length - 1] = text.length * 8;
  for (let at = 0; at < words.length; at += 16) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) { W[i] = words[at + i]; continue; }
      const a = W[i - 15], b = W[i - 2];
      const near = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3), far = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      W[i] = W[i - 16] + W[i - 7] + near + far;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
  }
  return state[0];
}

/* A number whose hash behind the token begins with so many zero bits; the page stays awake meanwhile. */
export async function solve(token, bits) {
  for (let n = 0; ; n++) {
    if (firstWord(`${token}:${n}`) >>> (32 - bits) === 0) return String(n);
    if (n % 2000 === 1999) await new Promise((go) => setTimeout(go));
  }
}

const form = document.querySelector("form[data-bits]");
if (form) {
  const { token, work, photo } = form.elements, said = form.querySelector("[data-said]");
  let solving, sent = false;
  const begin = () => solving ??= work.value ? Promise.resolve(work.value)
    : solve(token.value, Number(form.dataset.bits));
  form.addEventListener("input", begin, { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sent) return;
    sent = true;
    said.hidden = false;
    const [file] = photo?.files ?? [];
    if (file?.type.startsWith("image/")) {
      const box = new DataTransfer();
      box.items.add(await smaller(file, true));
      photo.files = box.files;
    }
    work.value = await begin();
    form.submit();
  });
  window.addEventListener("pageshow", () => { sent = false; said.hidden = true; });
}
