/* Nothing found: ways on, each known to find something. */

/** Widen one condition at a time. @param {State} state @param {number[]|null} found rows that answer the text
 * @returns {{words: string, next: State}[]} */
function wider(state, found) {
  const { q, filters } = state;
  const ways = [];
  const add = (key, values, change) => {
    const next = { ...state, ...change, shown: STEP };
    const n = countPassing(sift(next.filters, next.q ? found : null));
    if (n) ways.push({ words: say(key, { ...values, n }), next });
  };
  const asked = facets.filter(({ key }) => !isBase(filters, key) && filters[key].length);
  asked.forEach((facet) => add("drop", { label: facet.label }, { filters: without(filters, facet) }));
  if (base.kind && isBase(filters, "kind")) add("drop-kind", {}, { filters: withValues(filters, "kind", []) });
  if (q && asked.length) add("drop-text", { q }, { q: "", exact: false, sort: "" });
  if (asked.length > 1) add("drop-all", {}, { filters: unfiltered() });
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
