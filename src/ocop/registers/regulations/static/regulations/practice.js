/* A practised score, live in the page and without network: the arithmetic over the data of practice_data()
   (whole numbers; compared with the kernel on random sheets of every set), then the page. What counts is the
   kernel's result. */

const FIRST = 3;
const HIGHEST = 5;
const MOST_STEPS = 10;

/* answers: token by criterion; ticked: a Set of conditions. */
export function score(data, answers, ticked) {
  const columns = data.criteria.map((criterion) => column(criterion, answers[criterion.code], ticked));
  const total = sum(columns);
  const parts = {};
  for (const one of columns) parts[one.part] = (parts[one.part] ?? 0) + one.given;
  const excluded = data.excluding.filter((fact) => ticked.has(fact));
  const open = columns.filter((one) => !one.isOff && answers[one.code] === undefined);
  const missing = open.map((one) => one.code);
  const band = data.bands.find(([, least]) => total >= least)[0];
  const unmet = minimums(columns).filter((one) => !isMet(one, one.column.rung));
  const reached = levels(data, band, unmet);
  const found = { total, parts, missing, excluded, stars: null, next: null, levels: reached };
  if (missing.length) return found;
  const isZero = (number) => columns[number].given === 0;
  if (data.zero.some((scope) => scope.some(isZero))) excluded.push("zero_points");
  if (excluded.length) return found;
  found.stars = band < FIRST ? band : Math.min(band, ...unmet.map((one) => one.stars - 1));
  found.next = found.stars < HIGHEST ? next(data, columns, found.stars + 1, total, unmet) : null;
  return found;
}

function column(criterion, answer, ticked) {
  const isOff = Boolean(criterion.off) && ticked.has(criterion.off);
  const isFull = !isOff && Boolean(criterion.full) && ticked.has(criterion.full);
  const best = criterion.points.indexOf(Math.max(...criterion.points));
  const chosen = Math.max(0, criterion.tokens.indexOf(answer));
  const rung = isOff ? 0 : isFull ? best : chosen;
  return { ...criterion, isOff, isFixed: isOff || isFull, rung, given: criterion.points[rung] };
}

const sum = (columns) => columns.reduce((total, one) => total + one.given, 0);
const caseOf = (one, rung) => one.tokens[rung].match(/^[a-b](?=\d)/)?.[0] ?? "";

/* By level, then printed order. */
function minimums(columns) {
  const all = columns.flatMap((one) =>
    (one.marks ?? []).map(([stars, marked]) => ({ column: one, stars, marked })));
  return all.sort((one, other) => one.stars - other.stars);
}

/* At least the points of the mark, in the case that was chosen; nothing ticked meets no minimum. */
function isMet({ column: one, marked }, rung) {
  const mark = marked[caseOf(one, rung)];
  return rung > 0 && (mark === undefined || one.points[rung] >= one.points[mark]);
}

const lacked = (unmet, stars) => unmet.filter((one) => one.stars >= FIRST && one.stars <= stars);

function levels(data, band, unmet) {
  return [3, 4, 5].map((stars) => {
    const codes = new Set(lacked(unmet, stars).map((one) => one.column.code));
    const least = data.bands.find((one) => one[0] === stars)[1];
    return { stars, least, hasPoints: band >= stars, unmet: [...codes] };
  });
}

function next(data, columns, stars, total, unmet) {
  const needed = Math.max(0, data.bands.find((one) => one[0] === stars)[1] - total);
  const lacking = new Set(lacked(unmet, stars).map((one) => one.column));
  const missing = columns.filter((one) => lacking.has(one));
  const tried = missing.length > 1 ? [] : missing.length ? missing : columns;
  const raises = tried.map((one) => step(one, stars, needed)).filter(Boolean);
  const steps = raises.sort((one, other) => one.points - other.points).slice(0, MOST_STEPS);
  return { stars, points: needed, minimums: missing.map((one) => one.code), steps };
}

/* The cheapest raise of one criterion that reaches the star, if there is one. */
function step(one, stars, needed) {
  if (one.isFixed) return null;
  const asked = (one.marks ?? []).filter((mark) => mark[0] >= FIRST && mark[0] <= stars);
  let best = null;
  one.points.forEach((points, rung) => {
    if (!rung || (one.rung && caseOf(one, rung) !== caseOf(one, one.rung))) return;
    const raised = Math.max(rung, one.rung);
    const gain = one.points[raised] - one.given;
    if (raised === one.rung || gain < needed || (best && gain >= best.points)) return;
    if (asked.every(([, marked]) => isMet({ column: one, marked }, raised))) {
      best = { criterion: one.code, to: one.tokens[rung], points: gain };
    }
  });
  return best;
}

/* The page: reads the ticks, writes the result and the address. Without this module the form asks the
   server. */

function start(form) {
  const { data, words } = JSON.parse(document.getElementById("practice-data").textContent);
  const update = () => {
    const given = new FormData(form);
    const ticked = new Set(given.getAll("k"));
    const answers = Object.fromEntries(data.criteria.map(({ code }) => [code, given.get(code) ?? undefined]));
    show(form, words, score(data, answers, ticked));
    keep(data, answers, ticked);
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    // on to a dossier, with everything that is ticked
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    document.getElementById("ket-qua").scrollIntoView({ behavior: "smooth" });
    document.getElementById("ket-qua").focus({ preventScroll: true });
  });
  for (const one of document.querySelectorAll("[data-live]")) one.hidden = false;
  document.querySelector("[data-print]").addEventListener("click", () => print());
  document.querySelector("[data-copy]").addEventListener("click", async ({ currentTarget: button }) => {
    await navigator.clipboard.writeText(location.href).catch(() => button.previousElementSibling.select());
    button.querySelector("span").textContent = words.copied;
  });
  update();
}

const say = (words, key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

function show(form, words, found) {
  const name = (code) => form.querySelector(`[data-criterion="${CSS.escape(code)}"] [data-name]`).textContent;
  const option = (code, token) => {
    const input = form.querySelector(`[name="${CSS.escape(code)}"][value="${token}"]`);
    return input.closest("label").querySelector(".card-label").textContent;
  };
  const reason = (fact) => document.querySelector(`[data-reason="${fact}"]`).textContent.trim();
  const reasons = found.excluded.map(reason);
  const way = found.next;
  const gaps = [];
  if (way?.points) gaps.push(say(words, "gap_points", { n: way.points }));
  if (way?.minimums.length) gaps.push(say(words, "gap_needs", { codes: way.minimums.join(", ") }));
  if (way) gaps.push(way.steps.length ? words.one_step : words.many_steps);
  else if (found.stars) gaps.push(words.highest);
  fill("total", found.total);
  for (const [part, points] of Object.entries(found.parts)) fill(`part-${part}`, points);
  fill("headline", headline(words, found));
  fill("next", way ? say(words, "next", { star: way.stars }) : "");
  list("reasons", reasons);
  list("gaps", gaps);
  list("steps", (way?.steps ?? []).map(({ criterion: code, to, points: n }) =>
    say(words, "step", { code, name: name(code), option: option(code, to), n })));
  for (const level of found.levels) light(words, level, found.total);
  for (const box of form.querySelectorAll("[data-criterion]")) {
    box.classList.toggle("is-missing", found.missing.includes(box.dataset.criterion));
  }
}

function headline(words, found) {
  if (found.excluded.length) return words.excluded;
  if (found.missing.length) return say(words, "unfinished", { n: found.missing.length });
  return say(words, "result", { star: found.stars });
}

function light(words, { stars, least, hasPoints, unmet }, total) {
  const points = hasPoints ? words.points_ok : say(words, "points_short", { n: least - total });
  const needs = unmet.length
    ? say(words, "needs_short", { n: unmet.length, codes: unmet.join(", ") })
    : words.needs_ok;
  fill(`light-${stars}`, say(words, "light", { star: stars, points, needs }));
  for (const one of document.querySelectorAll(`[data-light="${stars}"]`)) {
    one.classList.toggle("is-reached", hasPoints && !unmet.length);
  }
}

function fill(name, text) {
  for (const one of document.querySelectorAll(`[data-show="${name}"]`)) one.textContent = text;
}

function list(name, texts) {
  const items = texts.map((text) => Object.assign(document.createElement("li"), { textContent: text }));
  document.querySelector(`[data-show="${name}"]`).replaceChildren(...items);
}

/* Everything that is ticked stands in the address, so that it can be kept, sent and printed. */
function keep(data, answers, ticked) {
  const word = data.criteria.map(({ code }) => answers[code] ?? "").join("-").replace(/-+$/, "");
  const conditions = [...ticked].map((fact) => ["k", fact]);
  const query = new URLSearchParams([...(word ? [["c", word]] : []), ...conditions]);
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  document.querySelector("[data-link]").value = location.href;
}

const form = globalThis.document?.querySelector("form[data-practice]");
if (form) start(form);
