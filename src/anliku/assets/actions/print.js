/* 打印 needs nothing but the browser. */
window.anlikuActions.add({ key: "print", order: 40, label: document.documentElement.getAttribute("data-ak-print") || "打印",
  on: "entry", run: () => window.print() });
