/* 我的学习清单: the page. Everything is drawn from the list that is kept. */
const HEAD = ["title", "course", "duration", "remarks"];

/** The list as last drawn: tells what an action elsewhere on the page changed. @type {List} */
let last = mine();

/** What changes with every stroke; the rows stay. */
function renderAround() {
  const list = mine();
  const totals = totalsOf(list);
  const shown = one("[data-al-totals]");
  shown.textContent = totals.words;
  shown.toggleAttribute("data-al-over", totals.over);
  one("[data-al-empty]").hidden = list.items.length > 0;
  one("[data-al-how]").hidden = !list.items.length;
  one("[data-al-clear]").hidden = isEmpty(list);
  one("[data-al-send]").hidden = isEmpty(list);
  drawUndo();
  if (!isEmpty(list)) drawLink(list);
  last = list;
  const whole = opened || list;
  one("[data-al-paper]").replaceChildren(...(isEmpty(whole) ? [] : [viewList(whole, { head: "h2", addressed: true })]));
}

function render() {
  const list = mine();
  HEAD.forEach((name) => {
    const node = one('[data-al-head="' + name + '"]');
    const value = list[name] ? String(list[name]) : "";
    if (node.value !== value && document.activeElement !== node) node.value = value;
  });
  drawRows(list);
  renderAround();
}

function wireHead() {
  HEAD.forEach((name) => {
    const node = one('[data-al-head="' + name + '"]');
    node.addEventListener("input", () => { commit({ ...mine(), [name]: node.value }, "edit", "head " + name); renderAround(); });
    node.addEventListener("change", endStep);
  });
}

function wirePage() {
  one("[data-al-undo]").addEventListener("click", undo);
  one("[data-al-clear]").addEventListener("click", () => {
    commit(cleanList(null), "clear");
    document.activeElement.blur();
    render();
    one("[data-al-undo]").focus();
    announce(say("cleared"));
  });
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input:not([type=file]), textarea");
    if (!writes && !event.altKey && !event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      undo();
    }
  });
  // Added or removed by a button on a hit: a step like any other.
  document.addEventListener("anliku-list", () => {
    if (writing) return;
    const now = mine();
    const more = now.items.length > last.items.length;
    noteStep(last, more ? "add" : "remove");
    const title = more ? nameOf(now.items[now.items.length - 1]) : "";
    render();
    if (more) announce(say("added", { title, n: now.items.length }));
  });
  // Another tab.
  window.addEventListener("storage", render);
}

wireHead();
wireRows();
wireDrag();
wireShare();
wireFiles();
wireReferences();
wirePicture();
wireFind();
wireOpened();
wirePage();
Object.assign(window.anlikuList, { encode: encodeList, decode: decodeList, clean: cleanList, fileOf, listIn, messageOf, mine });
openAddress();
