"""Links and QR codes of 我的学习清单: the whole list in them, for good, and nothing else."""

from __future__ import annotations

import base64
import io
import re

import pytest
import zxingcpp
from PIL import Image

from anliku.disk import write_files
from anliku.pipeline import make_files, make_pages
from anliku.publish.frame import PlainFrame
from anliku.render.site import Site
from tests.browser.test_list import ENCODE, KEPT, filled, ids
from tests.library import EXAMPLE, examine_texts

AT_HOME = "https://anliku.example/"
RETIRED = "terms/shili-shuofa.yml"
VERSION_1 = (
    "1.PC8FDXqaEhIRJvFBadE2BcB"
    "AMgCUUb6WKA2FCJd1DMBtFJyRtIlwLTKmwLyRtJycoUJK1iqiQQDh7zVyg3JnxBdv4fYAyDb9r5I2k1UTIsMUlAgA5I2k5UOFAlwAAMEIYO7_uYITIskmmliGegulBBDux7yM82LPumS-eZfsWfay4"
)
VERSION_1_IN_A_QR_CODE = (
    "1.HQXQKDL2TIJBEEJG6FAWTUJWAXAEAMQASRI35FRIBWCQRF3VBTAG2FE4SG2IS4BNGKTMBPERWSOJZIKCJLLCVISBADQ6"
    "6NLSQNZGPRAXN7Q7MAGIG3627ERWSNKRGIWDCSKAQAHERWSOKQ4FAJOAAAGBBBQO575ZQIJSFSJGTJMIM6QLUUCBB3WHXSG"
    "PGYWPXJSL46MX5RM7NMXA"
)
OF_VERSION_1 = {
    "title": "新社工第二次课",
    "course": "岗前培训；20 人",
    "remarks": "带笔。\n不用背。",
    "duration": 90,
    "items": [
        {"id": "shili-songfan", "level": 1, "session": "第2次", "minutes": 40,
         "note": "先想：谁去敲门？𠮷😀 ok", "with": "shili-shouke"},
        {"id": "shili-jiutiaomu", "level": 0, "session": "课前", "minutes": 0,
         "note": "", "with": ""},
        {"id": "shili-shuofa", "level": 3, "session": "", "minutes": 0, "note": "", "with": ""},
        {"id": "meiyou-zhe-yitiao-2020", "level": 2, "session": "第一周：进场", "minutes": 15,
         "note": "<b>粗</b>", "with": ""},
    ],
}  # fmt: skip
"""A promise: links of version 1 are in other people's chats, and open for good."""


TWELVE = """() => {
  const { clean, encode, decode } = window.anlikuList;
  const all = Object.values(window.anlikuListEntries.entries).flat().map(([id]) => id);
  const longest = all.sort((a, b) => b.length - a.length).slice(0, 12);
  const [companion] = Object.values(window.anlikuListEntries.notes).flat();
  const rare = Array.from({ length: 30 }, (_, n) => String.fromCodePoint(0x9f00 + n)).join("");
  const common = "先想一想如果你在现场会怎么分工，读完写下一句话，课上带来说。";
  return [common, rare].map((note) => {
    const items = longest.map((id) =>
      ({ id, level: 1, session: "课前", minutes: 12, note, with: companion }));
    const list = clean({ title: "新社工第一次课", course: "岗前培训", duration: 90, items });
    const link = encode(list);
    const back = [decode(link), decode(encode(list, true), true)];
    const same = back.every((one) => JSON.stringify(clean(one)) === JSON.stringify(list));
    return [list.items.length, Array.from(note).length, link.length, same];
  });
}"""
MADE_UP = """() => {
  let seed = 7;
  const below = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
  const many = (most, each) => Array.from({ length: below(most + 1) }, each);
  const signs = Array.from("的一社工，。？“”<>&\\"'/ aZ09-_😀𠮷éあ龘\u3000·%#+=");
  const text = (most) => many(most, () => signs[below(signs.length)]).join("").trim();
  const id = () => ["a", ...many(3, () => "shangxia20ng"[below(12)] + below(99))].join("-");
  const sessions = ["", "课前", "课上", "课后", "第1次", "第99次", "第100次", "第一周：进场"];
  const item = () => ({ id: id(), level: below(4), session: sessions[below(8)],
    minutes: below(601), note: text(40), with: below(2) ? id() : "" });
  const { clean, encode, decode, fileOf, listIn } = window.anlikuList;
  const wrong = [];
  for (let turn = 0; turn < 300; turn++) {
    const list = clean({ title: text(80), course: text(20), remarks: text(60),
      duration: below(1441), items: many(8, item) });
    const link = encode(list);
    const back = [decode(link), decode(encode(list, true), true), listIn(fileOf(list)).list];
    const whole = JSON.stringify(list);
    const same = back.every((one) => JSON.stringify(clean(one)) === whole);
    // Chat programs leave a sign at the end of an address out of the link.
    if (!same || !/^1[.][A-Za-z0-9_-]*[A-Za-z0-9]$/.test(link)) wrong.push([whole, link]);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> str:
    """Return the folder of the example as a site with an address, one term of it taken down."""
    cases = EXAMPLE / "cases"
    texts = {
        path.relative_to(cases).as_posix(): path.read_text(encoding="utf-8")
        for path in cases.rglob("*.yml")
    }
    texts[RETIRED] = re.sub(r"(?m)^status: .*$", "status: 已撤回", texts[RETIRED], count=1)
    linked = examine_texts(texts).linked
    assert linked is not None
    site = Site(url=AT_HOME)
    folder = tmp_path_factory.mktemp("qingdan") / "示例 库"
    write_files(folder, make_files(linked, site, make_pages(linked, site), PlainFrame(site)))
    return f"{folder.as_uri()}/"


def picture(image) -> Image.Image:
    kind, _, data = image.get_attribute("src").partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def read_codes(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


def test_twelve_items_fit_a_link(opened) -> None:
    """Twelve of the longest ids with thirty characters of note, common ones or not: ≤ 2,000."""
    page = opened().open("list.html")
    sizes = page.evaluate(TWELVE)
    assert [one[:2] for one in sizes] == [[12, 30], [12, 30]]
    address = "https://yige-changchang-de-yuming.example.org/anliku/list.html#l="
    assert [len(address) + one[2] <= 2000 and one[3] for one in sizes] == [True, True]


def test_lists_come_back_from_links_and_files_as_they_were(opened) -> None:
    """A few hundred lists made up by rule: every sign, level, session and length survives."""
    page = opened().open("list.html")
    assert page.evaluate(MADE_UP) == []


@pytest.mark.parametrize(
    ("key", "text"), [("l", VERSION_1), ("L", VERSION_1_IN_A_QR_CODE)], ids=["link", "QR"]
)
def test_links_of_version_1_open(opened, shelf, key, text) -> None:
    """The links as they were given out; ids that are gone are named, or lead to what took over."""
    page = opened(shelf).open(f"list.html#{key}={text}")
    shown = page.locator("[data-al-opened]")
    shown.wait_for()
    found = page.evaluate(
        "([text, capitals]) => window.anlikuList.decode(text, capitals)", [text, key == "L"]
    )
    assert found == OF_VERSION_1
    items = shown.locator(".al-view__item")
    assert items.count() == 4
    assert "谁去敲门？𠮷😀 ok" in items.nth(0).inner_text()
    merged = items.nth(1)
    assert merged.get_by_role("link").get_attribute("href").endswith("cases/shili-songfan.html")
    assert "“shili-jiutiaomu”已并入“示例：暴雨后" in merged.inner_text()
    assert "编号 shili-shuofa 的条目已撤下" in items.nth(2).inner_text()
    assert "没有这个编号：meiyou-zhe-yitiao-2020" in items.nth(3).inner_text()
    assert "<b>粗</b>" in items.nth(3).inner_text()
    page.locator("[data-al-adopt]").click()
    assert ids(page) == [item["id"] for item in OF_VERSION_1["items"]]
    why = page.locator("[data-al-why]:visible")
    assert why.count() == 3
    assert page.evaluate(KEPT)["items"] == OF_VERSION_1["items"]


LONG = "A" * 1_000_000
HOSTILE = {
    "truncated": (f"l={VERSION_1[:90]}", "不完整"),
    "one letter changed": (f"l={VERSION_1.replace('DMBt', 'DMBu')}", "不完整"),
    "letters behind": (f"l={VERSION_1}AAAA", "不完整"),
    "newer": ("l=2.abcd", "更新的格式"),
    "much newer": ("l=999." + "x" * 50, "更新的格式"),
    "no version": ("l=abcd", "不完整"),
    "nothing": ("l=", "不完整"),
    "only a version": ("l=1.", "不完整"),
    "huge": (f"l=1.{LONG}", "太长"),
    "claims to be huge": ("l=1." + "_" * 7000, "不完整"),
    "all zero": ("l=1." + "A" * 7000, "不完整"),
    "random": ("l=1.q8Zt-0Jx_kPw3mB7vR2yLs9NcE5hGf", "不完整"),
    "bytes": ("l=%00%ff%fe%80", "不完整"),
    "half an escape": ("l=1.%E4%B8", "不完整"),
    "script": ("l=<script>window.hit=1</script>", "不完整"),
    "markup": ('l="><img src=x onerror="window.hit=1">', "不完整"),
    "proto": ("from=__proto__", "没有找到现成清单"),
    "no such list": ("from=mei-you", "没有找到现成清单“mei-you”"),
    "script as list": ("from=<img src=x onerror=window.hit=1>", "没有找到现成清单"),
    "capitals": ("L=1.abc", "不完整"),
}


def test_hostile_links_say_why_and_run_nothing(opened, folder) -> None:
    """Each one gets a clear message; the reader's own list is there, and untouched."""
    page = filled(opened(folder), title="我的")
    was = page.evaluate(KEPT)
    told = {}
    for name, (hash_, words) in HOSTILE.items():
        page.evaluate("(hash) => { location.hash = hash; }", hash_)
        error = page.locator("[data-al-error]:not([hidden])")
        error.wait_for()
        if words not in error.inner_text():
            told[name] = error.inner_text()
        assert page.locator("[data-al-editor]").is_visible(), name
        assert not page.locator("[data-al-opened]").is_visible(), name
        # The next message must be its own.
        page.evaluate("() => { location.hash = ''; }")
        page.locator("[data-al-error][hidden]").wait_for(state="attached")
    assert told == {}
    assert page.evaluate(KEPT) == was
    assert page.evaluate("() => window.hit") is None
    assert page.evaluate("() => ({}).items") is None


def test_script_in_a_note_stays_text(opened, folder) -> None:
    """A link that decodes well and holds markup everywhere shows it letter by letter."""
    evil = "<img src=x onerror='window.hit=1'>"
    watched = opened(folder)
    page = watched.open("list.html")
    everywhere = {"title": evil, "course": evil, "remarks": evil}
    items = [{"id": "wanggehua", "note": evil, "session": evil}]
    text = page.evaluate(ENCODE, {**everywhere, "items": items})
    page = watched.open(f"list.html?again#l={text}")
    shown = page.locator("[data-al-view]")
    assert shown.inner_text().count(evil) == 5
    assert shown.locator("img").count() == 0
    page.locator("[data-al-adopt]").click()
    page.locator("[data-al-message]").click()
    page.locator("[data-al-image]").click()
    page.locator("[data-al-picture] img").wait_for()
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("() => window.hit") is None


def test_codes_lead_to_the_list(opened, shelf) -> None:
    """The QR code and the one on the long picture hold the address of the site and the list."""
    page = filled(opened(shelf), ["shili-songfan", "shili-baodao"], title="扫一扫")
    page.locator("[data-al-show-qr]").click()
    image = page.locator("[data-al-qr] img")
    (address,) = read_codes(picture(image))
    assert address.startswith(f"{AT_HOME}list.html#L=1.")
    assert "扫一扫" in image.get_attribute("alt")
    page.locator("[data-al-image]").click()
    long_one = picture(page.locator("[data-al-picture] img"))
    assert long_one.height > 900
    assert read_codes(long_one) == [address]
    assert page.locator("[data-al-picture-save]").get_attribute("download") == "扫一扫.png"
    page.evaluate("(hash) => { location.hash = hash; }", address.partition("#")[2])
    shown = page.locator("[data-al-opened] .al-view__item")
    assert shown.count() == 2
    assert page.locator("[data-al-opened]").get_by_role("heading", name="扫一扫").is_visible()
