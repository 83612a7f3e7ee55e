/* Where in an entry the words stand: the section, and some text around them. */

const AROUND = 80;

/** @param {string} text @param {string[]} marks @returns {{value: number, at: number}} */
function densest(text, marks) {
  const low = text.toLowerCase();
  const places = [];
  marks.forEach((mark) => {
    for (let at = low.indexOf(mark); at >= 0 && places.length < 200; at = low.indexOf(mark, at + mark.length)) places.push({ at, mark });
  });
  let best = { value: 0, at: 0 };
  places.forEach(({ at }) => {
    const near = new Set();
    places.forEach((other) => { if (other.at >= at && other.at < at + AROUND) near.add(other.mark); });
    let value = 0;
    near.forEach((mark) => { value += mark.length; });
    if (value > best.value || (value === best.value && at < best.at)) best = { value, at };
  });
  return best;
}

/** Cut at a sentence or clause if one begins shortly before. */
function around(text, at) {
  const before = text.slice(Math.max(0, at - 24), at);
  const clause = Math.max(before.lastIndexOf("。"), before.lastIndexOf("，"), before.lastIndexOf("；"), before.lastIndexOf("\n"));
  const from = at - before.length + clause + 1;
  const to = Math.min(text.length, from + AROUND);
  return (from > 0 && text[from - 1] !== "。" ? "…" : "") + text.slice(from, to).replace(/\s+/g, " ") + (to < text.length ? "…" : "");
}

/** @param {any[][]} sections [heading, anchor, text] @param {string[]} marks */
function bestPassage(sections, marks) {
  let best = null;
  sections.forEach(([heading, anchor, text]) => {
    const { value, at } = densest(text, marks);
    if (value && (!best || value > best.value)) best = { value, heading, anchor, text: around(text, at) };
  });
  return best && { heading: best.heading, anchor: best.anchor, text: best.text };
}
