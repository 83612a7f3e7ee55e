/* Anliku 怎么选: asks the five questions and puts the cards of the page into groups. Classic script,
 * load with `defer` after rules.js and fit.js. The address holds the answers and nothing else does, so
 * that going back, reloading and sharing show the same. Cards, conditions and their citations are
 * the page's own, moved and never copied; every word added stands in an attribute of the page. */
(function () {
  "use strict";

  const page = document.querySelector("[data-ak-finder]");
  const rules = window.anlikuRules;
  const fit = window.anlikuFit;
  if (!page || !rules || !fit) return;

  /** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
  const one = (selector, within = page) => within.querySelector(selector);
  /** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
  const all = (selector, within = page) => Array.from(within.querySelectorAll(selector));
  const byData = (name) => new Map(all("[data-ak-" + name + "]").map((node) =>
    [node.getAttribute("data-ak-" + name), node]));
  /** @param {string} key @param {Object<string, string | number>} [values] */
  const say = (key, values = {}) => page.getAttribute("data-ak-" + key)
    .replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));

  const questions = byData("q");
  const cards = byData("fit");
  const groups = byData("group");
  const cases = byData("case");
  const firsts = byData("first");
  const results = one("[data-ak-results]");
  const plain = one("[data-ak-plain]");
  const table = one("#all");
  /** The folds of first steps, and which of them are open as long as nothing is asked.
   * @type {Map<HTMLDetailsElement, boolean>} */
  const steps = new Map(all(".ak-fit__steps").map((node) => [node, node.hasAttribute("open")]));
  const KEYS = Object.keys(rules.questions);

  /* ---- The address --------------------------------------------------------------------------------
   * @typedef {Object<string, string[]>} Answers codes by question, in the order of the options */
  const optionsOf = (key) => all("button[value]", questions.get(key));

  /* In a file that holds the whole library the answers stand behind the #, the only part of its address that may change. */
  const inHash = page.getAttribute("data-ak-in-hash");
  const asked = () => (!inHash ? location.search : location.hash.startsWith("#" + inHash + "?") ? location.hash.slice(inHash.length + 1) : "");
  const stem = inHash ? "#" + inHash : location.pathname;

  /** Only codes that the page offers count; of a question with one answer the first.
   * @returns {Answers} */
  function answersOf(query) {
    const asked = new URLSearchParams(query);
    const answers = {};
    KEYS.forEach((key) => {
      const given = asked.getAll(key);
      const codes = optionsOf(key).map((button) => button.value).filter((code) => given.includes(code));
      if (codes.length) answers[key] = tidy(key, codes, codes[0]);
    });
    return answers;
  }

  /** 还没有 stands alone, and so does the answer to a question that takes one.
   * @param {string} newest which of them was given last */
  function tidy(key, codes, newest) {
    if (rules.questions[key].scale !== "many") return [newest];
    return newest === "none" ? ["none"] : codes.filter((code) => code !== "none");
  }

  /** @param {Answers} answers */
  function addressOf(answers) {
    const out = new URLSearchParams();
    KEYS.forEach((key) => (answers[key] || []).forEach((code) => out.append(key, code)));
    return stem + (String(out) ? "?" + out : "");
  }

  /** @type {Answers} */
  let answers = {};

  /** @param {Answers} next */
  function go(next) {
    const to = addressOf(next);
    if (to !== stem + asked()) {
      // Some browsers keep a page in a folder from naming another address: there it is loaded anew.
      try { history.pushState(null, "", to); } catch (error) { location.href = to; return; }
    }
    answers = next;
    draw();
  }

  /* ---- Questions ------------------------------------------------------------------------------------ */
  /** @param {string} key */
  const wordsOf = (key) => optionsOf(key).filter((button) => (answers[key] || []).includes(button.value))
    .map((button) => button.textContent).join("、");

  function drawQuestions() {
    questions.forEach((node, key) => {
      const codes = answers[key] || [];
      optionsOf(key).forEach((button) => button.setAttribute("aria-pressed", String(codes.includes(button.value))));
      one("[data-ak-said]", node).textContent = codes.length ? "：" + wordsOf(key) : "？";
      node.toggleAttribute("data-ak-answered", codes.length > 0);
      one("[data-ak-next]", node).textContent = say(codes.length ? "next" : "skip");
    });
    one("[data-ak-again]").hidden = !Object.keys(answers).length;
  }

  /** Open one question and close the others; the reader goes on there. @param {string | undefined} key */
  function open(key) {
    questions.forEach((node, other) => { node.open = other === key; });
  }

  /** The first question after another one that has no answer. @param {number} after */
  const unanswered = (after) => KEYS.find((key, place) => place > after && !answers[key]);

  /** Go on to the next question; the focus goes along, since the button that had it is folded away. */
  function advance(key) {
    const next = unanswered(KEYS.indexOf(key));
    open(next);
    one("summary", questions.get(next || key)).focus({ preventScroll: true });
  }

  function wireQuestions() {
    questions.forEach((node, key) => {
      node.addEventListener("click", (event) => {
        const button = event.target instanceof Element && event.target.closest("button");
        if (!button) return;
        if (button.hasAttribute("data-ak-next")) { advance(key); return; }
        const before = answers[key] || [];
        const taken = before.includes(button.value);
        const codes = taken ? before.filter((code) => code !== button.value) : before.concat(button.value);
        const next = Object.assign({}, answers, { [key]: codes.length ? tidy(key, codes, button.value) : [] });
        if (!codes.length) delete next[key];
        else if (taken) next[key] = codes;
        go(next);
        if (!taken && rules.questions[key].scale !== "many") advance(key);
      });
      // One question at a time, so that the answer below stays in sight.
      one("summary", node).addEventListener("click", () => {
        questions.forEach((other) => { if (other !== node) other.open = false; });
      });
    });
    one("[data-ak-again] a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go({});
      open(KEYS[0]);
      one("summary", questions.get(KEYS[0])).focus();
    });
    one("[data-ak-ask]").addEventListener("submit", (event) => event.preventDefault());
  }

  /* ---- Cards ------------------------------------------------------------------------------------------ */
  /** Where the page itself has its cards, to put them back. */
  const places = Array.from(cards.values(), (card) => ({ card, home: card.parentNode, after: card.previousElementSibling }));

  function putBack() {
    places.forEach(({ card, home, after }) => {
      home.insertBefore(card, after ? after.nextSibling : home.firstChild);
      card.querySelectorAll("[data-ak-as]").forEach((node) => node.removeAttribute("data-ak-as"));
      card.querySelectorAll("[data-ak-state]").forEach((node) => { node.textContent = ""; });
      mark(card, []);
    });
  }

  /** Say of each condition whether it is met, and of each `when_not` whether it holds. */
  function judge(card, { met, missing, stops }) {
    all("[data-ak-asks]", card).forEach((row) => {
      const state = one("[data-ak-state]", row);
      const key = row.getAttribute("data-ak-asks");
      const as = met.includes(key) ? "met" : missing.includes(key) ? "missing" : "unsaid";
      if (!state) return; // only an example, never judged
      row.setAttribute("data-ak-as", as);
      state.textContent = say(as === "missing" && key === "need" ? "other" : as);
    });
    mark(card, stops);
  }

  function mark(card, stops) {
    all("[data-ak-stop]", card).forEach((row) => {
      const holds = stops.includes(Number(row.getAttribute("data-ak-stop")));
      const said = one(".ak-hitmark", row);
      row.toggleAttribute("data-ak-holds", holds);
      if (!holds && said) said.remove();
      if (!holds || said) return;
      const words = document.createElement("strong");
      words.className = "ak-hitmark";
      words.textContent = say("hit");
      row.prepend(words);
    });
  }

  /** @param {HTMLElement} section @param {HTMLElement[]} inside @param {string[]} behind */
  function fill(section, inside, behind) {
    section.hidden = !inside.length;
    one("[data-ak-n]", section).textContent = say("count", { n: inside.length });
    const most = Number(section.getAttribute("data-ak-most")) || inside.length;
    one("[data-ak-cards]", section).append(...inside.slice(0, most));
    const rest = one("[data-ak-rest]", section);
    if (rest) {
      rest.hidden = inside.length <= most;
      rest.open = false;
      one("[data-ak-n]", rest).textContent = say("count", { n: inside.length - most });
      one("div", rest).append(...inside.slice(most));
    }
    const fold = one("[data-ak-cases]", section);
    if (!fold) return;
    fold.hidden = !behind.length;
    fold.open = false;
    one("[data-ak-n]", fold).textContent = say("count", { n: behind.length });
    one("ul", fold).append(...behind.map((id) => cases.get(id)));
  }

  const title = (name) => one("h2", groups.get(name)).firstChild.textContent;

  function draw() {
    drawQuestions();
    nameSheet();
    const isAsked = Object.keys(fit.known(answers)).length > 0;
    page.toggleAttribute("data-ak-asked", isAsked);
    if (isAsked) table.open = false;
    results.hidden = !isAsked;
    plain.hidden = isAsked;
    const held = fit.firstsOf(rules, answers).map(String);
    firsts.forEach((node, number) => { node.hidden = !held.includes(number); });
    steps.forEach((isOpen, node) => { node.open = isOpen && !isAsked; });
    if (!isAsked) {
      putBack();
      one("[data-ak-status]").textContent = Object.keys(answers).length ? say("nothing") : "";
      return;
    }
    const choice = fit.choose(rules, answers);
    const behind = fit.casesOf(rules, choice);
    const said = [];
    fit.GROUPS.forEach((name) => {
      const shown = choice[name].map((judged) => {
        const card = cards.get(judged.rule.id);
        judge(card, judged);
        return card;
      });
      const section = groups.get(name);
      if (section instanceof HTMLDetailsElement) section.open = false;
      fill(section, shown, behind[name]);
      if (shown.length && !(section instanceof HTMLDetailsElement)) said.push(title(name) + " " + say("count", { n: shown.length }));
    });
    one("[data-ak-none]").hidden = Boolean(choice.near.length + choice.alone.length);
    one("[data-ak-status]").textContent = said.join("，");
    const begin = one("section[data-ak-group]:not([hidden]) .ak-fit__steps", results);
    if (begin instanceof HTMLDetailsElement) begin.open = true;
    share(choice);
  }

  /** The head of a printed sheet says where this very answer stands. */
  const headAddress = document.querySelector("[data-ak-head=address]");
  const plainAddress = headAddress ? headAddress.textContent : "";
  function nameSheet() {
    if (!headAddress) return;
    headAddress.textContent = plainAddress + asked();
    document.documentElement.style.setProperty("--ak-head-address", JSON.stringify(headAddress.textContent));
  }

  /** On paper only the sources of what is shown. */
  function foldReferences() {
    all(".ak-refs > .ak-ref").forEach((row) => {
      const marks = all("a.ak-cite[href='#" + row.id + "']");
      const isShown = marks.some((node) => !node.closest("[hidden], details[data-ak-group]"));
      row.toggleAttribute("data-ak-unshown", !isShown);
    });
  }

  /* ---- For a colleague: a text for a chat --------------------------------------------------------------- */
  /** A text without citation marks and labels. */
  function bare(node) {
    const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
    copy.querySelectorAll(".ak-cite, .ak-label, .ak-asks__more, .ak-hitmark, .ak-kind, .ak-noscript").forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function share(choice) {
    const said = KEYS.filter((key) => answers[key])
      .map((key) => one(".ak-q__short", questions.get(key)).textContent).join("；");
    const lines = [say("share-answers", { answers: said })];
    all("[data-ak-first]").forEach((node) => { if (!node.hidden) lines.push(bare(node)); });
    ["near", "alone", "lacks"].forEach((name) => {
      const titles = choice[name].slice(0, 5).map((judged) => bare(one("h3", cards.get(judged.rule.id))));
      if (titles.length) lines.push(title(name) + "：" + titles.join("；"));
    });
    const best = choice.near.concat(choice.alone, choice.lacks)[0];
    if (best) {
      const card = cards.get(best.rule.id);
      const name = bare(one("h3", card));
      const todo = all(".ak-steps > li", card).map((step, place) => place + 1 + ". " + bare(step));
      const nots = all(".ak-fit__not li", card).map(bare);
      if (todo.length) lines.push(say("share-steps", { title: name }), ...todo);
      if (nots.length) lines.push(say("share-not", { title: name }) + nots.join("；"));
    }
    const canonical = document.querySelector("link[rel=canonical]");
    const address = canonical ? canonical.getAttribute("href") : location.origin + location.pathname;
    if (canonical || location.protocol !== "file:") lines.push(address + asked());
    one("[data-ak-share]").textContent = lines.join("\n");
  }

  /* ---- Begin --------------------------------------------------------------------------------------------- */
  function restore() {
    if (inHash && !location.hash.startsWith("#" + inHash)) return; // elsewhere in the file
    answers = answersOf(asked());
    const last = KEYS.reduce((found, key, place) => (answers[key] ? place : found), -1);
    open(unanswered(last));
    draw();
  }

  wireQuestions();
  one("[data-ak-references]").open = false; // a mark opens its source in place
  window.addEventListener("popstate", restore);
  window.addEventListener("beforeprint", foldReferences);
  restore();
  if (inHash && asked()) page.scrollIntoView();
  page.setAttribute("data-ak-ready", "");
  // Without scripts the home page's links lead to a part of this page; with them, to the answer.
  if (!results.hidden && location.hash.startsWith("#need-")) {
    try { history.replaceState(null, "", location.pathname + location.search); } catch (error) { /* stays in the address */ }
    window.scrollTo(0, 0);
  }
})();
