/* Anliku: 矩阵. Classic script, load with `defer`. A click on an empty cell fills the brief below; so
 * do the lists there, which work from the keyboard. The address names the cell, so that it can be
 * passed on. Without this script the brief has blanks. All words come from the page. */
(function () {
  "use strict";

  const brief = document.querySelector("[data-brief]");
  if (!brief) return;
  const part = (name) => brief.querySelector("[data-brief-" + name + "]");
  const choices = Array.from(brief.querySelectorAll("[data-brief-choice]"));
  const holes = Array.from(brief.querySelectorAll("[data-brief-of]"));
  holes.forEach((hole) => hole.setAttribute("data-blank", hole.textContent));

  /** Count and address of each cell that has cases, by what it asks for in the order of the lists. */
  const cells = new Map();
  const chosenIn = (query) => choices.map(({ name }) => [name, query.get(name) || ""]).filter(([, value]) => value);
  document.querySelectorAll(".ak-rows__filled a").forEach((link) => {
    const asked = new URL(link.href).searchParams;
    cells.set(String(chosenIn(asked)), { href: link.href, n: parseInt(link.textContent, 10) });
  });

  function draw() {
    const chosen = choices.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const given = new Map(chosen);
    holes.forEach((hole) => {
      hole.textContent = given.get(hole.getAttribute("data-brief-of")) || hole.getAttribute("data-blank");
    });
    const cell = cells.get(String(chosen));
    part("there").hidden = !cell;
    part("empty").hidden = Boolean(cell) || chosen.length < 2;
    if (cell) {
      part("cases").href = cell.href;
      part("count").textContent = String(cell.n);
    }
    part("says").textContent = choices.map((choice) => choice.selectedOptions[0])
      .filter((option) => option.hasAttribute("data-says"))
      .map((option) => option.value + "：" + option.getAttribute("data-says")).join(" ");
    const query = String(new URLSearchParams(chosen));
    const go = part("go");
    go.href = go.href.replace(/(\?[^#]*)?(#|$)/, (query ? "?" + query : "") + "$2");
    return query;
  }

  /** @param {URLSearchParams} query */
  function choose(query) {
    choices.forEach((choice) => {
      choice.value = query.get(choice.name) || "";
      if (choice.selectedIndex < 0) choice.value = ""; // a value that the library no longer has
    });
    draw();
  }

  function show(query) {
    choose(query);
    try { history.pushState(null, "", "?" + query + "#brief"); } catch (error) { /* a page in a folder */ }
    const heading = document.getElementById("brief");
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  choices.forEach((choice) => choice.addEventListener("change", () => {
    const query = draw();
    try { history.replaceState(null, "", (query ? "?" + query : location.pathname) + "#brief"); } catch (error) { /* the same */ }
  }));

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest(".ak-rows__empty a");
    if (link) {
      event.preventDefault();
      show(new URL(link.href).searchParams);
      return;
    }
    const cell = event.target.closest(".ak-matrix td");
    if (!cell || cell.querySelector("a")) return;
    const table = cell.closest("table");
    const column = table.tHead.rows[0].cells[cell.cellIndex];
    show(new URLSearchParams([
      [table.getAttribute("data-rows"), cell.parentNode.cells[0].getAttribute("data-value")],
      [table.getAttribute("data-columns"), column.getAttribute("data-value")],
    ]));
  });

  window.addEventListener("popstate", () => choose(new URLSearchParams(location.search)));
  choose(new URLSearchParams(location.search));
})();
