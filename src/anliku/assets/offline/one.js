/* Anliku in one file: the search. Asks the engine that the file brings along; a hit is an anchor.
 * The state stands behind the #, since a file that a phone opens may keep no other address. */
(function () {
  "use strict";

  /** @param {string} name @returns {any} */
  const part = (name) => document.querySelector("[data-ak-one-" + name + "]");
  const [form, found, line, list, more, waysList, close] =
    ["form", "found", "line", "list", "more", "ways", "close"].map(part);
  if (!form || !window.anlikuShow) return;
  const { say, make, highlight, kindMark, engine, understood, ways } = window.anlikuShow;
  const input = form.querySelector("input");
  const STEP = 20;
  const HASH = "#search?";
  let turn = 0; // of the newest question: an older answer is thrown away

  function remember(query) {
    const to = query ? HASH + new URLSearchParams({ q: query }) : location.pathname + location.search;
    try { history.replaceState(null, "", to); } catch (error) { /* the list shows all the same */ }
  }

  function hide() {
    turn += 1;
    found.hidden = true;
  }

  function button(words, run) {
    const node = make("button", { type: "button", class: "ak-button" }, words);
    node.addEventListener("click", run);
    return node;
  }

  /** @param {string} query @param {boolean} [exact] @param {number} [shown] */
  async function ask(query, exact = false, shown = STEP) {
    const own = turn += 1;
    const anliku = await engine();
    const answer = await anliku.search(query, { limit: shown, exact });
    const { words, choices } = understood(query, answer, exact);
    const others = answer.total ? [] : await ways(anliku, query, answer, {}, exact);
    if (own !== turn) return;
    const count = answer.total ? say("found-for", { q: query, n: answer.total }) : say("none", { q: query });
    line.textContent = words ? count + "（" + words + "）" : count;
    list.replaceChildren(...answer.hits.map((hit) => make("li", {},
      make("a", { href: "#" + hit.id }, highlight(hit.title, answer.marks)), " ", kindMark(hit.kind),
      make("p", {}, highlight(hit.summary, answer.marks)))));
    const left = answer.total - answer.hits.length;
    more.hidden = left <= 0;
    more.textContent = say("more", { n: Math.min(STEP, left) });
    more.onclick = () => ask(query, exact, shown + STEP);
    waysList.replaceChildren(
      ...choices.map((choice) => make("li", {}, button(choice.words, () => ask(choice.query, choice.exact)))),
      ...others.map((other) => make("li", {}, button(other.words, () => begin(other.query)))));
    waysList.hidden = !waysList.childElementCount;
    found.hidden = false;
  }

  function begin(query) {
    input.value = query;
    remember(query);
    if (!query) { hide(); return; }
    ask(query).catch(() => { line.textContent = say("page-failed"); found.hidden = false; });
  }

  function restore() {
    if (!location.hash.startsWith(HASH)) return;
    const query = (new URLSearchParams(location.hash.slice(HASH.length)).get("q") || "").trim();
    input.value = query;
    if (query) ask(query).then(() => window.scrollTo(0, 0));
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    input.blur(); // the keyboard of a phone would cover the answer
    begin(input.value.trim());
    window.scrollTo(0, 0);
  });
  close.addEventListener("click", () => { remember(""); hide(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  window.addEventListener("popstate", restore);
  restore();
})();
