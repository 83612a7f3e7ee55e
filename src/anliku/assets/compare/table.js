/* The rows of some entries of one kind, those in which they differ first. */

/** What is compared: the words, without the facts behind them. @param {Compared} entry @param {string} key */
function words(entry, key) {
  const [items, unsaid] = entry.cells[key] || [[], []];
  const said = items.map(([runs, origin, more]) =>
    [runs.map((run) => (typeof run === "number" ? "" : typeof run === "string" ? run : run.length > 1 ? run[0] : "")).join(""), origin, more]);
  return JSON.stringify([said, unsaid]);
}

/** @param {Compared[]} entries @returns {{differing: string[][], alike: string[][]}} rows as [key, label] */
function split(entries) {
  const found = { differing: [], alike: [] };
  rows.kinds[entries[0].kind][1].forEach((row) => {
    if (!entries.some((entry) => entry.cells[row[0]])) return;
    const same = entries.every((entry) => words(entry, row[0]) === words(entries[0], row[0]));
    found[same ? "alike" : "differing"].push(row);
  });
  return found;
}

/** @param {number} place */
const number = (place) => make("b", { class: "ak-compare__n" }, String(place + 1));

/** @param {Compared[]} entries @param {string[][]} shown @param {Sources} sources @param {string} caption */
function table(entries, shown, sources, caption) {
  const head = entries.map((entry, place) => make("th", { scope: "col" },
    make("a", { href: address(entry.address) }, number(place), make("span", {}, entry.title))));
  const body = shown.map(([key, label]) => make("tr", { "data-row": key }, make("th", { scope: "row" }, label),
    ...entries.map((entry, place) => make("td", {},
      make("p", { class: "ak-compare__name" }, number(place), entry.short), ...cell(entry, key, sources)))));
  return make("table", { class: "ak-compare", "data-columns": String(entries.length) },
    make("caption", { class: "ak-vh" }, caption),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, make("span", { class: "ak-vh" }, say("what"))), ...head)),
    make("tbody", {}, ...body));
}
