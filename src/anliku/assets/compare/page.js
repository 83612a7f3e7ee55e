/* What the address asks for is loaded, sorted out, said, and drawn. */
/** @type {Loaded[]} */
let chosen = [];
let turn = 0;
const plain = one("[data-compare-plain]");
const ids = () => chosen.map(({ id }) => id);

/** @param {string} text @param {HTMLElement | string} [then] */
const note = (text, then) => make("li", {}, text, then || "");
/** @param {string} text @param {string[]} to */
const jump = (text, to) => make("a", { href: addressOf(to) }, text);

/** Load what is asked for; keep what can be compared, and say what was left out and why.
 * @returns {Promise<{kept: Loaded[], notes: HTMLElement[]}>} */
async function sort(query) {
  const { ids: wanted, bad, twice } = asked(query);
  const notes = [];
  if (bad) notes.push(note(say("note-bad")));
  if (twice) notes.push(note(say("note-twice")));
  const found = await Promise.all(wanted.map(load));
  const there = [];
  found.forEach((one) => {
    if (!one.entry) { notes.push(note(say("note-" + one.why, { id: one.id }), one.why === "unknown" ? retry() : "")); return; }
    if (one.was) notes.push(note(say("note-merged", { title: one.was })));
    if (!there.some(({ id }) => id === one.id)) there.push(one);
  });
  if (!there.length) return { kept: [], notes };
  const titles = (list) => list.map(({ entry }) => entry.title).join("；");
  // The kind that most of them are of; of two, the one named first.
  const many = (kind) => there.filter(({ entry }) => entry.kind === kind).length;
  const kind = there.map(({ entry }) => entry.kind).reduce((best, next) => (many(next) > many(best) ? next : best));
  const fit = there.filter(({ entry }) => entry.kind === kind);
  const others = there.filter(({ entry }) => entry.kind !== kind);
  if (others.length) {
    const next = others[0].entry.kind;
    const go = jump(say("note-kinds-go", { kind: labelOf(next) }), others.filter(({ entry }) => entry.kind === next).map(({ id }) => id));
    notes.push(note(say("note-kinds", { kind: labelOf(kind), titles: titles(others) }), go));
  }
  if (fit.length > rows.most) notes.push(note(say("note-many", { n: rows.most, titles: titles(fit.slice(rows.most)) })));
  if (fit.length === 1) notes.push(note(say("note-one")));
  return { kept: fit.slice(0, rows.most), notes };
}

function retry() {
  const button = make("button", { type: "button", class: "ak-button" }, say("retry"));
  button.addEventListener("click", show);
  return button;
}

/** @param {string[]} next @param {...string} focus selectors: the first that is there is where the reader goes on */
async function change(next, ...focus) {
  one("#pick").value = "";
  await go(next);
  focus.concat("#chosen").map((selector) => one(selector)).find(Boolean).focus();
}
/** @param {string} id */
const add = (id) => change(ids().concat(id), `[data-id="${id}"] a`);

function drawChosen() {
  one("[data-compare-chosen]").replaceChildren(...chosen.map(({ id, entry }, place) => {
    const button = (act, then, ...focus) => {
      const node = make("button", { type: "button", "data-act": act, "aria-label": say(act) + entry.title });
      node.addEventListener("click", () => change(then(), ...focus));
      return node;
    };
    const moved = (by) => () => {
      const list = ids();
      list.splice(place + by, 0, list.splice(place, 1)[0]);
      return list;
    };
    const own = `[data-id="${id}"] button`;
    const up = button("up", moved(-1), `${own}[data-act="up"]:not(:disabled)`, `${own}:not(:disabled)`);
    const down = button("down", moved(1), `${own}[data-act="down"]:not(:disabled)`, `${own}:not(:disabled)`);
    up.disabled = !place;
    down.disabled = place === chosen.length - 1;
    const drop = button("drop", () => ids().filter((other) => other !== id),
      `[data-id]:nth-child(${place + 1}) [data-act="drop"]`, `[data-id]:nth-child(${place}) [data-act="drop"]`, "[data-compare-pick] summary");
    return make("li", { "data-id": id }, number(place), make("a", { href: address(entry.address) }, entry.title), up, down, drop);
  }));
  const pick = one("[data-compare-pick]");
  pick.hidden = chosen.length >= rows.most;
  pick.open = chosen.length < 2;
}

function drawTables() {
  const sources = new Sources();
  const entries = chosen.map(({ entry }) => entry);
  const compares = entries.length > 1;
  const { differing, alike } = compares ? split(entries) : { differing: [], alike: [] };
  const caption = say("caption");
  one("[data-compare-differing]").replaceChildren(...(differing.length ? [table(entries, differing, sources, caption)] : []));
  const fold = one("[data-compare-alike]");
  fold.hidden = !alike.length;
  fold.open = false;
  one("[data-compare-n]").textContent = say("count", { n: alike.length });
  one("div", fold).replaceChildren(...(alike.length ? [table(entries, alike, sources, caption)] : []));
  const list = one("[data-compare-sources]");
  list.hidden = !sources.known.size;
  one("ol", list).replaceChildren(...sources.list());
  one("[data-compare-said]").textContent = compares
    ? say("said", { n: entries.length, kind: labelOf(entries[0].kind), m: differing.length }) : "";
  one("[data-compare-share-part]").hidden = !compares;
  window.anlikuPage.wireMarks(one("[data-compare-live]"));
}

/** For a colleague, and for the head of a printed sheet. */
const headAddress = document.querySelector("[data-ak-head=address]");
const plainAddress = headAddress ? headAddress.textContent : "";
function nameView() {
  const titles = chosen.map(({ entry }) => entry.title).join("；");
  const canonical = document.querySelector("link[rel=canonical]");
  const base = canonical ? canonical.getAttribute("href") : location.protocol === "file:" ? "" : location.origin + location.pathname;
  const query = chosen.length ? "?ids=" + ids().join(",") : "";
  one("[data-compare-share]").textContent = [say("share-line", { titles })].concat(base ? base + query : []).join("\n");
  document.title = (chosen.length ? chosen.map(({ entry }) => entry.short).join("、") + " · " : "") + say("title");
  if (!headAddress) return;
  headAddress.textContent = plainAddress + query;
  document.documentElement.style.setProperty("--ak-head-address", JSON.stringify(headAddress.textContent));
}

/** The query that the page shows. */
let drawn = "";
async function show() {
  const now = ++turn;
  drawn = location.search;
  page.setAttribute("aria-busy", "true");
  const { kept, notes } = await sort(location.search);
  if (now !== turn) return;
  chosen = kept;
  one("[data-compare-notes]").replaceChildren(...notes);
  const isEmpty = !chosen.length;
  one("[data-compare-start]").hidden = !isEmpty;
  // Out of the page, not only out of sight: both have marks and sources with the same ids.
  if (isEmpty) page.append(plain); else plain.remove();
  drawChosen();
  drawTables();
  nameView();
  find();
  one("[data-compare-live]").hidden = false;
  document.documentElement.classList.remove("ak-asking");
  page.setAttribute("data-compare-ready", ids().join(","));
  page.removeAttribute("aria-busy");
}

/** What the tray holds, in a page that was opened without asking for anything. */
function drawMine() {
  const groups = window.anlikuTray ? window.anlikuTray.groups() : [];
  const section = one("[data-compare-mine]");
  section.hidden = !groups.length;
  one("ul", section).replaceChildren(...groups.map((list) => make("li", {}, make("p", {}, kindMark(list[0].kind), list.map(({ title }) => title).join("；")),
    make("p", {}, make("a", { class: "ak-button", href: addressOf(list.map(({ id }) => id)) }, say("share-go"))))));
}

if (page && rows && make) {
  wirePicker();
  one("[data-compare-print]").addEventListener("click", () => window.print());
  // Links to other comparisons stay within the page.
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href*='?ids=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(asked(new URL(link.getAttribute("href"), location.href).search).ids).then(() => window.scrollTo(0, 0));
  });
  // A jump to a mark or a source is a step of the history, too: the tables stay.
  window.addEventListener("popstate", () => { if (location.search !== drawn) show(); });
  window.addEventListener("pageshow", drawMine);
  drawMine();
  show();
}
