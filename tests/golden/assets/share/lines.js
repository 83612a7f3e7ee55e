/* Breaking Chinese text into lines on a canvas: 避头尾 as GB/T 15834 and CLREQ ask for it. Words and numbers
 * in Latin letters stay whole; no line begins with a closing mark or ends with an opening one. */
window.anlikuLines = (function () {
  "use strict";
  const CLOSING = "，。、；：？！…—·）〕】》〉」』”’％%,.;:?!)]}";
  const OPENING = "（〔【《〈「『“‘([{";
  const WORD = /[A-Za-z0-9À-ɏ@#&+_~=/\\'’.,:%-]*[A-Za-z0-9À-ɏ/%]|\s+|[\s\S]/gu;

  /** Pieces that may not be parted. @param {string} text @returns {string[]} */
  function pieces(text) {
    /** @type {string[]} */
    const found = [];
    let opening = "";
    (text.replace(/\s+/g, " ").trim().match(WORD) || []).forEach((one) => {
      if (CLOSING.includes(one) && found.length && !opening) found[found.length - 1] += one;
      else if (OPENING.includes(one)) opening += one;
      else {
        // A long address may be parted behind its strokes, not anywhere.
        const parts = one.length > 16 ? one.match(/[^/-]+[/-]*|[/-]+/g) || [one] : [one];
        found.push(opening + parts[0], ...parts.slice(1));
        opening = "";
      }
    });
    if (opening) found.push(opening);
    return found;
  }

  /** Lines of at most `width`, as `measure` tells it, the first one shorter by `indent`. A piece that is wider
   * than a line is cut.
   * @param {string} text @param {number} width @param {(text: string) => number} measure @param {number} [indent]
   * @returns {string[]} */
  function broken(text, width, measure, indent) {
    /** @type {string[]} */
    const lines = [];
    let line = "";
    const room = () => width - (lines.length ? 0 : indent || 0);
    /** @param {string} piece */
    const put = (piece) => {
      if (!line && !piece.trim()) return;
      if (measure((line + piece).trimEnd()) <= room()) { line += piece; return; }
      if (line.trim()) lines.push(line.trimEnd());
      line = "";
      if (measure(piece) <= room()) { line = piece.trimStart(); return; }
      Array.from(piece).forEach((sign) => {
        if (line && measure(line + sign) > room()) { lines.push(line); line = ""; }
        line += sign;
      });
    };
    pieces(text).forEach(put);
    if (line.trim()) lines.push(line.trimEnd());
    return lines;
  }

  /** The same number of lines, as even as they get: for titles.
   * @param {string} text @param {number} width @param {(text: string) => number} measure @returns {string[]} */
  function even(text, width, measure) {
    const wanted = broken(text, width, measure).length;
    let [low, high] = [width / 2, width];
    while (wanted > 1 && high - low > 4) {
      const middle = (low + high) / 2;
      if (broken(text, middle, measure).length > wanted) low = middle;
      else high = middle;
    }
    return broken(text, high, measure);
  }

  return { pieces, broken, even, CLOSING, OPENING };
})();
