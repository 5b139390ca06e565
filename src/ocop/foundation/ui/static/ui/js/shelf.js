/* Files that were chosen and are not sent yet, kept by this machine (IndexedDB) for their owner alone:
   { owner, form, field, operation, file, values, moment }. At most 20 MB of one form, for a week. */

const NAME = "ocop-files", ROWS = "files", NAMES = ["owner", "form", "field", "operation"];
const MOST = 20e6, OLDEST = 7 * 864e5;

let store;
const opened = () => store ??= new Promise((yes, no) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(ROWS, { keyPath: NAMES });
  asked.onsuccess = () => yes(asked.result);
  asked.onerror = () => no(asked.error);
});

/* what `work` answers, when the machine has it for good; a closed connection is opened once more */
const within = (work, nothing) => once(work).catch(() => {
  store = undefined;
  return once(work);
}).catch(() => nothing);

async function once(work) {
  const base = await opened();
  return new Promise((yes, no) => {
    const act = base.transaction(ROWS, "readwrite", { durability: "strict" });
    let said;
    work(act.objectStore(ROWS), (one) => { said = one; });
    act.oncomplete = () => yes(said);
    act.onabort = () => no(act.error);
  });
}

const key = (record) => NAMES.map((name) => record[name]);
const from = (...names) => IDBKeyRange.bound(names, [...names, []]);

/* Keeps a file; answers whether it outlives this page. */
export const keep = (record) => within((rows, say) => {
  const asked = rows.getAll(from(record.owner, record.form));
  asked.onsuccess = () => {
    const others = asked.result.filter((one) => String(key(one)) !== String(key(record)));
    const room = MOST - others.reduce((sum, one) => sum + one.file.size, 0);
    if (record.file.size <= room) rows.put(record);
    say(record.file.size <= room);
  };
}, false);

/* The files of a field, the first chosen first. Those of last week go. */
export const kept = (owner, form, field) => within((rows, say) => {
  const asked = rows.getAll(from(owner));
  asked.onsuccess = () => {
    const isOld = (one) => one.moment < Date.now() - OLDEST;
    asked.result.filter(isOld).forEach((one) => rows.delete(key(one)));
    const mine = asked.result.filter((one) => one.form === form && one.field === field && !isOld(one));
    say(mine.sort((a, b) => a.moment - b.moment));
  };
}, []);

/* Lets go of a file. */
export const drop = (record) => within((rows) => rows.delete(key(record)));
