/* A list that came with the address: somebody's link (#l=, #L= from a QR code) or a published list (#from=).
 * It is shown to read; it touches the reader's own list only when adopted. */
/** @type {List | null} */
let opened = null;
const ownHeading = one("[data-al-heading]").textContent;

function fail(key, values) {
  const error = one("[data-al-error]");
  error.textContent = say(key, values);
  error.hidden = false;
}

/** @returns {Promise<{list: List, about: string} | null>} */
async function fromAddress() {
  const [, key, value] = /^#(l|L|from)=(.*)$/s.exec(location.hash) || [];
  if (!key) return null;
  if (key === "from") {
    const id = cleanId(value);
    await loadScript("assets/list/published.js");
    const table = window.anlikuListPublished || {};
    if (!id || !own(table, id)) { fail("no-list", { id: id || cleanText(value, 40) }); return null; }
    return { list: cleanList(table[id]), about: say("opened-base") };
  }
  if (value.length > LIMITS.link) throw new ListError("long");
  let text = value;
  try { text = decodeURIComponent(value); } catch (error) { throw new ListError("broken"); }
  return { list: cleanList(decodeList(text, key === "L")), about: say("opened") };
}

async function openAddress() {
  opened = null;
  one("[data-al-said]").textContent = "";
  one("[data-al-error]").hidden = true;
  let found = null;
  try { found = await fromAddress(); } catch (error) { fail(error instanceof ListError ? error.message : "broken"); }
  if (found) opened = found.list;
  const section = one("[data-al-opened]");
  section.hidden = !opened;
  one("[data-al-heading]").textContent = found ? found.about : ownHeading;
  one("[data-al-editor]").hidden = Boolean(opened);
  one("[data-al-lead]").hidden = Boolean(opened);
  if (opened) {
    one("[data-al-view]").replaceChildren(viewList(opened, { head: "h2" }));
    const hasOwn = !isEmpty(mine());
    one("[data-al-append]").hidden = !hasOwn;
    one("[data-al-mine-too]").hidden = !hasOwn;
    one(".al-view__name", section).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  render();
}

/** @param {List} list takes the place of the reader's own, or goes behind it */
function adopt(list, behind) {
  const before = mine();
  const had = new Set(behind ? before.items.map(({ id }) => id) : []);
  const fresh = list.items.filter(({ id }) => !had.has(id));
  const cut = Math.max(0, (behind ? before.items.length : 0) + fresh.length - LIMITS.items);
  commit(behind ? { ...before, items: [...before.items, ...fresh] } : list, "adopt");
  closeOpened();
  const double = list.items.length - fresh.length;
  announce(cut ? say("adopted-cut", { n: cut }) : double ? say("adopted-had", { n: double }) : say("adopted"));
}

/** The address is clean again: what it held would come back with every reload. */
function closeOpened() {
  history.replaceState(null, "", location.pathname + location.search);
  opened = null;
  one("[data-al-heading]").textContent = ownHeading;
  one("[data-al-opened]").hidden = true;
  one("[data-al-editor]").hidden = false;
  one("[data-al-lead]").hidden = false;
  render();
  one("[data-al-heading]").focus();
}

function wireOpened() {
  one("[data-al-adopt]").addEventListener("click", () => adopt(opened, false));
  one("[data-al-append]").addEventListener("click", () => adopt(opened, true));
  one("[data-al-close]").addEventListener("click", closeOpened);
  one("[data-al-print-opened]").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", openAddress);
}
