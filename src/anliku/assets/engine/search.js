/* window.anliku: what pages ask. */

/**
 * A query understood and scored, before filters.
 * @typedef {{runs: string[], parts: Part[], whole: string, size: [number, number]|null, readings: string[],
 *   simplified: string, corrected: string, scores: Float32Array, cover: Float32Array, top: number}} Answer
 */

const LEAST_COVER = 0.15;
const UNSURE = 0.75;
const SAID_WEIGHT = 0.5;
const SHARED = 0.5;

/** @param {string} text @param {string[][]} read what letters in the query may mean */
async function understand(text, read) {
  const { text: rest, size, said } = takeSize(text);
  const runs = runsOf(rest);
  const phrases = [].concat(...read);
  const whole = (runs.length ? runs : phrases).join("");
  await Promise.all([
    need([].concat(...runs.concat(phrases, said).map((run) => pairsOf(run).concat(headsOf(run))))), need(whole ? [headOf(whole)] : []), size ? facetTable() : null,
  ]);
  phrases.concat(said).forEach((phrase) => headsOf(phrase).forEach(learn));
  const heard = read.map((row) => ({ ...part(row[0], true), readings: row.map(reading) }));
  const sizeParts = said.length ? [{ text: said[0], readings: said.map(reading), weight: SAID_WEIGHT, isKnown: true, isSize: true }] : [];
  const { parts, joints } = splitUnknown(partsOf(runs).concat(heard, sizeParts));
  if (parts.filter((one) => one.weight >= 1).length === 1 && parts.some(mayBePiece)) {
    await words();
    guessPieces(parts);
  }
  await need(groupTermsOf(parts));
  const sized = size ? classesOf(size).map((n) => table.sizes[n]) : null;
  const scored = scoreAll(parts, joints, whole, sized);
  if (scored.top || !runs.length) return { runs, parts, whole, size, ...scored };
  return { runs, parts, whole, size, ...(await scoreCharacters(runs)) };
}

/** When nothing answers: titles and keywords that share characters with the query. */
async function scoreCharacters(runs) {
  const characters = Array.from(new Set(runs.join(""))).filter((c) => HAN.test(c) && !PARTICLES.test(c));
  await need(characters);
  const { scores, cover } = scoreAll(characters.map((c) => part(c, true)), [], "", null);
  const kept = scores.map((score, id) => (cover[id] >= SHARED ? score : 0));
  return { scores: kept, cover, top: Math.max(0, ...kept) };
}

/** Is a slip likely: an unknown word, or characters never side by side and nothing that fits well? */
function looksWrong(answer) {
  const runs = answer.runs.filter((run) => run.length > 1 && HAN.test(run[0]));
  if (!runs.length) return false;
  const left = answer.parts.some((one) => one.text.length === 1 && one.isKnown && one.readings[0].pairs.every(isRare));
  const unknown = left || answer.parts.some((one) => !one.isKnown && one.text.length > 1 && HAN.test(one.text[0])
    && !one.readings[0].groups.length && one.readings[0].pairs.some(isRare));
  const best = answer.cover[answer.scores.indexOf(answer.top)];
  if (!unknown && answer.top && best >= UNSURE) return false;
  return [].concat(...runs.map(pairsOf)).some(isRare);
}

/** @returns {Promise<Answer>} */
async function answerTo(query, exact) {
  await begin();
  const typed = normal(query);
  const text = await simplify(typed);
  const { text: rest, parts: read } = await takePinyin(text);
  const readings = read.length === 1 ? read[0].filter((one) => HAN.test(one)) : read.map((row) => row[0]);
  const about = { readings, simplified: text === typed ? "" : text, corrected: "" };
  const answer = await understand(rest, read);
  if (exact || !looksWrong(answer)) return { ...answer, ...about };
  const mended = await mend(rest);
  if (mended === rest) return { ...answer, ...about };
  const better = await understand(mended, read);
  return { ...better, ...about, corrected: text.replace(rest.trim(), mended.trim()) };
}

const answers = new Map();
function answerOnce(query, exact) {
  const key = (exact ? "=" : "~") + query;
  if (!answers.has(key)) {
    if (answers.size > 30) answers.clear();
    const promise = answerTo(query, exact);
    promise.catch(() => answers.delete(key)); // a line that broke may hold the next time
    answers.set(key, promise);
  }
  return answers.get(key);
}

/** Records that pass the filters of every facet but `spared`: OR within a facet, AND between. */
async function allowed(filters, spared) {
  const asked = Object.keys(filters || {}).filter((key) => key !== spared && filters[key] && [].concat(filters[key]).length);
  if (!asked.length) return null;
  const { facets } = await facetTable();
  let passed = null;
  asked.forEach((key) => {
    const number = manifest.facets.findIndex((facet) => facet[0] === key);
    const own = new Uint8Array(manifest.count);
    [].concat(filters[key]).forEach((value) => {
      const at = number < 0 ? -1 : manifest.facets[number][2].indexOf(value);
      if (at >= 0) facets[number][at].forEach((id) => { own[id] = 1; });
    });
    passed = passed ? passed.map((yes, id) => yes & own[id]) : own;
  });
  return passed;
}

/** Which records answer: `sure` ones cover some of the query; any at all if there is no sure one. */
function answering({ scores, cover, parts, size }) {
  if (!parts.length && !size) return null;
  const any = scores.map((score) => (score > 0 ? 1 : 0));
  const sure = scores.map((score, id) => (score > 0 && cover[id] >= LEAST_COVER ? 1 : 0));
  return sure.some(Boolean) ? [sure, any] : [any];
}

/** The records that answer and pass, faint answers only if no other passes; all that pass if nothing was asked. */
function matching(answer, passed) {
  const turns = answering(answer) || (passed ? [passed] : []);
  let found = [];
  for (let turn = 0; turn < turns.length && !found.length; turn++) {
    found = Array.from(turns[turn].keys()).filter((id) => turns[turn][id] && (!passed || passed[id]));
  }
  return found;
}

/** The first `limit` in order, without sorting the rest. */
function best(found, scores, limit) {
  const order = (a, b) => scores[b] - scores[a] || a - b;
  if (limit >= found.length) return found.sort(order);
  const top = [];
  found.forEach((id) => {
    if (top.length === limit && order(id, top[limit - 1]) > 0) return;
    let at = top.length;
    while (at > 0 && order(id, top[at - 1]) < 0) at--;
    top.splice(at, 0, id);
    if (top.length > limit) top.pop();
  });
  return top;
}

const places = new Map();
async function card(number) {
  const [rows] = await load("c" + Math.floor(number / manifest.cards));
  const [id, kind, url, title, summary, note] = rows[number % manifest.cards];
  places.set(id, number);
  return { id, kind, title, url, summary, note };
}

/** Words to highlight: what was asked for, and the other words of its groups. */
function marksOf(parts) {
  const found = new Set();
  parts.forEach((one) => one.readings.forEach(({ text, groups: numbers }) => {
    if (text.length > 1) found.add(text);
    numbers.forEach((number) => row("§" + number, "¶" + number).split(" ").forEach((word) => { if (word) found.add(word); }));
  }));
  return Array.from(found).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

window.anliku = Object.assign(window.anliku || {}, {
  /** @param {string} query @param {{filters?: Object<string, string[]>, limit?: number, exact?: boolean}} [options] */
  async search(query, options) {
    const { filters = {}, limit = 20, exact = false } = options || {};
    const answer = await answerOnce(query, exact);
    const found = matching(answer, await allowed(filters));
    const total = found.length;
    const first = best(found, answer.scores, limit);
    const cards = await Promise.all(first.map(card));
    const hits = cards.map((one, i) => ({ ...one, score: Math.round(answer.scores[first[i]] * 1000) / 1000 }));
    const { corrected, readings, simplified, parts } = answer;
    return { hits, total, corrected, readings, simplified, marks: marksOf(parts), parts: parts.map((one) => one.text) };
  },

  /** For a page with filters and cards of its own: the numbers of all records that answer, the best
   * first. Later turns hold fainter answers, for when none of a former one passes the filters.
   * @param {string} query @param {{exact?: boolean}} [options] */
  async rank(query, options) {
    const answer = await answerOnce(query, Boolean(options && options.exact));
    const turns = (answering(answer) || []).map((yes) =>
      best(Array.from(yes.keys()).filter((id) => yes[id]), answer.scores, manifest.count));
    const { corrected, readings, simplified, parts } = answer;
    return { turns, version: manifest.version, corrected, readings, simplified, marks: marksOf(parts), parts: parts.map((one) => one.text) };
  },

  /** Counts of a facet's values ignore the facet's own ticks: what a further tick would show. */
  async counts(query, options) {
    const { exact = false } = options || {};
    const filters = (options && options.filters) || {};
    const [answer, { facets }] = [await answerOnce(query, exact), await facetTable()];
    return Promise.all(manifest.facets.map(async ([key, label, values], n) => {
      const passed = await allowed(filters, key);
      const turns = answering(answer) || [new Uint8Array(manifest.count).fill(1)];
      // As a tick would show it: faint answers where no sure one has the value.
      const countOf = (ids) => turns.reduce((count, turn) => count
        || ids.reduce((sum, id) => sum + (turn[id] && (!passed || passed[id]) ? 1 : 0), 0), 0);
      const chosen = [].concat(filters[key] || []);
      return { key, label, values: values.map((value, i) => ({
        value, chosen: chosen.includes(value), count: countOf(facets[n][i]),
      })) };
    }));
  },

  /** @param {string[]} ids of hits shown before @param {string[]} marks */
  async passages(ids, marks) {
    await begin();
    const found = {};
    await Promise.all(ids.filter((id) => places.has(id)).map(async (id) => {
      const number = places.get(id);
      const [rows] = await load("t" + Math.floor(number / manifest.texts));
      const passage = bestPassage(rows[number % manifest.texts], marks);
      if (passage) found[id] = passage;
    }));
    return found;
  },

  async near(query) {
    await begin();
    return nearPhrases(await simplify(normal(query)));
  },

  /** Load what every query needs. */
  warm: begin,
});
