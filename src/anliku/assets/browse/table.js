/* Which entries have which value. A row is an entry, row 0 the newest; written by
 * anliku/publish/browse_files.py, decoded once. Nothing in this part knows the page. */

const BASE = document.currentScript.src.replace(/[^/]*$/, "") + "index/";
/** What has arrived, by name of file. A page may bring files along (one-file copies). */
const arrived = window.anlikuBrowse || (window.anlikuBrowse = {});
const data = arrived.data;
const TEXT = 1 << 30; // the bit of the text box, beside those of the facets

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digitOf = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;

/** Read rising numbers as written by gaps() in anliku/search/codec.py. @returns {Uint32Array} */
function readGaps(text) {
  const found = new Uint32Array(text.length);
  let size = 0;
  let at = -1;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    if (digit & 32) { shift += 5; continue; }
    at += value + 1;
    found[size++] = at;
    value = shift = 0;
  }
  return found.slice(0, size);
}

/**
 * @typedef {{key: string, label: string, values: string[], depths: string, texts: string[],
 *   rows: Uint32Array[]|null, bit: number}} Facet */
/** @type {Facet[]} */
const facets = data ? data.facets.map(([key, label, values, depths, texts], n) =>
  ({ key, label, values, depths, texts, rows: null, bit: 1 << n })) : [];
const facetOf = (key) => facets.find((facet) => facet.key === key);

/** The rows of each value of a facet. @param {Facet} facet */
function rowsOf(facet) {
  if (!facet.rows) facet.rows = facet.texts.map(readGaps);
  return facet.rows;
}

/** What each row fails: a bit for each facet that is filtered by and for the text; 0 passes all.
 * OR within a facet, AND between facets.
 * @param {Object<string, string[]>} filters @param {number[]|null} found rows that answer the text */
function sift(filters, found) {
  const asked = facets.filter(({ key }) => (filters[key] || []).length);
  const all = asked.reduce((bits, facet) => bits | facet.bit, found ? TEXT : 0);
  const missed = new Int32Array(data.count).fill(all);
  const pass = (rows, bit) => { for (let i = 0; i < rows.length; i++) missed[rows[i]] &= ~bit; };
  asked.forEach((facet) => filters[facet.key].forEach((value) =>
    pass(rowsOf(facet)[facet.values.indexOf(value)] || [], facet.bit)));
  if (found) pass(found, TEXT);
  return missed;
}

/** How many rows pass. */
function countPassing(missed) {
  let n = 0;
  for (let row = 0; row < missed.length; row++) if (!missed[row]) n += 1;
  return n;
}

/** The count of each value ignores the facet's own ticks: what a further tick would show.
 * @param {Facet} facet @param {Int32Array} missed @returns {number[]} */
function countsOf(facet, missed) {
  const others = ~facet.bit;
  return rowsOf(facet).map((rows) => {
    let n = 0;
    for (let i = 0; i < rows.length; i++) if (!(missed[rows[i]] & others)) n += 1;
    return n;
  });
}

/** The first rows that pass, in the order given; without one the newest first.
 * @param {Int32Array} missed @param {number} most @param {ArrayLike<number>} [order] @returns {number[]} */
function passing(missed, most, order) {
  const found = [];
  for (let i = 0; i < (order || missed).length && found.length < most; i++) {
    const row = order ? order[i] : i;
    if (!missed[row]) found.push(row);
  }
  return found;
}

/** All rows, the best evidence first, those without any last; within it the newest first. */
function byEvidence() {
  const facet = facetOf("evidence");
  const seen = new Uint8Array(data.count);
  const order = [];
  (facet ? rowsOf(facet) : []).forEach((rows) => rows.forEach((row) => { seen[row] = 1; order.push(row); }));
  for (let row = 0; row < seen.length; row++) if (!seen[row]) order.push(row);
  return order;
}
