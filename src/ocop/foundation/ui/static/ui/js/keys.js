/* One key presses what carries it: <button data-key="n">. Never while someone types, never with Ctrl, Alt
   or Meta. */

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.isComposing || event.target.closest?.(TYPING)) return;
  const scope = document.querySelector("dialog[open]") ?? document;
  const target = scope.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target || target.disabled) return;
  event.preventDefault();
  if (target.matches("input, summary")) target.focus();
  target.click();
});
