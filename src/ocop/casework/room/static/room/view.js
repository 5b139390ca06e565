/* How the room's parts are drawn; words come from the page (#words). */

const texts = document.getElementById("words").dataset;

export const say = (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const find = (name) => document.querySelector(`[data-${name}]`);

export function made(tag, values = {}, ...inside) {
  const { data = {}, ...known } = values, one = Object.assign(document.createElement(tag), known);
  Object.assign(one.dataset, data);
  one.append(...inside);
  return one;
}

const icon = (name) => document.getElementById(`icon-${name}`).content.cloneNode(true);
const CHIPS = { ok: "chip chip-ok", warn: "chip chip-warn", wait: "chip chip-wait", info: "chip" };
export const chip = (kind, text) =>
  made("span", { className: CHIPS[kind] }, icon(kind === "ok" ? "done" : "open"), made("span",
    { textContent: text }));

export function notice(text) {
  const box = made("div", { className: "notice notice-warn" }, made("p", { textContent: text }));
  box.setAttribute("role", "status");
  document.getElementById("notices").replaceChildren(...(text ? [box] : []));
}

/* Parts, total, what is left, and what each star still lacks, in words. */
export function drawTotals(product, found) {
  const part = (code, points, most, kind = "") => made("div", { className: kind },
    made("dt", { textContent: code }), made("dd", {}, String(points), ...(most ? [made("small",
      { textContent: `/${most}` })] : [])));
  const left = found.missing.length, words = left ? say("left", { n: left }) : say("complete");
  const rest = made("div", { className: `sheet-missing${left ? "" : " done"}` },
    made("dt", { className: "sr", textContent: say("unanswered") }),
    made("dd", {}, icon(left ? "open" : "done"), made("span", { textContent: words })));
  find("parts").replaceChildren(...product.parts.map(([code, most]) => part(code, found.parts[code] ?? 0,
    most)),
    part(say("total"), found.total, 0, "sheet-total"), rest);
  find("lights").replaceChildren(...found.excluded.length && !left
    ? [made("li", { className: "off", textContent: say("excluded") })]
      : found.levels.map((one) => light(product, found, one)));
}

function light(product, { total, missing }, { stars, least, hasPoints, unmet }) {
  const isOn = hasPoints && !unmet.length && !missing.length;
  const points = hasPoints ? say("enough") : say("short", { n: least - total });
  const needs = unmet.length ? say("lacks", { n: unmet.length }) : say("met");
  const names = unmet.slice(0, 3).map((code) => product.names[code]).join("; ") + (unmet.length > 3 ? "…"
    : "");
  const words = made("span", {}, made("b", { textContent: say("star", { n: stars }) }),
    ` ${points}, ${needs}`,
    ...(unmet.length ? [made("span", { className: "unmet", textContent: ` (${names})` })] : []));
  return made("li", { className: isOn ? "on" : "off" }, icon(isOn ? "done" : "open"), words);
}

/* The papers tied to a criterion as tabs, the others folded behind them. */
export function drawEvidence(product, code) {
  const where = find("evidence"), own = product.papers.filter((one) => one.criteria.includes(code));
  const others = product.papers.filter((one) => !one.criteria.includes(code)), shown = made("div");
  const tab = (one) => {
    const button = made("button", { type: "button", textContent: one.title, data: { paper: one.id } });
    button.addEventListener("click", () => open(one));
    return button;
  };
  const open = (one) => {
    for (const button of where.querySelectorAll("[data-paper]")) {
      button.toggleAttribute("aria-current", button.dataset.paper === one.id);
    }
    shown.replaceChildren(paper(one));
    where.scrollTop = 0;
  };
  const tabs = made("nav", { className: "paper-tabs" }, ...own.map(tab));
  tabs.setAttribute("aria-label", say("papers"));
  const none = made("div", { className: "no-paper" }, made("p", { className: "empty-title",
    textContent: say("noPaper") }));
  const rest = made("details", { className: "more others" },
    made("summary", { textContent: say("others", { n: others.length }) }),
    made("div", { className: "paper-tabs" }, ...others.map(tab)));
  where.replaceChildren(own.length ? tabs : none, shown, ...(others.length ? [rest] : []));
  if (own.length) open(own[0]);
}

/* zoom is remembered from paper to paper */
let isLarge = false;
function paper(one) {
  const facts = made("p", { className: "paper-facts" });
  facts.innerHTML = one.facts; // made by our own server, escaped there
  const box = made("article", { className: `paper${isLarge ? " large" : ""}` }, facts);
  if (one.kind === "file") {
    box.append(made("a", { className: "button button-quiet", href: one.url, download: one.name,
      textContent: say("take", { name: one.name }) }));
  } else if (one.kind !== "pages") box.append(made("p", { className: "muted", textContent: say(one.kind) }));
  one.pages.forEach((src, place) => {
    const alt = `${one.title}, ${say("page", { n: place + 1, all: one.pages.length })}`;
    const image = made("img", { src, alt, loading: "lazy" });
    image.addEventListener("click", () => {
      isLarge = !isLarge;
      box.classList.toggle("large", isLarge);
    });
    box.append(image);
  });
  return box;
}

/* The next tab, as the key E does. */
export function nextPaper() {
  const tabs = [...find("evidence").querySelectorAll(".paper-tabs [data-paper]")];
  const now = tabs.findIndex((one) => one.hasAttribute("aria-current"));
  tabs[(now + 1) % tabs.length]?.click();
}

/* Every criterion with what was chosen, before it is sealed. */
export function drawAnswers(product, key, value, link) {
  find("answers").replaceChildren(...product.codes.map((code) => {
    const word = value(key, code), chosen = word && label(product, code, word), said = value(key, code,
      "comment");
    const points = word ? product.data.criteria.find((one) => one.code === code) : null;
    const worth = points ? points.points[points.tokens.indexOf(product.tokens[code][word])] : "";
    return made("li", { className: word ? "" : "unanswered" },
      made("div", {}, made("a", { className: "answer-name", href: link(code),
        textContent: product.names[code] }),
        made("p", { textContent: chosen || say("unanswered") }),
        ...(said ? [made("blockquote", { textContent: said })] : [])),
      made("span", { className: "answer-points", textContent: String(worth) }));
  }));
}

function label(product, code, word) {
  const box = new DOMParser().parseFromString(product.forms[code],
    "text/html").querySelector(`[value="${CSS.escape(word)}"]`);
  return box?.closest("label").querySelector(".option-text").firstChild.textContent.trim() ?? word;
}
