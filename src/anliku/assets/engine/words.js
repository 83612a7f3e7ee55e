/* The words of a query before they are looked up. */

const HAN = /[\u3400-\u9fff]/;
const LONGEST_QUERY = 200;
const LONGEST_LATIN = 32; // as in anliku/search/grams.py

/** @param {string} text */
const normal = (text) => String(text).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().slice(0, LONGEST_QUERY);

/** Pairs of neighbouring characters; a single one stands for itself. */
function pairsOf(text) {
  if (text.length < 2 || !HAN.test(text[0])) return [text];
  const pairs = [];
  for (let i = 0; i < text.length - 1; i++) pairs.push(text.slice(i, i + 2));
  return pairs;
}

/** Characters of GB 2312: a query within it needs no table of traditional characters. */
let simple = null;
function isSimple(text) {
  if (!simple) {
    const bytes = [];
    for (let high = 0xb0; high < 0xf8; high++) for (let low = 0xa1; low < 0xff; low++) bytes.push(high, low);
    try {
      simple = new Set(new TextDecoder("gb2312").decode(new Uint8Array(bytes)));
    } catch (error) {
      return false; // no such decoder here: the table is loaded more often than needed
    }
  }
  return Array.from(text).every((c) => !HAN.test(c) || simple.has(c));
}

/** @param {string} text @returns {Promise<string>} the text in simplified characters */
async function simplify(text) {
  // Some traditional characters (後, 於) stand in GB 2312 as well.
  const table = new Map((manifest.odd.match(/../g) || []).map(([old, now]) => [old, now]));
  if (!isSimple(text)) {
    const [old, now] = await load("simplified");
    Array.from(old).forEach((c, i) => table.set(c, now[i]));
  }
  return Array.from(text).map((c) => table.get(c) || c).join("");
}

/** Asked around the matter itself; they say nothing about it. */
const ASKING = new RegExp([
  "是什么意思", "什么意思", "啥意思", "是什么", "是啥", "啥", "怎么办", "怎么做", "怎么弄", "怎么搞", "怎么样", "怎么", "怎样", "咋个", "咋办", "咋弄", "咋", "如何", "什么", "哪些", "哪里", "哪个", "有没有", "为什么",
  "能不能", "要不要", "可不可以", "可以", "应该", "关于", "相关", "之后", "之前", "之中", "一个", "一些", "我们", "他们", "你们",
  "咱们", "请问", "想找", "想做", "想学", "想问", "时候", "期间", "那边", "这边", "这里", "那里", "该不该", "会不会", "值不值得", "这个", "这些", "那些", "想要", "需要", "谁做过", "做过", "遇到",
].join("|"), "g");
const PARTICLES = /^[的吗呢吧嘛啊呀了着和与跟在对把被让给是要想做有没不都也就]$/;
/** Asked around it as well, unless they are part of a known word: 经验交流. */
const MILD = /案例|例子|经验|做法|方法|办法|[的吗呢吧嘛啊呀]|[了着](?!解)/g;
/** In nearly every entry: they count, but little. */
const WEAK = new Set("参与 开展 进行 实施 服务 工作 组织 提供 机构 社区 项目 活动 管理 支持 帮助 社工 问题 困难 人员 群众 居民 不够 不足 缺少 缺乏".split(" "));

/** @param {string} text @returns {string[]} runs of Han characters, and of letters or digits */
function runsOf(text) {
  const split = (all) => (all.match(/[\u3400-\u9fff]+|[a-z0-9]+/g) || [])
    .map((run) => (HAN.test(run) ? run : run.slice(0, LONGEST_LATIN)));
  const runs = split(text.replace(ASKING, " "));
  return runs.length ? runs : split(text);
}
