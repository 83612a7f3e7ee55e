/* References to the entries of the list: GB/T 7714 as text, RIS for Zotero and library systems. */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

const entriesOf = (list) => list.items.map((item) => ({ item, entry: resolve(item.id).entry })).filter(({ entry }) => entry);
/** Where the site has no address yet, the way within it. */
const citedAddress = (entry) => (isLocal() ? library.site + "：" + entry.url : fullAddress(entry.url));

/** @param {List} list */
function gbtOf(list) {
  return entriesOf(list).map(({ entry }, n) => "[" + (n + 1) + "] " + say("reference", { editors: library.editors, title: entry.title,
    updated: entry.updated, today: today(), address: citedAddress(entry) })).join("\n") + "\n";
}

/** U1: importance, N1: note, as library systems read them. @param {List} list */
function risOf(list) {
  return entriesOf(list).map(({ item, entry }) => {
    const [year, month, day] = entry.updated.split("-");
    const lines = [["TY", "ELEC"], ["TI", entry.title], ["AU", library.editors], ["PB", library.site], ["PY", year], ["DA", [year, month, day, ""].join("/")],
      ["LA", "zh-CN"], ["AN", entry.id], ["KW", entry.label], ["U1", LEVELS[item.level]]];
    if (item.session) lines.push(["U2", item.session]);
    if (item.note) lines.push(["N1", item.note]);
    if (!isLocal()) lines.push(["UR", fullAddress(entry.url)]);
    lines.push(["Y2", today().replace(/-/g, "/") + "/"], ["ER", ""]);
    return lines.map(([tag, value]) => tag + "  - " + value).join("\r\n") + "\r\n";
  }).join("\r\n");
}

function wireReferences() {
  one("[data-al-ris]").addEventListener("click", () => save(fileName(mine(), ".ris"), risOf(mine()), "application/x-research-info-systems"));
  one("[data-al-gbt]").addEventListener("click", () => save(fileName(mine(), "-GBT7714.txt"), "\ufeff" + gbtOf(mine()), "text/plain"));
}
