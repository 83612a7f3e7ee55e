/* The state of the page is its address, so that going back, reloading and sharing show the same.
 * @typedef {{q: string, exact: boolean, filters: Object<string, string[]>, sort: string, shown: number}} State */

const STEP = 20;
const MOST = 1000; // of `shown` in an address, which anybody can write
const SORTS = ["relevance", "newest", "pinyin", "evidence"];
const ALL = "all"; // as a kind: every one of them
const base = data ? data.base : {};

const same = (one, other) => one.length === other.length && one.every((value) => other.includes(value));
/** Is a facet as the page has it without any choice of the reader? */
const isBase = (filters, key) => same(filters[key] || [], base[key] || []);

/** @param {string} query @returns {State} only facets of the library count, whatever others add */
function stateOf(query) {
  const asked = new URLSearchParams(query);
  const filters = {};
  facets.forEach(({ key }) => {
    const values = Array.from(new Set(asked.getAll(key))).filter(Boolean);
    if (base[key] && values.includes(ALL)) filters[key] = [];
    else filters[key] = values.length ? values : base[key] || [];
  });
  const q = (asked.get("q") || "").trim();
  const sort = SORTS.includes(asked.get("sort")) ? asked.get("sort") : "";
  const shown = Math.ceil((parseInt(asked.get("shown"), 10) || 0) / STEP) * STEP;
  return { q, exact: Boolean(q) && asked.get("exact") === "1", filters,
    sort: sort === sortOf({ q, sort: "" }) || (sort === "relevance" && !q) ? "" : sort,
    shown: Math.min(MOST, Math.max(STEP, shown)) };
}

/** What is sorted by, if the reader has not said. */
const sortOf = ({ q, sort }) => sort || (q ? "relevance" : "newest");

/** @param {State} state */
function addressOf({ q, exact, filters, sort, shown }) {
  const out = new URLSearchParams();
  if (q) out.append("q", q);
  facets.forEach(({ key }) => {
    if (isBase(filters, key)) return;
    const values = filters[key] || [];
    (values.length || !base[key] ? values : [ALL]).forEach((value) => out.append(key, value));
  });
  if (q && exact) out.append("exact", "1");
  if (sort && sort !== sortOf({ q, sort: "" })) out.append("sort", sort);
  if (shown > STEP) out.append("shown", String(shown));
  return location.pathname + (String(out) ? "?" + out : "");
}

/** Every choice of the reader, facet by facet. */
const chosenIn = (filters) => [].concat(...facets.filter(({ key }) => !isBase(filters, key))
  .map((facet) => filters[facet.key].map((value) => ({ facet, value }))));

/** The filters with one facet changed. */
const withValues = (filters, key, values) => ({ ...filters, [key]: values });
const without = (filters, { key }) => withValues(filters, key, base[key] || []);
const unfiltered = () => facets.reduce((filters, facet) => without(filters, facet), {});
