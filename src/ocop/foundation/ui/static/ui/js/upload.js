/* Sends a form by script: a truthful bar while files go, a page of words where there is no network. Names and
   sizes of files when chosen. Without scripts the form is sent as it is. */

const small = (bytes) => `${Math.max(1, Math.round(bytes / 1e3))} kB`;
const size = (bytes) => (bytes < 1e6 ? small(bytes) : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`);
const made = (tag, values) => Object.assign(document.createElement(tag), values);
const note = (holder) => holder.querySelector(".file-note")
  ?? holder.appendChild(made("p", { className: "file-note", role: "status" }));
const files = (form) => [...form.querySelectorAll("[data-file] input[type=file]")];

function chosen(input) {
  const holder = input.closest("[data-file]");
  if (!holder) return;
  const picked = [...input.files], limit = Number(input.dataset.maxSize ?? Infinity);
  const large = picked.find((file) => file.size > limit);
  note(holder).textContent = large
    ? `${large.name}: ${size(large.size)}. ${holder.dataset.large} ${size(limit)}.`
    : picked.map((file) => `${file.name} (${size(file.size)})`).join(", ");
  if (large) input.value = "";
}

function bar(form) {
  const place = made("p", { className: "progress" });
  place.setAttribute("role", "status");
  const words = made("span", { className: "progress-words" });
  place.append(made("progress", { max: 100, value: 0 }), words);
  (form.querySelector(".buttons") ?? form).before(place);
  const show = (part, text) => {
    place.firstChild.value = part;
    words.textContent = text;
  };
  return { remove: () => place.remove(), show };
}

/* Sends the whole form. { go } leads on, { main, title } is the page as the server answered it, { status }
   anything else; nothing at all came back where it is 0. */
export function post(form, submitter) {
  const texts = form.querySelector("[data-file]")?.dataset;
  const progress = files(form).some((input) => input.files.length) ? bar(form) : null;
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action") ?? location.href);
  request.setRequestHeader("X-Requested-With", "whole");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const part = Math.floor((100 * loaded) / total);
    const sent = `${texts?.sending} ${part}% (${size(loaded)} / ${size(total)})`;
    progress?.show(part, part < 100 ? sent : texts.checking);
  });
  return new Promise((done) => {
    const failed = () => {
      progress?.show(0, texts.failed);
      done({ status: 0 });
    };
    request.addEventListener("error", failed);
    request.addEventListener("timeout", failed);
    request.addEventListener("load", () => {
      progress?.remove();
      done(answered(request));
    });
    request.send(new FormData(form, submitter));
  });
}

function answered(request) {
  const { status, responseText } = request, kind = request.getResponseHeader("content-type") ?? "";
  if (status === 200 && kind.includes("json")) return { status, ...JSON.parse(responseText) };
  const isPage = kind.includes("html") && status < 500;
  const page = isPage ? new DOMParser().parseFromString(responseText, "text/html") : null;
  const main = page?.querySelector("main");
  return main ? { status, main: document.adoptNode(main), title: page.title } : { status };
}

document.addEventListener("change", ({ target }) => target.matches("input[type=file]") && chosen(target));
for (const [kind, over] of [["dragenter", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(kind, ({ target }) =>
    target.closest?.("[data-file]")?.classList.toggle("is-over", over));
}
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !files(form).some((input) => input.files.length)) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const { go, main, title } = await post(form, event.submitter);
  delete form.dataset.sent;
  delete form.dataset.sending;
  if (go) return location.assign(go);
  if (!main) return;
  document.querySelector("main").replaceWith(main);
  document.title = title;
  (document.querySelector(".error-summary") ?? main).focus();
});
