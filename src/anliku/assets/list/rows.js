/* The rows of the reader's own list: each item with its fields and the ways to move it. */
const IN_ORDER = ["", "课前", "课上", "课后", ...Array.from({ length: 12 }, (_, n) => "第" + (n + 1) + "次")];

/** @param {HTMLSelectElement} select @param {string} session */
function fillSessions(select, session, others) {
  const names = Array.from(new Set([...IN_ORDER, ...others, session]));
  select.replaceChildren(...names.map((name) => make("option", { value: name }, name || select.getAttribute("data-al-none"))),
    make("option", { value: "\u0000" }, say("other-session")));
  select.value = session;
}

function fillCompanions(select, item, entry) {
  const ids = Array.from(new Set([...((entry && own(library.notes, entry.id) && library.notes[entry.id]) || []), ...(item.with ? [item.with] : [])]));
  select.closest("label").hidden = !ids.length;
  select.replaceChildren(make("option", { value: "" }, say("no-note")), ...ids.map((id) => {
    const found = resolve(id);
    return make("option", { value: id }, found.entry ? found.entry.title : id);
  }));
  select.value = item.with;
}

/** @param {Item} item @param {number} at @param {List} list @param {string} key */
function drawRow(item, at, list, key) {
  const row = one("#al-row").content.firstElementChild.cloneNode(true);
  const { entry, words } = resolve(item.id);
  const title = entry ? entry.title : item.id;
  row.setAttribute("data-al-row", key);
  one("[data-al-n]", row).textContent = String(at + 1);
  one("[data-al-name]", row).replaceChildren(...(entry ? [kindMark(entry.kind), linkTo(entry)] : [item.id]));
  const why = one("[data-al-why]", row);
  why.textContent = words;
  why.hidden = !words;
  ["drag", "up", "down", "remove"].forEach((name) => one("[data-al-" + name + "]", row).setAttribute("aria-label", say(name, { title })));
  one("[data-al-up]", row).setAttribute("aria-disabled", String(at === 0));
  one("[data-al-down]", row).setAttribute("aria-disabled", String(at === list.items.length - 1));
  const field = (name) => {
    const node = one('[data-al-field="' + name + '"]', row);
    node.setAttribute("aria-label", say(name + "-of", { title }));
    return node;
  };
  field("level").value = String(item.level);
  fillSessions(field("session"), item.session, list.items.map(({ session }) => session));
  fillCompanions(field("with"), item, entry);
  const minutes = field("minutes");
  minutes.value = item.minutes ? String(item.minutes) : "";
  minutes.placeholder = String(countedMinutes(item) || "");
  field("note").value = item.note;
  return row;
}

/** Where the focus is, in terms that survive drawing anew. */
function focused() {
  const node = document.activeElement;
  const row = node && node.closest("[data-al-row]");
  const mark = row && Array.from(node.attributes).find(({ name }) => name.startsWith("data-al-"));
  return mark ? { key: row.getAttribute("data-al-row"), selector: "[" + mark.name + '="' + mark.value + '"]' } : null;
}

const rowOf = (key) => Array.from(document.querySelectorAll("[data-al-row]")).find((row) => row.getAttribute("data-al-row") === key);
const placeOf = (list, key) => keysOf(list.items).indexOf(key);

function drawRows(list) {
  const was = focused();
  const keys = keysOf(list.items);
  one("[data-al-rows]").replaceChildren(...list.items.map((item, at) => drawRow(item, at, list, keys[at])));
  const row = was && rowOf(was.key);
  const node = row && one(was.selector, row);
  if (node) node.focus({ preventScroll: true });
}

/** @param {string} key @param {number} to */
function moveTo(key, to) {
  const list = mine();
  const from = placeOf(list, key);
  if (from < 0) return;
  const title = nameOf(list.items[from]);
  if (to < 0 || to >= list.items.length) { announce(say(to < 0 ? "first" : "last", { title })); return; }
  if (to === from) return;
  list.items.splice(to, 0, ...list.items.splice(from, 1));
  commit(list, "move");
  render();
  const row = rowOf(key);
  if (row) row.scrollIntoView({ block: "nearest" });
  announce(say("moved", { title, at: to + 1, n: list.items.length }));
}

function removeItem(key) {
  const list = mine();
  const at = placeOf(list, key);
  if (at < 0) return;
  const [gone] = list.items.splice(at, 1);
  commit(list, "remove");
  render();
  const next = one("[data-al-rows]").children[Math.min(at, list.items.length - 1)];
  (next ? one("[data-al-remove]", next) : one("[data-al-undo]")).focus();
  announce(say("removed", { title: nameOf(gone) }));
}

/** @param {string} key @param {string} name @param {string} value */
function setField(key, name, value) {
  const list = mine();
  const item = list.items[placeOf(list, key)];
  if (!item) return;
  item[name] = name === "level" ? Number(value) : value;
  commit(list, "edit", key + " " + name);
}

/** A session of the reader's own wording: the choice gives way to a line of text. */
function writeSession(select, key) {
  const input = make("input", { type: "text", maxlength: String(LIMITS.session), "data-al-field": "session",
    "aria-label": select.getAttribute("aria-label") });
  select.replaceWith(input);
  input.focus();
  input.addEventListener("blur", () => { setField(key, "session", input.value); render(); }, { once: true });
}

function wireRows() {
  const rows = one("[data-al-rows]");
  const keyAt = (event) => event.target.closest("[data-al-row]").getAttribute("data-al-row");
  const at = (key) => placeOf(mine(), key);
  rows.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const key = keyAt(event);
    if (button.hasAttribute("data-al-up")) moveTo(key, at(key) - 1);
    if (button.hasAttribute("data-al-down")) moveTo(key, at(key) + 1);
    if (button.hasAttribute("data-al-remove")) removeItem(key);
  });
  rows.addEventListener("input", (event) => {
    const name = event.target.getAttribute("data-al-field");
    if (!name) return;
    if (event.target.value === "\u0000") { writeSession(event.target, keyAt(event)); return; }
    if (name === "session" && event.target.tagName === "INPUT") return;
    setField(keyAt(event), name, event.target.value);
    renderAround();
  });
  rows.addEventListener("change", endStep);
  rows.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    // Alt and an arrow open a choice; everywhere else in a row they move it.
    if (!step || !(event.target.hasAttribute("data-al-drag") || (event.altKey && event.target.tagName !== "SELECT"))) return;
    event.preventDefault();
    const key = keyAt(event);
    moveTo(key, at(key) + step);
  });
}
