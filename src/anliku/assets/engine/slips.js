/* Slips of the keyboard: characters the library does not know side by side, where a phrase that it
 * does know sounds the same or differs in one character. */

const LONGEST_SLIP = 8;
const RARE_SHARE = 0.0004;

/** Does (nearly) no record have these two characters side by side? */
function isRare(pair) {
  const list = posting(pair);
  return !list || list.size <= manifest.count * RARE_SHARE;
}

/** Let `visit(from, to)` see every phrase of the library in a run. */
function phrasesIn(run, byText, visit) {
  for (let from = 0; from < run.length; from++) {
    for (let to = Math.min(run.length, from + LONGEST_WORD); to >= from + 2; to--) {
      if (byText.has(run.slice(from, to)) || isKnown(run.slice(from, to))) visit(from, to);
    }
  }
}

const differing = (a, b) => Array.from(a).filter((c, i) => c !== b[i]).length;

/**
 * The most likely slip in a run of Han characters. Needs the postings of its pairs, and words().
 * @returns {{from: number, to: number, text: string}|null}
 */
function findSlip(run, sounds) {
  const { byText, bySound, byLength } = lexicon;
  const rare = pairsOf(run).map(isRare);
  if (run.length < 2 || !rare.some(Boolean)) return null;
  const spans = [];
  phrasesIn(run, byText, (from, to) => spans.push([from, to]));
  const isSpared = (from, to) => spans.some(([a, b]) => {
    if (a <= from && to <= b) return true; // within a phrase that is right as it stands
    return a < from ? from < b && b < to && b - a > 2 : a < to && to < b && b - a > 2; // would cut one
  });
  let best = null;
  const offer = (from, length, phrase, value) => {
    if (!best || value > best.value) best = { from, to: from + length, text: phrase.text, value };
  };
  for (let length = Math.min(LONGEST_SLIP, run.length); length >= 2; length--) {
    for (let from = 0; from + length <= run.length; from++) {
      const odd = rare.slice(from, from + length - 1).filter(Boolean).length;
      const text = run.slice(from, from + length);
      if (!odd || isSpared(from, from + length)) continue;
      const sure = (phrase) => length * 10 + odd + Math.min(4, Math.log(phrase.often)) - phrase.rank / 4;
      const key = Array.from(text, (c) => soften(sounds.get(c) || "?")).join("'");
      // Two characters of a long clause sound like some word far too often.
      if (length > 2 || run.length <= SHORT) (bySound.get(key) || []).forEach((phrase) => {
        const other = differing(phrase.text, text);
        // A whole query that sounds like a phrase is that phrase, written with the wrong characters.
        if (other <= (length === run.length ? length : Math.max(1, length / 2))) offer(from, length, phrase, sure(phrase) + 8 - other * 2);
      });
      if (length < 3 || (length === 3 && run.length > SHORT)) continue;
      (byLength.get(length) || []).forEach((phrase) => {
        if (length === 3 && phrase.text[0] !== text[0] && byText.has(text.slice(1))) return; // 筹|口罩 is no slip of 派口罩
        if (differing(phrase.text, text) === 1) offer(from, length, phrase, sure(phrase));
      });
    }
  }
  return best;
}

/**
 * Mend up to two slips in a query.
 * @param {string} text @returns {Promise<string>} the text as it was if there is nothing to mend
 */
async function mend(text) {
  const { sounds } = await words();
  let mended = text;
  for (let turn = 0; turn < 2; turn++) {
    let found = false;
    const runs = mended.match(/[\u3400-\u9fff]{2,}/g) || [];
    await need([].concat(...runs.map(pairsOf)));
    mended = mended.replace(/[\u3400-\u9fff]{2,}/g, (run) => {
      const slip = findSlip(run, sounds);
      if (!slip) return run;
      found = true;
      return run.slice(0, slip.from) + slip.text + run.slice(slip.to);
    });
    if (!found) break;
  }
  return mended;
}

/** Phrases of the library that share most characters with a query. @returns {Promise<string[]>} */
async function nearPhrases(text) {
  const { all } = await words();
  const characters = new Set(text);
  return all
    .map((phrase) => {
      const shared = Array.from(phrase.text).filter((c) => characters.has(c)).length;
      return { text: phrase.text, shared, value: shared / phrase.text.length + Math.log(phrase.often + 1) / 50 };
    })
    .filter((one) => one.shared > 0 && one.text !== text)
    .sort((a, b) => b.value - a.value || (a.text < b.text ? -1 : 1))
    .slice(0, 4)
    .map((one) => one.text);
}
