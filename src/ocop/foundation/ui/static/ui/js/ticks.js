/* A list of ticks: what is typed narrows it, in any order and without marks; the number of ticks counts
   hidden lines too.
   Without this file it is the whole list. */

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const box of document.querySelectorAll("[data-ticks]")) {
  const search = box.querySelector("[type=search]");
  const lines = [...box.querySelectorAll("[data-find]")];
  const count = () => {
    box.querySelector("[data-ticked]").textContent = box.querySelectorAll(":checked").length;
  };
  const narrow = () => {
    const words = fold(search.value).split(/\s+/);
    for (const line of lines) line.hidden = !words.every((word) => line.dataset.find.includes(word));
  };
  search.addEventListener("input", narrow);
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  box.addEventListener("change", count);
  window.addEventListener("pageshow", count);
  box.querySelector(".ticks-tools").hidden = false;
  count();
  narrow();
}
