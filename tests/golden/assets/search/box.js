/* Anliku: the search box of every page, a WAI-ARIA combobox with a listbox. Classic script, load
 * with `defer` after show.js. Without it, or without the engine, the form goes to the page of
 * results. Options hold no links; what an option does is a function beside it. */
(function () {
  "use strict";

  const { say, set, make, highlight, kindMark, address, engine, understood, ways } = window.anlikuShow;
  const PAUSE = 120; // ms without a key before we ask
  const PATIENCE = 500; // ms until we say that we are looking
  const ROWS = 8;
  const warm = () => engine().then((found) => found.warm()).catch(() => { /* said when asked */ });

  function wireBox(form) {
    const input = form.querySelector("input[name=q]");
    const list = make("ul", { role: "listbox", id: input.id + "-list", "aria-label": say("results") });
    // What is heard stands apart from what is seen: a region that was hidden is not read out.
    const heard = make("p", { role: "status", class: "ak-vh" });
    const seen = make("p", { class: "ak-results__said", "aria-hidden": "true" });
    const panel = make("div", { class: "ak-results", hidden: "" }, seen, list);
    form.append(panel, heard);
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id,
      "aria-expanded": "false", "aria-keyshortcuts": "/ Control+K Meta+K" });

    /** @type {{node: HTMLElement, act: (event: Event) => void}[]} */
    let rows = [];
    let active = -1;
    let turn = 0; // of the newest question: an older answer is thrown away
    let timer = 0;
    let composing = false;
    const exactly = make("input", { type: "hidden", name: "exact", value: "1" });

    function mark(index) {
      if (rows[active]) rows[active].node.setAttribute("aria-selected", "false");
      active = index;
      const row = rows[active];
      if (!row) { input.removeAttribute("aria-activedescendant"); return; }
      row.node.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", row.node.id);
      row.node.scrollIntoView({ block: "nearest" });
    }

    function fit() {
      // The keyboard of a phone covers the page's lower half; the list ends above it.
      const view = window.visualViewport;
      const bottom = view ? view.offsetTop + view.height : window.innerHeight;
      const room = bottom - input.getBoundingClientRect().bottom - 24;
      list.style.maxHeight = Math.max(160, Math.min(room - seen.offsetHeight, 560)) + "px";
    }

    function show(words, voice, fresh) {
      rows = fresh;
      active = -1;
      input.removeAttribute("aria-activedescendant");
      rows.forEach(({ node }, i) => set(node, { role: "option", id: list.id + "-" + i, "aria-selected": "false" }));
      list.replaceChildren(...rows.map(({ node }) => node));
      list.scrollTop = 0;
      seen.textContent = words;
      seen.hidden = !words;
      heard.textContent = voice;
      list.hidden = !rows.length;
      panel.hidden = !(rows.length || words);
      input.setAttribute("aria-expanded", String(rows.length > 0));
      if (!panel.hidden) fit();
    }

    function close() {
      clearTimeout(timer);
      turn += 1;
      show("", "", []);
    }

    /** @param {Node[]} inside @param {(event: Event) => void} act @param {string} [look] */
    function row(inside, act, look = "ak-hit") {
      const node = make("li", { class: look }, ...inside);
      node.addEventListener("click", act);
      node.addEventListener("mousemove", () => {
        const at = rows.findIndex((one) => one.node === node);
        if (at !== active) mark(at);
      });
      return { node, act };
    }

    function hitRow(hit, marks) {
      const title = make("span", { class: "ak-hit__title" }, highlight(hit.title, marks));
      const inside = [kindMark(hit.kind), title];
      if (hit.summary) inside.push(make("span", { class: "ak-hit__summary" }, highlight(hit.summary, marks)));
      return row(inside, (event) => {
        const aside = event.ctrlKey || event.metaKey;
        if (aside) window.open(address(hit.url), "_blank", "noopener");
        else { close(); location.href = address(hit.url); }
      });
    }

    const wayRow = ({ words, query, exact }) => row([document.createTextNode(words)], () => {
      input.value = query;
      ask(exact);
    }, "ak-hit ak-hit--way");

    const allRow = (words) => row([document.createTextNode(words)], () => {
      close();
      if (form.requestSubmit) form.requestSubmit();
      else form.submit();
    }, "ak-hit ak-hit--all");

    async function answered(found, query, exact) {
      const answer = await found.search(query, { limit: ROWS, exact });
      const { words, choices } = understood(query, answer, exact);
      if (!answer.hits.length) {
        const on = await ways(found, query, answer, {}, exact);
        const none = say("none", { q: query });
        return [none, none, [...choices, ...on].map(wayRow).concat(allRow(say("none-go")))];
      }
      const count = say("found", { n: answer.total });
      return [words, words ? count + "；" + words : count, [
        ...choices.map(wayRow),
        ...answer.hits.map((hit) => hitRow(hit, answer.marks)),
        allRow(say("all", { n: answer.total })),
      ]];
    }

    async function ask(exact = false) {
      clearTimeout(timer);
      const query = input.value.trim();
      exactly.remove();
      if (exact) form.append(exactly); // Enter asks the page of results the same question
      if (!query) { close(); return; }
      const mine = ++turn;
      const slow = setTimeout(() => { if (mine === turn) show(say("waiting"), say("waiting"), []); }, PATIENCE);
      let shown;
      try {
        shown = await answered(await engine(), query, exact);
      } catch (error) {
        shown = [say("failed"), say("failed"), []];
      }
      clearTimeout(slow);
      if (mine === turn) show(...shown);
    }

    function askSoon() {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }

    input.addEventListener("compositionstart", () => {
      composing = true;
      clearTimeout(timer);
      turn += 1; // what is under way must not move the list under the candidates
    });
    input.addEventListener("compositionend", () => { composing = false; askSoon(); });
    input.addEventListener("input", (event) => { if (!composing && !event.isComposing) askSoon(); });
    input.addEventListener("focus", () => {
      warm();
      const query = input.value.trim();
      if (query && query !== input.getAttribute("data-ak-asked")) askSoon();
    });
    input.addEventListener("keydown", (event) => {
      if (composing || event.isComposing || event.keyCode === 229) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) {
        if (event.key !== "Enter" || event.shiftKey) return;
      }
      const last = rows.length - 1;
      const to = {
        ArrowDown: active === last ? -1 : active + 1,
        ArrowUp: active === -1 ? last : active - 1,
        Home: active === -1 ? null : 0, // no row is chosen: the keys belong to the text
        End: active === -1 ? null : last,
      }[event.key];
      if (event.key === "Escape" && !panel.hidden) { close(); event.preventDefault(); }
      else if (event.key === "Escape" && !input.value) fold(form, true);
      else if (event.key === "Enter" && rows[active]) { event.preventDefault(); rows[active].act(event); }
      else if (event.key === "ArrowDown" && panel.hidden) { event.preventDefault(); ask(); }
      else if (rows.length && typeof to === "number") { event.preventDefault(); mark(to); }
    });
    form.addEventListener("submit", (event) => {
      if (composing) event.preventDefault();
      close();
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    // A press inside the list must not take the focus away before the click arrives.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    (window.visualViewport || window).addEventListener("resize", () => { if (!panel.hidden) fit(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) close(); });
  }

  /* ---- The header: where there is no room for the form, a button opens it ------------------------- */
  const forms = Array.from(document.querySelectorAll("form[data-ak-search]"));
  const inHeader = forms.find((form) => form.closest(".ak-header"));
  const ours = forms.find((form) => form !== inHeader) || inHeader;
  /** @type {HTMLElement | null} */
  let opener = document.querySelector("[data-ak-find]");

  function fold(form, folded) {
    if (form !== inHeader || !opener || !opener.offsetParent) return;
    form.toggleAttribute("data-ak-open", !folded);
    opener.setAttribute("aria-expanded", String(!folded));
    if (folded) opener.focus();
  }

  function focusBox() {
    if (!ours) return;
    fold(ours, false);
    const input = ours.querySelector("input[name=q]");
    // Within a header that stays in sight, focus would scroll the page back for nothing.
    const { top, bottom } = input.getBoundingClientRect();
    input.focus({ preventScroll: top >= 0 && bottom <= window.innerHeight });
    input.select();
  }

  function wireHeader() {
    if (!opener || !ours) return;
    if (!inHeader) { // this page has its own box: the link leads to it
      opener.addEventListener("click", (event) => { event.preventDefault(); focusBox(); });
      return;
    }
    const button = make("button", { type: "button", class: opener.className, "aria-expanded": "false",
      "aria-controls": inHeader.id, "aria-label": opener.getAttribute("aria-label") }, ...opener.childNodes);
    opener.replaceWith(button);
    opener = button;
    button.addEventListener("click", () => {
      if (inHeader.hasAttribute("data-ak-open")) fold(inHeader, true);
      else focusBox();
    });
  }

  /* ---- Keys: `/`, Ctrl-K and ⌘K from anywhere but a field to write in --------------------------- */
  const WRITTEN = "textarea, select, [contenteditable=''], [contenteditable=true], "
    + "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])";
  function wireKeys() {
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const writing = event.target instanceof Element && event.target.closest(WRITTEN);
      if (!(slash || letter) || writing) return;
      event.preventDefault();
      focusBox();
    });
  }

  forms.forEach(wireBox);
  wireHeader();
  wireKeys();
  // Where people come to search, the engine is there before the first key; never on a saved line.
  const saving = navigator.connection && navigator.connection.saveData;
  if (ours && ours !== inHeader && !saving) {
    window.addEventListener("load", () => (window.requestIdleCallback || setTimeout)(warm));
  }
})();
