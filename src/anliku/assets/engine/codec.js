/* Numbers and postings as written by anliku/search/codec.py. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MARKS = "!#$%&()*+,./";
const NONE = 255;
const digitOf = new Uint8Array(128).fill(NONE);
const markOf = new Uint8Array(128).fill(NONE);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;
for (let i = 0; i < MARKS.length; i++) markOf[MARKS.charCodeAt(i)] = i;

/** FNV-1a over UTF-16 units, the high bits folded in: which shard holds a term. */
function spread(term) {
  let value = 2166136261;
  for (let i = 0; i < term.length; i++) value = Math.imul(value ^ term.charCodeAt(i), 16777619) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * Read a posting: records in the order of their levels, the highest first.
 * @param {string} text @param {number[]} values what each level counts, the lowest first
 * @returns {{ids: number[], steps: number[], size: number}} steps[i] in twelfths
 */
function readPosting(text, values) {
  const ids = [];
  const steps = [];
  let step = 0;
  let at = -1;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (markOf[code] !== NONE) { step = values[values.length - 1 - markOf[code]]; at = -1; continue; }
    const digit = digitOf[code];
    value |= (digit & 31) << shift;
    if (digit & 32) { shift += 5; continue; }
    at += value + 1;
    ids.push(at);
    steps.push(step);
    value = 0;
    shift = 0;
  }
  return { ids, steps, size: ids.length };
}

/** Read numbers written one after another; `mark` hears characters that are no digits. */
function readNumbers(text, mark) {
  const values = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)];
    if (digit === NONE) { mark(text[i], values.length); continue; }
    value |= (digit & 31) << shift;
    if (digit & 32) { shift += 5; continue; }
    values.push(value);
    value = shift = 0;
  }
  return values;
}
