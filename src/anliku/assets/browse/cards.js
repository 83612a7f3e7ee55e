/* The list: cards come in lots of some dozens of rows, each lot once, when it is needed. */

const loading = new Map();

/** A file of the index: a script, so that a page opened from a folder works like one from a server.
 * A failure may be tried again. @param {string} name @returns {Promise<any>} */
function load(name) {
  if (arrived[name]) return Promise.resolve(arrived[name]);
  if (loading.has(name)) return loading.get(name);
  const promise = new Promise((done, fail) => {
    const mark = /^http/.test(BASE) ? "?v=" + data.version : "";
    const script = make("script", { src: BASE + name + ".js" + mark });
    script.onload = () => { script.remove(); if (arrived[name]) done(arrived[name]); else script.onerror(); };
    script.onerror = () => { script.remove(); loading.delete(name); fail(new Error(name)); };
    document.head.append(script);
  });
  loading.set(name, promise);
  return promise;
}

const lotOf = (row) => String(Math.floor(row / data.lot));

/** @param {number[]} rows @returns {Promise<any[][]>} kind, address, title, sentence, small print */
async function cardsOf(rows) {
  await Promise.all(Array.from(new Set(rows.map(lotOf)), load));
  return rows.map((row) => arrived[lotOf(row)][row % data.lot]);
}

/** The same card as in the template. @param {string[]} marks words to highlight */
function cardNode([kind, url, title, line, rows], marks) {
  const marked = (text) => (marks.length ? highlight(text, marks) : text);
  const head = make("h3", {}, make("a", { href: address(url) }, marked(title)));
  const print = rows.map(([word, value]) =>
    make("div", {}, make("dt", {}, word), make("dd", {}, marked(value))));
  return make("li", {}, make("article", { class: "ak-item" }, kindMark(kind),
    make("div", {}, head, make("p", {}, marked(line))),
    make("dl", { class: "ak-item__meta" }, ...print)));
}
