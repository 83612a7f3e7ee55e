/* Adding an entry: the site's search, restricted to kinds that fit; before anything is typed, what is near. */
let asking = 0;

/** @param {string} id @param {string} title @param {string} note @param {string} kind shown where kinds are mixed */
function hit(id, title, note, kind) {
  const isIn = chosen.some((one) => one.id === id);
  const button = make("button", { type: "button" }, kind ? kindMark(kind) : "", make("span", {}, title),
    make("small", {}, isIn ? say("added") : note));
  button.disabled = isIn;
  button.addEventListener("click", () => add(id));
  return make("li", {}, button);
}

function near() {
  const found = new Map();
  chosen.forEach(({ entry }) => entry.near.forEach(([id, title, why]) => found.set(id, [title, why])));
  chosen.forEach(({ id }) => found.delete(id));
  const shown = Array.from(found).slice(0, 5);
  one("[data-compare-found]").textContent = shown.length ? say("near") : "";
  one("[data-compare-hits]").replaceChildren(...shown.map(([id, [title, why]]) => hit(id, title, why, "")));
}

async function find() {
  const query = one("#pick").value.trim();
  const turn = ++asking;
  if (!query) { near(); return; }
  const kind = chosen.length ? chosen[0].entry.kind : "";
  const kinds = kind ? [labelOf(kind)] : Object.keys(rows.kinds).map(labelOf);
  const status = one("[data-compare-found]");
  try {
    const { hits, total } = await window.anliku.search(query, { filters: { kind: kinds }, limit: 8 });
    if (turn !== asking) return;
    status.textContent = total ? say("found", { n: total }) : say("found-none");
    one("[data-compare-hits]").replaceChildren(...hits.map((found) => hit(found.id, found.title, "", kind ? "" : found.kind)));
  } catch (error) {
    if (turn === asking) status.textContent = say("search-failed");
  }
}

function wirePicker() {
  let waiting = 0;
  const box = one("#pick");
  box.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(find, 150);
  });
  box.addEventListener("compositionend", find);
  one("[data-compare-form]").addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); find(); });
}
