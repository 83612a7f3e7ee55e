"""What the head of a page tells machines, for every entry of the library and for hostile ones."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from anliku.publish.frame import PlainFrame
from anliku.render import render
from anliku.render.report_link import report_link
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

SITE = Site(url="https://anliku.example/", contact="编辑部 bianji@anliku.example")
HOSTILE = "“}{\\\"'</script><script>alert(1)</script>]]> %&_#$~^ <!-- 案例"


class Head(HTMLParser):
    """The head of a page: its metas, and every script element with its type."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[tuple[str, str]] = []
        self.canonical = ""
        self._type: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        found = dict(attrs)
        if tag == "meta" and "content" in found:
            self.metas.append((found.get("name") or found.get("property"), found["content"]))
        elif tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        elif tag == "script":
            self._type = found.get("type", "")

    def handle_data(self, data) -> None:
        if self._type is not None:
            self.scripts.append((self._type, data))
            self._type = None

    def handle_endtag(self, tag) -> None:
        if tag == "script":
            self._type = None

    def all(self, name: str) -> list[str]:
        return [content for key, content in self.metas if key == name]

    @property
    def data(self) -> dict:
        (text,) = [text for kind, text in self.scripts if kind == "application/ld+json"]
        return json.loads(text)


def heads(linked, site: Site) -> dict[str, tuple[str, Head]]:
    frame = PlainFrame(site)
    found = {}
    for page in render(linked, site):
        if page.entry_id:
            html = frame.wrap(page)
            found[page.entry_id] = (html, Head(html.partition("</head>")[0]))
    return found


@pytest.fixture(scope="module")
def library():
    return heads(linked_root(ROOT), SITE)


@pytest.fixture(scope="module")
def linked():
    return linked_root(ROOT)


def test_every_page_tells_title_people_and_day(library, linked) -> None:
    assert len(library) > 200
    for entry_id, (_, head) in library.items():
        entry = linked.catalog.by_id[entry_id]
        own = entry.kind.name != "source"
        assert head.all("citation_title") == [entry.title if own else entry.record.csl.title]
        if own:
            assert head.all("citation_author") == ["案例库编辑部"]
            assert head.all("citation_publication_date") == [entry.record.updated.isoformat()]
            assert head.all("citation_public_url") == [head.canonical]
            assert head.all("citation_abstract") != []
        assert head.canonical == f"https://anliku.example/{entry.address}"
        # Zotero takes Open Graph's type for the type of what is cited.
        assert head.all("og:type") == []
        assert len(head.all("z:itemType")) == 1


def test_a_case_is_a_report_with_an_institution(library) -> None:
    _, head = library["xinjiyuan-special-task"]
    assert head.all("z:itemType") == ["report"]
    assert head.all("citation_technical_report_institution") == ["案例库"]
    assert head.all("citation_technical_report_number") == ["xinjiyuan-special-task"]
    assert head.all("citation_language") == ["zh-CN"]
    assert head.all("og:image") == ["https://anliku.example/assets/share/og.png"]


def test_a_source_page_cites_the_source(library) -> None:
    _, head = library["gongyishibao-jiangwei"]
    assert head.all("z:itemType") == ["newspaperArticle"]
    assert head.all("citation_author") == ["文梅"]
    assert head.all("citation_journal_title") == ["公益时报"]
    # Our name would be taken for that of the newspaper.
    assert head.all("og:site_name") == []
    assert head.data["mainEntity"]["@type"] == "NewsArticle"


def test_names_of_institutions_are_not_torn(library) -> None:
    """Zotero cuts a name at a comma or at its last plain blank, unless it is a person's."""
    for _, head in library.values():
        for name in head.all("citation_author"):
            assert "," in name or " " not in name


def test_json_ld_says_what_a_page_is(library, linked) -> None:
    for entry_id, (_, head) in library.items():
        data = head.data
        assert data["@context"] == "https://schema.org"
        entry = linked.catalog.by_id[entry_id]
        if entry.kind.name == "source":
            assert data["mainEntity"]["name"] == entry.record.csl.title
            continue
        assert data["name"] == entry.title
        assert data["version"] == str(entry.record.version)
        assert data["dateModified"] == entry.record.updated.isoformat()
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert data["@id"] == head.canonical
    assert library["xinjiyuan-special-task"][1].data["@type"] == ["Report", "LearningResource"]
    based = library["xinjiyuan-special-task"][1].data["isBasedOn"]
    assert [work["name"] for work in based] == [
        linked.catalog.by_id["gongyishibao-jiangwei"].record.csl.title
    ]


def test_without_an_address_nothing_is_absolute() -> None:
    for entry_id, (html, head) in heads(linked_root(EXAMPLE), Site()).items():
        assert head.canonical == ""
        absolute = {name for name, content in head.metas if "://anliku" in content}
        assert absolute == set()
        assert head.all("og:image") == head.all("og:url") == []
        assert "data:image/png" not in html
        assert "@id" not in head.data
        if "shili-songfan" in entry_id:
            assert "本库还没有正式网址" in html


@pytest.fixture(scope="module")
def hostile():
    texts = {
        path.relative_to(EXAMPLE / "cases").as_posix(): path.read_text(encoding="utf-8")
        for path in (EXAMPLE / "cases").rglob("*.yml")
    }
    path = "studies/shili-louzhang.yml"
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    texts[path] = re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted}", texts[path], count=1)
    found = examine_texts(texts).linked
    assert found is not None
    return found


def test_a_hostile_title_stays_text_everywhere(hostile) -> None:
    html, head = heads(hostile, SITE)["shili-louzhang"]
    assert head.all("citation_title") == [HOSTILE]
    assert head.all("og:title") == [HOSTILE]
    assert head.data["name"] == HOSTILE
    assert "<script>alert" not in html
    assert "<!-- 案例" not in html
    _, plain = heads(linked_root(EXAMPLE), SITE)["shili-louzhang"]
    # No element more or less than with a harmless title.
    assert [kind for kind, _ in head.scripts] == [kind for kind, _ in plain.scripts]
    assert html.count("<script") == html.count("</script>")


def test_a_mistake_is_reported_by_a_letter_that_names_the_entry(hostile) -> None:
    entry = hostile.catalog.by_id["shili-louzhang"]
    link = urlsplit(report_link(entry, SITE))
    assert (link.scheme, link.path) == ("mailto", "bianji@anliku.example")
    asked = parse_qs(link.query, strict_parsing=True)
    assert asked.keys() == {"subject", "body"}
    for part in (HOSTILE, "shili-louzhang", "第 1 版"):
        assert part in asked["subject"][0]
    assert "https://anliku.example/cases/shili-louzhang.html" in asked["body"][0]
    assert "\r\n" in asked["body"][0]
    assert HOSTILE in unquote(link.query)


@pytest.mark.parametrize("contact", ["", "成都市某街某号", "微信号 anliku"])
def test_without_an_e_mail_address_the_link_leads_to_our_page(contact: str) -> None:
    page = next(p for p in render(linked_root(EXAMPLE), Site(contact=contact)) if p.entry_id)
    assert 'href="../about.html#gengzheng">指出错误' in page.body
