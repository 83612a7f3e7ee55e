"""What must be found is found, high up, in the real site: over http and from its folder."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.test_must_find import LIST, fits

ASK = """async (asked) => {
  const found = [];
  for (const [query, filters] of asked) {
    try {
      const answer = await window.anliku.search(query, {filters, limit: 10});
      found.push(answer.hits.map((hit) => hit.id));
    } catch (error) {
      found.push([`!${error}`]);
    }
  }
  return found;
}"""
"""All queries one after the other in one page; what a query broke on stands in place of its ids."""


def ask(page: Page) -> list[list[str]]:
    """Return the ids that each query of the list finds, best first."""
    return page.evaluate(ASK, [[line.q, line.filters] for line in LIST])


def test_what_must_be_found_stands_high(opened) -> None:
    """Every query has one of its entries among the first answers; all that miss are named."""
    misses = [
        f"{line}：要 {'、'.join(line.want)}；得 {'、'.join(ids[: line.within]) or '无'}"
        for line, ids in zip(LIST, ask(opened().open("index.html")), strict=True)
        if not set(ids[: line.within]) & set(line.want)
    ]
    assert not misses, "\n".join([f"{len(LIST)} 条里 {len(misses)} 条没有找到", *misses])


def test_filters_hold(opened) -> None:
    """Whatever a filtered query finds has the chosen values."""
    found = zip(LIST, ask(opened().open("index.html")), strict=True)
    filtered = [(line, ids) for line, ids in found if line.filters]
    assert [str(line) for line, ids in filtered if not ids] == []
    strays = [(str(line), i) for line, ids in filtered for i in ids if not fits(i, line.filters)]
    assert strays == []


def test_folder_finds_the_same(opened, folder: str) -> None:
    """From file:// every query finds something, and the same in the same order as over http."""
    by_http = ask(opened().open("index.html"))
    by_file = ask(opened(folder).open("index.html"))
    assert [str(line) for line, ids in zip(LIST, by_http, strict=True) if not ids] == []
    apart = [
        f"{line}：http {'、'.join(one)}；file {'、'.join(other)}"
        for line, one, other in zip(LIST, by_http, by_file, strict=True)
        if one != other
    ]
    assert not apart, "\n".join(apart)
