/* Ending waits for all that this machine still keeps of the visit. */

import { isHeld, owner, ready } from "../ui/js/keep.js";
import { Waiting } from "./waiting.js";

const root = document.querySelector("[data-end]"), { visit, codes, form } = root.dataset;
const shelf = new Waiting({ visit, codes, owner });
const asked = root.querySelector("form");
let isClear = false;

asked.addEventListener("submit", async (event) => {
  if (isClear) return;
  event.preventDefault();
  await ready;
  const left = await shelf.all();
  if (!left.length && !isHeld(form)) {
    isClear = true;
    delete asked.dataset.sent;
    return asked.requestSubmit();
  }
  root.querySelector("[data-left]").hidden = false;
  root.querySelector("[data-left]").scrollIntoView({ block: "nearest" });
  delete asked.dataset.sent;
});
