/* The reader's own list: what is kept, and the steps back. */
const STEPS = 100;
/** @type {{before: List, what: string, key: string}[]} */
const steps = [];
let writing = false;

/** @returns {List} */
const mine = () => cleanList(window.anlikuList.read());

function keep(list) {
  writing = true;
  const kept = window.anlikuList.write({ v: 1, ...list });
  writing = false;
  one("[data-al-lost]").hidden = kept;
}

/** @param {List} list @param {string} what of "what-…" in the words @param {string} [key] strokes in one field are one step */
function commit(list, what, key = "") {
  noteStep(mine(), what, key);
  keep(cleanList(list));
}

function noteStep(before, what, key = "") {
  const last = steps[steps.length - 1];
  if (key && last && last.key === key) return;
  steps.push({ before, what, key });
  if (steps.length > STEPS) steps.shift();
}

function undo() {
  const step = steps.pop();
  if (!step) { announce(say("nothing")); return; }
  keep(step.before);
  render();
  announce(say("undone", { what: say("what-" + step.what) }));
}

/** Leaving a field ends its step: coming back to it begins another. */
function endStep() {
  const last = steps[steps.length - 1];
  if (last) last.key = "";
}

/** What was done, for those who listen and, for a while, for those who look. */
function announce(words) {
  const said = one("[data-al-said]");
  // The same words twice are heard twice.
  said.textContent = said.textContent === words ? words + "\u00a0" : words;
}

function drawUndo() {
  const button = one("[data-al-undo]");
  const last = steps[steps.length - 1];
  button.setAttribute("aria-disabled", String(!last));
  button.textContent = last ? say("undo-what", { what: say("what-" + last.what) }) : say("undo");
}
