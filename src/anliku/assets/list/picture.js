/* 长图 of a list: drawn by the script of 转发 (assets/share/), which wants its words as parts of a template. */
const PICTURE_TALL = 11000; // dots; phones draw nothing on a canvas much taller than this at its width
const PICTURE_MODULES = 109; // of a QR code: more would be finer on the picture than a camera sees

/** @param {List} list @param {string} qr address of a picture, "" for none */
function pictureOf(list, qr) {
  const data = make("template", { "data-library": library.site, "data-title": list.title || say("no-title") });
  const part = (name, words, mark = "") => words && data.content.append(make("span", { "data-part": name, ...(mark ? { "data-mark": mark } : {}) }, words));
  part("kind", say("picture-kind"));
  part("lead", list.course);
  if (list.remarks) part("notice", list.remarks.replace(/\n+/g, " "));
  part("heading", say("picture-heading"));
  list.items.forEach((item) => {
    const session = sessionOf(list, item);
    const short = session.length <= 6;
    const { words } = resolve(item.id);
    const minutes = minutesIn(item);
    const rest = [words, item.note && say("hint", { note: item.note })].filter(Boolean).join(" ");
    part("line", (session && !short ? session + "｜" : "") + nameOf(item) + (minutes ? "（" + minutes + "）" : "") + (rest ? "　" + rest : ""),
      [session && short ? session : "", LEVELS[item.level]].filter(Boolean).join(" · "));
  });
  part("evidence", totalsOf(list).words);
  part("scan", qr ? say("picture-scan") : library.site);
  if (qr) { data.setAttribute("data-qr", qr); data.setAttribute("data-address", pageAddress()); }
  return data;
}

async function showPicture() {
  const said = one("[data-al-picture-said]");
  const list = mine();
  try {
    await Promise.all([loadQr(), loadScript("assets/share/lines.js")]);
    await loadScript("assets/share/picture.js");
    const made = isLocal() ? null : window.anlikuQr([pageAddress() + "#L=", encodeList(list, true)], 1, 0);
    const canvas = await window.anlikuPicture.picture(pictureOf(list, made && made.modules <= PICTURE_MODULES ? made.src : ""));
    if (canvas.height > PICTURE_TALL) { said.textContent = say("picture-long"); return; }
    const title = list.title || say("no-title");
    // A data: address, since WeChat saves no blob: of a page by a long press.
    const src = canvas.toDataURL("image/png");
    one("[data-al-picture]").replaceChildren(make("img", { src, alt: say("picture-alt", { title }), width: String(canvas.width / 2), height: String(canvas.height / 2) }));
    const link = one("[data-al-picture-save]");
    link.href = src;
    link.download = fileName(list, ".png");
    one("[data-al-picturebox]").hidden = false;
    said.textContent = say("picture-made");
  } catch (error) { said.textContent = say("picture-failed"); }
}

function wirePicture() { one("[data-al-image]").addEventListener("click", showPicture); }
