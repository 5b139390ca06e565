/* The review before sealing: what this machine still keeps of the sheet goes first, and is reviewed too. */

import { isUnsent } from "../ui/js/keep.js";
import { listen } from "../ui/js/sending.js";

const form = document.querySelector(".seal-form"), start = `${form.dataset.item}/`;

form.addEventListener("submit", (event) => {
  if (!isUnsent(start)) return;
  event.preventDefault(); // the words at the top say what it waits for
  document.querySelector("[data-save-state]").scrollIntoView({ block: "nearest" });
});

/* a comment being typed is not thrown away: the server says on sealing that the sheet has changed */
listen(({ kind, record }) => {
  const { value, defaultValue } = form.elements.general_comment;
  if (kind === "sent" && record.form.startsWith(start) && value === defaultValue) location.reload();
});
