/* A list as a short text, for a link that holds all of it: "1." and base64url (in a QR code: base32).
 * Own bits instead of deflate: no waiting, the same in every browser, shorter for texts of this length,
 * and nothing can swell: what comes out is never longer than what went in allows (no bomb).
 * VERSION 1 IS A PROMISE: links are in other people's WeChat groups. Never change these tables or the
 * order of fields; a change is version 2 beside it. tests/browser/test_list_links.py holds links of version 1. */
/** @typedef {{id: string, level: number, session: string, minutes: number, note: string, with: string}} Item */
/** @typedef {{title: string, course: string, remarks: string, duration: number, items: Item[]}} List */

const COMMON = Array.from(
  "02，1的社。有、人者一5工来区6不3是没会和；编“”4源说组对：作名做7务发分个上在法里9用出到写8机服与自家成要民事时题页愿理年后员看志部例文案构明居动学方地了归记只情开所能织么核这心中（）道先报纳受访件小述生老定助照点为都本条疫多未护当同第市行可全资"
  + "也以合谁经线日原窄据站哪什起政参怎三接应网布前数已样就门防子灾下把问课称业建支实月联己见入管群新导给标处物信持公协需办进引去团队辑求两由安保面果库专得重请四震平再期单收钟过体目转结之儿登录现少救字况手还童排大头外力或讲基间提认关任等取各困查好难活依性长论电打送找谈次通天街句义式户评国加读议每委急意庭位些教？传医效治决几摘着主从爱村高口借种份责留化养十另援清项简互台模病房乡州话按共系监鉴息备言川立展调热指计改设整那二回研代划如址金训独残缺放你他班表料类象抗流知们培特号介规供究宽空于反束相置量统印轮内派具费益络准南注离省权康障完负告山级广集张封复失走邻城帮捐别宣向带换并程校院书女制估无辨菜周批戏武容孩住东府临末控众疗江五它闭西农守常境载询隐刊最属补解育著冠楼型造担待列干想营隔我讨稿替米疾药镇材筹答职餐龄募万听海肺配边厨及咨总正健九维启节身投层比验毒仓交很炎近园章步确县英驻拿变妇推仅度被习险测场善错倡绍食往水段局感积示商疏低停京填患师微亲举青候醒堂饭神档汉其路链续故底算词因赠顾署选栏免卫半卡余遍格品非响绪招托百齐创让伤挑奶存弱买裁紧聚陪害篇党证首红双济而搜岗许母直伍索碍芦较预检更使易尽贴驳辅银才督版暴快观钱兰产妈超");
const PIECES = Array.from("abcdefghijklmnopqrstuvwxyz0123456789-").concat([""],
  "20 a- ai an an- ang ao ch e- en eng hu i- in ing ji li ng ong sh she u- uan un xi zh".split(" "));
const SESSIONS = ["", "课前", "课上", "课后"];
const URL64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const QR32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LIMITS = { title: 80, course: 80, remarks: 600, note: 300, session: 40, id: 64, items: 60, minutes: 600, duration: 1440, link: 8000 };
const ENTRY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NTH = /^第([1-9][0-9]?)次$/;

const commonAt = new Map(COMMON.map((character, n) => [character, n]));
const pieceAt = new Map(PIECES.map((piece, n) => [piece, n]));
const END = pieceAt.get("");

class ListError extends Error {}

class BitWriter {
  constructor() { /** @type {number[]} */ this.bits = []; }
  put(value, width) { for (let n = width - 1; n >= 0; n--) this.bits.push(Math.floor(value / 2 ** n) % 2); }
  number(value) {
    let rest = value;
    do { this.put(rest >= 16 ? 1 : 0, 1); this.put(rest % 16, 4); rest = Math.floor(rest / 16); } while (rest);
  }
  id(text) {
    for (let at = 0; at < text.length;) {
      const size = [3, 2, 1].find((n) => at + n <= text.length && pieceAt.has(text.slice(at, at + n)));
      this.put(pieceAt.get(text.slice(at, at + size)), 6);
      at += size;
    }
    this.put(END, 6);
  }
  text(text) {
    const characters = Array.from(text);
    this.number(characters.length);
    characters.forEach((character) => {
      const point = character.codePointAt(0);
      const common = commonAt.get(character);
      if (common !== undefined && common < 128) { this.put(0, 1); this.put(common, 7); }
      else if (common !== undefined) { this.put(2, 2); this.put(common - 128, 9); }
      else if (point < 128) { this.put(6, 3); this.put(point, 7); }
      else if (point >= 0x3000 && point < 0xb000) { this.put(14, 4); this.put(point - 0x3000, 15); }
      else { this.put(15, 4); this.put(point, 21); }
    });
  }
}

class BitReader {
  constructor(bits) { this.bits = bits; this.at = 0; }
  take(width) {
    if (this.at + width > this.bits.length) throw new ListError("broken");
    let value = 0;
    for (let n = 0; n < width; n++) value = value * 2 + this.bits[this.at++];
    return value;
  }
  number(most) {
    let value = 0;
    for (let scale = 1, more = 1; more; scale *= 16) {
      more = this.take(1);
      value += this.take(4) * scale;
      if (value > most) throw new ListError("broken");
    }
    return value;
  }
  id() {
    let text = "";
    for (let piece = this.take(6); piece !== END; piece = this.take(6)) {
      text += PIECES[piece];
      if (text.length > LIMITS.id) throw new ListError("broken");
    }
    if (!ENTRY_ID.test(text)) throw new ListError("broken");
    return text;
  }
  text(most) {
    let text = "";
    for (let left = this.number(most); left; left--) text += this.character();
    return text;
  }
  character() {
    if (!this.take(1)) return COMMON[this.take(7)];
    if (!this.take(1)) return COMMON[128 + this.take(9)];
    if (!this.take(1)) return String.fromCodePoint(this.take(7));
    if (!this.take(1)) return String.fromCodePoint(0x3000 + this.take(15));
    const point = this.take(21);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) throw new ListError("broken");
    return String.fromCodePoint(point);
  }
}

/** CRC-16/CCITT over bits: tells a cut or changed link from a whole one. */
function checksum(bits) {
  return bits.reduce((crc, bit) => {
    const high = ((crc >> 15) & 1) ^ bit;
    return ((crc << 1) & 0xffff) ^ (high ? 0x1021 : 0);
  }, 0xffff);
}

function putSession(out, session) {
  const known = SESSIONS.indexOf(session);
  const nth = NTH.exec(session);
  if (known >= 0) out.number(known);
  else if (nth) out.number(4 + Number(nth[1]));
  else { out.number(4); out.text(session); }
}

function takeSession(bits) {
  const n = bits.number(103);
  return n < 4 ? SESSIONS[n] : n === 4 ? bits.text(LIMITS.session) : "第" + (n - 4) + "次";
}

/** @param {List} list cleaned before @param {boolean} [capitals] for a QR code: only what its short alphabet has */
function encodeList(list, capitals = false) {
  const out = new BitWriter();
  out.text(list.title);
  out.text(list.course);
  out.text(list.remarks);
  out.number(list.duration);
  out.number(list.items.length);
  list.items.forEach((item) => {
    out.id(item.id);
    out.put(item.level, 2);
    putSession(out, item.session);
    out.number(item.minutes);
    out.put(item.with ? 1 : 0, 1);
    if (item.with) out.id(item.with);
    out.text(item.note);
  });
  out.put(checksum(out.bits), 16);
  const [alphabet, width] = capitals ? [QR32, 5] : [URL64, 6];
  while (out.bits.length % width) out.bits.push(0);
  let text = "1.";
  for (let at = 0; at < out.bits.length; at += width) {
    text += alphabet[out.bits.slice(at, at + width).reduce((value, bit) => value * 2 + bit, 0)];
  }
  // Chat programs leave a sign at the end of an address out of the link.
  return /[-_]$/.test(text) ? text + alphabet[0] : text;
}

/** @param {string} text @param {boolean} [capitals] @returns {List}
 * @throws {ListError} "long", "newer" or "broken": what the page says is its own */
function decodeList(text, capitals = false) {
  if (text.length > LIMITS.link) throw new ListError("long");
  const [, version, body] = /^([0-9]{1,4})\.([A-Za-z0-9_-]*)$/.exec(text) || [];
  if (!version) throw new ListError("broken");
  if (version !== "1") throw new ListError("newer");
  const [alphabet, width] = capitals ? [QR32, 5] : [URL64, 6];
  const bits = new BitReader(Array.from(body).flatMap((character) => {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new ListError("broken");
    return Array.from({ length: width }, (_, n) => (value >> (width - 1 - n)) & 1);
  }));
  const list = { title: bits.text(LIMITS.title), course: bits.text(LIMITS.course), remarks: bits.text(LIMITS.remarks),
    duration: bits.number(LIMITS.duration), items: [] };
  for (let left = bits.number(LIMITS.items); left; left--) {
    list.items.push({ id: bits.id(), level: bits.take(2), session: takeSession(bits), minutes: bits.number(LIMITS.minutes),
      with: bits.take(1) ? bits.id() : "", note: bits.text(LIMITS.note) });
  }
  const sum = checksum(bits.bits.slice(0, bits.at));
  const rest = bits.take(16) === sum ? bits.bits.slice(bits.at) : [1];
  if (rest.length >= 2 * width || rest.some(Boolean)) throw new ListError("broken");
  return list;
}
