/* The page of 放在一起比: every word that it adds stands in an attribute of its element. */
const { make, kindMark, address, engine } = window.anlikuShow || {};
const page = document.querySelector("[data-compare]");
const rows = window.anlikuRows;

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
const one = (selector, within = page) => within.querySelector(selector);
/** @param {string} key @param {Object<string, string | number>} [values] */
const say = (key, values = {}) => (page.getAttribute("data-" + key) || "")
  .replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
/** A name that is read by people, of a kind that rows.js knows. @param {string} kind */
const labelOf = (kind) => rows.kinds[kind][0];
