/* The picture: PNG in an <img>, which WeChat can read by a long press; it cannot read SVG or canvas. */
const QUIET = 4;
const WIDTH = 640;

/** @param {string[]} texts @param {number} [least] smallest version @param {number} [width] about how wide; 0: one dot a module
 * @returns {{src: string, size: number, modules: number} | null} */
window.anlikuQr = function (texts, least = 1, width = WIDTH) {
  const matrix = matrixOf(texts, least);
  if (!matrix) return null;
  const across = matrix.size + 2 * QUIET;
  const scale = width ? Math.max(3, Math.floor(width / across)) : 1;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = across * scale;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  matrix.dark.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale); }));
  return { src: canvas.toDataURL("image/png"), size: canvas.width, modules: matrix.size };
};
