"""What is said about mistakes inside brackets."""

from __future__ import annotations

from anliku.read.slip import Slip, snippet

PARTNER = {"[": "]", "{": "}"}
WIDE_OPENERS = {"【": "[", "［": "[", "｛": "{"}
WIDE_CLOSERS = {"】": "]", "］": "]", "｝": "}"}
_WIDE_PAIRS = {"】": "【", "］": "［", "｝": "｛"}


def is_wide_closer(words: str, opener: str) -> bool:
    """Tell whether a text ends with a full-width bracket that was to close this one."""
    last = words[-1]
    fits = last in WIDE_CLOSERS and WIDE_CLOSERS[last] == PARTNER[opener]
    return fits and _WIDE_PAIRS[last] not in words


def bracket_in_text(text: str, char: str) -> Slip:
    """Explain `{text: 甲 [@a#F1]}`."""
    return Slip(
        "AK055",
        0,
        f"“{snippet(text)}”后面有“{char}”，会被当作列表或键值组",
        f'给整个值加半角双引号，写成 "{snippet(text)} {char}…{PARTNER[char]}"',
    )


def no_key(char: str) -> Slip:
    """Explain `{{name}}`."""
    return Slip(
        "AK023",
        0,
        f"“{{{char}”之间缺键名，读不成键值组",
        "每一项写成“键: 值”；若是正文（如“{{…}}”），给整个值加半角双引号",
    )


def unpaired(opener: str, char: str, line: int) -> Slip:
    """Explain `[甲, 乙}`."""
    return Slip(
        "AK048",
        0,
        f"“{opener}”没有对应的“{PARTNER[opener]}”，第 {line + 1} 行先遇到了“{char}”",
        f"在“{char}”前面补上“{PARTNER[opener]}”；若该用“{PARTNER[opener]}”，把“{char}”改成它",
    )


def stray(char: str) -> Slip:
    """Explain `{cite: a#F1], role: 乙}`."""
    opener = "[" if char == "]" else "{"
    return Slip(
        "AK048",
        0,
        f"“{char}”前面没有对应的“{opener}”",
        f"在这一项的值的开头补上“{opener}”，或删去“{char}”",
    )


def unclosed(opener: str, missing: str) -> Slip:
    """Explain `[甲, 乙` up to the end."""
    return Slip(
        "AK048",
        0,
        f"“{opener}”没有闭合，缺“{PARTNER[opener]}”",
        f"在这一项的末尾补上“{missing}”；若是正文，给整个值加半角双引号",
    )


def wide_opener(char: str) -> Slip:
    """Explain `{cite: 【a#F1]}`."""
    half = WIDE_OPENERS[char]
    return Slip(
        "AK047",
        0,
        f"“{char}”是全角括号，读不成列表或键值组",
        f"把“{char}”改成半角“{half}”，和后面的“{PARTNER[half]}”成对",
    )


def wide_closer(opener: str, char: str) -> Slip:
    """Explain `[甲, 乙】`."""
    return Slip(
        "AK047",
        0,
        f"“{opener}”是半角，“{char}”却是全角",
        f"把“{char}”改成半角“{PARTNER[opener]}”",
    )


def extra_comma() -> Slip:
    """Explain `[甲,, 乙]`."""
    return Slip("AK051", 0, "这里多了一个逗号", "删去这个逗号")


def missing_comma(what: str) -> Slip:
    """Explain `["甲" "乙"]`."""
    return Slip("AK052", 0, f"“{what}”前面缺逗号", "在它前面加半角逗号和一个空格")


def missing_comma_above(key: str) -> Slip:
    """Explain `{a: 甲` and on the next line `b: 乙}`."""
    return Slip("AK052", 0, f"下一行的“{key}”前面缺逗号", "在这一行末尾加一个半角逗号")


def missing_comma_before_key(key: str) -> Slip:
    """Explain `{a: 甲 b: 乙}`."""
    return Slip(
        "AK052",
        0,
        f"“{key}”前面缺逗号",
        f"在“{key}”前面加半角逗号和一个空格，写成“, {key}: ”；若是正文，给值加半角双引号",
    )


def key_on_two_lines(text: str) -> Slip:
    """Explain `{甲` and on the next line `b: 乙}`."""
    return Slip(
        "AK052",
        0,
        f"“{snippet(text)}”分在两行，中间缺冒号或逗号",
        "每一项写成“键: 值”，项与项之间用半角逗号加空格隔开",
    )


def wide_mark_between(char: str) -> Slip:
    """Explain `["甲"，"乙"]`."""
    return Slip("AK050", 0, f"两项之间用了“{char}”", f"把“{char}”改成半角逗号加一个空格")


def wide_colon_after(text: str) -> Slip:
    """Explain `{"a"：甲}`."""
    name = snippet(text)
    return Slip(
        "AK025",
        0,
        f"“{name}”后面是全角冒号“：”",
        f"把“：”改成半角冒号加一个空格，写成“{name}: ”",
    )


def glued_colon(text: str) -> Slip:
    """Explain `{a:[甲]}`."""
    name = snippet(text)
    return Slip("AK026", 0, f"“{name}”的冒号后面缺空格", f"在冒号后面加一个空格，写成“{name}: ”")


def doubled_colon() -> Slip:
    """Explain `{a: : 甲}`."""
    return Slip("AK028", 0, "冒号写重了", "只留一个半角冒号，后面空一格")


def colon_in_value(text: str) -> Slip:
    """Explain `{a: 甲 12: 乙}`."""
    return Slip(
        "AK030",
        0,
        f"值“{snippet(text)}”里又有“冒号＋空格”",
        "把它改成全角冒号“：”，或给整个值加半角双引号",
    )


def pair_in_list(text: str) -> Slip:
    """Explain `[注意: 甲]`."""
    return Slip(
        "AK053",
        0,
        f"方括号里写了“{snippet(text)}: …”，会读成键值组",
        "若是键值组，放进花括号，写成“[{键: 值}]”；若是正文，把“: ”改成全角“：”",
    )


def no_colon(text: str) -> Slip:
    """Explain `{ref, role: 乙}`."""
    return Slip(
        "AK027",
        0,
        f"花括号里的“{snippet(text)}”缺冒号，读不出键和值",
        "每一项写成“键: 值”，半角冒号后面空一格",
    )


def split_value(text: str) -> Slip:
    """Explain `{text: 他说好,然后走了}`."""
    return Slip(
        "AK054",
        0,
        f"花括号里的“{snippet(text)}”前面是半角逗号，被拆成了另一项，却没有冒号",
        "若是前一个值的一部分，把这个半角逗号改成全角“，”（数字里的逗号删去），"
        "或给整个值加半角双引号；若是新的一项，写成“键: 值”",
    )


def text_after_quote(words: str) -> Slip:
    """Explain `{a: "甲"乙}`."""
    return Slip(
        "AK045",
        0,
        f"引号闭合之后还有文字“{snippet(words)}”",
        "把它移到引号里面；若是新的一项，在它前面加半角逗号和空格",
    )
