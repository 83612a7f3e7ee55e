/* QR codes, second half: from code words to modules. */
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

function markPlaces(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const found = [6];
  for (let at = version * 4 + 10; found.length < count; at -= step) found.splice(1, 0, at);
  return found;
}

class Matrix {
  /** @param {number} version */
  constructor(version) {
    this.version = version;
    this.size = version * 4 + 17;
    this.dark = Array.from({ length: this.size }, () => new Uint8Array(this.size));
    this.fixed = Array.from({ length: this.size }, () => new Uint8Array(this.size));
    this.drawFixed();
  }
  set(x, y, dark) { this.dark[y][x] = dark ? 1 : 0; this.fixed[y][x] = 1; }

  drawFixed() {
    const { size, version } = this;
    for (let at = 0; at < size; at++) { this.set(6, at, at % 2 === 0); this.set(at, 6, at % 2 === 0); }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([cx, cy]) => {
      for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) {
        const far = Math.max(Math.abs(dx), Math.abs(dy));
        const [x, y] = [cx + dx, cy + dy];
        if (x >= 0 && x < size && y >= 0 && y < size) this.set(x, y, far !== 2 && far !== 4);
      }
    });
    const places = markPlaces(version);
    const end = places.length - 1;
    places.forEach((cx, i) => places.forEach((cy, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0)) return;
      for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) this.set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }));
    this.drawFormat("L", 0);
    if (version < 7) return;
    let rest = version;
    for (let n = 0; n < 12; n++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let n = 0; n < 18; n++) {
      const [a, b] = [size - 11 + (n % 3), Math.floor(n / 3)];
      this.set(a, b, (bits >> n) & 1);
      this.set(b, a, (bits >> n) & 1);
    }
  }

  drawFormat(level, mask) {
    const { size } = this;
    const data = (LEVEL_BITS[level] << 3) | mask;
    let rest = data;
    for (let n = 0; n < 10; n++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const bits = ((data << 10) | rest) ^ 0x5412;
    const bit = (n) => (bits >> n) & 1;
    for (let n = 0; n < 6; n++) this.set(8, n, bit(n));
    this.set(8, 7, bit(6)); this.set(8, 8, bit(7)); this.set(7, 8, bit(8));
    for (let n = 9; n < 15; n++) this.set(14 - n, 8, bit(n));
    for (let n = 0; n < 8; n++) this.set(size - 1 - n, 8, bit(n));
    for (let n = 8; n < 15; n++) this.set(8, size - 15 + n, bit(n));
    this.set(8, size - 8, 1);
  }

  /** @param {number[]} words */
  drawWords(words) {
    const { size } = this;
    let at = 0;
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++) for (let side = 0; side < 2; side++) {
        const x = right - side;
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (this.fixed[y][x] || at >= words.length * 8) continue;
        this.dark[y][x] = (words[at >> 3] >> (7 - (at & 7))) & 1;
        at += 1;
      }
    }
  }

  flip(mask) {
    for (let y = 0; y < this.size; y++) for (let x = 0; x < this.size; x++) {
      if (!this.fixed[y][x] && MASKS[mask](x, y) === 0) this.dark[y][x] ^= 1;
    }
  }

  /** How hard a camera would find it: long runs, blocks, false corners, more dark than light. */
  penalty() {
    const { size, dark } = this;
    const rows = dark.map((row) => row.join(""));
    const columns = rows.map((_, x) => rows.map((row) => row[x]).join(""));
    let sum = 0;
    [...rows, ...columns].forEach((line) => {
      (line.match(/0{5,}|1{5,}/g) || []).forEach((run) => { sum += run.length - 2; });
      for (const corner of ["10111010000", "00001011101"]) {
        for (let at = line.indexOf(corner); at >= 0; at = line.indexOf(corner, at + 1)) sum += 40;
      }
    });
    for (let y = 1; y < size; y++) for (let x = 1; x < size; x++) {
      const each = dark[y][x];
      if (each === dark[y][x - 1] && each === dark[y - 1][x] && each === dark[y - 1][x - 1]) sum += 3;
    }
    const share = rows.join("").replace(/0/g, "").length / (size * size);
    return sum + Math.floor(Math.abs(share - 0.5) * 20) * 10;
  }
}

/** @param {string[]} texts written one after the other, each in its shortest mode
 * @returns {Matrix | null} null when no version holds them */
function matrixOf(texts, least = 1) {
  const segments = texts.filter(Boolean).map(segment);
  const fits = (level, most) => {
    for (let version = least; version <= most; version++) if (sizeIn(segments, version) <= dataWords(version, level) * 8) return version;
    return 0;
  };
  // Better correction while the code is coarse; where it is dense, larger modules help more.
  const coarse = fits("M", 10);
  const level = coarse ? "M" : "L";
  const version = coarse || fits("L", 40);
  if (!version) return null;
  const words = weave(fillWords(segments, version, level), version, level);
  const made = MASKS.map((_, mask) => {
    const matrix = new Matrix(version);
    matrix.drawWords(words);
    matrix.flip(mask);
    matrix.drawFormat(level, mask);
    return { matrix, penalty: matrix.penalty() };
  });
  return made.reduce((best, one) => (one.penalty < best.penalty ? one : best)).matrix;
}
