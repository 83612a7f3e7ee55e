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

/** @param {Item} item @param {number} at @param {List} list */
function drawRow(item, at, list) {
  const row = one("#al-row").content.firstElementChild.cloneNode(true);
  const { entry, words } = resolve(item.id);
  const title = entry ? entry.title : item.id;
  row.setAttribute("data-al-row", item.id);
  one("[data-al-n]", row).textContent = String(at + 1);
  one("[data-al-name]", row).replaceChildren(...(entry ? [kindMark(entry.kind), linkTo(entry)] : [item.id]));
  const why = one("[data-al-why]", row);
  why.textContent = words;
  why.hidden = !words;
  [["drag", "drag"], ["up", "up"], ["down", "down"], ["remove", "remove"]].forEach(([name, key]) =>
    one("[data-al-" + name + "]", row).setAttribute("aria-label", say(key, { title })));
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
  return mark ? { id: row.getAttribute("data-al-row"), selector: "[" + mark.name + '="' + mark.value + '"]' } : null;
}

const rowOf = (id) => Array.from(document.querySelectorAll("[data-al-row]")).find((row) => row.getAttribute("data-al-row") === id);

function drawRows(list) {
  const was = focused();
  one("[data-al-rows]").replaceChildren(...list.items.map((item, at) => drawRow(item, at, list)));
  const row = was && rowOf(was.id);
  const node = row && one(was.selector, row);
  if (node) node.focus({ preventScroll: true });
}

/** @param {string} id @param {number} to */
function moveTo(id, to) {
  const list = mine();
  const from = list.items.findIndex((item) => item.id === id);
  if (from < 0) return;
  const title = nameOf(list.items[from]);
  if (to < 0 || to >= list.items.length) { announce(say(to < 0 ? "first" : "last", { title })); return; }
  if (to === from) return;
  list.items.splice(to, 0, ...list.items.splice(from, 1));
  commit(list, "move");
  render();
  const row = rowOf(id);
  if (row) row.scrollIntoView({ block: "nearest" });
  announce(say("moved", { title, at: to + 1, n: list.items.length }));
}

function removeItem(id) {
  const list = mine();
  const at = list.items.findIndex((item) => item.id === id);
  if (at < 0) return;
  const [gone] = list.items.splice(at, 1);
  commit(list, "remove");
  render();
  const next = list.items[Math.min(at, list.items.length - 1)];
  (next ? one("[data-al-remove]", rowOf(next.id)) : one("[data-al-undo]")).focus();
  announce(say("removed", { title: nameOf(gone) }));
}

/** @param {string} id @param {string} name @param {string} value */
function setField(id, name, value) {
  const list = mine();
  const item = list.items.find((each) => each.id === id);
  if (!item) return;
  item[name] = name === "level" ? Number(value) : value;
  commit(list, "edit", id + " " + name);
}

/** A session of the reader's own wording: the choice gives way to a line of text. */
function writeSession(select, id) {
  const input = make("input", { type: "text", maxlength: String(LIMITS.session), "data-al-field": "session",
    "aria-label": select.getAttribute("aria-label") });
  select.replaceWith(input);
  input.focus();
  input.addEventListener("blur", () => { setField(id, "session", input.value); render(); }, { once: true });
}

function wireRows() {
  const rows = one("[data-al-rows]");
  const idAt = (event) => event.target.closest("[data-al-row]").getAttribute("data-al-row");
  const at = (id) => mine().items.findIndex((item) => item.id === id);
  rows.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const id = idAt(event);
    if (button.hasAttribute("data-al-up")) moveTo(id, at(id) - 1);
    if (button.hasAttribute("data-al-down")) moveTo(id, at(id) + 1);
    if (button.hasAttribute("data-al-remove")) removeItem(id);
  });
  rows.addEventListener("input", (event) => {
    const name = event.target.getAttribute("data-al-field");
    if (!name) return;
    if (event.target.value === "\u0000") { writeSession(event.target, idAt(event)); return; }
    if (name === "session" && event.target.tagName === "INPUT") return;
    setField(idAt(event), name, event.target.value);
    renderAround();
  });
  rows.addEventListener("change", endStep);
  rows.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    // Alt and an arrow open a choice; everywhere else in a row they move it.
    if (!step || !(event.target.hasAttribute("data-al-drag") || (event.altKey && event.target.tagName !== "SELECT"))) return;
    event.preventDefault();
    const id = idAt(event);
    moveTo(id, at(id) + step);
  });
}
