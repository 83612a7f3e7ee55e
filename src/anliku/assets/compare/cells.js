/* Statements and their marks as nodes: text becomes text nodes only. render/templates/_compare.html is the same in Python. */

/** Numbers facts in the order in which the page shows them, and lists them. */
class Sources {
  constructor() {
    /** @type {Map<string, {number: number, fact: Object, marks: number}>} */
    this.known = new Map();
  }

  /** @param {Object} fact @returns {HTMLElement} */
  mark(fact) {
    const found = this.known.get(fact.ref) || { number: this.known.size + 1, fact, marks: 0 };
    found.marks += 1;
    this.known.set(fact.ref, found);
    const n = found.number;
    const said = say(fact.view ? "mark-view" : "mark", { n });
    return make("a", { class: "ak-cite" + (fact.view ? " ak-cite--view" : ""), href: "#c" + n, id: "m" + n + "-" + found.marks, "aria-label": said },
      make("span", { class: "ak-cite__n" }, make("span", {}, (fact.view ? say("view") : "") + n)));
  }

  /** @returns {HTMLElement[]} */
  list() {
    const pattern = one("template[data-compare-ref]").content.firstElementChild;
    return Array.from(this.known.values(), ({ number, fact }) => {
      const row = /** @type {HTMLElement} */ (pattern.cloneNode(true));
      row.id = "c" + number;
      row.querySelectorAll("[data-of]").forEach((node) => fill(node, node.getAttribute("data-of"), fact));
      const back = one("[data-ak-back]", row);
      back.setAttribute("href", "#m" + number + "-1");
      back.setAttribute("aria-label", say("back", { n: number }));
      return row;
    });
  }
}

/** @param {Element} node @param {string} key @param {Object} fact */
function fill(node, key, fact) {
  node.removeAttribute("data-of");
  if (key === "address") { node.setAttribute("href", address(fact.address)); return; }
  if (key === "also") {
    fact.also.forEach(([title, to], place) => node.append(place ? "；" : "", make("a", { href: address(to) }, title)));
  } else node.textContent = fact[key];
  if (key === "basis" && fact.view) node.classList.add("ak-label--view");
  else if (key === "basis" && fact.basis === say("plain-basis")) node.classList.add("ak-label--plain");
  if (!node.textContent) node.closest("div").remove();
}

/** @param {Compared} entry @param {Item} item @param {Sources} sources */
function statement([runs, origin, more], entry, sources) {
  const node = make("li");
  runs.forEach((run) => {
    if (typeof run === "number") node.append(sources.mark(entry.facts[run]));
    else if (typeof run === "string") node.append(run);
    else if (run.length > 1) node.append(make("a", { href: address(run[1]) }, run[0]));
    else node.append(make("span", { class: "ak-label ak-label--editor" }, run[0]));
  });
  if (origin) node.append(" ", make("span", { class: "ak-label" + (origin === say("editors") ? " ak-label--editor" : "") }, origin));
  more.forEach(([label, words]) => node.append(make("p", { class: "ak-compare__more" }, make("b", {}, label), words)));
  return node;
}

/** @param {Compared} entry @param {string} key @param {Sources} sources @returns {HTMLElement[]} */
function cell(entry, key, sources) {
  const [items, unsaid] = entry.cells[key] || [[], []];
  const out = [];
  if (items.length) out.push(make("ul", {}, ...items.map((item) => statement(item, entry, sources))));
  const words = !unsaid.length ? (items.length ? "" : say("empty"))
    : items.length ? say("unsaid-these") + unsaid.join("；") : say("unsaid");
  if (words) out.push(make("p", { class: "ak-compare__unsaid" }, words));
  return out;
}
