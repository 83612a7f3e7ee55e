/* Order by drag: mouse, pen and finger alike, by the handle only, so that a finger can still scroll.
 * The others move out of the way of the dragged row; it never leaves its place in the document
 * (a touch would end with the node it began on). */
function wireDrag() {
  const rows = one("[data-al-rows]");
  /** @type {{row: HTMLElement, pointer: number, from: number, y: number} | null} */
  let held = null;
  const order = () => Array.from(rows.children);

  function settle(event) {
    const { row } = held;
    const middle = (node) => { const at = node.getBoundingClientRect(); return at.top + at.height / 2; };
    while (row.previousElementSibling && event.clientY < middle(row.previousElementSibling)) {
      rows.insertBefore(row.previousElementSibling, row.nextElementSibling);
    }
    while (row.nextElementSibling && event.clientY > middle(row.nextElementSibling)) {
      rows.insertBefore(row.nextElementSibling, row);
    }
    order().forEach((node, n) => { one("[data-al-n]", node).textContent = String(n + 1); });
  }

  /** Near the edge of the window the page goes along. */
  function scroll(event) {
    const edge = 64;
    const by = event.clientY < edge ? -12 : event.clientY > window.innerHeight - edge ? 12 : 0;
    if (by) window.scrollBy(0, by);
  }

  function end(keepIt) {
    if (!held) return;
    const { row, from } = held;
    const to = order().indexOf(row);
    held = null;
    row.removeAttribute("data-al-held");
    if (keepIt && to !== from) moveTo(row.getAttribute("data-al-row"), to);
    else render();
  }

  rows.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-al-drag]");
    if (!handle || event.button || held) return;
    const row = handle.closest("[data-al-row]");
    held = { row, pointer: event.pointerId, from: order().indexOf(row), y: event.clientY };
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    row.setAttribute("data-al-held", "");
    event.preventDefault();
  });
  rows.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    settle(event);
    scroll(event);
  });
  rows.addEventListener("pointerup", (event) => { if (held && event.pointerId === held.pointer) end(true); });
  rows.addEventListener("pointercancel", () => end(false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(false); });
}
