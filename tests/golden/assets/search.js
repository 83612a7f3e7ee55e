/* Anliku: a first, plain search over titles, names, summaries and the words of the vocabularies.
 * No dictionary: Han text is compared by pairs of neighbouring characters, so any wording that
 * shares characters in order finds its entry. Answers like window.anliku.search in the docs. */
(function () {
  "use strict";

  /** @type {{id: string, kind: string, title: string, url: string, summary: string, names: string, words: string}[]} */
  const records = window.anlikuRecords || [];
  const WEIGHTS = { title: 8, names: 8, summary: 3, words: 2 };
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  /** Pairs of Han characters and whole Latin or number words; a single character stands alone. */
  function pieces(text) {
    const found = new Set();
    for (const run of fold(text).match(/[\u3400-\u9fff]+|[a-z0-9]+/g) || []) {
      if (run.length === 1 || /[a-z0-9]/.test(run)) found.add(run);
      else for (let i = 0; i < run.length - 1; i++) found.add(run.slice(i, i + 2));
    }
    return found;
  }

  const folded = records.map((record) => ({
    title: fold(record.title), names: fold(record.names), summary: fold(record.summary), words: fold(record.words),
  }));

  /** How rare a piece is: the rarer, the more a hit says. */
  const rarity = new Map();
  function weigh(piece) {
    if (!rarity.has(piece)) {
      const holders = folded.filter((r) => Object.values(r).some((text) => text.includes(piece))).length;
      rarity.set(piece, holders ? Math.log(1 + records.length / holders) : 0);
    }
    return rarity.get(piece);
  }

  function score(index, wanted, whole) {
    const fields = folded[index];
    let sum = 0;
    let met = 0;
    wanted.forEach((piece) => {
      const best = Math.max(...Object.keys(WEIGHTS).map((name) => (fields[name].includes(piece) ? WEIGHTS[name] : 0)));
      if (best) { met += 1; sum += best * weigh(piece); }
    });
    if (!met) return 0;
    const exact = fields.title === whole ? 40 : fields.title.includes(whole) || fields.names.includes(whole) ? 20 : 0;
    return sum * (met / wanted.size) + exact;
  }

  window.anliku = window.anliku || {};
  /** @param {string} query @param {{filters?: {kind?: string[]}, limit?: number}} [options] */
  window.anliku.search = function (query, options) {
    const { filters = {}, limit = 20 } = options || {};
    const whole = fold(query).trim();
    const wanted = pieces(query);
    const kinds = filters.kind && filters.kind.length ? new Set(filters.kind) : null;
    const hits = records
      .map((record, index) => ({
        id: record.id, kind: record.kind, title: record.title, url: record.url, summary: record.summary,
        score: wanted.size && (!kinds || kinds.has(record.kind)) ? score(index, wanted, whole) : 0,
      }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    // Entries that share only one of many pairs with the query are noise beside better ones.
    const floor = hits.length ? hits[0].score * 0.12 : 0;
    return Promise.resolve({ hits: hits.filter((hit) => hit.score >= floor).slice(0, limit), corrected: "", readings: [] });
  };

  /* The results page: /search.html?q=… */
  const list = document.querySelector("[data-ak-found]");
  if (!list) return;
  const query = (new URLSearchParams(location.search).get("q") || "").trim();
  const input = document.querySelector("[data-ak-search] input[name=q]");
  if (!query) { if (input) input.focus(); return; }
  if (input) input.value = query;
  document.title = "“" + query + "” · " + document.title;
  const kindMarks = document.getElementById("ak-kinds");
  window.anliku.search(query, { limit: 50 }).then(({ hits }) => {
    document.querySelector("[data-ak-answer]").textContent = hits.length
      ? "“" + query + "”：" + hits.length + " 条"
      : "没找到“" + query + "”，换个说法，或在下面的全部条目里找。";
    document.querySelector("[data-ak-everything]").hidden = hits.length > 0;
    hits.forEach((hit) => {
      const item = document.createElement("li");
      const card = document.createElement("article");
      card.className = "ak-item";
      const mark = kindMarks && kindMarks.content.querySelector("[data-kind=" + hit.kind + "]");
      if (mark) card.append(mark.cloneNode(true));
      const body = document.createElement("div");
      const heading = document.createElement("h2");
      heading.className = "ak-item__title";
      const link = document.createElement("a");
      link.href = hit.url;
      link.textContent = hit.title;
      heading.append(link);
      const line = document.createElement("p");
      line.textContent = hit.summary;
      body.append(heading, line);
      card.append(body);
      item.append(card);
      list.append(item);
    });
  });
})();
