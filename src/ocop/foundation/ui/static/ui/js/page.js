/* What every signed-in page does: dialogs from confirm pages, notices about failed requests and where there
   is no network. Without this file each of these is an ordinary page. */

const notices = () => document.getElementById("notices");
const parse = (html) => new DOMParser().parseFromString(html, "text/html");

function tell(text) {
  const place = notices();
  if (!place || !text) return;
  const box = document.createElement("div");
  box.className = "notice notice-warn";
  box.setAttribute("role", "alert");
  box.append(Object.assign(document.createElement("p"), { textContent: text }));
  place.replaceChildren(box);
  place.scrollIntoView({ block: "nearest" });
}

/* a[data-dialog] leads to a page with [data-dialog-content]; here its content opens above this page */
async function openDialog(link) {
  try {
    const answer = await fetch(link.href, { headers: { "X-Requested-With": "dialog" } });
    const content = parse(await answer.text()).querySelector("[data-dialog-content]");
    if (!answer.ok || answer.redirected || !content) return location.assign(link.href);
    const dialog = document.createElement("dialog");
    dialog.append(content);
    document.body.append(dialog);
    dialog.setAttribute("aria-label", content.querySelector("h1")?.textContent ?? "");
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    dialog.showModal();
  } catch {
    tell(notices()?.dataset.offline);
  }
}

document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[data-dialog]");
  if (link) { event.preventDefault(); openDialog(link); return; }
  const close = event.target.closest("dialog [data-dialog-close]");
  if (close) { event.preventDefault(); close.closest("dialog").close(); return; }
  if (event.target.matches("dialog")) event.target.close();
});

/* without a network no page is left for the browser's own page of errors */
function stay(event) {
  if (navigator.onLine || event.defaultPrevented) return;
  event.preventDefault();
  tell(notices()?.dataset.offline);
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && !link.target && !link.getAttribute("href").startsWith("#")) stay(event);
});
document.addEventListener("submit", stay);

/* a form that is being sent is not sent twice */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 8000); // an answer that downloads leaves the page as it is
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

/* pages that were loaded for the field are of the person who signs out */
document.addEventListener("submit", ({ target }) => {
  if (!("caches" in window) || !/\/dang-xuat\/$/.test(target.getAttribute("action") ?? "")) return;
  caches.keys().then((names) => names.forEach((name) => caches.delete(name)));
});

document.addEventListener("htmx:sendError", () => tell(notices()?.dataset.offline));
document.addEventListener("htmx:responseError", (event) => {
  if (![403, 409, 422].includes(event.detail.xhr.status)) tell(notices()?.dataset.failed);
});
document.addEventListener("htmx:afterSwap", (event) => event.target.querySelector(".error-summary")?.focus());

/* a table wider than its room can be scrolled by keys: it takes the focus, and only then */
function reach(box) {
  const isWide = box.scrollWidth > box.clientWidth + 1;
  if (isWide === box.hasAttribute("tabindex")) return;
  if (!isWide) { box.removeAttribute("tabindex"); box.removeAttribute("role"); return; }
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", document.querySelector("h1")?.textContent.trim() ?? document.title);
}
const boxes = new ResizeObserver((seen) => seen.forEach((one) => reach(one.target)));
const watch = (root) => root.querySelectorAll(".table-wrap").forEach((box) => boxes.observe(box));
watch(document);
document.addEventListener("htmx:afterSwap", (event) => watch(event.target));
