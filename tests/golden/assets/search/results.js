/* Anliku: the page of results, search.html?q=…. Classic script, load with `defer` after show.js.
 * The address holds the whole state (q, a parameter for each facet, exact, shown), so that going
 * back, reloading and sharing show the same list, from a folder too. Without this script, or when
 * the engine cannot be loaded, the page is the complete plain list of entries. */
(function () {
  "use strict";

  const page = document.querySelector("[data-ak-search-page]");
  if (!page || !window.anlikuShow) return;
  const { say, make, highlight, kindMark, address, engine, understood, ways } = window.anlikuShow;
  /** @param {string} name */
  const part = (name) => page.querySelector("[data-ak-" + name + "]");
  const form = page.querySelector("form[data-ak-search]");
  const input = form.querySelector("input[name=q]");
  const [answerLine, found, list, more, groups, report, everything] =
    ["answer", "found", "list", "more", "groups", "report", "everything"].map(part);
  const STEP = 20;
  const MOST = 1000; // of `shown` in an address, which anybody can write
  const PATIENCE = 500; // ms until we say that we are looking
  const GRACE = 150; // ms that the list waits for its passages, so that it does not jump
  const FEW = 6; // values of a facet in sight
  const FIRST = 6; // entries on a first screen: shown without waiting for the others
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  /* ---- State: the address ----------------------------------------------------------------------
   * @typedef {{q: string, filters: Object<string, string[]>, exact: boolean, shown: number}} State */
  const OURS = ["q", "exact", "shown"];

  /** The state of an address. Other programs add parameters of their own (WeChat: from=…), so only
   * the keys of the library's facets count.
   * @returns {Promise<State>} */
  async function stateOf(query) {
    const asked = new URLSearchParams(query);
    const others = Array.from(asked.keys()).some((key) => !OURS.includes(key));
    const facets = others ? await (await engine()).counts("", {}) : [];
    const shown = Math.ceil((parseInt(asked.get("shown"), 10) || 0) / STEP) * STEP;
    const filters = {};
    facets.forEach(({ key }) => {
      const values = Array.from(new Set(asked.getAll(key))).filter(Boolean);
      if (values.length) filters[key] = values;
    });
    return { q: (asked.get("q") || "").trim(), filters, exact: asked.get("exact") === "1",
      shown: Math.min(MOST, Math.max(STEP, shown)) };
  }

  /** @param {Partial<State>} state */
  function addressOf({ q = "", filters = {}, exact = false, shown = STEP }) {
    const out = new URLSearchParams();
    if (q) out.append("q", q);
    Object.entries(filters).forEach(([key, values]) => values.forEach((value) => out.append(key, value)));
    if (exact) out.append("exact", "1");
    if (shown > STEP) out.append("shown", String(shown));
    return location.pathname + (String(out) ? "?" + out : "");
  }

  /** @type {State} */
  let state = { q: "", filters: {}, exact: false, shown: STEP };
  let turn = 0; // of the newest question: an older answer is thrown away
  const chosen = () => [].concat(...Object.entries(state.filters).map(([key, values]) =>
    values.map((value) => ({ key, value }))));

  /** Go to another search, as a click on a link would. @param {Partial<State>} next */
  function go(next) {
    const to = addressOf(next);
    if (to !== location.pathname + location.search) {
      // Some browsers keep a page in a folder from naming another address: there it is loaded anew.
      try { history.pushState(null, "", to); } catch (error) { location.href = to; return; }
    }
    start();
  }

  /** A link to another search, which this page answers itself. */
  function link(words, next) {
    const node = make("a", { href: addressOf(next) }, words);
    node.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(next);
    });
    return node;
  }

  /* ---- The list ------------------------------------------------------------------------------------ */
  function item(hit, marks) {
    const title = make("a", { href: address(hit.url) }, highlight(hit.title, marks));
    const node = make("li", { class: "ak-result" }, kindMark(hit.kind), make("h3", {}, title));
    if (hit.summary) node.append(make("p", {}, highlight(hit.summary, marks)));
    if (hit.note) node.append(make("p", { class: "ak-result__note" }, hit.note));
    if (window.anlikuActions) node.append(window.anlikuActions.slot(hit));
    return node;
  }

  /** 见“实施步骤”：… under an entry whose text was hit, with a way to that section. */
  function addPassage(node, hit, { heading, anchor, text }, marks) {
    const line = make("p", { class: "ak-result__see" });
    if (heading) {
      const to = anchor && address(hit.url.replace(/#.*/, "") + "#" + encodeURIComponent(anchor));
      line.append(say("see"), to ? make("a", { href: to }, heading) : heading, say("see-end"));
    }
    line.append(highlight(text, marks));
    node.insertBefore(line, node.querySelector(".ak-result__note"));
  }

  let listed = ""; // the search whose entries are in the list

  async function drawHits(anliku, answer, mine) {
    const { hits, marks } = answer;
    const search = addressOf({ ...state, shown: STEP });
    const kept = search === listed && list.children.length <= hits.length ? list.children.length : 0;
    const fresh = hits.slice(kept).map((hit) => ({ hit, node: item(hit, marks) }));
    const filled = anliku.passages(fresh.map(({ hit }) => hit.id), marks).then((passages) => {
      fresh.forEach(({ hit, node }) => { if (passages[hit.id]) addPassage(node, hit, passages[hit.id], marks); });
    }).catch(() => { /* the list is whole without passages */ });
    await Promise.race([filled, pause(GRACE)]);
    if (mine !== turn) return;
    if (!kept) list.replaceChildren();
    list.append(...fresh.map(({ node }) => node));
    listed = search;
    const left = answer.total - Math.max(hits.length, state.shown);
    more.hidden = left <= 0;
    more.textContent = say("more", { n: Math.min(left, STEP) });
  }

  more.addEventListener("click", async () => {
    const next = { ...state, shown: state.shown + STEP };
    const before = list.children.length;
    try { history.replaceState(history.state, "", addressOf(next)); } catch (error) { /* the list still grows */ }
    await attempt(next);
    const first = list.children[before];
    if (first) first.querySelector("a").focus(); // go on reading there
  });
  // Coming back from an entry, the reader stands where she left.
  list.addEventListener("click", () => {
    try { history.replaceState({ top: window.scrollY }, ""); } catch (error) { /* begins at the top */ }
  });

  /* ---- Facets ---------------------------------------------------------------------------------------- */
  const side = part("side");
  const opener = part("filter");
  const chips = part("chips");
  const panel = part("facets");
  const done = part("filtered");
  /** @type {Map<string, {block: HTMLDetailsElement, draw: (facet: object, chosen: string[]) => void}>} */
  const blocks = new Map();

  /** A kind is named by the words of the page, everything else by itself. */
  const shownValue = (key, value) => (key === "kind" && kindMark(value).textContent) || value;

  function toggle(key, value, on) {
    const values = (state.filters[key] || []).filter((one) => one !== value);
    if (on) values.push(value);
    const filters = { ...state.filters, [key]: values };
    if (!values.length) delete filters[key];
    go({ ...state, filters, shown: STEP });
  }

  function makeBlock(facet, isOpen) {
    const { key, label } = facet;
    const rows = new Map();
    let whole = false;
    let last = /** @type {[object, string[]]} */ ([facet, []]);
    const box = make("fieldset", {}, make("legend", { class: "ak-vh" }, label));
    const block = make("details", { class: "ak-facet" }, make("summary", {}, label), box);
    block.open = isOpen;
    const rest = make("button", { type: "button", class: "ak-facet__rest" });
    rest.addEventListener("click", () => { whole = !whole; draw(...last); });

    function makeRow(value) {
      const check = make("input", { type: "checkbox", name: key, value });
      const number = make("span", { class: "ak-facet__n" });
      check.addEventListener("change", () => toggle(key, value, check.checked));
      const node = make("label", {}, check, make("span", {}, shownValue(key, value)), number);
      box.insertBefore(node, rest);
      return { node, check, number };
    }

    /** Rows are kept and never moved, so that a tick does not lose the focus. */
    function draw(now, chosen) {
      last = [now, chosen];
      const alive = now.values.filter(({ value, count }) => count || chosen.includes(value));
      const best = [...alive].sort((a, b) => b.count - a.count).slice(0, FEW).map(({ value }) => value);
      const many = alive.length > FEW + 1;
      now.values.forEach(({ value, count }) => {
        if (!rows.has(value)) rows.set(value, makeRow(value));
        const { node, check, number } = rows.get(value);
        const isChosen = chosen.includes(value);
        check.checked = isChosen;
        number.textContent = String(count);
        node.hidden = !(isChosen || (count && (whole || !many || best.includes(value))));
      });
      rest.hidden = !many;
      const hidden = alive.filter(({ value }) => rows.get(value).node.hidden).length;
      rest.textContent = whole ? say("values-fewer") : say("values-more", { n: hidden });
      rest.setAttribute("aria-expanded", String(whole));
      // A single value that nothing else stands against narrows nothing.
      block.hidden = alive.length < 2 && !chosen.length;
      if (chosen.length) block.open = true;
    }
    box.append(rest);
    return { block, draw };
  }

  function drawFacets(facets) {
    const wide = window.matchMedia("(min-width: 60em)").matches;
    facets.forEach((facet, i) => {
      if (!blocks.has(facet.key)) {
        const one = makeBlock(facet, i < (wide ? 3 : 1));
        blocks.set(facet.key, one);
        panel.insertBefore(one.block, done.parentNode);
      }
      blocks.get(facet.key).draw(facet, state.filters[facet.key] || []);
    });
    side.hidden = !Array.from(blocks.values()).some(({ block }) => !block.hidden);
    drawChips(facets);
  }

  let gone = -1; // place of the chip that was pressed

  function drawChips(facets) {
    const labels = new Map(facets.map(({ key, label }) => [key, label]));
    const all = chosen();
    const made = all.map(({ key, value }, i) => {
      const words = { label: labels.get(key) || key, value: shownValue(key, value) };
      const chip = make("button", { type: "button", class: "ak-chip", "aria-label": say("chip-drop", words) }, say("chip", words));
      chip.addEventListener("click", () => { gone = i; toggle(key, value, false); });
      return chip;
    });
    chips.replaceChildren(...made.map((chip) => make("li", {}, chip)));
    if (all.length > 1) chips.append(make("li", {}, link(say("chips-drop"), { ...state, filters: {}, shown: STEP })));
    chips.hidden = !all.length;
    opener.textContent = all.length ? say("filter-chosen", { n: all.length }) : say("filter");
    if (gone >= 0) (made[Math.min(gone, made.length - 1)] || part("heading")).focus();
    gone = -1;
  }

  function openFacets(open) {
    side.toggleAttribute("data-ak-open", open);
    opener.setAttribute("aria-expanded", String(open));
  }
  opener.addEventListener("click", () => openFacets(!side.hasAttribute("data-ak-open")));
  done.addEventListener("click", () => { openFacets(false); opener.focus(); });

  /* ---- Nothing found ---------------------------------------------------------------------------------- */
  const waysOn = part("ways");

  async function drawHelp(anliku, answer, mine) {
    const { q, filters, exact } = state;
    const line = part("missing");
    const nothing = say("missing-nothing");
    const today = new Date();
    const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((number) => String(number).padStart(2, "0")).join("-");
    line.textContent = say("missing", { q: q || nothing,
      filters: chosen().map(({ value }) => value).join("、") || nothing,
      date, version: line.getAttribute("data-ak-version") });
    const on = await ways(anliku, q, answer, filters, exact);
    if (mine !== turn) return;
    waysOn.replaceChildren(...on.map(({ words, query }) => make("li", {}, link(words, { q: query }))));
    waysOn.hidden = !on.length;
  }

  /* ---- Drawing a state ---------------------------------------------------------------------------------- */
  function tell(...inside) { answerLine.replaceChildren(...inside); }

  /** Say which parts of the page are in sight; from now on they are ready. */
  function show(seen) {
    found.hidden = !seen.found;
    groups.hidden = !seen.groups;
    report.hidden = !seen.report;
    everything.hidden = !seen.everything;
    waysOn.hidden = !waysOn.children.length;
    document.documentElement.classList.remove("ak-asking");
  }

  function headline(answer) {
    const { q, filters, exact } = state;
    const n = answer.total;
    const filtered = Object.keys(filters).length;
    let words = q ? say("found-for", { q, n }) : say("found", { n });
    if (!n) words = !q ? say("none-chosen") : say(filtered ? "none-filtered" : "none", { q });
    else if (answer.hits.length < n) words += say("first", { m: answer.hits.length });
    const note = understood(q, answer, exact);
    if (!note.words) { tell(words); return; }
    const line = make("span", { class: "ak-understood" }, note.words);
    note.choices.forEach(({ words: choice, query, exact: exactly }) => {
      line.append("　", link(choice, { q: query, exact: exactly, filters }));
    });
    tell(words, line);
  }

  /** The page as it is without a question. */
  function plain() {
    tell();
    show({ groups: true, everything: true });
    if (gone >= 0) input.focus();
    gone = -1;
  }

  async function draw(next, mine) {
    if (next.q !== state.q) input.value = next.q; // else what is being typed stays
    state = next;
    const { q, filters, exact, shown } = state;
    const title = page.getAttribute("data-ak-title");
    document.title = q ? say("title", { q, title }) : title;
    input.setAttribute("data-ak-asked", q);
    form.querySelectorAll("input[name=exact]").forEach((node) => node.remove());
    if (!q && !Object.keys(filters).length) { plain(); return; }
    const anliku = await engine();
    const counting = anliku.counts(q, { filters, exact }).catch(() => null);
    const isListed = listed === addressOf({ ...next, shown: STEP });
    const [first, whole] = [FIRST, shown].map((limit) => anliku.search(q, { filters, limit, exact }));
    for (const asked of isListed ? [whole] : [first, whole]) {
      const answer = await asked;
      if (mine !== turn) return;
      await drawHits(anliku, answer, mine);
      if (mine !== turn) return;
      waysOn.replaceChildren();
      show({ found: true, groups: !answer.total, report: !answer.total, everything: !answer.total });
    }
    const answer = await whole;
    headline(answer);
    done.textContent = say("filter-show", { n: answer.total });
    const facets = await counting;
    if (mine === turn && facets) drawFacets(facets);
    if (mine === turn && !answer.total) await drawHelp(anliku, answer, mine);
  }

  function failed() {
    plain();
    const retry = make("button", { type: "button", class: "ak-button" }, say("retry"));
    retry.addEventListener("click", start);
    tell(say("page-failed"), retry);
  }

  /** Draw a state that is known or still to be read: patiently, and whatever may break.
   * @param {State | Promise<State>} reading */
  async function attempt(reading) {
    const mine = ++turn;
    const said = answerLine.textContent;
    const slow = setTimeout(() => { if (mine === turn && answerLine.textContent === said) tell(say("waiting")); }, PATIENCE);
    found.setAttribute("aria-busy", "true");
    try {
      const next = await reading;
      if (mine === turn) await draw(next, mine);
    } catch (error) {
      if (mine === turn) failed();
    }
    clearTimeout(slow);
    if (mine === turn) found.setAttribute("aria-busy", "false");
  }
  const start = () => attempt(stateOf(location.search));

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const asked = new FormData(form);
    // A new question begins without filters, as the list under the box has counted it.
    const q = String(asked.get("q")).trim();
    go({ q, exact: asked.get("exact") === "1" || (state.exact && q === state.q) });
    if (window.matchMedia("(pointer: coarse)").matches) input.blur(); // folds a phone's keyboard away
  });
  const arrive = () => start().then(() => {
    if (history.state && history.state.top) window.scrollTo(0, history.state.top);
  });
  window.addEventListener("popstate", arrive);
  arrive();
})();
