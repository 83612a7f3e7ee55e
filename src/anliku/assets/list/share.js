/* Giving the list away: one link that holds all of it, its QR code, and a message for a group. */
const LINK_WELL = 2000;

const pageAddress = () => (library.url ? fullAddress("list.html") : location.href.split("#")[0]);
/** @param {List} list */
const linkOf = (list) => pageAddress() + "#l=" + encodeList(list);

/** @param {HTMLElement} node an element of the page whose text is copied @param {HTMLElement} said */
function copy(node, said) {
  const text = node instanceof HTMLTextAreaElement ? node.value : node.textContent;
  const selected = () => {
    if (node instanceof HTMLTextAreaElement) { node.focus(); node.select(); }
    else {
      const range = document.createRange();
      range.selectNodeContents(node);
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
    }
  };
  const byHand = () => { selected(); return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy")); };
  const write = navigator.clipboard && window.isSecureContext ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
  write.then(() => { said.textContent = say("copied"); }, () => { selected(); said.textContent = say("copy-by-hand"); });
}

/** The message for a class's group: short lines, every link on its own. @param {List} list */
function messageOf(list) {
  const out = [say("list-head", { title: list.title || say("no-title") })];
  if (list.course) out.push(list.course);
  if (list.duration) out.push(say("length", { n: list.duration }));
  if (list.remarks) out.push(list.remarks);
  let session = "";
  list.items.forEach((item, n) => {
    const { entry, words } = resolve(item.id);
    const name = sessionOf(list, item);
    if (name !== session) {
      session = name;
      if (session) out.push("", "◆ " + session);
    }
    out.push(n + 1 + ". " + say("level", { level: LEVELS[item.level] }) + (entry ? entry.title : item.id)
      + (minutesOf(item) ? "（" + minutesIn(item) + "）" : ""));
    if (words) out.push(words);
    if (item.note) out.push(say("hint", { note: item.note }));
    if (item.with && resolve(item.with).entry) out.push(say("with", { title: resolve(item.with).entry.title }));
    const { page } = classOf(item);
    // Who is to decide in class does not read beforehand what was decided.
    if (page && !isLocal()) out.push(say("a-page") + "：" + fullAddress(page));
    else if (entry && !isLocal()) out.push(fullAddress(entry.url));
  });
  out.push("", totalsOf(list).words);
  if (!isLocal()) out.push(say("whole", { link: linkOf(list) }));
  return out.join("\n");
}

/** @param {List} list */
function drawLink(list) {
  const link = linkOf(list);
  one("[data-al-link]").value = link;
  one("[data-al-link-about]").textContent = isLocal() ? say("link-local") : say(link.length > LINK_WELL ? "link-long" : "link-size", { n: link.length });
  one("[data-al-qr]").replaceChildren();
  one("[data-al-qr-said]").textContent = "";
  // A picture of what the list was is none of what it is.
  one("[data-al-picturebox]").hidden = true;
  one("[data-al-picture-said]").textContent = "";
  const shown = one("[data-al-text]");
  if (shown.value) shown.value = messageOf(list);
}

const loadQr = () => loadScript("assets/list/qr.js");

/** @type {Map<string, Promise<void>>} */
const loads = new Map();
/** A script of ours, once, when it is first wanted; by address relative to the root, so that folders work too. */
function loadScript(path) {
  if (!loads.has(path)) loads.set(path, load(path));
  return loads.get(path);
}

function load(path) {
  return new Promise((done, fail) => {
    const script = make("script", { src: new URL(path, window.anlikuList.root).href });
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => { script.remove(); loads.delete(path); fail(new Error(path)); });
    document.head.append(script);
  });
}

async function showQr() {
  const said = one("[data-al-qr-said]");
  const list = mine();
  try { await loadQr(); } catch (error) { said.textContent = say("qr-failed"); return; }
  // Capitals and figures take less room in a QR code than other characters.
  const made = window.anlikuQr([pageAddress() + "#L=", encodeList(list, true)]);
  if (!made) { said.textContent = say("qr-long"); return; }
  const title = list.title || say("no-title");
  one("[data-al-qr]").replaceChildren(make("img", { src: made.src, alt: say("qr-alt", { title }), width: String(made.size), height: String(made.size) }));
  said.textContent = isLocal() ? say("link-local") : made.modules > 101 ? say("qr-dense") : "";
}

function wireShare() {
  one("[data-al-copy-link]").addEventListener("click", () => copy(one("[data-al-link]"), one("[data-al-link-said]")));
  one("[data-al-show-qr]").addEventListener("click", showQr);
  one("[data-al-message]").addEventListener("click", () => {
    const text = one("[data-al-text]");
    text.value = messageOf(mine());
    text.closest("[hidden], [data-al-textbox]").hidden = false;
    copy(text, one("[data-al-text-said]"));
  });
  one("[data-al-print]").addEventListener("click", () => window.print());
}
