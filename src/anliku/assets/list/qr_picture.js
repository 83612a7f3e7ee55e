/* The picture: PNG in an <img>, which WeChat can read by a long press; it cannot read SVG or canvas. */
const QUIET = 4;
const WIDTH = 640;

/** @param {string[]} texts @param {number} [least] smallest version @returns {{src: string, size: number, modules: number} | null} */
window.anlikuQr = function (texts, least = 1) {
  const matrix = matrixOf(texts, least);
  if (!matrix) return null;
  const across = matrix.size + 2 * QUIET;
  const scale = Math.max(3, Math.floor(WIDTH / across));
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = across * scale;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  matrix.dark.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale); }));
  return { src: canvas.toDataURL("image/png"), size: canvas.width, modules: matrix.size };
};
