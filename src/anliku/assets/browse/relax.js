/* Nothing found: ways on, each known to find something. */

/** Widen one condition at a time. @param {State} state @param {Int32Array} missed
 * @returns {{words: string, next: State}[]} */
function wider(state, missed) {
  const { q, filters } = state;
  const ways = [];
  const add = (key, values, next) => {
    if (values.n) ways.push({ words: say(key, values), next: { ...state, ...next, shown: STEP } });
  };
  const asked = facets.filter(({ key }) => !isBase(filters, key) && filters[key].length);
  asked.forEach((facet) => add("drop", { label: facet.label, n: countSparing(missed, facet.bit) },
    { filters: without(filters, facet) }));
  const kind = facetOf("kind");
  if (kind && isBase(filters, "kind")) {
    add("drop-kind", { n: countSparing(missed, kind.bit) }, { filters: withValues(filters, "kind", []) });
  }
  if (q && asked.length) add("drop-text", { q, n: countSparing(missed, TEXT) }, { q: "", exact: false, sort: "" });
  const bits = asked.reduce((all, facet) => all | facet.bit, 0);
  if (asked.length > 1) add("drop-all", { n: countSparing(missed, bits) }, { filters: unfiltered() });
  return ways;
}

/** Other words, under the same filters. @param {State} state @param {{parts: string[]}} answer
 * @param {(q: string) => Promise<{turns: number[][]}>} rank */
async function reworded(state, answer, rank) {
  const anliku = await engine();
  const parts = answer.parts.length > 1 ? answer.parts.slice(0, 4).map((q) => ["part", q]) : [];
  const near = (await anliku.near(state.q)).map((q) => ["near", q]);
  const missed = sift(state.filters, null);
  const tried = await Promise.all(parts.concat(near).map(async ([key, q]) => {
    const { turns } = await rank(q);
    const n = turns.reduce((found, rows) => found || passing(missed, data.count, rows).length, 0);
    return { n, words: say(key, { q, n }), next: { ...state, q, exact: false, shown: STEP } };
  }));
  return tried.filter(({ n }) => n);
}
