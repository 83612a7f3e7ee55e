/* 借鉴对照表: fill in, keep in this browser, carry in a link, print, send as text.
 * Kept and carried: [mark, rows [[0 | 1 | 2, words]…], stop, place, date, who]; `mark` tells whether the conditions are the same.
 * A link is "#1." and base64url of that in UTF-8. VERSION 1 IS A PROMISE: it is in other people's chats. What comes in is
 * checked for its size first, then for its shape; it is only ever put into fields and text. */
(function () {
  "use strict";
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-ak-checklist]"));
  if (!root) return;
  const KEY = "anliku.checklist." + root.dataset.akChecklist;
  const LIMITS = { link: 8000, words: 400, stop: 600, short: 60, rows: 40 };
  const SHORT = ["place", "date", "who"];
  /** @param {string} name */
  const say = (name) => root.getAttribute("data-say-" + name) || "";
  /** @param {string} selector @returns {any} */
  const one = (selector) => root.querySelector(selector);
  const rows = Array.from(root.querySelectorAll("[data-row]"));
  let shared = false;
  let before = null;

  /** A field and its mirror: paper shows all of the words, whatever the size of the box. */
  function field(place, label, long, most) {
    const box = document.createElement(long ? "textarea" : "input");
    const mirror = document.createElement("div");
    if (!long) /** @type {HTMLInputElement} */ (box).type = "text";
    else /** @type {HTMLTextAreaElement} */ (box).rows = 2;
    box.maxLength = most;
    box.setAttribute("aria-label", label);
    mirror.className = "ak-checklist__mirror";
    box.addEventListener("input", () => { draw(place); keep(); });
    place.replaceChildren(box, mirror);
  }
  function draw(place) {
    const [box, mirror] = place.children;
    mirror.textContent = box.value;
    if (box.localName === "textarea") { box.style.height = "auto"; box.style.height = box.scrollHeight + 2 + "px"; }
  }
  function choices(place, number, condition) {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const mirror = document.createElement("div");
    legend.className = "ak-vh";
    legend.textContent = condition;
    mirror.className = "ak-checklist__mirror";
    group.append(legend);
    [say("have"), say("lack")].forEach((words, at) => {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "radio";
      box.name = "row-" + number;
      box.value = String(at + 1);
      box.addEventListener("change", () => { drawChoice(place); keep(); });
      label.append(box, words);
      group.append(label);
    });
    place.replaceChildren(group, mirror);
    drawChoice(place);
  }
  function drawChoice(place) {
    const chosen = Number((place.querySelector("input:checked") || { value: 0 }).value);
    place.lastElementChild.textContent = [say("have"), say("lack")].map((words, at) => (at + 1 === chosen ? "☑ " : "☐ ") + words).join("　");
  }

  /** @returns {any[]} */
  function read() {
    const found = rows.map((row) => [Number((row.querySelector("input:checked") || { value: 0 }).value), row.querySelector("[data-instead] textarea").value]);
    return [root.dataset.mark, found, one("[data-field=stop] textarea").value, ...SHORT.map((name) => one(`[data-field=${name}] input`).value)];
  }
  function write(state) {
    const [, found, stop, ...short] = state;
    rows.forEach((row, at) => {
      const [chosen, words] = found[at] || [0, ""];
      row.querySelectorAll("input").forEach((box) => { box.checked = Number(box.value) === chosen; });
      row.querySelector("[data-instead] textarea").value = words;
      draw(row.querySelector("[data-instead]"));
      drawChoice(row.querySelector("[data-have]"));
    });
    one("[data-field=stop] textarea").value = stop;
    draw(one("[data-field=stop]"));
    SHORT.forEach((name, at) => { one(`[data-field=${name}] input`).value = short[at]; draw(one(`[data-field=${name}]`)); });
  }
  const EMPTY = () => [root.dataset.mark, rows.map(() => [0, ""]), "", "", "", ""];
  const isEmpty = (state) => state[1].every(([chosen, words]) => !chosen && !words) && state.slice(2).every((words) => !words);

  /** Return the state if it has the right shape, else nothing. */
  function sound(state) {
    const isText = (words, most) => typeof words === "string" && words.length <= most;
    const isRow = (row) => Array.isArray(row) && row.length === 2 && [0, 1, 2].includes(row[0]) && isText(row[1], LIMITS.words);
    if (!Array.isArray(state) || state.length !== 6 || !isText(state[0], 12) || !Array.isArray(state[1])) return null;
    if (state[1].length > LIMITS.rows || !state[1].every(isRow) || !isText(state[2], LIMITS.stop)) return null;
    return state.slice(3).every((words) => isText(words, LIMITS.short)) ? state : null;
  }
  function encode(state) {
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    return "1." + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  /** @returns {[any[] | null, string]} the state, or what to say */
  function decode(text) {
    if (text.length > LIMITS.link) return [null, "long"];
    const [, version, body] = /^([0-9]{1,4})\.([A-Za-z0-9_-]+)$/.exec(text) || [];
    if (!version) return [null, "broken"];
    if (version !== "1") return [null, "newer"];
    try {
      const bytes = Uint8Array.from(atob(body.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
      const state = sound(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
      return [state, state ? "" : "broken"];
    } catch (error) { return [null, "broken"]; }
  }

  function tell(name, undo) {
    const said = one("[data-said]");
    said.textContent = say(name);
    if (!undo) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("undo");
    button.addEventListener("click", () => { write(before); keep(); tell("kept"); });
    said.append(button);
  }
  function keep() {
    if (shared) { tell("not-kept"); return; }
    const state = read();
    try {
      if (isEmpty(state)) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(state));
      tell(isEmpty(state) ? "none" : "kept");
    } catch (error) { tell("lost"); }
  }
  function kept() {
    try { return sound(JSON.parse(localStorage.getItem(KEY) || "null")); } catch (error) { return null; }
  }

  async function copy(text, name) {
    try {
      await navigator.clipboard.writeText(text);
      tell(name);
      one("[data-copy]").hidden = true;
    } catch (error) {
      const box = one("[data-copy]");
      box.value = text;
      box.hidden = false;
      box.focus();
      box.select();
      tell(document.execCommand("copy") ? name : "failed");
    }
  }
  function asText() {
    const [, found, stop, ...short] = read();
    const lines = [document.title.split(" · ")[0], ...SHORT.map((name, at) => short[at] && say(name) + "：" + short[at])];
    rows.forEach((row, at) => {
      const [chosen, words] = found[at];
      lines.push(`${at + 1}. ${row.querySelector("[data-condition]").textContent}：${[say("empty"), say("have"), say("lack")][chosen]}${words ? "；" + say("instead") + "：" + words : ""}`);
    });
    lines.push(say("stop") + "：" + (stop || say("empty")));
    return lines.concat(location.protocol === "file:" ? [] : location.href.split("#")[0]).filter(Boolean).join("\n");
  }
  const DO = {
    print: () => window.print(),
    text: () => copy(asText(), "text"),
    link: () => {
      const link = location.href.split("#")[0] + "#" + encode(read());
      if (link.split("#")[1].length > LIMITS.link) tell("full");
      else copy(link, "link");
    },
    clear: () => {
      before = read();
      write(EMPTY());
      keep();
      tell("cleared", true);
    },
    adopt: () => {
      // What was filled in here before is not lost by one tap.
      before = kept();
      shared = false;
      one("[data-do=adopt]").hidden = true;
      history.replaceState(null, "", location.pathname + location.search);
      keep();
      tell("adopted", Boolean(before));
    },
  };

  function open() {
    const text = location.hash.slice(1);
    const [state, wrong] = /^[0-9]*\./.test(text) ? decode(text) : [null, ""];
    shared = Boolean(state);
    one("[data-do=adopt]").hidden = !shared;
    const own = state || kept();
    write(own || EMPTY());
    if (wrong) { tell(wrong); return; }
    tell(!shared ? "none" : kept() ? "shared-own" : "shared");
    if (own && own[0] !== root.dataset.mark) one("[data-said]").append(say("older"));
  }

  rows.forEach((row, at) => {
    const condition = row.querySelector("[data-condition]").textContent;
    choices(row.querySelector("[data-have]"), at, condition);
    field(row.querySelector("[data-instead]"), say("instead") + "：" + condition, true, LIMITS.words);
  });
  field(one("[data-field=stop]"), say("stop"), true, LIMITS.stop);
  SHORT.forEach((name) => field(one(`[data-field=${name}]`), say(name), false, LIMITS.short));
  root.querySelectorAll("[data-tools], [data-ak-js]").forEach((node) => { /** @type {HTMLElement} */ (node).hidden = false; });
  root.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-do]");
    if (button) DO[button.getAttribute("data-do")]();
  });
  window.addEventListener("hashchange", open);
  open();
})();
