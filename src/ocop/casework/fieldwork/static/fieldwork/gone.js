/* A visit that has ended goes from the pages that this machine keeps for the field. */

const { gone } = document.querySelector("[data-gone]").dataset;
if ("caches" in window) {
  for (const name of await caches.keys()) {
    if (name.startsWith("ocop-visits-")) await (await caches.open(name)).delete(gone);
  }
}
