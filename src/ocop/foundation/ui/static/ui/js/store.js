/* What was typed and is not on the server yet, kept by this machine (IndexedDB). A record is one value of one
   field, made once: { owner, form, field, operation, url, kind, values, base, title, after, moment } and,
   later, `tried` (it went on its way) and `trouble` (the server did not take it, in words). Two tabs never
   overwrite each other: a record takes the place only of the one that its page showed (`base`). */

const NAME = "ocop-keep", ROWS = "records", NAMES = ["owner", "form", "field", "operation"], LATEST = 8;
const loose = new Map(); // where the machine keeps nothing, records live as long as the page
const key = (record) => NAMES.map((name) => record[name]);

let store, wasOpen = false;
const opened = () => store ??= new Promise((yes, no) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(ROWS, { keyPath: NAMES });
  asked.onsuccess = () => {
    wasOpen = true;
    yes(asked.result);
  };
  asked.onerror = () => no(asked.error);
});

/* Whether the machine tells what it keeps: as long as it does not, nobody may say that all is saved. One that
   never kept anything has nothing to tell; `isKeeping` says whether it would. */
export let isReadable = true, isKeeping = true;

/* a connection that the system closed under a page is opened once more */
const within = (mode, work) => once(mode, work).catch(() => {
  store = undefined;
  return once(mode, work);
});

/* done only when the machine has it for good */
async function once(mode, work) {
  const base = await opened();
  return new Promise((yes, no) => {
    const act = base.transaction(ROWS, mode, { durability: "strict" });
    const asked = work(act.objectStore(ROWS));
    act.oncomplete = () => yes(asked.result);
    act.onabort = () => no(act.error);
  });
}

/* what its own page did before is no surprise to a record: earlier operations whose answer never came */
function follows(record, before, base) {
  const sent = before && !before.tried ? [] : [base];
  const after = [...record.after, ...before?.after ?? [], ...sent].filter(Boolean);
  return { ...record, after: after.slice(-LATEST) };
}

/* Keeps a record in the place of the one with the operation `base`. Answers whether it outlives this page. */
export async function keep(record, base = "") {
  const old = key({ ...record, operation: base });
  try {
    await within("readwrite", (rows) => {
      const asked = rows.get(old);
      asked.onsuccess = () => {
        rows.put(follows(record, asked.result, base));
        if (asked.result) rows.delete(old);
      };
      return asked;
    });
    isKeeping = true;
  } catch {
    loose.set(String(key(record)), follows(record, loose.get(String(old)), base));
    loose.delete(String(old));
    isKeeping = false;
  }
  return isKeeping;
}

/* Everything kept for this person, oldest first. */
export async function all(owner) {
  const range = () => IDBKeyRange.bound([owner], [owner, []]);
  const stored = await within("readonly", (rows) => rows.getAll(range())).catch(() => null);
  isReadable = stored !== null || !wasOpen;
  if (!stored) isKeeping = false;
  const held = [...loose.values()].filter((one) => one.owner === owner);
  return [...stored ?? [], ...held].sort((a, b) => a.moment - b.moment);
}

/* Notes something on a record; null when another has taken its place meanwhile. */
export async function mark(record, marks) {
  const held = loose.get(String(key(record)));
  if (held) return Object.assign(held, marks);
  const stored = await within("readwrite", (rows) => {
    const asked = rows.get(key(record));
    asked.onsuccess = () => { if (asked.result) rows.put({ ...asked.result, ...marks }); };
    return asked;
  }).catch(() => record);
  return stored ? { ...stored, ...marks } : null;
}

/* Lets go of this record and of no other. */
export async function drop(record) {
  loose.delete(String(key(record)));
  await within("readwrite", (rows) => rows.delete(key(record))).catch(() => {});
}
