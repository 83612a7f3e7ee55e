/* Anliku 怎么选: how near each entry is to the answers. The same rule as src/anliku/link/fit.py,
 * which explains it; a test puts every combination of answers to both. Pure: no page, no address.
 * Classic script, load with `defer` after rules.js. */
(function () {
  "use strict";

  /** @typedef {Object<string, string[]>} Codes answers by question, or what is asked for
   * @typedef {{id: string, kind: string, asks: Codes, stops: Codes[], parts: string[]}} Rule
   * @typedef {{scale: "one" | "level" | "many", ascending: string[], codes: string[], unsure: boolean, none: boolean}} Question
   * @typedef {{questions: Object<string, Question>, rules: Rule[], firsts: Codes[],
   *   behind: Object<string, string[]>, mostAlone: number}} Rules
   * @typedef {{rule: Rule, level: number, met: string[], missing: string[], stops: number[]}} Judgement */

  const LEAVE = 0;
  const LACKS = 1;
  const OPEN = 2;
  const NEAR = 3;
  const GROUPS = ["near", "alone", "lacks", "open", "leave", "elsewhere"];

  /** The answers that say something. @param {Codes} answers @returns {Codes} */
  function known(answers) {
    const said = {};
    Object.keys(answers).forEach((key) => {
      const codes = answers[key];
      if (codes.length && !(codes.length === 1 && codes[0] === "unsure")) said[key] = codes;
    });
    return said;
  }

  /** @param {Question} question @param {string[]} wanted @param {string[]} codes */
  function isMet(question, wanted, codes) {
    if (question.scale !== "level") return codes.some((code) => wanted.includes(code));
    const place = (code) => question.ascending.indexOf(code);
    return place(codes[0]) >= Math.min(...wanted.map(place));
  }

  /** @param {Question} question @param {string[]} among @param {string[]} codes */
  function fallsAmong(question, among, codes) {
    if (question.scale === "many") return codes.length === 1 && codes[0] === "none";
    if (question.scale === "one") return among.includes(codes[0]);
    const place = (code) => question.ascending.indexOf(code);
    return place(codes[0]) <= Math.max(...among.map(place));
  }

  /** Judge one entry. @param {Rules} rules @param {Rule} rule @param {Codes} answers @returns {Judgement} */
  function judge(rules, rule, answers) {
    const said = known(answers);
    const met = [];
    const missing = [];
    Object.keys(rule.asks).forEach((key) => {
      if (said[key]) (isMet(rules.questions[key], rule.asks[key], said[key]) ? met : missing).push(key);
    });
    const stops = [];
    rule.stops.forEach((stop, number) => {
      const holds = (key) => said[key] && fallsAmong(rules.questions[key], stop[key], said[key]);
      if (Object.keys(stop).some(holds)) stops.push(number);
    });
    let level = met.length ? NEAR : OPEN;
    if (stops.length || missing.includes("need") || missing.length > 1) level = LEAVE;
    else if (missing.length) level = LACKS;
    return { rule, level, met, missing, stops };
  }

  /** Sorted by numbers, the smaller first; of equal ones the order stays. */
  function sorted(items, ...keys) {
    return items.slice().sort((a, b) => keys.reduce((so, key) => so || key(a) - key(b), 0));
  }

  /** What can be used alone, if no `when_not` of its own holds. @param {Judgement[]} found */
  function aloneOf(found, isNeeded, most) {
    const free = sorted(found.filter((one) => one.rule.kind === "practice" && !one.stops.length),
      (one) => one.missing.length, (one) => -one.met.length);
    if (!isNeeded) return free.slice(0, most);
    const parts = new Set();
    found.forEach((one) => { if (one.met.includes("need")) one.rule.parts.forEach((part) => parts.add(part)); });
    const own = free.filter((one) => one.met.includes("need"));
    return own.concat(free.filter((one) => parts.has(one.rule.id) && !own.includes(one))).slice(0, most);
  }

  /** Judge every entry and put each into a group. @param {Rules} rules @param {Codes} answers
   * @returns {Object<string, Judgement[]>} by the names in GROUPS */
  function choose(rules, answers) {
    const found = rules.rules.map((rule) => judge(rules, rule, answers));
    const best = sorted(found, (one) => -one.met.length, (one) => one.missing.length);
    const near = best.filter((one) => one.level === NEAR);
    const alone = near.length ? [] : aloneOf(found, Boolean(known(answers).need), rules.mostAlone);
    const rest = best.filter((one) => !near.includes(one) && !alone.includes(one));
    const away = rest.filter((one) => one.level === LEAVE);
    const isElsewhere = (one) => one.missing.includes("need") && !one.stops.some((n) => one.rule.stops[n].need);
    return {
      near,
      alone,
      lacks: rest.filter((one) => one.level === LACKS),
      leave: sorted(away.filter((one) => !isElsewhere(one)), (one) => Number(one.missing.includes("need"))),
      open: rest.filter((one) => one.level === OPEN),
      elsewhere: away.filter(isElsewhere),
    };
  }

  /** The cases behind each group; a case stands where the nearest of its entries stands. */
  function casesOf(rules, choice) {
    const placed = new Set();
    const cases = {};
    GROUPS.forEach((group) => {
      const ids = new Set(choice[group].map((one) => one.rule.id));
      cases[group] = Object.keys(rules.behind)
        .filter((id) => !placed.has(id) && rules.behind[id].some((entry) => ids.has(entry)));
      cases[group].forEach((id) => placed.add(id));
    });
    return cases;
  }

  /** The numbers of what is put first: where the answer is one of those written, and no other. */
  function firstsOf(rules, answers) {
    const said = known(answers);
    const holds = (first) => Object.keys(first).some((key) => said[key] && isAmong(first[key], said[key]));
    return rules.firsts.map((first, number) => (holds(first) ? number : -1)).filter((number) => number >= 0);
  }
  const isAmong = (among, codes) => codes.some((code) => among.includes(code));

  window.anlikuFit = { GROUPS, known, judge, choose, casesOf, firstsOf };
})();
