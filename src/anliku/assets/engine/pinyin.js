/* Pinyin: Latin runs that are no words of the library, read as its phrases. */

let lexicon = null;

/** Sounds that many speakers do not tell apart: zh/z, n/l, f/h, -ng/-n. */
const soften = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/^n(?=[aeiouv])/, "l").replace(/^f/, "h").replace(/([iae])ng$/, "$1n");

/** Readings of single characters: those of GB 2312 level 1 in its order, then those of the phrases. */
function soundsOf(table, level1) {
  const sounds = new Map();
  const characters = Array.from(simple || "").slice(0, 3755);
  let at = 0;
  level1.replace(/([a-z?]+)(\d+)/g, (_, syllable, count) => {
    for (const c of characters.slice(at, at + Number(count))) sounds.set(c, syllable);
    at += Number(count);
  });
  table.split("|").forEach((row) => {
    const [, syllable, all] = /^([a-z]+)(.*)$/.exec(row) || [];
    for (const c of all || "") sounds.set(c, syllable);
  });
  return sounds;
}

const push = (map, key, value) => { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); };

/**
 * @typedef {{text: string, groups: number[], rank: number, often: number, full: string, initials: string}} Phrase
 * rank 0 name, 1 title or keyword, 2 word of the thesaurus, 3 word of a title
 */
async function words() {
  if (lexicon) return lexicon;
  const [rows, table, level1] = await load("words");
  const sounds = soundsOf(table, level1);
  const all = [];
  const byText = new Map();
  const bySound = new Map();
  const byLength = new Map();
  rows.split("|").forEach((row) => {
    const found = /^([\u3400-\u9fff]+)(.)([^.]*)\.?(.*)$/.exec(row);
    if (!found) return;
    const weight = digitOf[found[2].charCodeAt(0)];
    const syllables = found[4] ? found[4].split(" ") : Array.from(found[1], (c) => sounds.get(c) || "?");
    const phrase = {
      text: found[1], groups: readGroups(found[3]), rank: weight >> 4, often: 2 ** (weight & 15),
      full: syllables.join(""), initials: syllables.map((s) => s[0]).join(""),
    };
    all.push(phrase);
    byText.set(phrase.text, phrase);
    push(bySound, syllables.map(soften).join("'"), phrase);
    push(byLength, phrase.text.length, phrase);
  });
  lexicon = { all, byText, bySound, byLength, sounds };
  return lexicon;
}

/** Best phrases for letters: read in full, by initials, begun, or with softened sounds. */
function readLetters(letters, all) {
  if (letters.length < 2) return [];
  const found = [];
  all.forEach((phrase) => {
    const { full, initials, rank } = phrase;
    let value = 0;
    if (full === letters) value = 100;
    else if (initials === letters) value = 60 - rank * 10;
    else if (letters.length >= 4 && full.startsWith(letters)) value = 40 - rank * 5 - (full.length - letters.length);
    if (value > 0) found.push({ phrase, value: value + Math.log(phrase.often), exact: value });
  });
  found.sort((a, b) => b.value - a.value || (a.phrase.text < b.phrase.text ? -1 : 1));
  if (!found.length) return [];
  const top = found[0].exact;
  const floor = top >= 100 ? 100 : top >= 41 ? 30 : top - 10;
  const kept = found.filter((one) => one.exact >= floor && (top < 100 || one.exact >= 100));
  const texts = new Set();
  return kept.map((one) => one.phrase).filter(({ text }) => !texts.has(text) && texts.add(text)).slice(0, 4);
}

/** Letters as several phrases in a row, as few as possible. @returns {Phrase[]} */
function readRow(letters, all) {
  const best = [[]];
  for (let at = 0; at < letters.length; at++) {
    if (!best[at]) continue;
    all.forEach((phrase) => {
      if (!phrase.full || !letters.startsWith(phrase.full, at)) return;
      const end = at + phrase.full.length;
      const row = best[at].concat(phrase);
      const weight = (r) => r.length * 10 - Math.log(r.reduce((sum, p) => sum + p.often, 1)) + r.reduce((sum, p) => sum + p.rank, 0) / 4;
      if (!best[end] || weight(row) < weight(best[end])) best[end] = row;
    });
  }
  return best[letters.length] || [];
}

/** Letters as somebody writes them who does not tell these sounds apart. */
const blurred = (letters) => letters.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/n/g, "l").replace(/f/g, "h");
function readBlurred(letters, all) {
  const wanted = blurred(letters);
  return all.filter((phrase) => blurred(phrase.full) === wanted).sort((a, b) => b.often - a.often).slice(0, 4);
}

/**
 * Take out Latin runs that the library does not know, but can read as pinyin.
 * @param {string} text @returns {Promise<{text: string, parts: string[][]}>} the rest, and what was read: each
 * item the possible phrases, the likeliest first
 */
async function takePinyin(text) {
  const runs = text.match(/[a-z]{2,}/g) || [];
  if (!runs.length) return { text, parts: [] };
  const [{ all }] = await Promise.all([words(), need(runs)]); // one wait rather than two
  runs.forEach(learn);
  const parts = [];
  const read = (letters) => {
    const one = readLetters(letters, all);
    if (one.length) return [one];
    const row = letters.length >= 6 ? readRow(letters, all) : [];
    if (row.length) return row.map((phrase) => [phrase]);
    const near = letters.length >= 4 ? readBlurred(letters, all) : [];
    return near.length ? [near] : [];
  };
  const isWord = (run) => posting(run) || isKnown(run);
  const rest = text.replace(/[a-z]{2,}(?:[\s'’]+[a-z]+)*/g, (run) => {
    const letters = run.replace(/[^a-z]/g, "");
    if (run === letters && isWord(run)) {
      // A name may stand in letters, too (in an English title): both are meant.
      const spelt = all.filter(({ full, rank }) => full === run && rank < 2).map((phrase) => phrase.text);
      if (spelt.length) parts.push(Array.from(new Set(spelt)).concat(run));
      return spelt.length ? " " : run;
    }
    let rows = read(letters);
    if (!rows.length) rows = [].concat(...run.split(/[^a-z]+/).map((word) => (word.length < 2 || isWord(word) ? [] : read(word))));
    if (!rows.length) return run;
    rows.forEach((phrases) => {
      parts.push(phrases.map((phrase) => phrase.text));
    });
    return " ";
  });
  return { text: rest, parts };
}
