/* What a list is: cleaned whatever it comes from (browser, link, file), and what its ids lead to. */
const LEVELS = ["必读", "选读", "拓展", "备查"];
// Controls, and marks that turn the direction of writing: nothing a reader sees, much to mislead with.
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** @param {unknown} value @param {number} most @param {boolean} [lines] */
function cleanText(value, most, lines = false) {
  if (typeof value !== "string") return "";
  const whole = value.slice(0, most * 4).replace(UNSEEN, "");
  const text = lines ? whole.replace(/\n{3,}/g, "\n\n") : whole.replace(/\s+/g, " ");
  // Half of a pair outside the first plane would not survive the link.
  return Array.from(text).filter((character) => !/^[\ud800-\udfff]$/.test(character)).slice(0, most).join("");
}

/** @param {unknown} value @param {number} most */
function cleanNumber(value, most) {
  const number = Math.round(Number(value));
  return number > 0 && Number.isFinite(number) ? Math.min(number, most) : 0;
}

const cleanId = (value) => (typeof value === "string" && value.length <= LIMITS.id && ENTRY_ID.test(value) ? value : "");

/** @param {any} given @returns {List} */
function cleanList(given) {
  const from = given && typeof given === "object" ? given : {};
  const items = (Array.isArray(from.items) ? from.items : []).slice(0, 1000).map((item) => {
    const one = item && typeof item === "object" ? item : {};
    const level = Number(one.level);
    return { id: cleanId(one.id), level: level >= 0 && level <= 3 ? Math.floor(level) : 0,
      session: cleanText(one.session, LIMITS.session).trim(), minutes: cleanNumber(one.minutes, LIMITS.minutes),
      note: cleanText(one.note, LIMITS.note), with: cleanId(one.with) };
  }).filter(({ id }) => id);
  return { title: cleanText(from.title, LIMITS.title), course: cleanText(from.course, LIMITS.course),
    remarks: cleanText(from.remarks, LIMITS.remarks, true), duration: cleanNumber(from.duration, LIMITS.duration),
    items: items.slice(0, LIMITS.items) };
}

const isEmpty = (list) => !(list.items.length || list.title || list.course || list.remarks || list.duration);

/** What the library knows: assets/list/entries.js. */
const library = window.anlikuListEntries || { kinds: {}, entries: {}, merged: {}, retired: [], notes: {}, classes: {}, site: "", url: "" };
/** @typedef {{id: string, kind: string, label: string, title: string, url: string, minutes: number}} Known */
/** @type {Map<string, Known>} */
const known = new Map();
Object.entries(library.entries).forEach(([kind, rows]) => rows.forEach(([id, title, minutes]) => {
  const [label, page] = library.kinds[kind];
  known.set(id, { id, kind, label, title, minutes, url: page.replace("{id}", id) });
}));
const own = (table, key) => Object.prototype.hasOwnProperty.call(table, key);

/** What an id leads to: an entry, the entry that replaced it, or words that say why there is none.
 * @param {string} id @returns {{entry: Known | null, moved: boolean, words: string}} */
function resolve(id) {
  if (known.has(id)) return { entry: known.get(id), moved: false, words: "" };
  const target = own(library.merged, id) ? known.get(library.merged[id]) : null;
  if (target) return { entry: target, moved: true, words: say("merged", { id, title: target.title }) };
  return { entry: null, moved: false, words: say(library.retired.includes(id) ? "retired" : "unknown", { id }) };
}

/** The class that a companion makes of an item: its minutes, and the A page, "" where there is none.
 * @param {Item} item @returns {{minutes: number, page: string}} */
function classOf(item) {
  const [minutes, page] = own(library.classes, item.with) ? library.classes[item.with] : [0, ""];
  return { minutes, page };
}

/** Minutes that stand where the trainer writes none: of the class, else of reading; 0 where nothing is counted. @param {Item} item */
function countedMinutes(item) {
  const { entry } = resolve(item.id);
  return entry ? classOf(item).minutes || entry.minutes : 0;
}

/** @param {Item} item */
const minutesOf = (item) => item.minutes || countedMinutes(item);
/** @param {Item} item 约 where nobody said so @returns {string} */
const minutesIn = (item) => (minutesOf(item) ? say(item.minutes || classOf(item).minutes ? "minutes-given" : "minutes", { n: minutesOf(item) }) : "");

/** Names of the rows: the same entry may be read before class and worked on in class. @param {Item[]} items */
function keysOf(items) {
  const count = new Map();
  return items.map(({ id }) => {
    count.set(id, (count.get(id) || 0) + 1);
    return count.get(id) > 1 ? id + "#" + count.get(id) : id;
  });
}

/** Where a list has sessions, an item without one is for the class. @param {List} list @param {Item} item */
const sessionOf = (list, item) => item.session || (list.items.some(({ session }) => session) ? "课上" : "");

/** Full address of an entry for others: the site's own where it has one. */
function fullAddress(url) {
  return library.url ? library.url.replace(/\/?$/, "/") + url : new URL(url, window.anlikuList.root).href;
}
const isLocal = () => !library.url && location.protocol === "file:";

const WHEN = ["课前", "课上", "课后"];
const NAME_SHORT = 6;

/** When a session is: its name says so, else it is in class. @param {string} name */
const whenOf = (name) => WHEN.find((when) => when !== "课上" && name.includes(when)) || "课上";

/** Minutes by session. @param {List} list @returns {{name: string, minutes: number, when: string}[]} in the order of the list */
function sessionsOf(list) {
  const found = new Map();
  list.items.forEach((item) => {
    const name = item.session || "课上";
    found.set(name, (found.get(name) || 0) + minutesOf(item));
  });
  return Array.from(found, ([name, minutes]) => ({ name, minutes, when: whenOf(name) }));
}

/** The totals in words: before and after class do not count against its length, all others together do. @param {List} list */
function totalsOf(list) {
  const sessions = sessionsOf(list);
  const sum = (these) => these.reduce((all, { minutes }) => all + minutes, 0);
  const needed = sum(sessions.filter(({ when }) => when === "课上"));
  const left = list.duration - needed;
  const lines = WHEN.flatMap((when) => {
    const these = sessions.filter((session) => session.when === when);
    if (!these.length) return [];
    // Long names are headings, not words for a sum.
    const apart = these.length > 1 && these.every(({ name }) => name.length <= NAME_SHORT) ? these.map((one) => say("session", one)) : [];
    const name = apart.length && when === "课上" ? say("in-class") : these.length === 1 && these[0].name.length <= NAME_SHORT ? these[0].name : when;
    const key = when === "课上" && list.duration ? (left > 0 ? "session-left" : left < 0 ? "session-over" : "session-full") : "session";
    const all = say(key, { name, minutes: sum(these), duration: list.duration, left: Math.abs(left) });
    return apart.length && when !== "课上" ? apart : [...apart, all];
  });
  const uncounted = list.items.filter((item) => !minutesOf(item)).length;
  return { words: say("total", { n: list.items.length, minutes: sum(sessions) }) + (lines.length ? lines.join("；") + "。" : "") + (uncounted ? say("uncounted", { n: uncounted }) : ""),
    over: Boolean(list.duration) && left < 0 };
}
