"""借鉴对照表: a page for each entry with conditions; blank on paper, filled in by a script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.case import Case
from anliku.schema.model import Model, Requirement, Requirements
from anliku.schema.practice import Practice
from anliku.schema.walk import fields_of

ADDRESS = "checklists/{id}.html"
STYLE = "checklist/checklist.css"
SCRIPT = "checklist/checklist.js"


@dataclass(frozen=True, slots=True)
class Condition:
    """A row: what the case had, or what the model or practice asks for."""

    text: str
    substitute: str
    origin: str
    cite: tuple[str, ...]


def conditions_of(entry: Entry) -> tuple[Condition, ...]:
    """Return the rows of an entry: of a case 借鉴条件, else what is needed."""
    record = entry.record
    if isinstance(record, Case):
        return tuple(
            Condition(one.condition, one.substitute or "", one.origin, one.cite)
            for one in record.transfer
        )
    found: list[Condition] = []
    if isinstance(record, Practice):
        found += [Condition(one.text, "", one.origin or "", one.cite) for one in record.needs]
    if isinstance(record, Model | Practice) and record.requirements:
        found += _scales(record.requirements)
    return tuple(found)


def _scales(asked: Requirements) -> list[Condition]:
    found = []
    for key, (_, info) in fields_of(Requirements).items():
        one = getattr(asked, key)
        if isinstance(one, Requirement) and not one.example_only:
            values = "；".join(str(value) for value in getattr(one, "values"))  # noqa: B009 - each scale has its own type
            text = f"{info.title}：{values}{_unit(key, values)}"
            found.append(Condition(text, one.substitute or "", one.origin, one.cite))
    return found


def _unit(key: str, values: str) -> str:
    return "人" if key == "people" and not values.endswith(("以上", "人")) else ""


def checklist_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield the page of each published entry that has conditions."""
    for entry in linked.published:
        rows = conditions_of(entry)
        if rows:
            yield _page(entry, rows, linked, site)


def _page(entry: Entry, rows: tuple[Condition, ...], linked: LinkedCatalog, site: Site) -> Page:
    path = ADDRESS.format(id=entry.id)
    title = f"借鉴对照表：{entry.title}"
    view = View(linked, site, path)
    mark = hashlib.sha256("\n".join(row.text for row in rows).encode()).hexdigest()[:6]
    template = environment().get_template("checklist.html")
    body = template.render(v=view, entry=entry, rows=rows, title=title, mark=mark)
    about = "对照自己那里：有、没有、怎么替代，再写一条出现什么情况就停。"
    return Page(path, title, body, about, "browse", styles=(STYLE,), scripts=(SCRIPT,))
