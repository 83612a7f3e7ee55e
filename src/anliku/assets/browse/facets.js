/* The panel of facets. What is folded up is counted when the answer is on the screen; rows are kept
 * and never moved, so that a tick keeps the focus. */

const FEW = 6; // values of a facet in sight
const LONG = 30; // from here on, a facet has a box to find values in
const MANY = 60; // values of a facet that is unfolded
const OPEN = 3; // facets that are unfolded where there is room

/** @param {Facet} facet @param {boolean} isOpen @param {(value: string, on: boolean) => void} toggled */
function makeFacet(facet, isOpen, toggled) {
  const { key, label, values, depths } = facet;
  const rows = new Map();
  let whole = false;
  let counts = [];
  let chosen = [];
  /** @type {(() => number[]) | null} what is still to be counted */
  let waiting = null;
  const said = make("span", { class: "ak-facet__n" });
  const box = make("fieldset", {}, make("legend", { class: "ak-vh" }, label));
  const block = make("details", { class: "ak-facet", "data-facet": key }, make("summary", {}, label, said), box);
  block.open = isOpen;
  const find = make("input", { type: "search", class: "ak-facet__find", placeholder: say("values-find", { label }),
    "aria-label": say("values-find", { label }), autocomplete: "off" });
  const left = make("p", { class: "ak-facet__left" }, say("values-left", { n: MANY }));
  const rest = make("button", { type: "button", class: "ak-facet__rest" });
  box.append(find, left, rest);
  find.addEventListener("input", fill);
  rest.addEventListener("click", () => { whole = !whole; find.value = ""; fill(); });
  block.addEventListener("toggle", () => { if (block.open) count(); });

  function row(at) {
    if (rows.has(at)) return rows.get(at);
    const check = make("input", { type: "checkbox", name: key, value: values[at] });
    const number = make("span", { class: "ak-facet__n" });
    const node = make("label", { "data-depth": depths[at] }, check, make("span", {}, values[at]), number);
    check.addEventListener("change", () => toggled(values[at], check.checked));
    const next = Math.min(...Array.from(rows.keys()).filter((other) => other > at));
    box.insertBefore(node, next === Infinity ? left : rows.get(next).node);
    rows.set(at, { node, check, number });
    return rows.get(at);
  }

  /** Places of the values in sight: the most frequent ones, and whatever is ticked. */
  function seen(alive) {
    const typed = find.value.trim().toLowerCase();
    const found = alive.filter((at) => values[at].toLowerCase().includes(typed));
    const best = found.sort((a, b) => counts[b] - counts[a] || a - b);
    return new Set(best.slice(0, whole || alive.length <= FEW + 1 ? MANY : FEW)
      .concat(typed ? [] : alive.filter((at) => chosen.includes(values[at]))));
  }

  function fill() {
    const alive = Array.from(values.keys()).filter((at) => counts[at] || chosen.includes(values[at]));
    const now = seen(alive);
    now.forEach(row);
    rows.forEach(({ node, check, number }, at) => {
      if (node.hidden === now.has(at)) node.hidden = !now.has(at);
      check.checked = chosen.includes(values[at]);
      const words = String(counts[at]);
      if (now.has(at) && number.textContent !== words) number.textContent = words; // layout is dear
    });
    find.hidden = !whole || alive.length <= LONG;
    left.hidden = !whole || alive.length <= MANY || Boolean(find.value);
    rest.hidden = alive.length <= FEW + 1;
    rest.textContent = whole ? say("values-fewer") : say("values-more", { n: alive.length - now.size });
    rest.setAttribute("aria-expanded", String(whole));
  }

  function count() {
    if (waiting) counts = waiting();
    waiting = null;
    if (block.open) fill();
  }

  /** @param {Int32Array} missed @param {string[]} ticked @param {number} total */
  function draw(missed, ticked, total) {
    const asked = !isBase({ [key]: ticked }, key) && ticked.length > 0;
    chosen = ticked;
    said.textContent = asked ? say("chosen", { n: ticked.length }) : "";
    waiting = () => {
      const found = countsOf(facet, missed);
      // A facet that would not change the list is no help; one that is chosen stays.
      block.hidden = !ticked.length && !found.some((n) => n && n < total);
      return found;
    };
    if (block.open) count();
  }
  return { block, draw, count };
}

/** @type {Map<string, {block: HTMLElement, draw: Function, count: Function}>} */
const blocks = new Map();
/** Do something just before the next frame, so that the browser lays the page out once, not twice:
 * after a press it does so at once, for its own ends. A page out of sight has no frames. */
const soon = (job) => (document.hidden ? setTimeout(job) : requestAnimationFrame(job));
/** Do something once what is drawn now has been painted. */
const afterPaint = (job) => soon(() => setTimeout(job));

/** @param {Object<string, string[]>} filters @param {Int32Array} missed @param {number} total
 * @param {(facet: Facet, value: string, on: boolean) => void} toggled */
function drawFacets(filters, missed, total, toggled) {
  const wide = window.matchMedia("(min-width: 60em)").matches;
  const panel = part("facets");
  facets.forEach((facet, i) => {
    if (!blocks.has(facet.key)) {
      const one = makeFacet(facet, wide && i < OPEN, (value, on) => toggled(facet, value, on));
      blocks.set(facet.key, one);
      panel.insertBefore(one.block, panel.lastElementChild);
    }
    blocks.get(facet.key).draw(missed, filters[facet.key] || [], total);
  });
  afterPaint(() => blocks.forEach((one) => one.count()));
}
