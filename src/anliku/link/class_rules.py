"""Rules on teaching notes and reading lists that need other entries."""

from __future__ import annotations

from functools import partial

from anliku.catalog import Entry
from anliku.check.nearest import suggest
from anliku.check.rule import Finding
from anliku.diagnostic import Severity
from anliku.link.class_names import hidden_names, seen_in
from anliku.link.class_pages import a_page
from anliku.link.linked import LinkedCatalog
from anliku.link.reading_plan import list_time
from anliku.link.rule import Found
from anliku.schema.reading_list import ReadingList
from anliku.schema.teaching_note import TeachingNote


def a_page_gives_nothing_away(linked: LinkedCatalog) -> Found:
    """A 页的题名、正文和读 B 页之前的题，不露案例的题名和要隐去的名称；草稿只提醒。"""
    for entry in linked.catalog.of_kind("teaching_note"):
        page = a_page(entry, linked)
        if page is None:
            continue
        names = hidden_names(entry, linked)
        weight = _weight(entry)
        for name in seen_in(page.title, names):
            message = f"A 页题名露出了“{name}”"
            hint = "换一个中性的题名，例如“一家社工机构与社区防疫分工”"
            yield entry, Finding(("a_page", "title"), message, hint, severity=weight)
        text = "\n".join(piece for part in page.parts for piece in part)
        for name in seen_in(text, names):
            hint = "在 a_page.text 里用不带这个名称的话另写一段；机构名由程序换，别的名称要自己改"
            message = f"A 页正文露出了“{name}”"
            record = entry.record
            own = isinstance(record, TeachingNote) and record.a_page and record.a_page.text
            where = ("a_page", "text") if own else ("a_page", "shows")
            yield entry, Finding(where, message, hint, severity=weight)
        asked = [("a_page", "ask", page.ask)] if page.ask else []
        for where_key, key, words in asked:
            for name in seen_in(words, names):
                message = f"A 页最后一问露出了“{name}”"
                yield (
                    entry,
                    Finding((where_key, key), message, "换一个不带名称的问法", severity=weight),
                )
        yield from _asked_before_b(entry, linked)


def _asked_before_b(entry: Entry, linked: LinkedCatalog) -> Found:
    page, record = a_page(entry, linked), entry.record
    if page is None or not isinstance(record, TeachingNote):
        return
    names = hidden_names(entry, linked)
    for question in page.questions:
        for name in seen_in(question.text, names):
            where = ("questions", record.questions.index(question), "text")
            message = f"{question.id} 在读 B 页之前问，却露出了“{name}”"
            hint = "改称“这家机构”，或把它排到读 B 页之后"
            yield entry, Finding(where, message, hint, severity=_weight(entry))


def theory_sources_are_sources(linked: LinkedCatalog) -> Found:
    """理论依据的 source 是已发布的资料来源。"""
    sources = {entry.id: entry for entry in linked.catalog.of_kind("source")}
    for entry in linked.catalog.of_kind("teaching_note"):
        if not isinstance(entry.record, TeachingNote):
            continue
        for index, theory in enumerate(entry.record.theories):
            ref = theory.source
            if not ref or ref in linked.catalog.unread:
                continue
            where = ("theories", index, "source")
            if ref not in sources:
                hint = partial(suggest, ref, sources)
                yield entry, Finding(where, f"没有资料来源 {ref}", hint)
            elif entry.is_published and not sources[ref].is_published:
                message = f"{ref} 还没有发布，读者看不到"
                yield entry, Finding(where, message, "先发布这个来源，或换一个")


def lists_name_notes_and_questions(linked: LinkedCatalog) -> Found:
    """学习清单配的案例使用说明是讲这个条目的，已经发布，题号在它里面有。"""
    for entry in linked.catalog.of_kind("reading_list"):
        if not isinstance(entry.record, ReadingList):
            continue
        for number, section in enumerate(entry.record.sections):
            for index, item in enumerate(section.items):
                path = ("sections", number, "items", index)
                if not item.teaching_note:
                    if item.questions:
                        hint = "加上 teaching_note: 使用说明的编号"
                        message = "写了题号，没有写是哪份使用说明的题"
                        yield entry, Finding((*path, "questions"), message, hint)
                    continue
                note = linked.catalog.by_id.get(item.teaching_note)
                if note is None:  # AK401 says so
                    continue
                where = (*path, "teaching_note")
                record = note.record
                if not isinstance(record, TeachingNote):
                    message = f"{note.id} 是{note.kind.label}，不是案例使用说明"
                    yield entry, Finding(where, message, "改成使用说明的编号")
                    continue
                if item.ref not in {link.ref for link in record.cases}:
                    taught = "、".join(link.ref for link in record.cases)
                    message = f"{note.id} 不讲 {item.ref}"
                    yield entry, Finding(where, message, f"它讲的是：{taught}")
                if entry.is_published and not note.is_published:
                    message = f"{note.id} 还是{record.status}，读者看不到"
                    yield entry, Finding(where, message, "先发布它，或暂时删去这一项")
                known = [question.id for question in record.questions]
                for at, question_id in enumerate(item.questions):
                    if question_id not in known:
                        yield (
                            entry,
                            Finding(
                                (*path, "questions", at),
                                f"{note.id} 里没有题 {question_id}",
                                partial(suggest, question_id, known),
                            ),
                        )


def lists_fit_their_class(linked: LinkedCatalog) -> Found:
    """学习清单一节里的条目，放得进这一节的分钟；放不下只提醒，页面也会写明差多少。"""
    for entry in linked.catalog.of_kind("reading_list"):
        time = list_time(entry, linked)
        for number, section in enumerate(time.sections):
            if section.over > 0:
                message = (
                    f"“{section.section.title}”里的条目要 {section.minutes} 分钟，"
                    f"比这一节多 {section.over} 分钟"
                )
                hint = "减条目，用 where 写明只读哪里，或把一些挪到课前"
                where = ("sections", number)
                yield entry, Finding(where, message, hint, severity=Severity.WARNING)


def _weight(entry: Entry) -> Severity:
    return Severity.WARNING if entry.record.status == "草稿" else Severity.ERROR
