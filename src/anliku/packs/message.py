"""群通知与作业: plain text for the class's group chat. A phone shows no table."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.packs.outline import Outline, Part, Reading


def message(outline: Outline) -> str:
    """Return three messages to copy one after the other: before, homework, after class."""
    blocks = [_before(outline)]
    homework = [one for lesson in outline.lessons for one in lesson.assignments]
    if homework:
        blocks.append(["【作业】", *(f"{n}. {one}" for n, one in enumerate(homework, 1))])
    after = [part for part in outline.parts if part.when == "课后"]
    if after:
        blocks.append(["【课后读】", *_reading(after)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _before(outline: Outline) -> list[str]:
    lines = [f"【课前通知】{outline.title}"]
    lines += [f"{label}：{value}" for label, value in outline.facts if label in ("对象", "时长")]
    lines += ["时间：（请填）", "地点或会议号：（请填）", "带一支笔；手机先静音。"]
    before = [part for part in outline.parts if part.when == "课前"]
    lines += _reading(before) if before else ["课前不用读材料，A 页当场发。"]
    if before and outline.lessons:
        lines.append("课上的案例当场发，先别去找，知道了结果课就没有意思了。")
    return lines


def _reading(parts: list[Part]) -> Iterator[str]:
    for part in parts:
        minutes = f"（约 {part.minutes} 分钟）" if part.minutes else ""
        yield f"{part.title}{minutes}"
        if part.note:
            yield part.note
        for number, one in enumerate(part.readings, 1):
            yield f"{number}. 【{one.importance}】{one.title}{_minutes(one)}"
            if one.tip:
                yield f"   想一想：{one.tip}"
            yield f"   {one.a_page or one.address}"


def _minutes(one: Reading) -> str:
    return f"，{one.minutes} 分钟" if one.minutes else ""
