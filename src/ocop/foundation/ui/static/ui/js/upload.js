/* A form with files: names and sizes when chosen, a truthful bar while sending. Without scripts the form is
   sent as it is. */

const small = (bytes) => `${Math.max(1, Math.round(bytes / 1e3))} kB`;
const size = (bytes) => (bytes < 1e6 ? small(bytes) : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`);
const made = (tag, values) => Object.assign(document.createElement(tag), values);
const note = (holder) => holder.querySelector(".file-note")
  ?? holder.appendChild(made("p", { className: "file-note", role: "status" }));

function chosen(input) {
  const holder = input.closest("[data-file]");
  if (!holder) return;
  const files = [...input.files], limit = Number(input.dataset.maxSize ?? Infinity);
  const large = files.find((file) => file.size > limit);
  note(holder).textContent = large
    ? `${large.name}: ${size(large.size)}. ${holder.dataset.large} ${size(limit)}.`
    : files.map((file) => `${file.name} (${size(file.size)})`).join(", ");
  if (large) input.value = "";
}

function bar(form) {
  const place = document.createElement("p");
  place.className = "progress";
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

function answered(request, form) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const sentTo = new URL(form.action, location.href).pathname;
  if (new URL(request.responseURL).pathname !== sentTo) {
    const told = page.getElementById("notices")?.innerHTML.trim();
    if (told) sessionStorage.setItem("ocop-notices", told);
    location.assign(request.responseURL);
    return;
  }
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  document.title = page.title;
  (document.querySelector(".error-summary") ?? document.querySelector("main")).focus();
}

function send(form, submitter) {
  const texts = form.querySelector("[data-file]").dataset, progress = bar(form);
  const request = new XMLHttpRequest();
  const failed = () => {
    delete form.dataset.sent;
    delete form.dataset.sending;
    progress.show(0, texts.failed);
  };
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const part = Math.floor((100 * loaded) / total);
    const sent = `${texts.sending} ${part}% (${size(loaded)} / ${size(total)})`;
    progress.show(part, part < 100 ? sent : texts.checking);
  });
  request.addEventListener("error", failed);
  request.addEventListener("timeout", failed);
  request.addEventListener("load", () => { progress.remove(); answered(request, form); });
  request.send(new FormData(form, submitter));
}

document.addEventListener("change", ({ target }) => target.matches("input[type=file]") && chosen(target));
for (const [kind, over] of [["dragenter", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(kind, ({ target }) =>
    target.closest?.("[data-file]")?.classList.toggle("is-over", over));
}
document.addEventListener("submit", (event) => {
  const form = event.target, files = [...form.querySelectorAll("[data-file] input[type=file]")];
  if (event.defaultPrevented || !files.some((input) => input.files.length)) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  send(form, event.submitter);
});
