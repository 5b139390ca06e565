/* The agenda is put in order by hand: a row is dragged by its handle with mouse, pen or finger, or moved with
   the arrow keys while its handle has the focus. Letting go, or Enter, saves the new place as the buttons
   "up" and "down" do; Escape, or leaving the handle, puts the row back. */

const body = document.querySelector("[data-agenda]"), told = document.querySelector("[data-place]");
const EDGE = 60, SCROLL = 12, STEPS = { ArrowUp: -1, ArrowDown: 1 };
const place = (row) => [...body.rows].indexOf(row);
let moved = null; // { row, from }

function take(row) {
  if (moved?.row === row) return;
  drop();
  moved = { row, from: place(row) };
  row.classList.add("dragged");
}

/* The others go round the row: a row that is taken out itself would lose finger and focus. */
function put({ row }, wanted) {
  const before = place(row);
  while (place(row) < wanted) body.insertBefore(row.nextElementSibling, row);
  while (place(row) > wanted) body.insertBefore(row.previousElementSibling, row.nextElementSibling);
  if (before === wanted) return;
  const { words } = told.dataset;
  told.textContent = words.replace("{n}", wanted + 1).replace("{all}", body.rows.length);
}

function drop() {
  if (!moved) return;
  put(moved, moved.from);
  moved.row.classList.remove("dragged");
  moved = null;
}

function save() {
  if (!moved) return;
  const { row, from } = moved, { form } = row.querySelector("[data-drag]");
  row.classList.remove("dragged");
  moved = null;
  if (place(row) === from) return;
  form.elements.cho.value = String(place(row) + 1);
  form.requestSubmit();
}

/* how many of the other rows lie above */
const above = (y) => [...body.rows].filter((one) => {
  const { top, height } = one.getBoundingClientRect();
  return one !== moved.row && top + height / 2 < y;
}).length;

function drag(handle, row) {
  handle.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    handle.setPointerCapture(event.pointerId);
    take(row);
  });
  handle.addEventListener("pointermove", ({ clientY, pointerId }) => {
    if (moved?.row !== row || !handle.hasPointerCapture(pointerId)) return;
    put(moved, above(clientY));
    if (clientY < EDGE) scrollBy(0, -SCROLL);
    if (clientY > innerHeight - EDGE) scrollBy(0, SCROLL);
  });
  handle.addEventListener("pointerup", save);
  handle.addEventListener("pointercancel", drop);
}

function keys(handle, row) {
  handle.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") drop();
    if (event.key === "Enter") save();
    if (!step) return;
    event.preventDefault();
    take(row);
    put(moved, Math.min(body.rows.length - 1, Math.max(0, place(row) + step)));
  });
  handle.addEventListener("blur", drop);
}

for (const handle of body?.querySelectorAll("[data-drag]") ?? []) {
  const row = handle.closest("tr");
  handle.hidden = false;
  drag(handle, row);
  keys(handle, row);
}
