/* The dialog of 转发: the picture, and what can be copied. Its words are in <template id="ak-share-dialog">. */
window.anlikuShare = (function () {
  "use strict";
  const data = /** @type {HTMLTemplateElement} */ (document.getElementById("ak-share-data"));
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  /** @param {string} name @returns {any} */
  const part = (name) => dialog && dialog.querySelector(`[data-share="${name}"]`);

  /** The address to hand on: the published one, else the one in the browser if others can open it too. */
  function address() {
    const given = data.getAttribute("data-address");
    if (given) return given;
    return location.protocol.startsWith("http") ? location.href.split("#")[0] : "";
  }

  /** The text for a chat: the same parts as the picture. */
  function text() {
    /** @param {string} name @returns {HTMLElement[]} */
    const all = (name) => Array.from(data.content.querySelectorAll(`[data-part="${name}"]`));
    /** @param {HTMLElement} node */
    const said = (node) => (node.getAttribute("data-mark") ? `（${node.getAttribute("data-mark")}）` : "") + (node.textContent || "");
    /** @param {string} name */
    const each = (name) => all(name).map(said);
    const blocks = [
      [`【${data.getAttribute("data-title")}】`, ...each("lead")],
      each("notice"),
      [...each("heading"), ...each("line").map((words, index) => `${index + 1}. ${words}`)],
      [...each("caution-heading"), ...each("caution")],
      [...each("evidence"), ...each("sources"), `${data.getAttribute("data-library")}${address() ? `：${address()}` : ""}`],
    ];
    return blocks.filter((block) => block.length).map((block) => block.join("\n")).join("\n\n");
  }

  /** @param {string} words @param {HTMLElement} button */
  function copy(words, button) {
    const byHand = part("by-hand");
    const said = part("said");
    byHand.value = words;
    const old = () => {
      // file:// and old browsers: the text is shown and selected, so that a finger can copy it too.
      byHand.hidden = false;
      byHand.select();
      const done = document.execCommand("copy");
      if (done) { byHand.hidden = true; button.focus(); }
      said.textContent = done ? button.getAttribute("data-said") : said.getAttribute("data-failed");
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(() => { byHand.hidden = true; said.textContent = button.getAttribute("data-said"); }, old);
    } else old();
  }

  function build() {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("ak-share-dialog"));
    const copyOf = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    dialog = /** @type {HTMLDialogElement} */ (copyOf.querySelector("dialog"));
    (document.querySelector("main") || document.body).append(dialog);
    part("close").addEventListener("click", () => dialog && dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => { if (opener) opener.focus(); });
    part("text").addEventListener("click", (/** @type {Event} */ event) => copy(text(), /** @type {HTMLElement} */ (event.currentTarget)));
    part("cite").addEventListener("click", (/** @type {Event} */ event) => {
      const cited = document.getElementById("cite-gbt");
      copy(((cited && cited.textContent) || "").trim(), /** @type {HTMLElement} */ (event.currentTarget));
    });
    part("cite").hidden = !document.getElementById("cite-gbt");
    part("link").addEventListener("click", (/** @type {Event} */ event) => copy(address(), /** @type {HTMLElement} */ (event.currentTarget)));
    part("link").hidden = !address();
    drawPicture();
  }

  async function drawPicture() {
    const said = part("said");
    said.textContent = said.getAttribute("data-drawing");
    const canvas = await window.anlikuPicture.picture(data);
    // A data: address, since WeChat saves no blob: of a page by a long press.
    const image = part("image");
    image.src = canvas.toDataURL("image/png");
    image.width = canvas.width / 2;
    image.height = canvas.height / 2;
    await image.decode();
    const link = part("picture");
    link.href = image.src;
    link.download = `${data.getAttribute("data-id")}.png`;
    if (said.textContent === said.getAttribute("data-drawing")) said.textContent = "";
    image.setAttribute("data-drawn", "");
  }

  /** @param {HTMLElement} button */
  function open(button) {
    opener = button;
    if (!dialog) build();
    const shown = /** @type {HTMLDialogElement} */ (/** @type {unknown} */ (dialog));
    if (!shown.open) shown.showModal();
  }

  return { open, text };
})();
