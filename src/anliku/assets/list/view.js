/* A list to read: opened links, published lists, and what is printed. Texts only ever become text nodes. */
/** @param {string} selector @param {ParentNode} [within] @returns {any} */
const one = (selector, within = document) => within.querySelector(selector);
/** @param {string} tag @param {Object<string, string>} [attributes] @param {...(string | Node)} inside */
function make(tag, attributes = {}, ...inside) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...inside);
  return node;
}

/** The icon and word of a kind, from the page's table. */
function kindMark(kind) {
  const kinds = one("#ak-kinds");
  const found = Array.from(kinds.content.children).find((node) => node.getAttribute("data-kind") === kind);
  return found ? found.cloneNode(true) : "";
}

const linkTo = (entry) => make("a", { href: new URL(entry.url, window.anlikuList.root).href }, entry.title);
const nameOf = (item) => { const { entry } = resolve(item.id); return entry ? entry.title : item.id; };

/** @param {Item} item @param {boolean} addressed with the address in words, for paper */
function viewItem(item, addressed) {
  const { entry, words } = resolve(item.id);
  const node = make("li", { class: "al-view__item" },
    make("p", { class: "al-view__title" }, make("span", { class: "ak-label" }, LEVELS[item.level]), " ", entry ? linkTo(entry) : item.id,
      ...(minutesOf(item) ? [make("span", { class: "al-view__minutes" }, minutesIn(item))] : [])));
  if (words) node.append(make("p", { class: "al-why" }, words));
  if (item.note) node.append(make("p", { class: "al-view__note" }, item.note));
  if (item.with) {
    const companion = resolve(item.with);
    const [before, after] = say("with", { title: "\u0000" }).split("\u0000");
    node.append(make("p", { class: "al-view__note" }, before, companion.entry ? linkTo(companion.entry) : companion.words, after));
    const { page } = classOf(item);
    if (page && !addressed) node.append(make("p", { class: "al-view__note" }, make("a", { href: new URL(page, window.anlikuList.root).href }, say("a-page"))));
  }
  if (addressed && entry && !isLocal()) {
    // Who is to decide in class does not read beforehand what was decided.
    const { page } = classOf(item);
    node.append(make("p", { class: "al-view__address" }, page ? say("a-page") + "：" + fullAddress(page) : fullAddress(entry.url)));
  }
  return node;
}

/** Numbered through, with a heading wherever the session changes.
 * @param {List} list @param {{head: string, addressed?: boolean}} how `head`: level of the list's own heading, as "h2" */
function viewList(list, { head, addressed = false }) {
  const out = make("div", { class: "al-view" }, make(head, { class: "al-view__name", tabindex: "-1" }, list.title || say("no-title")));
  const about = [list.course, list.duration ? say("length", { n: list.duration }) : ""].filter(Boolean);
  if (about.length) out.append(make("p", { class: "ak-quiet" }, about.join(" · ")));
  if (list.remarks) out.append(make("p", { class: "al-view__remarks" }, list.remarks));
  const sub = "h" + (Number(head[1]) + 1);
  let session = "";
  /** @type {HTMLElement | null} */
  let rows = null;
  list.items.forEach((item, n) => {
    const name = sessionOf(list, item);
    if (name !== session || !rows) {
      if (name) out.append(make(sub, { class: "al-view__session" }, name));
      rows = make("ol", { class: "al-view__items", start: String(n + 1) });
      rows.style.counterReset = "al " + n;
      out.append(rows);
      session = name;
    }
    rows.append(viewItem(item, addressed));
  });
  out.append(make("p", { class: "ak-quiet" }, totalsOf(list).words));
  return out;
}
