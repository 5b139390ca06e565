// The map that one can move. Nothing of it is loaded before the button is pressed; the lists say the same.
const button = document.querySelector("[data-map]");
const said = document.getElementById("map-said");

const loaded = (element) => new Promise((done, failed) => {
  element.addEventListener("load", done, { once: true });
  element.addEventListener("error", failed, { once: true });
  document.head.append(element);
});

const made = (tag, known) => Object.assign(document.createElement(tag), known);

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
};

// Text alone: nothing that somebody wrote is read as HTML.
const card = (point, words) => {
  const box = made("div", { className: "map-card" });
  box.append(made("b", { textContent: point.name }));
  const lines = point.count
    ? [`${point.count} ${words.products}, ${point.makers} ${words.makers}`]
    : [point.about, point.place];
  for (const line of lines.filter(Boolean)) box.append(made("p", { textContent: line }));
  if (point.url) box.append(made("a", { href: point.url, textContent: words.open }));
  return box;
};

const SHAPES = { "san-pham": "map-pin-many", "du-lich": "map-pin-spot", "vung-nguyen-lieu": "map-pin-area" };
const SHIFTS = { "san-pham": [14, 14], "du-lich": [-4, 30], "vung-nguyen-lieu": [34, 10] };
const ISLANDS = [["Hoàng Sa", [16.57, 112.14]], ["Trường Sa", [9.71, 114.45]]];

const mark = (point, words) => {
  const html = made("span", { textContent: point.count || "" });
  const icon = L.divIcon({
    className: `map-pin ${SHAPES[point.kind]}`, html, iconSize: [28, 28], iconAnchor: SHIFTS[point.kind],
  });
  return L.marker(point.at, { icon, title: point.name, alt: point.name }).bindPopup(card(point, words));
};

const COUNTRY = [[7.5, 101.5], [23.8, 117.5]];
const NATIONAL = 7;

// Whoever goes out far sees the whole country, its archipelagos with it, and nothing less.
const keepWhole = (map) => {
  let isWhole = false;
  map.on("zoomend", () => {
    const wasWhole = isWhole;
    isWhole = map.getZoom() < NATIONAL;
    if (isWhole === wasWhole) return;
    map.setMaxBounds(isWhole ? COUNTRY : null);
    if (isWhole) setTimeout(() => map.fitBounds(COUNTRY, { animate: false })); // once the zoom has ended
  });
};

const draw = (frame, words, cells, answer) => {
  frame.replaceChildren();
  frame.classList.add("map-live");
  const map = L.map(frame, {
    attributionControl: false, zoomControl: false, zoomSnap: 0.5,
    minZoom: 4, maxZoom: 12, maxBoundsViscosity: 1,
  });
  L.control.zoom({ zoomInTitle: words.nearer, zoomOutTitle: words.farther }).addTo(map);
  map.fitBounds(L.latLngBounds(Object.values(cells).flat())); // first: layers need a view
  for (const ring of Object.values(cells)) {
    L.polygon(ring, { className: "map-cell", interactive: false }).addTo(map);
  }
  for (const { name, at } of answer.provinces) {
    L.circleMarker(at, { className: "map-dot", radius: 3 }).bindTooltip(name).addTo(map);
  }
  for (const point of answer.points) mark(point, words).addTo(map);
  for (const [name, at] of ISLANDS) {
    const html = made("span", { textContent: `${words.islands} ${name}` });
    L.marker(at, {
      icon: L.divIcon({ className: "map-islands", html, iconSize: [180, 24] }),
      interactive: false, keyboard: false,
    }).addTo(map);
  }
  keepWhole(map);
  map.getContainer().setAttribute("aria-label", words.label);
  map.getContainer().focus();
};

const open = async () => {
  const words = button.dataset;
  button.disabled = true;
  said.textContent = "";
  try {
    const [cells, answer] = await Promise.all([
      json(words.cells),
      json(words.points),
      loaded(made("link", { rel: "stylesheet", href: words.style })),
      loaded(made("script", { src: words.leaflet })),
    ]);
    draw(document.getElementById("map-frame"), words, cells, answer);
    button.hidden = true;
  } catch {
    button.disabled = false;
    said.textContent = words.failed;
  }
};

if (button) {
  button.hidden = false;
  button.addEventListener("click", open);
}
