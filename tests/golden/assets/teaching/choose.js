// 备课: shows the classes that fit the minutes, the number of people and the audience.
(() => {
  "use strict";
  const form = document.querySelector("[data-ak-choose]");
  if (!form) return;
  const rows = [...document.querySelectorAll(".ak-classes > li")];
  const count = document.querySelector("[data-ak-count]");
  const none = document.querySelector("[data-ak-none]");
  const said = document.querySelector("[data-ak-said]");
  const whole = count.textContent;

  const fits = (row, wanted) => {
    const { minutes, min, max, audiences } = row.dataset;
    const [low, high] = (wanted.people || "").split("-").map(Number);
    return (!wanted.minutes || Number(minutes) <= Number(wanted.minutes)) &&
      (!wanted.people || (Number(min) <= high && Number(max) >= low)) &&
      (!wanted.audience || audiences.split("|").includes(wanted.audience));
  };

  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let found = 0;
    for (const row of rows) {
      row.hidden = !fits(row, wanted);
      found += row.hidden ? 0 : 1;
    }
    const words = said.dataset.words.replace("#", String(found));
    count.textContent = found === rows.length ? whole : words;
    said.textContent = words;
    none.hidden = found > 0;
    const query = new URLSearchParams(Object.entries(wanted).filter((pair) => pair[1])).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname.split("/").pop() || ".");
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    for (const input of form.querySelectorAll("input")) {
      if (input.name === name && input.value === value) input.checked = true;
    }
  }
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (location.search) show();
})();
