/* 我的学习清单: adds an entry to the list that this browser keeps, on cards and entries; list.html does the rest
 * (assets/list/). What is kept is plain data that list.html cleans before it uses it:
 *   localStorage["anliku.list"] = {v: 1, title, course, remarks, duration, items: [{id, level, session, minutes, note, with}]} */
const LIST_KEY = "anliku.list";
const LIST_MOST = 60;
const LIST_WORDS = {
  add: "加入学习清单", on: "已在清单", count: "清单里有 {n} 条，", see: "去看清单", gone: "已移出，清单里还有 {n} 条，",
  full: "清单已有 60 条，先移出几条。", lost: "浏览器不让本站存东西，关掉网页就没有了。", base: "以此为底稿",
};
const listRoot = new URL("../../", document.currentScript.src);
/** Where the browser refuses to keep anything: the list lasts as long as the page. */
let listHere = null;

function readList() {
  try {
    const kept = listHere || JSON.parse(localStorage.getItem(LIST_KEY) || "null");
    return kept && Array.isArray(kept.items) ? kept : { v: 1, items: [] };
  } catch (error) { return { v: 1, items: [] }; }
}

/** @returns {boolean} whether the browser keeps it */
function writeList(list) {
  try {
    if (list.items.length || list.title || list.course || list.remarks || list.duration) localStorage.setItem(LIST_KEY, JSON.stringify(list));
    else localStorage.removeItem(LIST_KEY);
    listHere = null;
  } catch (error) { listHere = list; }
  refresh();
  document.dispatchEvent(new CustomEvent("anliku-list"));
  return !listHere;
}

/** @param {string} id */
const inList = (id) => readList().items.some((item) => item && item.id === id);

/** What was done, beside the button, with the way to the list. */
function sayList(button, words) {
  const slot = button.closest("[data-ak-do]");
  // list.html says itself what was added.
  if (!slot || document.querySelector("[data-al]")) return;
  let said = slot.querySelector("[data-ak-list-said]");
  if (!said) {
    said = document.createElement("span");
    said.setAttribute("data-ak-list-said", "");
    said.setAttribute("role", "status");
    said.className = "ak-do__said";
    /** @type {HTMLElement} */ (said).style.order = "99";
    slot.append(said);
  }
  const link = document.createElement("a");
  link.href = new URL("list.html", listRoot).href;
  link.textContent = LIST_WORDS.see;
  said.replaceChildren(words, link);
}

window.anlikuList = {
  read: readList, write: writeList, root: listRoot, most: LIST_MOST,
  /** @param {Entry} entry @param {HTMLElement} button */
  toggle(entry, button) {
    const list = readList();
    const had = list.items.some((item) => item && item.id === entry.id);
    if (!had && list.items.length >= LIST_MOST) { sayList(button, LIST_WORDS.full); return; }
    const items = had ? list.items.filter((item) => item && item.id !== entry.id) : [...list.items, { id: entry.id }];
    const kept = writeList({ ...list, v: 1, items });
    const words = (had ? LIST_WORDS.gone : LIST_WORDS.count).replace("{n}", String(items.length));
    sayList(button, kept ? words : LIST_WORDS.lost + words);
  },
};

window.anlikuActions.add({ key: "list", order: 10, label: LIST_WORDS.add, onLabel: LIST_WORDS.on, on: "entry card",
  fits: ({ kind }) => kind !== "reading_list" && kind !== "vocabulary",
  isOn: ({ id }) => inList(id), run: (entry, button) => window.anlikuList.toggle(entry, button) });

window.anlikuActions.add({ key: "base", order: 10, label: LIST_WORDS.base, on: "entry card",
  fits: ({ kind }) => kind === "reading_list",
  run: ({ id }) => {
    const there = new URL("list.html#from=" + encodeURIComponent(id), listRoot).href;
    const same = there.split("#")[0] === location.href.split("#")[0];
    location.href = there;
    if (same) window.scrollTo(0, 0);
  } });

/** How many there are, beside the links to the list that a page has. */
function countList() {
  const n = readList().items.length;
  document.querySelectorAll("[data-ak-list-count]").forEach((node) => { node.textContent = n ? "（" + n + "）" : ""; });
}
countList();
document.addEventListener("anliku-list", countList);
window.addEventListener("storage", countList);
