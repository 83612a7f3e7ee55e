/* 转发: one button; what it opens is loaded when somebody wants it (assets/share/). */
(function () {
  /** @param {string} path below assets/ @returns {Promise<void>} */
  const load = (path) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = base + path;
    script.onload = () => done();
    script.onerror = () => { script.remove(); fail(new Error(path)); };
    document.head.append(script);
  });
  const dress = () => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = base + "share/share.css";
    document.head.append(sheet);
    return new Promise((done) => { sheet.onload = done; sheet.onerror = done; });
  };
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const base = own ? own.src.replace(/actions\/actions\.js.*$/, "") : "assets/";
  /** @type {Promise<unknown> | null} */
  let loaded = null;
  window.anlikuActions.add({ key: "share", order: 30, label: document.documentElement.getAttribute("data-ak-share") || "转发",
    on: "entry", fits: () => Boolean(document.getElementById("ak-share-data")),
    run: (entry, button) => {
      // Once they are there, the dialog opens within the tap itself: browsers ask for that before they copy.
      if (window.anlikuShare) { window.anlikuShare.open(button); return; }
      loaded = loaded || Promise.all([dress(), load("share/lines.js"), load("share/picture.js")]).then(() => load("share/dialog.js"));
      loaded.then(() => window.anlikuShare.open(button), () => { loaded = null; });
    } });
})();
