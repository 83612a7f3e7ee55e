/* 长图: an entry on one tall picture, drawn here and now with the system's own fonts; nothing is asked of anybody.
 * All words come from <template id="ak-share-data">. 750 units wide, drawn at twice that. */
window.anlikuPicture = (function () {
  "use strict";
  const WIDTH = 750;
  const SCALE = 2;
  const SIDE = 52;
  const INNER = WIDTH - 2 * SIDE;
  const FONT = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
  // The light colours of anliku.css: the picture is read outside the site, where nobody's dark mode reaches.
  const INK = "#1b2320", SOFT = "#4e5a55", PINE = "#19604b", PINE_BG = "#e2efe9", OCHRE = "#93441a", OCHRE_BG = "#f9ece2";
  const PAPER = "#fbfcfa", LINE = "#d6ded9";
  const QR = 168;

  /** @param {HTMLTemplateElement} data */
  function reader(data) {
    /** @param {string} part @returns {HTMLElement[]} */
    const all = (part) => Array.from(data.content.querySelectorAll(`[data-part="${part}"]`));
    return { all, text: (/** @type {string} */ part) => all(part).map((node) => node.textContent || "").join("") };
  }

  /** Runs the drawing: once without ink, to learn how tall it gets.
   * @param {CanvasRenderingContext2D} pen @param {HTMLTemplateElement} data @param {HTMLImageElement | null} qr @param {boolean} ink */
  function draw(pen, data, qr, ink) {
    const { all, text } = reader(data);
    let y = 0;
    /** @param {number} size @param {number} [weight] */
    const font = (size, weight) => { pen.font = `${weight || 400} ${size}px ${FONT}`; };
    const measure = (/** @type {string} */ words) => pen.measureText(words).width;
    /** @param {number} x @param {number} top @param {number} w @param {number} h @param {string} colour */
    const box = (x, top, w, h, colour) => { if (ink) { pen.fillStyle = colour; pen.fillRect(x, top, w, h); } };
    /** @typedef {{size: number, leading?: number, weight?: number, colour?: string, x?: number, width?: number, indent?: number, even?: boolean}} How */
    /** @param {string} words @param {How} how */
    const write = (words, how) => {
      const { size, weight, colour = INK, x = SIDE, width = INNER, indent = 0 } = how;
      const leading = how.leading || size * 1.6;
      font(size, weight);
      const lines = how.even ? window.anlikuLines.even(words, width, measure) : window.anlikuLines.broken(words, width, measure, indent);
      lines.forEach((/** @type {string} */ line, /** @type {number} */ index) => {
        if (ink) { pen.fillStyle = colour; pen.textBaseline = "middle"; pen.fillText(line, x + (index ? 0 : indent), y + leading / 2); }
        y += leading;
      });
    };
    /** A small word in a box; returns how far to the right the text goes on. @param {string} mark @param {number} x @param {number} leading */
    const label = (mark, x, leading) => {
      font(20, 400);
      const w = measure(mark) + 16;
      box(x, y + (leading - 32) / 2, w, 32, OCHRE_BG);
      if (ink) { pen.fillStyle = OCHRE; pen.textBaseline = "middle"; pen.fillText(mark, x + 8, y + leading / 2 + 1); }
      return w + 10;
    };
    /** @param {HTMLElement} node @param {How} how */
    const statement = (node, how) => {
      const mark = node.getAttribute("data-mark");
      const indent = mark ? label(mark, how.x || SIDE, how.size * 1.6) : 0;
      write(node.textContent || "", { ...how, indent, even: how.even && !mark });
    };

    box(0, 0, WIDTH, 6, INK);
    box(0, 10, WIDTH, 2, INK);
    y = 40;
    font(26, 700);
    const library = data.getAttribute("data-library") || "";
    if (ink) {
      pen.fillStyle = PINE; pen.textBaseline = "middle"; pen.fillText(library, SIDE, y + 20);
      font(24, 400);
      pen.fillStyle = SOFT; pen.textAlign = "right"; pen.fillText(text("kind"), WIDTH - SIDE, y + 20); pen.textAlign = "left";
    }
    y += 64;
    write(data.getAttribute("data-title") || "", { size: 42, weight: 700, leading: 60, even: true });
    all("lead").forEach((node) => { y += 14; statement(node, { size: 29, weight: 600, colour: PINE }); });
    all("notice").forEach((node) => {
      y += 20;
      const top = y;
      y += 12;
      const from = y;
      const was = ink;
      ink = false; write(node.textContent || "", { size: 22, x: SIDE + 22, width: INNER - 40 }); ink = was;
      box(SIDE, top, INNER, y - from + 24, OCHRE_BG);
      box(SIDE, top, 6, y - from + 24, OCHRE);
      y = from;
      write(node.textContent || "", { size: 22, x: SIDE + 22, width: INNER - 40 });
      y += 12;
    });
    if (text("heading")) {
      y += 30;
      box(SIDE, y, INNER, 2, INK);
      y += 20;
      write(text("heading"), { size: 25, weight: 700, colour: INK });
      all("line").forEach((node, index) => {
        y += 12;
        box(SIDE, y + 5, 36, 36, PINE_BG);
        font(22, 700);
        if (ink) { pen.fillStyle = PINE; pen.textAlign = "center"; pen.textBaseline = "middle"; pen.fillText(String(index + 1), SIDE + 18, y + 24); pen.textAlign = "left"; }
        statement(node, { size: 28, x: SIDE + 56, width: INNER - 56 });
      });
    }
    if (text("caution-heading")) {
      y += 26;
      write(text("caution-heading"), { size: 25, weight: 700, colour: OCHRE });
      all("caution").forEach((node) => { y += 6; statement(node, { size: 28 }); });
    }
    y += 30;
    box(SIDE, y, INNER, 1, LINE);
    y += 18;
    ["evidence", "sources", "version"].forEach((part) => { if (text(part)) write(text(part), { size: 22, colour: SOFT }); });
    y += 26;
    box(0, y, WIDTH, 2, INK);
    y += 28;
    const top = y;
    const beside = qr ? QR + 26 : 0;
    if (qr && ink) {
      pen.fillStyle = "#fff";
      pen.fillRect(SIDE, y, QR, QR);
      pen.imageSmoothingEnabled = false;
      // A whole number of dots for each module, so that no edge is blurred.
      const dots = Math.max(1, Math.floor((QR * SCALE) / qr.naturalWidth)) * qr.naturalWidth / SCALE;
      pen.drawImage(qr, SIDE + (QR - dots) / 2, y + (QR - dots) / 2, dots, dots);
    }
    if (qr) y += 12;
    write(text("scan"), { size: 25, weight: 600, x: SIDE + beside, width: INNER - beside });
    const address = (data.getAttribute("data-address") || "").replace(/^https?:\/\//, "");
    if (address) { y += 8; write(address, { size: 21, colour: SOFT, x: SIDE + beside, width: INNER - beside }); }
    y = Math.max(y, qr ? top + QR : top) + 36;
    return Math.ceil(y);
  }

  /** @param {HTMLTemplateElement} data @returns {Promise<HTMLCanvasElement>} */
  async function picture(data) {
    const code = data.getAttribute("data-qr");
    /** @type {HTMLImageElement | null} */
    let qr = null;
    if (code) {
      qr = new Image();
      qr.src = code;
      await qr.decode();
    }
    const canvas = document.createElement("canvas");
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const height = draw(pen, data, qr, false);
    canvas.width = WIDTH * SCALE;
    canvas.height = height * SCALE;
    pen.scale(SCALE, SCALE);
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, WIDTH, height);
    draw(pen, data, qr, true);
    return canvas;
  }

  return { picture };
})();
