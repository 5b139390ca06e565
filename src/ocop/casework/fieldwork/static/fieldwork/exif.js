/* What a camera noted in a photograph: { hour: "2026-11-23T10:02:11", latitude, longitude }, each only where
   it is there. Read before the photograph is made smaller, which leaves it out. */

const HOUR = 0x9003, MORE = 0x8769, PLACE = 0x8825, START = 0xffd8, SEGMENT = 0xffe1;

/* where the notes begin in a JPEG */
function notes(view) {
  if (view.byteLength < 12 || view.getUint16(0) !== START) return -1;
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff;) {
    if (view.getUint16(at) === SEGMENT && view.getUint32(at + 4) === 0x45786966) return at + 10;
    at += 2 + view.getUint16(at + 2);
  }
  return -1;
}

class Notes {
  constructor(view, start) {
    Object.assign(this, { view, start, isLittle: view.getUint16(start) === 0x4949 });
  }

  short(at) { return this.view.getUint16(at, this.isLittle); }

  long(at) { return this.view.getUint32(at, this.isLittle); }

  /* tag -> where its entry lies */
  table(offset) {
    const at = this.start + offset, found = new Map();
    for (let i = 0; i < this.short(at); i += 1) found.set(this.short(at + 2 + 12 * i), at + 2 + 12 * i);
    return found;
  }

  text(entry, length) {
    const count = this.long(entry + 4), at = count > 4 ? this.start + this.long(entry + 8) : entry + 8;
    const bytes = new Uint8Array(this.view.buffer, at, Math.min(count, length));
    return String.fromCharCode(...bytes).replace(/\0.*$/, "");
  }

  /* degrees, minutes and seconds as three fractions */
  degrees(entry) {
    const at = this.start + this.long(entry + 8);
    const part = (i) => this.long(at + 8 * i) / (this.long(at + 8 * i + 4) || 1);
    return part(0) + part(1) / 60 + part(2) / 3600;
  }
}

function place(read, offset) {
  const found = read.table(offset);
  if (![1, 2, 3, 4].every((tag) => found.has(tag))) return {};
  const sign = (tag, away) => (read.text(found.get(tag), 1) === away ? -1 : 1);
  const latitude = sign(1, "S") * read.degrees(found.get(2));
  const longitude = sign(3, "W") * read.degrees(found.get(4));
  return latitude || longitude ? { latitude, longitude } : {};
}

export async function noted(file) {
  try {
    const view = new DataView(await file.slice(0, 131072).arrayBuffer()), start = notes(view);
    if (start < 0) return {};
    const read = new Notes(view, start), first = read.table(read.long(start + 4)), said = {};
    if (first.has(MORE)) {
      const more = read.table(read.long(first.get(MORE) + 8));
      const text = more.has(HOUR) ? read.text(more.get(HOUR), 19) : "";
      const hour = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text);
      if (hour) said.hour = `${hour[1]}-${hour[2]}-${hour[3]}T${hour[4]}`;
    }
    return first.has(PLACE) ? { ...said, ...place(read, read.long(first.get(PLACE) + 8)) } : said;
  } catch {
    return {}; // notes that nobody can read are as good as none
  }
}
