/* One criterion's page, kept by keep.js: what the server reckons from it is shown as it comes. Without this
   file the form works by itself. */

import { go } from "../ui/js/keep.js";
import { listen } from "../ui/js/sending.js";

const { form } = document.querySelector("[data-keep]").dataset, [item] = form.split("/");

listen(({ record, said }) => {
  if (record.form.startsWith(`${item}/`) && said?.totals) {
    document.getElementById("totals").innerHTML = said.totals;
  }
  if (record.form === form && said?.jump) document.getElementById("jump").innerHTML = said.jump;
});

/* going on waits a moment for what is on its way; what has no answer by then is kept */
document.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", (event) => {
  event.preventDefault();
  go(button.dataset.go);
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
