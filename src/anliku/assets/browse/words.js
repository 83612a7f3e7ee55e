/* The words of 找案例 that are in no template; <html data-ak-browse-NAME> replaces one. */

const { make, set, highlight, kindMark, address, engine, understood } = window.anlikuShow || {};

const WORDS = {
  "count": "{n} 条",
  "count-for": "“{q}”：{n} 条",
  "first": "，先列 {m} 条",
  "no-row": "没有合乎这些条件的条目",
  "no-row-for": "没找到“{q}”",
  "none": "没有合乎这些条件的条目，可以放宽一项：",
  "none-for": "没找到“{q}”，换个说法，或按服务对象找。",
  "all-kinds": "全部种类",
  "between": "、",
  "more": "再看 {n} 条",
  "filter": "筛选",
  "filter-chosen": "筛选（已选 {n} 项）",
  "filter-show": "看这 {n} 条",
  "chosen": "已选 {n} 项",
  "chip": "{label}：{value}",
  "chip-drop": "去掉“{label}：{value}”",
  "chips-drop": "全部去掉",
  "values-more": "还有 {n} 项",
  "values-fewer": "收起",
  "values-find": "在“{label}”里找",
  "values-left": "只列了最多的 {n} 项，要找别的，打几个字",
  "drop": "不限{label}（{n} 条）",
  "drop-text": "不限“{q}”（{n} 条）",
  "drop-kind": "看全部种类（{n} 条）",
  "drop-all": "全部去掉（{n} 条）",
  "part": "只找“{q}”（{n} 条）",
  "near": "找相近的“{q}”（{n} 条）",
  "waiting": "正在找……",
  "failed": "没能找，可能是网络断了。下面还是原来的列表。",
  "stale": "本库刚刚更新，请刷新这一页再找。",
  "retry": "重试",
  "title": "“{q}” · {title}",
};

/** @param {string} key @param {Object<string, string | number>} [values] */
function say(key, values = {}) {
  const words = document.documentElement.getAttribute("data-ak-browse-" + key) || WORDS[key];
  return words.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
}

const page = document.querySelector("[data-browse]");
/** @param {string} name */
const part = (name) => document.querySelector("[data-browse-" + name + "]");
