/* A query in parts: names and words of the thesaurus first, then what lies between them. */

/**
 * One way to understand a part.
 * @typedef {{text: string, pairs: string[], groups: number[], inner: number[]}} Reading
 * inner: groups of the word it ends with, of which it is a kind: 照料 in 上门照料; or, of a word that is
 * only begun (独居), the group of all words that begin so
 * @typedef {{text: string, readings: Reading[], weight: number, isKnown: boolean}} Part
 */

const LONGEST_WORD = 14;
const NAME_WEIGHT = 1.5;
const LEFT_WEIGHT = 0.4;
const SHORT = 5;

/** The term that a word begins with. */
const headOf = (word) => (HAN.test(word) ? word.slice(0, 2) : word);
/** The terms that words within a run may begin with, in their basic form. */
const headsOf = (run) => pairsOf(basic(run)).filter((pair) => pair.length > 1);

/** @returns {Reading} */
function reading(text) {
  const own = groupsOf(text);
  let inner = [];
  for (let from = 1; own.length && !inner.length && from <= text.length - 2; from++) {
    inner = groupsOf(text.slice(from)).filter((number) => !own.includes(number));
  }
  return { text, pairs: pairsOf(text), groups: own, inner: own.length ? inner : begunGroup(text) };
}

/** The group of the words that a text begins, if there is just one: 独居. */
function begunGroup(text) {
  if (text.length < 2 || !HAN.test(text[0]) || WEAK.has(text)) return [];
  const form = basic(text);
  const words = (begun.get(headOf(form)) || []).filter((word) => word.length <= form.length * 2 && word.startsWith(form));
  const found = new Set([].concat(...words.map((word) => known.get(word).groups)));
  return found.size === 1 ? Array.from(found) : [];
}

/** @returns {Part} */
function part(text, isKnown) {
  const weight = WEAK.has(text) ? 0.35 : isName(text) ? NAME_WEIGHT : 1;
  return { text, readings: [reading(text)], weight, isKnown };
}

/** A single character beside known words, asked for together with its neighbours: 居 in 居老人. */
function leftPart(text, pairs) {
  return { text, readings: [{ text, pairs, groups: [], inner: [] }], weight: LEFT_WEIGHT, isKnown: true };
}

/**
 * Cut a run of Han characters so that known words cover as much as possible, long ones first.
 * @param {string} run @returns {{text: string, isKnown: boolean}[]}
 */
function cutRun(run) {
  const form = basic(run);
  const best = [{ value: 0, from: 0, isKnown: false }];
  for (let end = 1; end <= run.length; end++) {
    best[end] = { value: best[end - 1].value, from: end - 1, isKnown: false };
    for (let from = Math.max(0, end - LONGEST_WORD); from <= end - 2; from++) {
      const value = best[from].value + (end - from) ** 2;
      if (value >= best[end].value && known.has(form.slice(from, end))) best[end] = { value, from, isKnown: true };
    }
  }
  const pieces = [];
  for (let end = run.length; end > 0; end = best[end].from) {
    const { from, isKnown } = best[end];
    const text = run.slice(from, end);
    if (!isKnown && pieces.length && !pieces[0].isKnown) pieces[0].text = text + pieces[0].text;
    else pieces.unshift({ text, isKnown });
  }
  return pieces;
}

/** A word made of two others (志愿者培训) is answered by both of them, too. @returns {Part[]} */
function halvesOf(word) {
  const own = groupsOf(word);
  const isOther = (half) => groupsOf(half).length > 0 && !groupsOf(half).some((number) => own.includes(number));
  for (let at = 2; at <= word.length - 2; at++) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (own.length && halves.every(isOther)) return halves.map((half) => ({ ...part(half, true), weight: part(half, true).weight / 2 }));
  }
  return [];
}

/** Is a short run a piece of some word, cut off within it: 居老人, 动儿童? */
function isPiece(run) {
  const pieces = cutRun(run);
  const isLeft = ({ text, isKnown: sure }) => !sure && text.length === 1 && !PARTICLES.test(text);
  return pieces.length > 1 && (isLeft(pieces[0]) || isLeft(pieces[pieces.length - 1]));
}

/** @param {string[]} runs @returns {Part[]} Needs the postings of their pairs. */
function partsOf(runs) {
  const parts = [];
  const isAlone = runs.filter((run) => run.replace(MILD, "")).length < 2; // 管微信群 beside others is no piece of a word
  runs.forEach((run) => {
    if (!HAN.test(run)) { learn(run); parts.push(part(run, isKnown(run))); return; }
    headsOf(run).forEach(learn);
    if (runs.length > 1 && !run.replace(MILD, "")) return; // 案例, beside what it should be about
    if (run.length <= SHORT && isAlone && isPiece(run)) { parts.push(part(run, false)); return; }
    const pieces = cutRun(run);
    let at = 0;
    pieces.forEach((piece) => {
      const { text } = piece;
      const start = at;
      at += text.length;
      if (piece.isKnown) { parts.push(part(text, true), ...halvesOf(text)); return; }
      if (text.length === 1 && run.length > 1) {
        if (PARTICLES.test(text)) return;
        const around = [run.slice(start - 1, start + 1), run.slice(start, start + 2)];
        parts.push(leftPart(text, around.filter((pair, i) => pair.length === 2 && (i || start))));
        return;
      }
      const left = text.replace(MILD, " ").split(" ").filter((one) => one.length > 1 || one === run);
      // A query of nothing but such words is taken at its word.
      (left.length || pieces.length > 1 ? left : [text]).forEach((one) => parts.push(part(one, false)));
    });
  });
  return parts;
}

/**
 * Cut the unknown parts where the library itself never joins the characters, or hardly ever beside
 * how often it has the words to the left and right. Needs the postings of the pairs.
 * @param {Part[]} parts @returns {{parts: Part[], joints: string[]}} joints: pairs across a cut
 */
function splitUnknown(parts) {
  const joints = [];
  const size = (pair) => { const list = posting(pair); return list ? list.size : 0; };
  const split = parts.map((given) => {
    if (given.isKnown || given.text.length < 4 || !HAN.test(given.text[0])) return [given];
    const isLoose = PARTICLES.test(given.text[0]) && !size(given.readings[0].pairs[0]);
    const one = isLoose ? part(given.text.slice(1), false) : given;
    const { pairs } = one.readings[0];
    const pieces = [];
    let from = 0;
    for (let i = 1; i < pairs.length - 1; i++) {
      const edge = Math.min(size(pairs[i - 1]), size(pairs[i + 1]));
      if (i - from < 1 || (size(pairs[i]) > 0 && size(pairs[i]) >= edge * 0.2)) continue;
      joints.push(pairs[i]);
      pieces.push(one.text.slice(from, i + 1));
      from = i + 1;
    }
    pieces.push(one.text.slice(from));
    return pieces.length > 1 ? pieces.map((text) => part(text, false)) : [one];
  });
  return { parts: [].concat(...split), joints };
}

/** The groups to fetch for these parts. */
function groupTermsOf(parts) {
  const ways = [].concat(...parts.map((one) => one.readings));
  return [].concat(...ways.map((way) => way.groups.concat(way.inner))).map((number) => "§" + number);
}

/** Unknown short parts may be pieces of words: take the groups of the phrases that hold them. */
function guessPieces(parts) {
  parts.forEach((one) => {
    if (!mayBePiece(one)) return;
    const form = basic(one.text);
    const found = lexicon.all.filter(({ text, groups }) => groups.length && text.length > form.length && basic(text).includes(form));
    const numbers = new Set([].concat(...found.sort((a, b) => b.often - a.often).map((phrase) => phrase.groups)));
    if (numbers.size && numbers.size <= 3) one.readings[0].inner = Array.from(numbers).slice(0, 1);
  });
}
const mayBePiece = ({ isKnown: sure, text, weight, readings }) => !sure && weight >= 1 && text.length > 1 && text.length <= SHORT
  && HAN.test(text[0]) && !readings[0].inner.length;
