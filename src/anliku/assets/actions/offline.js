/* 存到手机: the page that says what can be taken along. */
const offlinePage = new URL("../../offline.html", document.currentScript.src).href;
window.anlikuActions.add({ key: "offline", order: 70, label: document.documentElement.getAttribute("data-ak-offline") || "存到手机",
  on: "entry", run: () => { location.href = offlinePage; } });
