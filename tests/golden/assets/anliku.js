/* Anliku: everything the pages do beyond plain HTML. Classic script, load with `defer`.
 * Rule: a page is complete without this file. It only shortens ways (a card instead of a jump)
 * and never fetches anything, so it works from file:// too. The search lies in search/.
 * All words come from the page (data- attributes of <html>), so another language is another table. */
(function () {
  "use strict";

  const root = document.documentElement;
  /** @param {string} key @param {string} fallback */
  const word = (key, fallback) => root.getAttribute("data-ak-" + key) || fallback;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  /** @param {Element} node @param {Object<string, string>} attributes */
  function set(node, attributes) {
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  }
  /** @param {string} tag @param {Object<string, string>} attributes @param {string} [text] */
  function make(tag, attributes, text) {
    const node = set(document.createElement(tag), attributes);
    if (text) node.textContent = text;
    return node;
  }

  /* ---- Light and dark -----------------------------------------------------------------
   * The reader's choice lives on <html data-ak-scheme>; without one, CSS follows the system.
   * A choice equal to the system's is forgotten, so the site keeps following it. */
  const KEY = "anliku.scheme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const chosen = root.getAttribute("data-ak-scheme");
    return chosen ? chosen === "dark" : system.matches;
  };

  function buildThemeButton() {
    const slot = document.querySelector("[data-ak-theme]");
    if (!slot) return;
    const button = make("button", { type: "button", class: "ak-iconbutton" });
    const icon = slot.querySelector("template");
    if (icon) button.append(icon.content.cloneNode(true));
    slot.append(button);
    const show = () => {
      const dark = isDark();
      const label = dark ? word("to-light", "换成浅色") : word("to-dark", "换成深色");
      button.setAttribute("aria-label", label);
      button.title = label;
      document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    };
    button.addEventListener("click", () => {
      const next = isDark() ? "light" : "dark";
      const asSystem = (next === "dark") === system.matches;
      if (asSystem) root.removeAttribute("data-ak-scheme");
      else root.setAttribute("data-ak-scheme", next);
      try {
        if (asSystem) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, next);
      } catch (error) { /* private mode: the choice lasts for this page */ }
      show();
    });
    if (system.addEventListener) system.addEventListener("change", show);
    show();
  }

  /* ---- Citation marks ------------------------------------------------------------------
   * <a class="ak-cite" href="#c3"> opens a copy of <li id="c3"> under the mark. The list at
   * the end stays the only place where the words are written. */
  /** @type {{card: HTMLElement, mark: HTMLElement} | null} */
  let open = null;

  function closeCard(backToMark) {
    if (!open) return;
    const { card, mark } = open;
    open = null;
    card.remove();
    mark.setAttribute("aria-expanded", "false");
    if (backToMark) mark.focus();
  }

  function place() {
    if (!open) return;
    const { card, mark } = open;
    const margin = 12;
    const rects = mark.getClientRects();
    const at = rects[rects.length - 1];
    const width = root.clientWidth;
    const left = Math.max(margin, Math.min(at.left - 20, width - card.offsetWidth - margin));
    // Above the mark only when there is no room below and there is room above.
    const below = window.innerHeight - at.bottom;
    const above = below < card.offsetHeight + margin && at.top > card.offsetHeight + margin;
    const top = above ? at.top - card.offsetHeight - 6 : at.bottom + 6;
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
    card.style.setProperty("--ak-tail", Math.max(12, at.left + at.width / 2 - left - 6) + "px");
    card.classList.toggle("ak-card--above", above);
  }

  function openCard(mark, target) {
    closeCard(false);
    const card = make("div", { class: "ak-card", role: "dialog", tabindex: "-1", id: "ak-card",
      "aria-label": mark.getAttribute("aria-label") || mark.textContent });
    target.childNodes.forEach((node) => card.append(node.cloneNode(true)));
    card.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
    card.querySelectorAll("[data-ak-back]").forEach((node) => node.remove());
    const shut = make("button", { type: "button", class: "ak-card__close" }, word("close", "关闭"));
    shut.addEventListener("click", () => closeCard(true));
    card.append(shut);
    card.addEventListener("keydown", (event) => {
      if (event.key !== "Tab") return;
      // The card stands at the end of <body>: leaving it means going on reading at the mark.
      const stops = card.querySelectorAll("a[href], button");
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      const onEdge = document.activeElement === edge || (event.shiftKey && document.activeElement === card);
      if (!onEdge) return;
      if (event.shiftKey) event.preventDefault();
      closeCard(true);
    });
    // Inside <main>, so that every word on the page stays within a landmark.
    (document.querySelector("main") || document.body).append(card);
    open = { card, mark };
    mark.setAttribute("aria-expanded", "true");
    place();
    card.focus({ preventScroll: true });
    const rect = card.getBoundingClientRect();
    if (rect.bottom > window.innerHeight) card.scrollIntoView({ block: "nearest" });
  }

  /** @param {ParentNode} within marks that a script put in are wired by it */
  function wireMarks(within) {
    within.querySelectorAll("a.ak-cite[href^='#']").forEach((mark) => {
      const target = document.getElementById(mark.getAttribute("href").slice(1));
      if (!target) return;
      set(mark, { role: "button", "aria-haspopup": "dialog", "aria-expanded": "false" });
      const toggle = (event) => {
        event.preventDefault();
        if (open && open.mark === mark) closeCard(true);
        else openCard(mark, target);
      };
      mark.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        toggle(event);
      });
      mark.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
    });
  }

  function wireCitations() {
    wireMarks(document);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeCard(true); });
    document.addEventListener("click", (event) => {
      if (open && !open.card.contains(event.target) && !open.mark.contains(event.target)) closeCard(false);
    });
    window.addEventListener("resize", place);
  }

  /* ---- Copy ---------------------------------------------------------------------------- */
  function selectText(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function wireCopy() {
    // 引用日期 is the reader's day: without a script the words stay as a blank to fill in.
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const two = parts.map((n) => String(n).padStart(2, "0"));
    /** @type {Object<string, string>} Ways of writing a day, as render/citing.py leaves them. */
    const days = { "YYYY-MM-DD": two.join("-"), "YYYY/MM/DD": two.join("/"), "YYYY, M, D": parts.join(", "),
      "MONTH D, YYYY": now.toLocaleDateString("en-US", { dateStyle: "long" }) };
    all("[data-ak-today]").forEach((node) => {
      node.textContent = node.getAttribute("data-ak-today").replace(/YYYY-MM-DD|YYYY\/MM\/DD|YYYY, M, D|MONTH D, YYYY/, (form) => days[form]);
    });
    all("[data-ak-copy]").forEach((slot) => {
      const text = document.getElementById(slot.getAttribute("data-ak-copy"));
      if (!text) return;
      const label = slot.getAttribute("data-ak-label") || word("copy", "复制引用");
      const button = make("button", { type: "button", class: "ak-button" }, label);
      const said = make("span", { class: "ak-copied", role: "status" });
      slot.append(button, said);
      button.addEventListener("click", () => {
        selectText(text);
        // navigator.clipboard is missing on file:// in some browsers; the old way still works there.
        const write = navigator.clipboard && window.isSecureContext
          ? navigator.clipboard.writeText(text.textContent.trim())
          : new Promise((done, fail) => (document.execCommand("copy") ? done() : fail()));
        write.then(
          () => { said.textContent = word("copied", "已复制"); },
          () => { said.textContent = word("copy-by-hand", "已选中，请手动复制"); },
        );
      });
    });
  }

  /* ---- Print: unfold what is folded, fold it again afterwards; name the page on every sheet --- */
  function wirePrint() {
    all("[data-ak-head]").forEach((node) => {
      root.style.setProperty("--ak-head-" + node.getAttribute("data-ak-head"), JSON.stringify(node.textContent));
    });
    // A view that its address describes is found again only by the whole address.
    const address = all("[data-ak-head=address]")[0];
    const short = address ? address.textContent || "" : "";
    /** @type {HTMLDetailsElement[]} */
    let unfolded = [];
    window.addEventListener("beforeprint", () => {
      closeCard(false);
      if (address) {
        let asked = location.search;
        try { asked = decodeURI(asked); } catch { /* as it stands */ }
        address.textContent = short + asked;
        root.style.setProperty("--ak-head-address", JSON.stringify(address.textContent));
      }
      unfolded = all("details:not([open])");
      unfolded.forEach((node) => { node.open = true; });
    });
    window.addEventListener("afterprint", () => unfolded.forEach((node) => { node.open = false; }));
    all("[data-ak-print]").forEach((slot) => {
      const button = make("button", { type: "button", class: "ak-button" }, word("print", "打印"));
      button.addEventListener("click", () => window.print());
      slot.append(button);
    });
  }

  window.anlikuPage = { wireMarks };
  buildThemeButton();
  wireCitations();
  wireCopy();
  wirePrint();
})();
