/* Anliku: what a reader can do with an entry, on its own page and on every card. Parts of one classic script
 * (publish/action_files.py names them). A feature adds its button once, in a part of its own:
 *
 *   window.anlikuActions.add({ key: "compare", order: 20, label: "放在一起比", on: "entry card",
 *     fits: (entry) => entry.kind === "case", run: (entry, button) => {…}, isOn: (entry) => false });
 *
 * Slots are elements with data-ak-do (the entry's id), data-ak-kind, data-ak-title and data-ak-url
 * (from the site's root); `slot(entry, "card")` makes one for a card made by a script. A slot
 * without a fitting action stays empty and takes no room. `refresh()` asks `isOn` again. */
/** @typedef {{id: string, kind: string, title: string, url: string}} Entry */
/** @typedef {{key: string, order: number, label: string, onLabel?: string, on: string,
 *   fits?: (entry: Entry) => boolean, isOn?: (entry: Entry) => boolean,
 *   run: (entry: Entry, button: HTMLButtonElement) => void}} Action */

/** @type {Action[]} */
const actions = [];

/** @param {Element} slot @returns {Entry} */
const entryOf = (slot) => ({
  id: slot.getAttribute("data-ak-do") || "", kind: slot.getAttribute("data-ak-kind") || "",
  title: slot.getAttribute("data-ak-title") || "", url: slot.getAttribute("data-ak-url") || "",
});

/** @param {HTMLButtonElement} button @param {Action} action @param {Entry} entry */
function draw(button, action, entry) {
  const isOn = Boolean(action.isOn && action.isOn(entry));
  button.textContent = isOn && action.onLabel ? action.onLabel : action.label;
  if (action.isOn) button.setAttribute("aria-pressed", String(isOn));
  // Many cards on a page have the same buttons: a screen reader hears which entry is meant.
  if (!button.closest("[data-ak-do-entry]")) button.setAttribute("aria-label", `${button.textContent}：${entry.title}`);
}

/** @param {Element} slot */
function fill(slot) {
  const where = slot.hasAttribute("data-ak-do-entry") ? "entry" : "card";
  const entry = entryOf(slot);
  actions.filter(({ on, fits }) => on.split(" ").includes(where) && (!fits || fits(entry))).forEach((action) => {
    const old = slot.querySelector(`[data-ak-action="${action.key}"]`);
    const button = /** @type {HTMLButtonElement} */ (old || document.createElement("button"));
    if (!old) {
      button.type = "button";
      button.className = "ak-do__button";
      button.setAttribute("data-ak-action", action.key);
      button.style.order = String(action.order);
      button.addEventListener("click", () => { action.run(entry, button); refresh(); });
      const later = Array.from(slot.children).find((node) => Number(/** @type {HTMLElement} */ (node).style.order) > action.order);
      slot.insertBefore(button, later || null);
    }
    draw(button, action, entry);
  });
}

function refresh() { document.querySelectorAll("[data-ak-do]").forEach(fill); }

window.anlikuActions = {
  /** @param {Action} action */
  add(action) { actions.push(action); actions.sort((a, b) => a.order - b.order); refresh(); },
  /** @param {Entry} entry @returns {HTMLElement} */
  slot(entry) {
    const node = document.createElement("div");
    node.className = "ak-do";
    Object.entries({ "data-ak-do": entry.id, "data-ak-kind": entry.kind, "data-ak-title": entry.title, "data-ak-url": entry.url })
      .forEach(([name, value]) => node.setAttribute(name, value));
    fill(node);
    return node;
  },
  refresh,
};

// Another tab may have changed what is kept in the browser.
window.addEventListener("storage", refresh);
window.addEventListener("pageshow", refresh);
