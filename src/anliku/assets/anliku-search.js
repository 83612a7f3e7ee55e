/* Anliku: the search box as a combobox over window.anliku.search(query, {limit}).
 * Load it with `defer`, after the engine, only where there is one: without it the form simply goes to
 * the complete list. Words come from data- attributes of <html>, as in anliku.js. */
(function () {
  "use strict";

  if (!window.anliku || !window.anliku.search) return;
  const word = (key, fallback) => document.documentElement.getAttribute("data-ak-" + key) || fallback;
  function make(tag, attributes, text) {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    if (text) node.textContent = text;
    return node;
  }

  function wireSearch(form) {
    const input = form.querySelector("input[name=q]");
    const panel = form.querySelector("[data-ak-results]");
    if (!input || !panel) return;
    const list = panel.querySelector("[role=listbox]");
    const status = panel.querySelector("[role=status]");
    const kinds = document.getElementById("ak-kinds");
    let active = -1;
    let turn = 0;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    const options = () => Array.from(list.children);
    const show = (visible) => {
      panel.hidden = !visible;
      input.setAttribute("aria-expanded", String(visible && list.children.length > 0));
      if (!visible) mark(-1);
    };
    function mark(index) {
      active = index;
      options().forEach((node, i) => node.setAttribute("aria-selected", String(i === index)));
      const node = options()[index];
      if (node) { input.setAttribute("aria-activedescendant", node.id); node.scrollIntoView({ block: "nearest" }); }
      else input.removeAttribute("aria-activedescendant");
    }
    function option(hit, i) {
      const node = make("li", { role: "option", id: list.id + "-" + i, class: "ak-hit", "aria-selected": "false" });
      const kind = kinds && kinds.content.querySelector("[data-kind=" + hit.kind + "]");
      if (kind) node.append(kind.cloneNode(true));
      node.append(make("span", { class: "ak-hit__title" }, hit.title));
      if (hit.summary) node.append(make("span", { class: "ak-hit__summary" }, hit.summary));
      node.addEventListener("click", () => { location.href = (form.getAttribute("data-ak-base") || "") + hit.url; });
      node.addEventListener("mousemove", () => { if (active !== i) mark(i); });
      return node;
    }
    function ask() {
      const query = input.value.trim();
      const mine = ++turn;
      if (!query) { show(false); return; }
      Promise.resolve(window.anliku.search(query, { limit: 8 })).then((answer) => {
        if (mine !== turn) return; // a later key has already asked again
        list.replaceChildren(...answer.hits.map(option));
        mark(-1);
        status.textContent = answer.hits.length
          ? word("found", "找到 {n} 条").replace("{n}", String(answer.hits.length))
          : word("none", "没找到“{q}”，换个说法，或按服务对象找。").replace("{q}", query);
        show(true);
      });
    }
    input.addEventListener("input", ask);
    input.addEventListener("focus", () => { if (input.value.trim()) ask(); });
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.key === "Escape" && !panel.hidden) { show(false); event.preventDefault(); }
      else if (panel.hidden || !count) return;
      else if (event.key === "ArrowDown") { mark((active + 1) % count); event.preventDefault(); }
      else if (event.key === "ArrowUp") { mark((active - 1 + count) % count); event.preventDefault(); }
      else if (event.key === "Enter" && active >= 0) { options()[active].click(); event.preventDefault(); }
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(false); });
    // A press inside the list must not take the focus away before the click arrives.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
  }

  document.querySelectorAll("form[data-ak-search]").forEach(wireSearch);
})();
