/* One small script for each entry, loaded when it is wanted; from a folder too.
 * @typedef {(string | number | string[])[]} Runs text, a fact's number, [text, address] or [label]
 * @typedef {[Runs, string, [string, string][]]} Item what is said, whose words, what is added
 * @typedef {{kind: string, title: string, short: string, address: string, facts: Object[],
 *   cells: Object<string, [Item[], string[]]>, near: [string, string, string][]}} Compared
 * @typedef {{id: string, entry: Compared | null, was: string, why: string}} Loaded `was`: the title of a merged entry; `why`: without one */
const here = document.currentScript.src;
/** @type {Map<string, Promise<Object | null>>} */
const loading = new Map();

/** What has been loaded; an id may be a word like “constructor”, which every object has. @param {string} id */
function loaded(id) {
  const known = window.anlikuCompared || {};
  return Object.prototype.hasOwnProperty.call(known, id) ? known[id] : null;
}

/** @param {string} id @returns {Promise<Object | null>} nothing when there is none, or no network */
function file(id) {
  if (loaded(id)) return Promise.resolve(loaded(id));
  if (!loading.has(id)) {
    loading.set(id, new Promise((done) => {
      const script = make("script", { src: new URL("entries/" + id + ".js", here).href });
      const end = () => { script.remove(); loading.delete(id); done(loaded(id)); };
      script.addEventListener("load", end);
      script.addEventListener("error", end);
      document.head.append(script);
    }));
  }
  return loading.get(id);
}

/** @param {string} id @returns {Promise<Loaded>} */
async function load(id) {
  const found = await file(id);
  if (!found) return { id, entry: null, was: "", why: "unknown" };
  if (found.withdrawn) return { id, entry: null, was: "", why: "withdrawn" };
  if (!found.into) return { id, entry: found, was: "", why: "" };
  const { entry, why } = await load(found.into);
  return { id: found.into, entry, was: found.title, why };
}
