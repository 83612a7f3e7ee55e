/* References to the entries of the list: GB/T 7714 as text, RIS for Zotero and library systems. They are written
 * with the site, as each entry's own page gives them (assets/list/cited.js); the day of access is the reader's. */
const today = (between) => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join(between);
};
const dated = (text) => text.replace("YYYY-MM-DD", today("-")).replace("YYYY/MM/DD", today("/"));

/** Each entry once, with its reference. @param {List} list @param {Object<string, string[]>} cited */
function citedIn(list, cited) {
  const seen = new Set();
  return list.items.map((item) => ({ item, entry: resolve(item.id).entry }))
    .filter(({ entry }) => entry && own(cited, entry.id) && !seen.has(entry.id) && seen.add(entry.id))
    .map(({ item, entry }) => ({ item, entry, gbt: dated(cited[entry.id][0]), ris: dated(cited[entry.id][1]) }));
}

/** @param {List} list @param {Object<string, string[]>} cited */
const gbtOf = (list, cited) => citedIn(list, cited).map(({ gbt }, n) => "[" + (n + 1) + "] " + gbt + "\n").join("");

/** N1: the note, U1: importance, U2: session, as library systems read them. @param {List} list @param {Object<string, string[]>} cited */
function risOf(list, cited) {
  return citedIn(list, cited).map(({ item, entry, ris }) => {
    // A site that was not told its address when it was built knows it when it is visited.
    const address = entry.kind === "source" || isLocal() || /^UR {2}- /m.test(ris) ? "" : fullAddress(entry.url);
    const more = [["UR", address], ["N1", item.note], ["U1", LEVELS[item.level]], ["U2", sessionOf(list, item)]].filter(([, value]) => value)
      .map(([tag, value]) => tag + "  - " + value.replace(/\s+/g, " ") + "\n").join("");
    return ris.replace(/ER {2}- *\s*$/, () => more + "ER  - \n").replace(/\n/g, "\r\n");
  }).join("\r\n");
}

/** @param {string} ending @param {(list: List, cited: Object<string, string[]>) => string} write @param {string} type */
async function saveCited(ending, write, type) {
  const said = one("[data-al-cited-said]");
  try { await loadScript("assets/list/cited.js"); } catch (error) { said.textContent = say("cited-failed"); return; }
  const list = mine();
  const text = write(list, window.anlikuListCited || {});
  const name = fileName(list, ending);
  if (text) save(name, (ending.endsWith(".txt") ? "\ufeff" : "") + text, type);
  said.textContent = text ? say("saved", { name }) : say("cited-none");
}

function wireReferences() {
  one("[data-al-ris]").addEventListener("click", () => saveCited(".ris", risOf, "application/x-research-info-systems"));
  one("[data-al-gbt]").addEventListener("click", () => saveCited("-GBT7714.txt", gbtOf, "text/plain"));
}
