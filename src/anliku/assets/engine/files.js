/* The files of the index, each loaded once, when it is needed: a script a file, no fetch, so that
 * a page opened from a folder searches like one from a server. */

const BASE = document.currentScript.src.replace(/[^/]*$/, "") + "index/";
/** What has arrived, by name: "s12" for s/12.js. A page may bring files along (one-file copies). */
const arrived = window.anlikuArrived || (window.anlikuArrived = {});
const loading = new Map();
window.anlikuIndex = function (name, ...values) { arrived[name] = values; };

/** @param {string} name @returns {Promise<any[]>} the values of a file; a failure may be tried again */
function load(name) {
  if (arrived[name]) return Promise.resolve(arrived[name]);
  if (loading.has(name)) return loading.get(name);
  const path = name.replace(/^([sct])(\d+)$/, "$1/$2") + ".js";
  const promise = new Promise((done, fail) => {
    const node = document.createElement("script");
    // A browser that kept an older file must not mix it with a newer manifest.
    const mark = name !== "manifest" && /^http/.test(BASE) && manifest ? "?v=" + manifest.version : "";
    node.src = BASE + path + mark;
    node.onload = () => { node.remove(); if (arrived[name]) done(arrived[name]); else node.onerror(); };
    node.onerror = () => { node.remove(); loading.delete(name); fail(new Error("index file: " + path)); };
    document.head.append(node);
  });
  loading.set(name, promise);
  return promise;
}

/** What every query needs; see anliku/search/build.py. */
let manifest = null;
/** Elements of compounds → what they are compared as: 长者 → 老人. */
const basics = new Map();
let element = null;
async function begin() {
  if (manifest) return;
  const [given] = await load("manifest");
  given.elements.split("|").forEach((line) => {
    const [first, ...others] = line.split(" ");
    others.forEach((other) => basics.set(other, first));
  });
  element = basics.size ? new RegExp(Array.from(basics.keys()).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|"), "g") : /(?!)/;
  manifest = given;
}
/** A text in its basic form, as long as before. */
function basic(text) {
  for (let turn = 0, before = ""; turn < MOST_TURNS && text !== before; turn++) {
    before = text;
    text = text.replace(element, (found) => basics.get(found));
  }
  return text;
}
const MOST_TURNS = 4; // as in anliku/search/thesaurus.py

/* ---- Postings -------------------------------------------------------------------------- */

/** @type {Map<string, {ids: number[], steps: number[], size: number}|null>} */
const postings = new Map();
const shardOf = (term) => "s" + (spread(term) % manifest.shards);

/** Load whatever shards hold these terms. @param {Iterable<string>} terms */
function need(terms) {
  const wanted = new Set();
  for (const term of terms) wanted.add(shardOf(term));
  return Promise.all(Array.from(wanted, load));
}

/** What a row of a shard holds. @returns {string} empty: the index has no such row */
function row(key, term) {
  const shard = arrived[shardOf(key)];
  if (!shard) throw new Error("not loaded: " + key); // "not here yet" must never pass for "not there"
  const rows = "|" + shard[0] + "|";
  const from = rows.indexOf("|" + term + "~") + term.length + 2;
  return from > term.length + 1 ? rows.slice(from, rows.indexOf("|", from)) : "";
}

/** @param {string} term @param {string} [key] what decides its shard @returns null: no record has it */
function posting(term, key) {
  if (postings.has(term)) return postings.get(term);
  const text = row(key || term, term);
  const found = text ? readPosting(text, manifest.steps) : null;
  if (postings.size > 600) postings.clear();
  postings.set(term, found);
  return found;
}

/* ---- Words that are cut out of a query whole ------------------------------------------------ */

/** @type {Map<string, {isName: boolean, groups: number[]}>} as far as the loaded shards tell */
const known = new Map();
const wide = new Set();
/** Numbers of groups, `!` before each that is wide. */
function readGroups(text) {
  const marked = [];
  const found = readNumbers(text, (_, at) => marked.push(at));
  marked.forEach((at) => wide.add(found[at]));
  return found;
}

/** The words that begin with each term asked for so far. */
const begun = new Map();
function learn(head) {
  if (begun.has(head)) return;
  const text = row(head, "^" + head);
  begun.set(head, []);
  if (text) text.split(";").forEach((item) => {
    const [, rest, name, numbers] = /^([\u3400-\u9fff]*)(\*?)(.*)$/.exec(item);
    const groups = readGroups(numbers);
    begun.get(head).push(head + rest);
    known.set(head + rest, { isName: name === "*", groups });
  });
}
/** Words are kept, and looked up, in their basic form. */
const isKnown = (word) => known.has(basic(word));
const isName = (word) => isKnown(word) && known.get(basic(word)).isName;
const groupsOf = (word) => (isKnown(word) ? known.get(basic(word)).groups : []);

/** How much a term says: BM25's idf. */
const rarity = (list) => Math.log(1 + (manifest.count - list.size + 0.5) / (list.size + 0.5));

/* ---- Facets and sizes -------------------------------------------------------------------- */

let table = null;
function readGaps(text) {
  return readPosting(text, []).ids;
}
/** @returns {Promise<{facets: number[][][], sizes: number[][]}>} records of each value */
async function facetTable() {
  if (!table) {
    const [facets, sizes] = await load("facets");
    table = { facets: facets.map((rows) => rows.map(readGaps)), sizes: sizes.map(readGaps) };
  }
  return table;
}
