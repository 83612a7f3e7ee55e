/* 找案例 itself: draws a state, and goes from one to the next. Without this script, or without its
 * data, the page is the complete plain list. */

const PATIENCE = 500; // ms until we say that we are looking
const FIRST = 4; // cards on a first screen: shown without waiting for the others
const TYPED = 250; // ms without a key before we look
const [form, bar, list, more, plain, none, note, chips, side, opener, done, sorter] = [
  "form", "count", "list", "more", "plain", "none", "note", "chips", "side", "open", "done", "sort"].map(part);
const input = form && form.querySelector("input[name=q]");

const TITLE = document.title;

/** @type {State} */
let state;
let turn = 0; // of the newest question: an older answer is thrown away
let gone = -1; // place of the chip that was pressed
let listed = ""; // the search whose entries are in the list

/** Make a state the page's own, at once: the next press goes on from it. @param {State} next */
function take(next, isTyped) {
  if (!isTyped && !(state && next.q === state.q)) input.value = next.q; // else what is being typed stays
  state = next;
}

/** Go to another state, as a click on a link would.
 * @param {State} next @param {{replacing?: boolean, isTyped?: boolean}} [how] */
function go(next, { replacing, isTyped } = {}) {
  const to = addressOf(next);
  take(next, isTyped);
  soon(draw);
  afterPaint(() => {
    if (to === location.pathname + location.search) return;
    // Some browsers keep a page in a folder from naming another address: there it is loaded anew,
    // except while somebody types.
    try { history[replacing ? "replaceState" : "pushState"](null, "", to); } catch (error) {
      if (!replacing) location.href = to;
    }
  });
}

/** Is this what the page shows without a script? */
const isPlain = () => addressOf({ ...state, shown: STEP }) === location.pathname;

/** A link to another state, which this page answers itself. */
function link(words, next) {
  const node = make("a", { href: addressOf(next) }, words);
  node.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(next);
  });
  return node;
}

function toggle(facet, value, on) {
  const values = (state.filters[facet.key] || []).filter((one) => one !== value);
  go({ ...state, filters: withValues(state.filters, facet.key, on ? values.concat(value) : values), shown: STEP });
}

/* ---- Text and order -------------------------------------------------------------------------------- */
/** What the engine finds, as rows. */
async function rank(q, exact) {
  const [answer, order] = await Promise.all([engine().then((anliku) => anliku.rank(q, { exact })), load("order")]);
  if (order.index !== answer.version) throw new Error("stale");
  return { ...answer, turns: answer.turns.map((numbers) => numbers.map((number) => order.rows[number])) };
}

/** The order of the rows, once it is there. */
async function orderOf(now, found) {
  const sort = sortOf(now);
  if (sort === "relevance") return found;
  if (sort === "pinyin") return load("pinyin");
  return sort === "evidence" ? byEvidence() : undefined;
}

/* ---- What is said above the list --------------------------------------------------------------------- */
function drawChips() {
  const all = chosenIn(state.filters);
  const made = all.map(({ facet, value }, i) => {
    const words = { label: facet.label, value };
    const chip = make("button", { type: "button", class: "ak-chip", "aria-label": say("chip-drop", words) }, say("chip", words));
    chip.addEventListener("click", () => { gone = i; toggle(facet, value, false); });
    return chip;
  });
  chips.replaceChildren(...made.map((chip) => make("li", {}, chip)));
  if (all.length > 1) chips.append(make("li", {}, link(say("chips-drop"), { ...state, filters: unfiltered(), shown: STEP })));
  chips.hidden = !all.length;
  opener.textContent = all.length ? say("filter-chosen", { n: all.length }) : say("filter");
  if (gone >= 0) (made[Math.min(gone, made.length - 1)] || part("heading")).focus();
  gone = -1;
}

function drawHead(total, answer) {
  const { q, filters, exact, shown } = state;
  const kinds = filters.kind || [];
  list.toggleAttribute("data-one-kind", kinds.length === 1);
  part("heading").textContent = kinds.length ? kinds.join(say("between")) : say("all-kinds");
  const key = (total ? "count" : "no-row") + (q ? "-for" : "");
  const words = say(key, { q, n: total }) + (total > shown && !isPlain() ? say("first", { m: shown }) : "");
  if (bar.textContent !== words) bar.textContent = words; // else it would be read out again
  done.textContent = say("filter-show", { n: total });
  sorter.value = sortOf(state);
  sorter.querySelector("[value=relevance]").disabled = !q;
  const about = answer ? understood(q, answer, exact) : { words: "", choices: [] };
  note.replaceChildren(about.words, ...[].concat(...about.choices.map((choice) =>
    ["　", link(choice.words, { ...state, q: choice.query, exact: choice.exact, shown: STEP })])));
  note.hidden = !about.words;
  document.title = q ? say("title", { q, title: TITLE }) : TITLE;
  drawChips();
}

/* ---- The list ------------------------------------------------------------------------------------------ */
/** @param {number[]} rows as many as are to be shown */
async function drawList(rows, total, marks, mine) {
  const search = addressOf({ ...state, shown: STEP });
  const kept = search === listed && list.children.length <= rows.length ? list.children.length : 0;
  const shown = rows.slice(kept);
  const nodesOf = async (some) => (await cardsOf(some)).map((card) => cardNode(card, marks));
  const first = await nodesOf(shown.slice(0, FIRST));
  if (mine !== turn) return;
  if (!kept) {
    list.replaceChildren();
    list.removeAttribute("data-whole");
  }
  list.append(...first);
  listed = search;
  show(list);
  const rest = shown.slice(FIRST);
  if (rest.length) await new Promise(afterPaint);
  const others = await nodesOf(rest);
  if (mine !== turn) return;
  list.append(...others);
  const left = total - list.children.length;
  more.hidden = left <= 0;
  more.textContent = say("more", { n: Math.min(left, STEP) });
}

async function drawNone(found, answer, mine) {
  const { q } = state;
  part("why").textContent = q ? say("none-for", { q }) : say("none");
  part("wanted").hidden = Boolean(q);
  const show = (ways) => part("ways").replaceChildren(...ways.map(({ words, next }) => make("li", {}, link(words, next))));
  const ways = wider(state, found);
  show(ways);
  if (!answer) return;
  const others = await reworded(state, answer, rank);
  if (mine === turn) show(ways.concat(others));
}

function show(seen) {
  plain.hidden = seen !== plain;
  list.hidden = seen !== list;
  none.hidden = seen !== none;
  if (seen !== list) more.hidden = true;
}

/* ---- Drawing a state ------------------------------------------------------------------------------------- */
/** Say that we are looking, if it takes long. */
async function patiently(asked, mine) {
  const slow = setTimeout(() => { if (mine === turn) bar.textContent = say("waiting"); }, PATIENCE);
  try { return await asked; } finally { clearTimeout(slow); }
}

/** All is drawn at once but what must be fetched: the cards, and what a query needs. */
async function drawAll(mine) {
  const answer = state.q ? await patiently(rank(state.q, state.exact), mine) : null;
  if (mine !== turn) return;
  const turns = answer ? answer.turns : [null];
  let [missed, found, total] = [sift(state.filters, answer && []), answer && [], 0];
  for (let i = 0; i < turns.length && !total; i++) {
    found = turns[i];
    missed = found ? sift(state.filters, found) : missed;
    total = countPassing(missed);
  }
  drawFacets(state.filters, missed, total, toggle);
  drawHead(total, answer);
  if (isPlain()) show(plain);
  else if (!total) { show(none); await drawNone(found, answer, mine); }
  else {
    const order = await orderOf(state, found);
    if (mine !== turn) return;
    await drawList(passing(missed, state.shown, order), total, answer ? answer.marks : [], mine);
  }
}

function failed(error) {
  const retry = make("button", { type: "button", class: "ak-button" }, say("retry"));
  const stale = error.message === "stale";
  retry.addEventListener("click", () => (stale ? location.reload() : draw()));
  bar.textContent = say(stale ? "stale" : "failed");
  note.replaceChildren(retry);
  note.hidden = false;
}

async function draw() {
  const mine = ++turn;
  page.setAttribute("aria-busy", "true");
  try { await drawAll(mine); } catch (error) { if (mine === turn) failed(error); }
  document.documentElement.classList.remove("ak-asking");
  if (mine === turn) page.setAttribute("aria-busy", "false");
}
