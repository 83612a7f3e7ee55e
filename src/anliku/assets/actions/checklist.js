/* 借鉴对照表: from the head of an entry to its sheet, where it has one; the link stands with its conditions. */
const sheetLink = () => document.querySelector(".ak-body a[href*='checklists/']");
window.anlikuActions.add({ key: "checklist", order: 25, label: document.documentElement.getAttribute("data-ak-checklist") || "借鉴对照表",
  on: "entry", fits: () => Boolean(sheetLink()), run: () => { location.href = sheetLink().href; } });
