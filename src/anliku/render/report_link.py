"""指出错误: a letter to the editors that already says which entry and version it is about."""

from __future__ import annotations

import re
from urllib.parse import quote

from anliku.catalog import Entry
from anliku.render.site import Site

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)

LINE_END = "\r\n"
"""As RFC 6068 wants it in the body of a letter."""


def report_link(entry: Entry, site: Site) -> str:
    """Return a mailto: address, or nothing when the site's contact holds no e-mail address."""
    found = E_MAIL.search(site.contact)
    if found is None:
        return ""
    subject = f"指出错误：{entry.title}（{entry.id}，第 {entry.record.version} 版）"
    lines = (
        f"条目：{entry.title}",
        f"编号：{entry.id}，第 {entry.record.version} 版",
        f"网址：{site.full(entry.address) or entry.address}",
        "哪里有错：",
        "应当是（最好附出处）：",
    )
    return f"mailto:{found[0]}?subject={quote(subject)}&body={quote(LINE_END.join(lines))}"
