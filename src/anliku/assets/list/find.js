/* Adding from this page: the site's search, each hit with its button. */
const SHOWN = 12;

function wireFind() {
  const form = one("[data-al-find]");
  const input = one("input", form);
  const hits = one("[data-al-hits]");
  const said = one("[data-al-find-said]");
  let turn = 0;
  let timer = 0;
  const offered = (hit) => hit.kind !== "reading_list" && known.has(hit.id);

  async function ask() {
    const query = input.value.trim();
    const mineTurn = (turn += 1);
    if (!query) { hits.replaceChildren(); said.textContent = ""; return; }
    try {
      const answer = await window.anliku.search(query, { limit: SHOWN });
      if (mineTurn !== turn) return;
      const shown = answer.hits.filter(offered);
      hits.replaceChildren(...shown.map((hit) => {
        const entry = known.get(hit.id);
        return make("li", {}, make("p", { class: "al-hit__name" }, kindMark(entry.kind), linkTo(entry),
          ...(entry.minutes ? [make("span", { class: "al-view__minutes" }, say("minutes", { n: entry.minutes }))] : [])), window.anlikuActions.slot(entry));
      }));
      said.textContent = shown.length ? say("found", { n: answer.total, m: shown.length }) : say("none", { q: query });
    } catch (error) {
      if (mineTurn === turn) said.textContent = say("search-failed");
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 200);
  });
  input.addEventListener("compositionend", ask);
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); ask(); });
}
