/* The list as a file: saved, and opened again here or elsewhere. */
const FILE_MOST = 200 * 1024;

/** @param {string} name @param {string} text @param {string} type */
function save(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** A name that every system takes. */
const fileName = (list, ending) => (list.title || say("file-name")).replace(/[\\/:*?"<>|.\s]+/g, " ").trim().slice(0, 40) + ending;

/** @param {List} list */
function fileOf(list) {
  return JSON.stringify({ format: "anliku-list", version: 1, title: list.title, course: list.course, remarks: list.remarks, duration: list.duration,
    items: list.items.map((item) => ({ ref: item.id, title: nameOf(item), importance: LEVELS[item.level], session: item.session,
      minutes: item.minutes || null, note: item.note, teaching_note: item.with || null })) }, null, 2) + "\n";
}

/** @param {string} text @returns {{list: List, cut: number}} `cut`: how many were too many @throws {ListError} */
function listIn(text) {
  let found;
  try { found = JSON.parse(text); } catch (error) { throw new ListError("file-bad"); }
  if (!found || found.format !== "anliku-list" || !Array.isArray(found.items)) throw new ListError("file-bad");
  if (found.version !== 1) throw new ListError(Number(found.version) > 1 ? "file-newer" : "file-bad");
  const list = cleanList({ ...found, items: found.items.map((item) => ({ ...item, id: item && item.ref,
    level: Math.max(0, LEVELS.indexOf(item && item.importance)), with: item && item.teaching_note })) });
  return { list, cut: Math.max(0, found.items.length - LIMITS.items) };
}

function wireFiles() {
  const input = one("[data-al-file]");
  one("[data-al-save]").addEventListener("click", () => save(fileName(mine(), ".json"), fileOf(mine()), "application/json"));
  one("[data-al-save-text]").addEventListener("click", () => save(fileName(mine(), ".txt"), "\ufeff" + messageOf(mine()) + "\n", "text/plain"));
  one("[data-al-open]").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (file) openFile(file);
  });
}

/** @param {File} file */
async function openFile(file) {
  const said = one("[data-al-file-said]");
  try {
    if (file.size > FILE_MOST) throw new ListError("file-large");
    const { list, cut } = listIn(await file.text());
    commit(list, "import");
    render();
    said.textContent = say("file-open", { title: list.title || say("no-title"), n: list.items.length })
      + (cut ? say("file-cut", { n: cut }) : "");
  } catch (error) {
    said.textContent = say(error instanceof ListError ? error.message : "file-bad");
  }
}
