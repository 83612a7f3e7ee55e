/* Anliku: what the search box and the page of results share. Classic script, load with `defer`
 * before box.js and results.js. Makes nodes and text nodes, never markup out of text; loads the
 * engine beside it when it is first wanted. */
(function () {
  "use strict";

  const root = document.documentElement;
  const here = document.currentScript.src;

  /** Every word of the search that is not in a template; <html data-ak-NAME> replaces one. */
  const WORDS = {
    "results": "搜索结果",
    "waiting": "正在找……",
    "failed": "没能搜索，可能是网络断了。再输入一次，或按回车到搜索页看全部条目。",
    "page-failed": "没能搜索，可能是网络断了；下面是全部条目。",
    "retry": "重试",
    "found": "找到 {n} 条",
    "found-for": "“{q}”：找到 {n} 条",
    "first": "，先列 {m} 条",
    "all": "全部 {n} 条结果",
    "none": "没找到“{q}”，换个说法，或按服务对象找。",
    "none-filtered": "这样筛选，没找到“{q}”。",
    "none-chosen": "没有同时合乎这些条件的条目。",
    "none-go": "按服务对象找，看全部条目",
    "corrected": "已按“{corrected}”搜",
    "exact": "仍搜“{q}”",
    "is-exact": "照“{q}”原样搜的，没有改字",
    "not-exact": "改掉错字再搜（{n} 条）",
    "simplified": "已转成简体“{simplified}”",
    "reading": "拼音读作“{reading}”",
    "readings": "这串拼音可以读作",
    "read-as": "只搜“{reading}”",
    "drop-filters": "去掉筛选（{n} 条）",
    "part": "只搜“{q}”（{n} 条）",
    "near": "搜相近的“{q}”",
    "see": "见“",
    "see-end": "”：",
    "more": "再看 {n} 条",
    "filter": "筛选",
    "filter-chosen": "筛选（已选 {n} 项）",
    "filter-show": "看这 {n} 条",
    "chosen": "已选",
    "chip": "{label}：{value}",
    "chip-drop": "去掉“{label}：{value}”",
    "chips-drop": "全部去掉",
    "values-more": "还有 {n} 项",
    "values-fewer": "收起",
    "title": "“{q}” · {title}",
    "missing": "没找到：{q}；筛选：{filters}；日期：{date}；网页：{version}",
    "missing-nothing": "无",
  };

  /** @param {string} key @param {Object<string, string | number>} [values] */
  function say(key, values = {}) {
    const words = root.getAttribute("data-ak-" + key) || WORDS[key];
    return words.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
  }

  /** @param {Element} node @param {Object<string, string>} attributes */
  function set(node, attributes) {
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  }
  /** @param {string} tag @param {Object<string, string>} [attributes] @param {...(string | Node)} inside */
  function make(tag, attributes = {}, ...inside) {
    const node = set(document.createElement(tag), attributes);
    node.append(...inside);
    return node;
  }

  /* Compared as the engine compares, but character by character, so that places stay the same. */
  const fold = (text) => Array.from(text, (character) => {
    const folded = character.normalize("NFKC").toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join("");

  /** A text with its hits in <mark>.
   * @param {string} text @param {string[]} marks longest first */
  function highlight(text, marks) {
    const out = document.createDocumentFragment();
    const folded = fold(text);
    let from = 0;
    for (let at = 0; at < text.length;) {
      const hit = marks.find((mark) => mark && folded.startsWith(mark, at));
      if (!hit) { at += 1; continue; }
      if (at > from) out.append(text.slice(from, at));
      // Neighbouring hits are one mark: 独居老人 + 照护 reads as a phrase, not as two labels.
      const last = out.lastChild;
      if (last && last.nodeName === "MARK" && at === from) last.append(text.slice(at, at + hit.length));
      else out.append(make("mark", {}, text.slice(at, at + hit.length)));
      at += hit.length;
      from = at;
    }
    if (from < text.length) out.append(text.slice(from));
    return out;
  }

  /** The icon and word of a kind, from the page's table; nothing for a kind that it does not know. */
  function kindMark(kind) {
    const kinds = document.getElementById("ak-kinds");
    const marks = kinds ? Array.from(kinds.content.children) : [];
    const found = marks.find((node) => node.getAttribute("data-kind") === kind);
    return found ? found.cloneNode(true) : document.createTextNode("");
  }

  /** The full address of a page named from the site's root; the same over http and from a folder. */
  const address = (url) => new URL(url, new URL("../../", here)).href;

  /** @type {Promise<any> | null} */
  let loading = null;
  /* window.anliku answers from the first moment on; the engine puts its own in place of these. */
  const api = window.anliku || (window.anliku = {});
  const standIns = {};
  if (!api.search) ["search", "counts", "passages", "near", "warm"].forEach((name) => {
    standIns[name] = (...given) => engine().then((anliku) => anliku[name](...given));
    api[name] = standIns[name];
  });

  const isThere = () => window.anliku.search !== standIns.search;

  /** The engine (window.anliku), loaded on the first call; a failure is forgotten, so that one can retry. */
  function engine() {
    if (!loading) {
      loading = new Promise((done, fail) => {
        if (isThere()) { done(window.anliku); return; }
        const script = make("script", { src: new URL("search.js", here).href });
        script.addEventListener("load", () => (isThere() ? done(window.anliku) : fail(new Error(script.src))));
        script.addEventListener("error", () => { script.remove(); fail(new Error(script.src)); });
        document.head.append(script);
      });
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  /** How the query was understood: a sentence, and the other searches that it leaves open.
   * @returns {{words: string, choices: {words: string, query: string, exact: boolean}[]}} */
  function understood(query, answer, exact) {
    const words = [];
    const choices = [];
    if (answer.simplified) words.push(say("simplified", { simplified: answer.simplified }));
    if (answer.corrected) {
      words.push(say("corrected", { corrected: answer.corrected }));
      choices.push({ words: say("exact", { q: query }), query, exact: true });
    } else if (exact) words.push(say("is-exact", { q: query }));
    if (answer.readings.length === 1) words.push(say("reading", { reading: answer.readings[0] }));
    else if (answer.readings.length) {
      words.push(say("readings"));
      answer.readings.forEach((reading) =>
        choices.push({ words: say("read-as", { reading }), query: reading, exact: false }));
    }
    return { words: words.join("；"), choices };
  }

  /** Ways on from an empty answer, each known to find something.
   * @returns {Promise<{words: string, query: string}[]>} */
  async function ways(anliku, query, answer, filters, exact) {
    const asked = [];
    if (Object.keys(filters).length) asked.push(["drop-filters", query]);
    if (exact) asked.push(["not-exact", query]);
    if (answer.parts.length > 1) answer.parts.slice(0, 4).forEach((part) => asked.push(["part", part]));
    const near = query ? await anliku.near(query) : [];
    near.forEach((phrase) => asked.push(["near", phrase]));
    const counts = await Promise.all(asked.map(([, words]) => anliku.search(words, { limit: 1 })));
    const known = new Set();
    return asked.reduce((out, [key, words], i) => {
      const n = counts[i].total;
      if (n && !known.has(words)) out.push({ words: say(key, { n, q: words }), query: words });
      known.add(words);
      return out;
    }, []);
  }

  window.anlikuShow = { say, set, make, highlight, kindMark, address, engine, understood, ways };
})();
