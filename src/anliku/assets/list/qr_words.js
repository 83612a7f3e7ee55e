/* QR codes (ISO/IEC 18004), first half: from text to code words with error correction.
 * Two modes: bytes, and the alphanumeric one for the capitals and figures of a list. */
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
/** For level L and M, by version: code words of correction in a block, and blocks. */
const LEVEL_BITS = { L: 1, M: 0 };
const CORRECTION = {
  L: [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  M: [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
};
const BLOCKS = {
  L: [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  M: [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
};

/** Modules of a version that hold data. */
function dataModules(version) {
  let found = (16 * version + 128) * version + 64;
  if (version > 1) {
    const marks = Math.floor(version / 7) + 2;
    found -= (25 * marks - 10) * marks - 55;
    if (version > 6) found -= 36;
  }
  return found;
}
const allWords = (version) => Math.floor(dataModules(version) / 8);
const dataWords = (version, level) => allWords(version) - CORRECTION[level][version] * BLOCKS[level][version];

/** @typedef {{mode: number, count: number, widths: number[], bits: number[]}} Segment */
function push(bits, value, width) { for (let n = width - 1; n >= 0; n--) bits.push((value >> n) & 1); }

/** @param {string} text @returns {Segment} */
function segment(text) {
  const bits = [];
  if (Array.from(text).every((character) => ALPHANUMERIC.includes(character))) {
    for (let at = 0; at < text.length; at += 2) {
      const first = ALPHANUMERIC.indexOf(text[at]);
      if (at + 1 < text.length) push(bits, first * 45 + ALPHANUMERIC.indexOf(text[at + 1]), 11);
      else push(bits, first, 6);
    }
    return { mode: 2, count: text.length, widths: [9, 11, 13], bits };
  }
  const bytes = new TextEncoder().encode(text);
  bytes.forEach((byte) => push(bits, byte, 8));
  return { mode: 4, count: bytes.length, widths: [8, 16, 16], bits };
}

/** Bits that the segments take in a version; more than any version has when a count does not fit. */
function sizeIn(segments, version) {
  const class_ = version < 10 ? 0 : version < 27 ? 1 : 2;
  return segments.reduce((sum, { count, widths, bits }) => (count >= 2 ** widths[class_] ? Infinity : sum + 4 + widths[class_] + bits.length), 0);
}

/** @returns {number[]} the data words of a version, filled up */
function fillWords(segments, version, level) {
  const bits = [];
  const class_ = version < 10 ? 0 : version < 27 ? 1 : 2;
  segments.forEach((one) => { push(bits, one.mode, 4); push(bits, one.count, one.widths[class_]); one.bits.forEach((bit) => bits.push(bit)); });
  const room = dataWords(version, level) * 8;
  push(bits, 0, Math.min(4, room - bits.length));
  push(bits, 0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(bits, pad, 8);
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(bits.slice(at, at + 8).reduce((value, bit) => value * 2 + bit, 0));
  return words;
}

/** A product in the field of 256 elements that the standard uses. */
function times(a, b) {
  let product = 0;
  for (let n = 7; n >= 0; n--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> n) & 1) * a;
  }
  return product;
}

function divisorOf(degree) {
  const found = new Array(degree).fill(0);
  found[degree - 1] = 1;
  for (let n = 0, root = 1; n < degree; n++, root = times(root, 2)) {
    for (let at = 0; at < degree; at++) found[at] = times(found[at], root) ^ (at + 1 < degree ? found[at + 1] : 0);
  }
  return found;
}

function remainderOf(words, divisor) {
  const found = new Array(divisor.length).fill(0);
  words.forEach((word) => {
    const factor = word ^ found.shift();
    found.push(0);
    divisor.forEach((part, at) => { found[at] ^= times(part, factor); });
  });
  return found;
}

/** Blocks with their correction, woven together as they are drawn. */
function weave(words, version, level) {
  const count = BLOCKS[level][version];
  const correction = CORRECTION[level][version];
  const short = count - (allWords(version) % count);
  const length = Math.floor(allWords(version) / count) - correction;
  const divisor = divisorOf(correction);
  const blocks = [];
  for (let n = 0, at = 0; n < count; n++) {
    const data = words.slice(at, at + length + (n < short ? 0 : 1));
    at += data.length;
    blocks.push({ data, check: remainderOf(data, divisor) });
  }
  const out = [];
  for (let at = 0; at <= length; at++) blocks.forEach(({ data }) => { if (at < data.length) out.push(data[at]); });
  for (let at = 0; at < correction; at++) blocks.forEach(({ check }) => out.push(check[at]));
  return out;
}
