"""Rules on links inside prose: they lead to entries that readers can see, and prove no figures."""

from __future__ import annotations

from functools import partial

from anliku.catalog import Catalog
from anliku.catalog.prose import entry_links, sentences
from anliku.check.nearest import nearest
from anliku.check.rule import Finding
from anliku.link.figures import figures, in_words
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import Found
from anliku.schema.guide import Guide
from anliku.schema.text import is_entry_id
from anliku.schema.walk import prose


def prose_links_lead_somewhere(linked: LinkedCatalog) -> Found:
    """正文里 [[…]] 连到的条目都在，不是自己；已发布的条目只连读者看得到的。"""
    catalog = linked.catalog
    for entry in catalog.entries:
        for path, text in prose(entry.record):
            for ref in dict.fromkeys(link.ref for link in entry_links(text)):
                target = catalog.by_id.get(ref)
                if not is_entry_id(ref) or ref in catalog.unread:
                    continue  # how it is written is a rule of its own
                if target is None:
                    hint = partial(_meant, ref, catalog)
                    yield entry, Finding(path, f"正文连到的条目 {ref} 没有", hint)
                elif target is entry:
                    yield (
                        entry,
                        Finding(path, f"正文连到了自己：{ref}", "去掉 [[ ]]，只留文字"),
                    )
                elif entry.is_published and not target.is_published:
                    message = f"正文连到的 {ref} 还是{target.record.status}，读者看不到"
                    yield entry, Finding(path, message, "先发布它，或去掉 [[ ]]，只留文字")


def _meant(ref: str, catalog: Catalog) -> str:
    """Say which entry was probably meant."""
    for merged in catalog.merged:
        if merged.id == ref:
            into = merged.stub.merged_into
            return f"它已并入 {into}，改写成 [[{into}|……]]"
    close = nearest(ref, catalog.by_id)
    if close:
        return f"是不是 {close}（{catalog.by_id[close].title}）？改编号，或去掉 [[ ]]"
    return "改成已有的条目编号，也就是 cases/ 里的文件名；还没有这个条目的，去掉 [[ ]]"


def linked_sentences_hold_no_figures(linked: LinkedCatalog) -> Found:
    """导读里只连到条目、没有出处的句子，不写数字。"""
    for entry in linked.catalog.entries:
        if not (entry.is_published and isinstance(entry.record, Guide)):
            continue
        for path, text in prose(entry.record):
            for sentence in sentences(text):
                if sentence.covered or not sentence.links:
                    continue
                for figure in sorted(figures(sentence.text)):
                    message = f"数字 {in_words(figure)} 没有出处：{sentence.text[:24]}"
                    yield entry, Finding(path, message, "在句末加 [@来源编号#事实编号]，或删去数字")
