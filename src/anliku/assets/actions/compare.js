/* 放在一起比: a button on cards and entries, and a tray that remembers what was chosen. Each kind is
 * remembered for itself, since only like can be compared with like; the tray shows the kind that was
 * chosen from last. Only the browser keeps it (localStorage), so that other tabs see it too. */
const TRAY = "anliku.compare";
const TRAY_MOST = 4;
const TRAY_KINDS = ["model", "case", "practice"];
const onComparePage = Boolean(document.querySelector("[data-compare]"));
/** Every word of the tray; <html data-ak-tray-NAME> replaces one. */
const TRAY_WORDS = {
  "go": "去比较", "clear": "清空", "drop": "去掉：", "label": "放在一起比", "count": "放在一起比（{n}）",
  "put": "放进来了：{title}", "taken": "拿走了：{title}", "full": "一次最多比 {n} 条，先去掉一条。", "one": "再选一条同类的就能比", "chosen": "已选，放在一起比",
};
/** @param {string} key @param {Object<string, string | number>} [values] */
const traySay = (key, values = {}) => (document.documentElement.getAttribute("data-ak-tray-" + key) || TRAY_WORDS[key])
  .replace(/\{(\w+)\}/g, (hole, name) => String(values[name]));
/** Without storage (a private window) the choice lasts for this page. @type {string} */
let trayText = "[]";

/** What is kept, the latest last; whatever is not ours in it is passed over. @returns {Entry[]} */
function trayRead() {
  try { trayText = localStorage.getItem(TRAY) || "[]"; } catch (error) { /* the last of this page */ }
  try {
    const kept = JSON.parse(trayText);
    return (Array.isArray(kept) ? kept : []).filter((one) => one && TRAY_KINDS.includes(one.kind)
      && ["id", "title", "url"].every((key) => typeof one[key] === "string") && /^[a-z0-9-]{1,64}$/.test(one.id)
      && /^[a-z]+\/[a-z0-9-]+\.html$/.test(one.url));
  } catch (error) { return []; }
}
/** @param {Entry[]} list */
function trayWrite(list) {
  trayText = JSON.stringify(list);
  try {
    if (list.length) localStorage.setItem(TRAY, trayText);
    else localStorage.removeItem(TRAY);
  } catch (error) { /* kept for this page only */ }
}
/** @param {string} id */
const trayHas = (id) => trayRead().some((one) => one.id === id);
/** The lists by kind, that of the last choice first. @returns {Entry[][]} */
function trayGroups() {
  const kept = trayRead().reverse();
  return TRAY_KINDS.map((kind) => kept.filter((one) => one.kind === kind).slice(0, TRAY_MOST).reverse()).filter((list) => list.length)
    .sort((a, b) => kept.indexOf(a[a.length - 1]) - kept.indexOf(b[b.length - 1]));
}

/** @type {HTMLElement | null} */
let tray = null;
let trayIsOpen = false;

/** @param {string} tag @param {Object<string, string>} attributes @param {...(string | Node)} inside */
function trayMake(tag, attributes, ...inside) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...inside);
  return node;
}
/** The way to an address from the site's root: the brand's link knows it, over http and in a folder. */
function trayUrl(path) {
  const home = document.querySelector(".ak-brand");
  return new URL(path, new URL(home ? home.getAttribute("href") : "", location.href)).href;
}

/** @param {string} said */
function trayDraw(said) {
  const list = trayGroups()[0] || [];
  if (!list.length && !tray) return;
  if (!tray) {
    tray = trayMake("aside", { class: "ak-tray", "aria-label": traySay("label") });
    document.body.append(tray);
  }
  const focused = tray.contains(document.activeElement) && document.activeElement.getAttribute("data-tray");
  const open = trayMake("button", { type: "button", class: "ak-tray__open", "data-tray": "open", "aria-expanded": String(trayIsOpen) }, traySay("count", { n: list.length }));
  open.addEventListener("click", () => { trayIsOpen = !trayIsOpen; trayDraw(""); });
  const names = trayMake("ol", { class: "ak-tray__list" }, ...list.map((one) => {
    const drop = trayMake("button", { type: "button", class: "ak-tray__clear", "data-tray": "drop", "aria-label": traySay("drop") + one.title }, traySay("drop").replace("：", ""));
    drop.addEventListener("click", () => { trayWrite(trayRead().filter(({ id }) => id !== one.id)); trayDraw(traySay("taken", { title: one.title })); refresh(); });
    return trayMake("li", {}, trayMake("a", { href: trayUrl(one.url) }, one.title), drop);
  }));
  names.hidden = !trayIsOpen;
  const clear = trayMake("button", { type: "button", class: "ak-tray__clear", "data-tray": "clear" }, traySay("clear"));
  clear.addEventListener("click", () => { trayWrite([]); trayIsOpen = false; trayDraw(""); refresh(); });
  const go = trayMake("a", { class: "ak-button ak-button--main", "data-tray": "go", href: trayUrl("compare.html") + "?ids=" + list.map(({ id }) => id).join(",") }, traySay("go"));
  const status = tray.querySelector("[role=status]") || trayMake("p", { class: "ak-tray__said", role: "status" });
  const inner = trayMake("div", { class: "ak-tray__in" }, names, open, clear, go);
  tray.replaceChildren(inner);
  inner.prepend(status);
  status.textContent = said || (list.length === 1 ? traySay("one") : "");
  tray.hidden = !list.length;
  document.documentElement.toggleAttribute("data-ak-tray", list.length > 0);
  document.documentElement.style.setProperty("--ak-tray", tray.offsetHeight + "px");
  const again = focused && tray.querySelector(`[data-tray="${focused}"]`);
  if (again && !tray.hidden) again.focus();
}

window.anlikuTray = { groups: trayGroups };
window.anlikuActions.add({ key: "compare", order: 20, label: traySay("label"), onLabel: traySay("chosen"), on: "entry card",
  fits: ({ kind }) => TRAY_KINDS.includes(kind) && !onComparePage,
  isOn: ({ id }) => trayHas(id),
  run: (entry) => {
    const kept = trayRead();
    const others = kept.filter(({ id }) => id !== entry.id);
    if (others.length < kept.length) {
      trayWrite(others);
      trayDraw(traySay("taken", entry));
    } else if (kept.filter(({ kind }) => kind === entry.kind).length >= TRAY_MOST) {
      trayDraw(traySay("full", { n: TRAY_MOST }));
    } else {
      trayWrite(kept.concat({ id: entry.id, kind: entry.kind, title: entry.title, url: entry.url }));
      trayDraw(traySay("put", entry));
    }
  } });
if (!onComparePage) {
  trayDraw("");
  window.addEventListener("storage", () => trayDraw(""));
  window.addEventListener("pageshow", (event) => { if (event.persisted) trayDraw(""); });
}
