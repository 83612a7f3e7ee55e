"""Rules on teaching notes and reading lists that one entry alone can break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.check.nearest import suggest
from anliku.check.rule import Finding
from anliku.diagnostic import Severity
from anliku.schema.reading_list import ReadingList
from anliku.schema.reading_speed import characters
from anliku.schema.teaching_note import SHOWN, TeachingNote

SYNOPSIS_LIMIT = 300
WHOLE_WEIGHT = 100


def questions_serve_objectives(entry: Entry) -> Iterator[Finding]:
    """每道启发思考题对应教学目标，每个教学目标都有题；草稿只提醒。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    weight = _weight(entry)
    served = {objective for question in note.questions for objective in question.objectives}
    for index, question in enumerate(note.questions):
        if not question.objectives:
            message = f"{question.id} 没有写对应哪个教学目标"
            hint = (
                f"加上 objectives: [目标编号]，可用的有：{'、'.join(o.id for o in note.objectives)}"
            )
            yield Finding(("questions", index), message, hint, severity=weight)
    for index, objective in enumerate(note.objectives):
        if objective.id not in served:
            message = f"目标 {objective.id} 没有题来练"
            hint = "给一道题的 objectives 加上它，或删去这个目标"
            yield Finding(("objectives", index), message, hint, severity=weight)


def teaching_note_has_its_measure(entry: Entry) -> Iterator[Finding]:
    """启发思考题 3—8 题，关键要点 3—7 条；草稿只提醒。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    weight = _weight(entry)
    if not 3 <= len(note.questions) <= 8:
        message = f"启发思考题有 {len(note.questions)} 题"
        yield Finding(("questions",), message, "写 3—8 题", severity=weight)
    if not 3 <= len(note.key_points) <= 7:
        message = f"关键要点有 {len(note.key_points)} 条"
        yield Finding(("key_points",), message, "写 3—7 条", severity=weight)


def online_variant_adds_up(entry: Entry) -> Iterator[Finding]:
    """线上版各环节的分钟合计等于时长；草稿只提醒。"""
    note = entry.record
    if not isinstance(note, TeachingNote) or not note.online_variant:
        return
    total = sum(step.minutes for step in note.online_variant)
    if total != note.duration:
        message = f"线上版合计 {total} 分钟，时长写的是 {note.duration}"
        hint = "改线上版各环节的分钟；线上要另有时长的，另写一份使用说明"
        yield Finding(("online_variant",), message, hint, severity=_weight(entry))


def question_minutes_fit_the_plan(entry: Entry) -> Iterator[Finding]:
    """题目写了分钟的，在课堂计划里有它的环节，而且分钟放得下；草稿只提醒。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    weight = _weight(entry)
    minutes = {question.id: question.minutes for question in note.questions}
    for index, question in enumerate(note.questions):
        if question.minutes is None:
            continue
        where = ("questions", index, "minutes")
        steps = [step for step in note.plan if question.id in step.questions]
        if not steps:
            hint = f"在一个环节里加上 questions: [{question.id}]，或删去这一题的 minutes"
            yield Finding(where, f"课堂计划里没有 {question.id}", hint, severity=weight)
        elif all(len(step.questions) == 1 for step in steps):
            planned = sum(step.minutes for step in steps)
            if planned != question.minutes:
                message = f"{question.id} 写 {question.minutes} 分钟，课堂计划里是 {planned} 分钟"
                yield Finding(where, message, "两处改成一样", severity=weight)
    for index, step in enumerate(note.plan):
        known = [minutes.get(number) or 0 for number in step.questions]
        if len(known) > 1 and sum(known) > step.minutes:
            message = f"这一环节 {step.minutes} 分钟，里面的题合计 {sum(known)} 分钟"
            hint = "改环节的分钟，或改题目的分钟"
            yield Finding(("plan", index, "minutes"), message, hint, severity=weight)


def synopsis_is_short(entry: Entry) -> Iterator[Finding]:
    """案例概要不超过 300 字。"""
    note = entry.record
    if isinstance(note, TeachingNote) and note.synopsis:
        count = characters(plain(note.synopsis))
        if count > SYNOPSIS_LIMIT:
            message = f"案例概要有 {count} 字"
            yield Finding(("synopsis",), message, "删到 300 字以内；细节留在案例页上")


def theories_have_sources(entry: Entry) -> Iterator[Finding]:
    """理论依据都有出处：写 source 或 cite；没有来源的理论不写。"""
    note = entry.record
    if isinstance(note, TeachingNote):
        for index, theory in enumerate(note.theories):
            if not theory.source and not theory.cite:
                yield Finding(
                    ("theories", index),
                    f"理论“{theory.name}”没有出处",
                    "加上 source: 来源编号，或 cite: [来源编号#事实编号]；没有来源就删去",
                )


def class_parts_exist(entry: Entry) -> Iterator[Finding]:
    """答题要点、线上版、使用记录里的题号都有，目标和题的编号不重复。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    questions = [question.id for question in note.questions]
    yield from _repeated([o.id for o in note.objectives], "objectives", "目标")
    yield from _repeated(questions, "questions", "题")
    for index, answer in enumerate(note.answer_points):
        where = ("answer_points", index, "question")
        yield from _unknown([answer.question], questions, where)
    for index, step in enumerate(note.online_variant):
        where_step: tuple[str | int, ...] = ("online_variant", index, "questions")
        yield from _unknown(step.questions, questions, where_step, is_list=True)
    for index, use in enumerate(note.log):
        yield from _unknown(use.stuck, questions, ("log", index, "stuck"), is_list=True)


def rubric_adds_up(entry: Entry) -> Iterator[Finding]:
    """评分标准写了占比的，各项合计 100。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    weights = [row.weight for row in note.rubric if row.weight is not None]
    if weights and (sum(weights) != WHOLE_WEIGHT or len(weights) < len(note.rubric)):
        message = f"评分标准的占比合计 {sum(weights)}"
        if len(weights) < len(note.rubric):
            message = "评分标准只有几项写了占比"
        yield Finding(("rubric",), message, "每项都写 weight，合计 100；或者都不写")


def a_page_shows_known_fields(entry: Entry) -> Iterator[Finding]:
    """A 页有正文：写 text，或写 shows；shows 里只写 A 页能用的案例字段。"""
    note = entry.record
    if not isinstance(note, TeachingNote) or note.a_page is None:
        return
    page = note.a_page
    for index, key in enumerate(page.shows):
        if key not in SHOWN:
            where = ("a_page", "shows", index)
            yield Finding(where, f"A 页不能用字段 {key}", partial(suggest, key, SHOWN))
    if not page.text and not page.shows:
        hint = "加上 shows: [situation]，或用 text 另写一段"
        yield Finding(("a_page",), "A 页没有正文", hint)


def sections_fit_the_class(entry: Entry) -> Iterator[Finding]:
    """学习清单课上各节的分钟合计不超过时长。"""
    record = entry.record
    if not isinstance(record, ReadingList) or record.duration is None:
        return
    stated = [
        section.minutes or 0
        for section in record.sections
        if (section.when or section.title[:2]) not in ("课前", "课后")
    ]
    if sum(stated) > record.duration:
        message = f"课上各节合计 {sum(stated)} 分钟，时长写的是 {record.duration}"
        hint = "改时长，或改各节的分钟；不在课上读的，写 when: 课前 或 when: 课后"
        yield Finding(("duration",), message, hint)


def _weight(entry: Entry) -> Severity:
    return Severity.WARNING if entry.record.status == "草稿" else Severity.ERROR


def _unknown(
    used: Iterable[str],
    known: list[str],
    where: tuple[str | int, ...],
    *,
    is_list: bool = False,
) -> Iterator[Finding]:
    for index, item in enumerate(used):
        if item not in known:
            path = (*where, index) if is_list else where
            hint = partial(suggest, item, list(dict.fromkeys(known)))
            yield Finding(path, f"没有题 {item}", hint)


def _repeated(ids: list[str], key: str, word: str) -> Iterator[Finding]:
    for index, one in enumerate(ids):
        if one in ids[:index]:
            yield Finding((key, index, "id"), f"{word} {one} 写了两个", "换一个没有用过的编号")
