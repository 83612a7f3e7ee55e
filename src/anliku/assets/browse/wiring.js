/* What the reader does: ticks, words, keys, the way back. */

function openFacets(open) {
  side.toggleAttribute("data-ak-open", open);
  opener.setAttribute("aria-expanded", String(open));
}

async function growList() {
  const next = { ...state, shown: state.shown + STEP };
  const before = list.children.length;
  try { history.replaceState(history.state, "", addressOf(next)); } catch (error) { /* the list still grows */ }
  take(next);
  await draw();
  const first = list.children[before];
  if (first) first.querySelector("a").focus(); // go on reading there
}

/** What is typed is one step of the way back, however many keys it took. */
let typing = false;
let timer = 0;
function ask(exactly) {
  clearTimeout(timer);
  const q = input.value.trim();
  if (q === state.q) return;
  const first = !typing;
  typing = !exactly;
  go({ ...state, q, exact: false, sort: "", shown: STEP }, { replacing: !first, isTyped: true });
}

function wire() {
  opener.addEventListener("click", () => openFacets(!side.hasAttribute("data-ak-open")));
  done.addEventListener("click", () => { openFacets(false); opener.focus(); });
  more.addEventListener("click", growList);
  sorter.addEventListener("change", () => go({ ...state, sort: sorter.value, shown: STEP }));
  // Coming back from an entry, the reader stands at its card.
  page.addEventListener("click", (event) => {
    const card = event.target.closest(".ak-item a") && event.target.closest("li");
    if (!card) return;
    const at = Array.from(card.parentNode.children).indexOf(card);
    try { history.replaceState({ at }, ""); } catch (error) { /* begins at the top */ }
  });
  let composing = false;
  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  const typed = () => { clearTimeout(timer); if (!composing) timer = setTimeout(ask, TYPED); };
  input.addEventListener("compositionend", () => { composing = false; typed(); });
  input.addEventListener("input", typed);
  input.addEventListener("focus", () => engine().then((found) => found.warm()).catch(() => { /* said when asked */ }));
  form.addEventListener("submit", (event) => { event.preventDefault(); if (!composing) ask(true); });
  window.addEventListener("popstate", arrive);
}

async function arrive() {
  typing = false;
  take(stateOf(location.search));
  await draw();
  const cards = list.hidden ? plain.querySelector("ol") : list;
  const left = cards && history.state && cards.children[history.state.at];
  if (!left) return;
  cards.setAttribute("data-whole", ""); // the heights of far cards are only guessed
  left.scrollIntoView({ block: "center" });
}

const AHEAD = 4; // lots of the newest cards, some five kilobytes each

/** Decode, and fetch what the first click will most likely show, while nobody waits. */
function prepare() {
  facets.forEach(rowsOf);
  const saving = navigator.connection && navigator.connection.saveData;
  const lots = Math.min(AHEAD, Math.ceil(data.count / data.lot));
  for (let n = 0; n < lots && !saving; n++) load(String(n)).catch(() => { /* said when asked */ });
}

if (page && data && window.anlikuShow) {
  wire();
  arrive();
  window.addEventListener("load", () => (window.requestIdleCallback || setTimeout)(prepare));
} else if (page && side) side.hidden = true;
