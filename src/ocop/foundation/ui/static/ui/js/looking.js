/* What a chosen file is refused for before anything is sent, in the server's own sentences (data-faults). The
   server looks again, and deeper. */

const PICTURES = ["jpg", "jpeg", "jfif", "png", "webp"], FILMS = ["mp4", "m4v"];
const SOUNDS = ["mp3", "m4a", "ogg", "oga", "opus"], SOUND = /^M4[AB] /;
const family = (ending) => [PICTURES, FILMS, SOUNDS].find((all) => all.includes(ending))?.[0] ?? ending;
const FILM = /^(iso[m2-6]|mp4[12]|avc1|M4V |MSNV|dash)/, HEIC = /^(hei[cxms]|hevc|mif1|msf1)/;
const PACKED = ["docx", "xlsx", "ods"];

/* the kind that the first bytes tell; "" where they do not */
function kindOf(head) {
  const brand = head.slice(8, 12);
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("\xff\xd8\xff")) return "jpg";
  if (head.startsWith("\x89PNG")) return "png";
  if (head.startsWith("RIFF") && brand === "WEBP") return "webp";
  if (head.startsWith("ID3") || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(head)) return "mp3";
  if (head.startsWith("OggS")) return "ogg";
  if (head.slice(4, 8) === "ftyp" && SOUND.test(brand)) return "m4a";
  if (head.slice(4, 8) === "ftyp") return FILM.test(brand) ? "mp4" : HEIC.test(brand) ? "heic" : "";
  if (head.startsWith("PK\x03\x04")) return "zip";
  return head.startsWith("MZ") ? "exe" : "";
}

const start = async (file) => String.fromCharCode(...new Uint8Array(await file.slice(0, 16).arrayBuffer()));

/* The kind of a file, and the codes of what is wrong with it. */
export async function look(file, input) {
  const endings = input.accept.split(",").map((one) => one.slice(1)).filter(Boolean);
  const told = await start(file).then(kindOf, () => "");
  // many telephones give their sound the mark of a film
  const kind = told === "mp4" && endings.includes("m4a") && !endings.includes("mp4") ? "m4a" : told;
  const ending = /[^.]\.(?=\d*[a-z])([a-z0-9]{1,8})$/i.exec(file.name)?.[1].toLowerCase() ?? "";
  const takes = (one) => endings.some((taken) => family(taken) === family(one));
  const isTable = endings.includes("csv"); // what is a table only its reader can tell
  const codes = [];
  if (kind === "heic" && takes("jpg")) codes.push("heic");
  else if (kind === "zip" ? !PACKED.some(takes) : kind && !takes(kind)) codes.push("found");
  else if (!kind && ending && !takes(ending) && !isTable) codes.push("found");
  else if (kind && kind !== "zip" && ending && !isTable && family(ending) !== family(kind)) {
    codes.push("disguised");
  }
  const found = codes[0] === "found" ? kind || ending : kind;
  return { kind, found, ending, codes: endings.length ? codes : [] };
}

/* What is said of a file. */
export function said(file, { found, ending, codes }, input) {
  const texts = JSON.parse(input.dataset.faults ?? "{}"), most = Number(input.dataset.maxSize ?? Infinity);
  const all = file.size ? [...(file.size > most ? ["large"] : []), ...codes] : ["empty"];
  const names = { name: file.name, found, ending };
  return all.map((code) => texts[code]?.replace(/\{(\w+)\}/g, (_all, name) => names[name])).filter(Boolean);
}
