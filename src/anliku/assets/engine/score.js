/* Scores: BM25 steps times rarity, any part may be missing, but what covers more stands higher. */

/** Steps are twelfths of the most a term can say. */
const MOST = 12;
const GROUP_SHARE = 0.9;
const WIDE_SHARE = 0.55;
const INNER_SHARE = 0.6;
const LEAST_RARITY = 0.5;
const SIZE_BOOST = 3;
const JOINT_SHARE = 0.35;
const TITLE_BOOST = 7;

/** Longer words say more than their pairs one by one. */
const phraseFactor = (pairs) => (1 + 0.4 * (pairs.length - 1)) / pairs.length;

/** A word of a group is as rare as the group: how somebody spelt it is no matter of the query. */
function commonest(numbers) {
  const own = numbers.filter((number) => !wide.has(number)).map((number) => posting("§" + number)).filter(Boolean);
  return own.length ? Math.max(LEAST_RARITY, Math.min(...own.map(rarity))) : Infinity;
}

/** Add what one reading of a part says about each record; the larger value counts. */
function scoreReading(one, into) {
  const { count } = manifest;
  const lists = one.pairs.map((pair) => posting(pair)).filter(Boolean);
  const sum = new Float32Array(count);
  const met = new Uint8Array(count);
  const common = commonest(one.groups);
  lists.forEach(({ ids, steps }, n) => {
    const weight = Math.min(rarity(lists[n]), common) / MOST;
    for (let i = 0; i < ids.length; i++) { sum[ids[i]] += weight * steps[i]; met[ids[i]] += 1; }
  });
  const factor = phraseFactor(one.pairs);
  const all = one.pairs.length;
  for (let id = 0; id < count; id++) {
    if (!met[id]) continue;
    const share = met[id] / all;
    const value = sum[id] * factor * (share < 1 ? share * share : 1);
    if (value > into[id]) into[id] = value;
  }
  const add = (number, part) => {
    const list = posting("§" + number);
    if (!list) return;
    const share = part * (wide.has(number) ? WIDE_SHARE : GROUP_SHARE);
    const weight = (Math.max(rarity(list), LEAST_RARITY) * (1 + 0.4 * (all - 1)) * share) / MOST;
    for (let i = 0; i < list.ids.length; i++) {
      const value = weight * list.steps[i];
      if (value > into[list.ids[i]]) into[list.ids[i]] = value;
    }
  };
  one.groups.forEach((number) => add(number, 1));
  one.inner.forEach((number) => add(number, INNER_SHARE));
}

/** Where letters may mean several names, show each: the best record of every one first. */
function scoreChoices(readings, into) {
  readings.forEach((one) => {
    const own = new Float32Array(manifest.count);
    scoreReading(one, own);
    const ids = [];
    const top = own.reduce((a, b) => Math.max(a, b), 0);
    own.forEach((value, id) => { if (value > top * 0.3) ids.push(id); });
    ids.sort((a, b) => own[b] - own[a] || a - b);
    ids.forEach((id, place) => { into[id] = Math.max(into[id], 10 / (place + 2)); });
  });
}

/**
 * @param {Part[]} parts @param {string[]} joints @param {string} whole the query, for equal titles
 * @param {number[][]|null} sized records of each wanted class of size
 * @returns {{scores: Float32Array, cover: Float32Array, top: number}} cover: how much of the query a
 *   record answers, from 0 to 1
 */
function scoreAll(parts, joints, whole, sized) {
  const { count } = manifest;
  const scores = new Float32Array(count);
  const cover = new Float32Array(count);
  let total = 0;
  const isChoice = parts.length === 1 && parts[0].readings.filter((way) => HAN.test(way.text)).length > 1;
  parts.forEach((one) => {
    const own = new Float32Array(count);
    if (isChoice) scoreChoices(one.readings, own);
    else one.readings.forEach((way) => scoreReading(way, own));
    let best = 0;
    for (let id = 0; id < count; id++) if (own[id] > best) best = own[id];
    // A part that nothing answers still counts as asked for.
    const asked = one.weight * (best || one.readings[0].pairs.length * Math.log(count + 1) * 0.3);
    total += asked;
    for (let id = 0; id < count; id++) {
      if (!own[id]) continue;
      scores[id] += one.weight * own[id];
      cover[id] += asked * Math.min(1, own[id] / (best * 0.5));
    }
  });
  joints.forEach((pair) => {
    const list = posting(pair);
    if (!list) return;
    const weight = (rarity(list) * JOINT_SHARE) / MOST;
    list.ids.forEach((id, i) => { if (scores[id]) scores[id] += weight * list.steps[i]; });
  });
  for (let id = 0; id < count; id++) {
    if (!scores[id]) continue;
    cover[id] /= total;
    scores[id] *= 0.15 + 0.85 * cover[id] * cover[id];
  }
  const same = whole && posting("=" + whole, headOf(whole));
  // Its steps tell a title from one of many names: 爱有戏 itself from a case of 爱有戏.
  if (same) same.ids.forEach((id, i) => { scores[id] += (TITLE_BOOST * same.steps[i]) / MOST; cover[id] = 1; });
  if (sized) {
    const isOnlySize = parts.every((one) => one.isSize || one.text.length === 1);
    const fits = new Uint8Array(count);
    sized.forEach((ids) => ids.forEach((id) => { fits[id] = 1; }));
    for (let id = 0; id < count; id++) {
      if (fits[id] && isOnlySize) { scores[id] = 1 + scores[id]; cover[id] = 1; }
      else if (fits[id] && scores[id]) scores[id] *= SIZE_BOOST;
    }
  }
  let top = 0;
  for (let id = 0; id < count; id++) if (scores[id] > top) top = scores[id];
  return { scores, cover, top };
}
