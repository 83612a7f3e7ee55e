"""GB/T 7714 and APA, item by item."""

from __future__ import annotations

import pytest

from anliku.references import apa, gbt7714, own_item
from anliku.references.item import Item
from anliku.render.site import Site
from tests.library import EXAMPLE, linked_root

NEWS: Item = {
    "id": "a",
    "type": "article-newspaper",
    "title": "社区里的一天",
    "author": [{"literal": "甲某"}],
    "container-title": "某报",
    "issued": {"date-parts": [[2020, 5, 4]]},
    "page": "6",
    "language": "zh-CN",
}
JOURNAL: Item = {
    "id": "b",
    "type": "article-journal",
    "title": "Helping out",
    "author": [
        {"family": "Doe", "given": "Jean-Luc A."},
        {"literal": "World Health Organization"},
        {"family": "Roe", "given": "T.M."},
        {"family": "Poe", "given": "Ann"},
    ],
    "container-title": "Journal of Help",
    "volume": "8",
    "issue": "2",
    "page": "1-20",
    "issued": {"date-parts": [[2021]]},
    "DOI": "10.1/x_1",
    "language": "en",
}
PAGE: Item = {
    "id": "c",
    "type": "webpage",
    "title": "怎么办？",
    "container-title": "某网",
    "URL": "https://a.example/b",
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
STANDARD: Item = {
    "id": "d",
    "type": "standard",
    "title": "某某 规则",
    "number": "GB/T 1-2025",
    "author": [{"literal": "某委"}],
}
NOTICE: Item = {
    "id": "e",
    "type": "legislation",
    "title": "某通知",
    "number": "某发〔2020〕9号",
    "author": [{"literal": "甲部"}, {"literal": "乙部"}, {"literal": "丙部"}, {"literal": "丁部"}],
    "issued": {"date-parts": [[2020, 1]]},
    "language": "zh-CN",
}
UNSURE: Item = {
    "id": "f",
    "type": "webpage",
    "title": "某文",
    "container-title": "某号（微信公众号）",
    "issued": {"literal": "4月8日（年份未写）"},
}


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (NEWS, "甲某. 社区里的一天[N]. 某报，2020-05-04（6）."),
        (
            JOURNAL,
            (
                "Doe J-L A，World Health Organization，Roe T M，et al. Helping out[J/OL]. "
                "Journal of Help，2021，8（2）：1-20. DOI:10.1/x_1."
            ),
        ),
        (PAGE, "怎么办？[EB/OL]. [2026-11-23]. https://a.example/b."),
        (STANDARD, "GB/T 1-2025　某某 规则[S]."),
        (NOTICE, "甲部，乙部，丙部，等. 某通知：某发〔2020〕9号[Z]. 2020-01."),
        (UNSURE, "某文[EB/OL]. 某号（微信公众号），4月8日（年份未写）."),
    ],
)
def test_gbt7714(item, line) -> None:
    assert gbt7714(item) == line


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (NEWS, "甲某. (2020, May 4). 社区里的一天. 某报, 6."),
        (
            JOURNAL,
            (
                "Doe, J.-L. A., World Health Organization, Roe, T. M., & Poe, A. (2021). "
                "Helping out. Journal of Help, 8(2), 1–20. https://doi.org/10.1/x_1"
            ),
        ),
        (
            PAGE,
            "怎么办？ (n.d.). 某网. Retrieved November 23, 2026, from https://a.example/b",
        ),
        (STANDARD, "某委. (n.d.). 某某 规则 (GB/T 1-2025)."),
        (
            NOTICE,
            "甲部, 乙部, 丙部, & 丁部. (2020, January). 某通知 (某发〔2020〕9号).",
        ),
        (UNSURE, "某文. (n.d.). 某号（微信公众号）."),
    ],
)
def test_apa(item, line) -> None:
    assert apa(item) == line


def test_a_name_in_han_is_never_made_initials() -> None:
    item = NEWS | {"author": [{"family": "欧阳", "given": "某某"}]}
    assert gbt7714(item).startswith("欧阳某某. ")
    assert apa(item).startswith("欧阳某某. ")


def test_an_address_that_holds_the_doi_is_enough() -> None:
    assert "DOI:" not in gbt7714(JOURNAL | {"URL": "https://doi.org/10.1/x_1"})


def test_twenty_one_authors_are_cut_as_apa_says() -> None:
    names = [{"literal": f"机构{number}"} for number in range(1, 23)]
    line = apa(NEWS | {"author": names})
    assert line.startswith("机构1, ")
    assert "机构19, . . . 机构22. " in line
    assert "机构20" not in line


def test_our_own_page_has_version_and_days() -> None:
    entry = linked_root(EXAMPLE).catalog.by_id["shili-louzhang"]
    at = "https://anliku.example/cases/shili-louzhang.html"
    seen: Item = {"accessed": {"date-parts": [[2026, 12, 1]]}}
    item = own_item(entry, Site(url="https://anliku.example")) | seen
    assert gbt7714(item) == (
        f"案例库编辑部. 示例：楼栋长排班[R/OL]. V1. （2026-01-15）[2026-12-01]. {at}."
    )
    assert apa(item) == (
        "案例库编辑部. (2026, January 15). 示例：楼栋长排班 (Version 1). 案例库. "
        f"Retrieved December 1, 2026, from {at}"
    )
    # Without an address nothing is made up: the library's name and the page in it.
    item = own_item(entry, Site()) | seen
    assert gbt7714(item).endswith("案例库：cases/shili-louzhang.html.")
    assert "http" not in apa(item)
