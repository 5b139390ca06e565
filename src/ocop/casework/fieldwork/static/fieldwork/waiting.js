/* Photographs and signatures of one visit that this machine keeps until the server has them. Each is a record
   of shelf.js: { owner, form, field, operation, file, values, moment }; the form names visit and line. */

import { drop, keep, kept } from "../ui/js/shelf.js";

const PATIENCE = 120000;
const operation = () => crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);

/* The shelf of one visit: its address, its lines, whose it is. */
export class Waiting {
  constructor({ visit, codes, owner }) {
    Object.assign(this, { visit, owner, codes: ["", ...JSON.parse(codes)] });
  }

  form(code) { return `${this.visit}#${code}`; }

  /* keeps a photograph of a line, or the signature of a side; null where the machine has no room */
  async add(field, code, file, values) {
    const { owner } = this, moment = Date.now();
    const one = { owner, form: this.form(code), field, operation: operation(), file, values, moment };
    return await keep(one) ? one : null;
  }

  async all() {
    const some = this.codes.map((code) => kept(this.owner, this.form(code), "photo"));
    const sides = ["inspector", "producer"].map((side) => kept(this.owner, this.form(side), "picture"));
    return (await Promise.all([...some, ...sides])).flat().sort((a, b) => a.moment - b.moment);
  }

  drop(one) { return drop(one); }

  /* Sends one. "" when the server has it, "waiting" without network, "signedout", or a sentence why not. */
  async send(one, token, failed) {
    const data = new FormData(), { "#url": url, ...values } = one.values;
    const notes = { csrfmiddlewaretoken: token, "keep-operation": one.operation, "keep-owner": this.owner };
    for (const [name, value] of Object.entries({ ...notes, ...values })) data.append(name, value);
    data.append(one.field, one.file, one.file.name);
    const patience = new AbortController(), end = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const answer = await fetch(url, {
        method: "POST", body: data, headers: { "X-Requested-With": "whole" }, redirect: "manual",
        signal: patience.signal,
      });
      return await judge(answer, failed);
    } catch {
      return "waiting";
    } finally {
      clearTimeout(end);
    }
  }
}

async function judge(answer, failed) {
  const isJson = answer.headers.get("content-type")?.includes("json");
  if (answer.type === "opaqueredirect" || answer.status === 401) return "signedout";
  if (answer.ok && isJson && (await answer.json()).go) return "";
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return "waiting";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector("main .error-summary li, main .notice-bad, main .notice-warn, main h1");
  return words?.textContent.trim().replace(/\s+/g, " ") || failed;
}
