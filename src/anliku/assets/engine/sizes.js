/* Sizes of organizations in a query: 三十人机构, 10人以下的团队, 我们只有五个人. */

const NUMERALS = "零一二三四五六七八九";
const NUMBER = "(?:\\d+|[零一二三四五六七八九十百千两几]+)";
const BODY = "(?:小|大)?型?(?:社工|社会工作|社会|公益|志愿)?(?:机构|团队|组织|社工站|站点|单位|中心|队伍|规模|社工点)";
const PERSON = "(?:个|名|位)?(?:全职|专职|持证)?(?:人员|人|社工|员工|工作人员|同事)";
const COUNTED = `(不到|不足|少于|超过|上|近|约|大概)?(${NUMBER})(来|多|余|几)?${PERSON}(以下|以内|以上|左右|上下)?`;
const SIZED = new RegExp(`${COUNTED}的?${BODY}|(?:我们|机构|团队|手下|站里|总共|一共)(?:只|就|才|仅|也就)?(?:有|剩|是)?${COUNTED}(?![^的]*?岁)`);
/** 二十到三十人, 20-30人, before anything that names an organization, or by itself. */
const SPANNED = new RegExp(`(${NUMBER})(?:到|至|-|—|~)(${NUMBER})${PERSON}(?:左右|上下)?的?(?:${BODY}|$)`);
const BARE = new RegExp(`^\\s*${COUNTED}\\s*(?:$|(?=怎|如何|能|可以|要|该))`);
/** 一个人 is about being alone, not about an organization. */
const ALONE = /^\s*(?:[一两二12])个人\s*$/;
const SMALL = /小微?型?(?:机构|团队|组织|社工站)/;
const SHORT_OF_HANDS = /人手?(?:少|不多|不够|不足|紧)/;
const LARGE = /大型?(?:机构|团队|组织)/;

/** 三四十, 五六. */
const RANGE = /^([一二两三四五六七八九])([二三四五六七八九])(十|百)?$/;

/** @param {string} text @returns {number} */
function numeral(text) {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const c of text) {
    const value = NUMERALS.indexOf(c === "两" ? "二" : c);
    if (value >= 0) digit = value;
    else if (c === "十") { sum += (digit || 1) * 10; digit = 0; }
    else if (c === "百") { sum += (digit || 1) * 100; digit = 0; }
    else if (c === "千") { sum += (digit || 1) * 1000; digit = 0; }
  }
  return sum + digit;
}

/** Both ends included. @returns {[number, number]} */
function interval(before, word, more, after) {
  if (/^几?[百千]/.test(word) && before === "上") return [word.endsWith("千") ? 1000 : 100, Infinity];
  if (word === "几") return [2, 9];
  if (word === "几十") return [20, 99];
  if (word === "几百") return [200, 999];
  if (/几$/.test(word)) { const base = numeral(word.slice(0, -1)); return [base + 1, base + 9]; }
  const range = RANGE.exec(word);
  if (range) {
    const unit = range[3] === "十" ? 10 : range[3] ? 100 : 1;
    return [numeral(range[1]) * unit, numeral(range[2]) * unit];
  }
  const value = numeral(word);
  if (before === "不到" || before === "不足" || before === "少于" || after === "以下" || after === "以内") return [1, value];
  if (before === "超过" || before === "上" || after === "以上") return [value, Infinity];
  if (more) return [value, value + (value >= 100 ? 99 : 9)];
  return [value, value];
}

/** The number as a text may hold it: 三十, 30. */
function spellings(word) {
  const value = /几/.test(word) || RANGE.test(word) ? 0 : numeral(word);
  if (!value || value > 99) return [];
  const tens = Math.floor(value / 10);
  const han = (tens ? (tens > 1 ? NUMERALS[tens] : "") + "十" : "") + (value % 10 ? NUMERALS[value % 10] : "");
  return [han + "人", String(value)];
}

/**
 * @param {string} text
 * @returns {{text: string, size: [number, number]|null, said: string[]}} the query without its size, and
 *   how a text may say the number
 */
function takeSize(text) {
  const span = SPANNED.exec(text);
  if (span) return { text: text.replace(span[0], " "), size: [numeral(span[1]), numeral(span[2])], said: [] };
  const found = SIZED.exec(text) || (ALONE.test(text) ? null : BARE.exec(text));
  if (found) {
    const at = found[2] ? 1 : 5;
    const size = interval(found[at], found[at + 1], found[at + 2], found[at + 3]);
    if (size[1] >= 1) return { text: text.replace(found[0], " "), size, said: spellings(found[at + 1]) };
  }
  if (SMALL.test(text)) return { text: text.replace(SMALL, " "), size: [1, 10], said: [] };
  if (LARGE.test(text)) return { text: text.replace(LARGE, " "), size: [100, Infinity], said: [] };
  if (SHORT_OF_HANDS.test(text)) return { text, size: [1, 10], said: [] }; // a matter by itself, too
  return { text, size: null, said: [] };
}

/** Numbers of the classes that an interval overlaps. @param {[number, number]} size */
function classesOf(size) {
  const bounds = manifest.bounds;
  return bounds.map((_, i) => i).filter((i) => bounds[i] <= size[1] && size[0] < (bounds[i + 1] || Infinity));
}
