/* Nothing a drawing needs; it only lets the eye follow a line. */
(() => {
  "use strict";
  for (const drawing of document.querySelectorAll("[data-net]")) {
    const parts = Array.from(drawing.querySelectorAll("[data-ends]"));
    const nodes = Array.from(drawing.querySelectorAll("[data-id]"));
    const show = (id) => {
      const near = new Set(id ? [id] : []);
      for (const line of parts) {
        const ends = line.getAttribute("data-ends").split(" ");
        const lit = ends.includes(id);
        line.classList.toggle("ak-lit", lit);
        if (lit) ends.forEach((end) => near.add(end));
      }
      drawing.classList.toggle("ak-dim", Boolean(id));
      for (const node of nodes) node.classList.toggle("ak-lit", near.has(node.getAttribute("data-id")));
    };
    const at = (event) => { const node = event.target.closest("[data-id]"); show(node ? node.getAttribute("data-id") : ""); };
    drawing.addEventListener("mouseover", at);
    drawing.addEventListener("focusin", at);
    drawing.addEventListener("mouseleave", () => show(""));
    drawing.addEventListener("focusout", () => show(""));
  }
})();
