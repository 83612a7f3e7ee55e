"""A made-up library of any size: real vocabularies and models, cases that were drawn by lot.

python -m tests.corpora.catalog --cases 10000 --seed 1 --to DIR [--no-search] writes what
browse.html and matrix.html need: the pages, their scripts and data, and the search.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from anliku.catalog import Catalog, Entry
from anliku.check import check
from anliku.disk import files_in, write_files
from anliku.link.linked import LinkedCatalog
from anliku.pipeline import read_all
from anliku.publish.action_files import action_files
from anliku.publish.assets import assets
from anliku.publish.browse_files import browse_files
from anliku.publish.frame import PlainFrame
from anliku.publish.output import OutputFile
from anliku.publish.search_files import search_files, search_index
from anliku.publish.search_records import search_records
from anliku.render.browse_pages import browse_pages
from anliku.render.matrix import matrix_page
from anliku.render.site import Site
from anliku.schema.kinds import KINDS
from anliku.schema.vocabulary import Vocabulary
from anliku.search import numbered, version_of
from tests.corpora.concepts import organizations, prose
from tests.corpora.writing import cases as written

ROOT = Path(__file__).parents[2]
LAST = date(2026, 11, 23)
SOURCES = (
    ("self", "本机构", False),
    ("other", "他人", False),
    ("again", "他人", False),
    ("report", "他人", True),
)
"""Names of the made-up sources, whose they are, and whether they evaluate."""
EVIDENCE = ((["self"], 30), (["other"], 45), (["other", "again"], 20), (["report"], 5))
"""Which sources a case cites, of a hundred cases."""


def library(cases: int, seed: int) -> LinkedCatalog:
    """Return a library with this many cases, the same for the same seed."""
    base = _base()
    dice = random.Random(f"catalog/{seed}")  # noqa: S311 - no secret
    makers = list(_organizations(max(8, cases // 4)))
    made = [
        *(_entry("source", f"s-{name}", _source(name, *how)) for name, *how in SOURCES),
        *(
            _entry("organization", key, {**value, **_dated(_some_day(dice))})
            for key, value in makers
        ),
        *_cases(cases, seed, dice, base, [key for key, _ in makers]),
    ]
    taught = [entry.id for entry in made if entry.kind.name == "case"][:: max(1, cases // 20)]
    made += [_entry("teaching_note", f"n-{key}", _note(key)) for key in taught]
    return LinkedCatalog.of(Catalog.of([*base, *made]))


def _base() -> list[Entry]:
    """Return the vocabularies and models of the real library, whatever else is in it."""
    files, _ = files_in(ROOT / "cases", "cases")
    kept = [file for file in files if file.path.split("/")[1] in {"vocabularies", "models"}]
    return list(check(read_all(kept)[0])[0].entries)


def _entry(kind: str, entry_id: str, value: dict[str, Any]) -> Entry:
    record = KINDS[kind].record.model_validate(value)
    return Entry(KINDS[kind], entry_id, record, None)  # type: ignore[arg-type]


def _some_day(dice: random.Random) -> date:
    return LAST - timedelta(days=dice.randrange(1500))


def _dated(day: date) -> dict[str, Any]:
    return {"status": "已发布", "version": 1, "added": f"{day}", "updated": f"{day}"}


def _source(name: str, party: str, evaluation: bool) -> dict[str, Any]:
    fact = {"id": "f1", "at": ["a"], "basis": "来源所述", "text": "说到一件事"}
    return {
        **_dated(LAST),
        "title": f"造的来源：{name}",
        "summary": "造出来的来源。",
        "csl": {"type": "article-newspaper", "title": f"造的来源：{name}"},
        "reliability": {"level": "中", "why": "造的"},
        "party": party,
        "seen": "全文",
        "rights": "造的",
        "passages": [{"id": "a", "about": "全文"}],
        "facts": [{**fact, "evaluation": True} if evaluation else fact],
    }


def _organizations(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    names = [one.full for one in organizations()]
    districts = prose()["districts"]
    for number in range(count):
        place = districts[number // len(names) % len(districts)]
        again = number // (len(names) * len(districts))
        title = f"{place}{names[number % len(names)]}{f'第{again + 1}分部' if again else ''}"
        yield (
            f"o{number:05d}",
            {
                "title": title,
                "summary": "造出来的一家机构。",
                "names": [{"name": title, "kind": "简称"}],
            },
        )


def _note(case: str) -> dict[str, Any]:
    return {
        **_dated(LAST),
        "title": f"造的一节课：{case}",
        "summary": "造出来的一节课。",
        "cases": [{"ref": case, "role": "主案例"}],
        "duration": 90,
        "objectives": [{"id": "o1", "type": "能力", "text": "会排名单"}],
        "questions": [{"id": "q1", "text": "先找谁？"}],
        "plan": [{"minutes": 90, "step": "讨论"}],
        "ethics_note": "不说出姓名",
        "authenticity": "造的",
        "authorization": "不需要",
    }


class _Values:
    """The labels of a vocabulary; the first ones are drawn more often, as in life."""

    def __init__(self, base: Sequence[Entry], scheme: str) -> None:
        record = next(entry.record for entry in base if entry.id == scheme)
        assert isinstance(record, Vocabulary)
        self.concepts = record.concepts
        self._labels = [concept.label for concept in record.concepts]
        self._weights = [1 / (place + 3) for place in range(len(self._labels))]

    def draw(self, dice: random.Random, counts: Sequence[int]) -> list[str]:
        """Draw some labels; `counts`: how many, one of them by lot."""
        drawn = dice.choices(self._labels, self._weights, k=dice.choice(counts))
        return list(dict.fromkeys(drawn))

    def above(self, label: str) -> str | None:
        """Return the label that a label stands under."""
        by_id = {concept.id: concept.label for concept in self.concepts}
        found = next(concept for concept in self.concepts if concept.label == label)
        return by_id.get(found.broader or "")


def _cases(
    count: int, seed: int, dice: random.Random, base: Sequence[Entry], makers: Sequence[str]
) -> Iterator[Entry]:
    schemes = ("beneficiaries", "tasks", "events", "phases", "places", "supported", "methods")
    values = {scheme: _Values(base, scheme) for scheme in schemes}
    models = [entry.id for entry in base if entry.kind.name == "model"]
    for number, text in enumerate(written(count, seed)):
        city = values["places"].draw(dice, [1])[0]
        cited = dice.choices([names for names, _ in EVIDENCE], [share for _, share in EVIDENCE])[0]
        fitting = dice.sample(models, dice.choice([0, 0, 1, 1, 2]))
        yield _entry(
            "case",
            f"c{number:05d}",
            {
                **_dated(_some_day(dice)),
                "title": text.record["title"],
                "takeaway": text.record["summary"][:45],
                "summary": text.record["summary"],
                "keywords": text.record["tags"],
                "place": {"province": values["places"].above(city), "city": city},
                "beneficiaries": values["beneficiaries"].draw(dice, [1, 1, 2, 2, 3]),
                "tasks": values["tasks"].draw(dice, [1, 2, 2, 3, 4]),
                "events": values["events"].draw(dice, [1]),
                "phases": values["phases"].draw(dice, [1, 1, 2]),
                "supported": values["supported"].draw(dice, [0, 0, 1]),
                "methods": values["methods"].draw(dice, [0, 1, 1]),
                "models": [{"ref": model, "fit": "部分相似"} for model in fitting],
                "actors": [
                    {"ref": maker, "role": "参与"}
                    for maker in dice.sample(makers, dice.choice([1, 1, 2]))
                ],
                "lessons": [{"text": "造的", "cite": [f"s-{name}#f1" for name in cited]}],
            },
        )


def site_files(linked: LinkedCatalog, *, search: bool = True) -> Iterator[OutputFile]:
    """Yield what the pages of browsing need; without the search much sooner."""
    site, frame = Site(), PlainFrame(Site())
    for page in (
        *browse_pages(linked, site, "找案例", ("case", "model")),
        matrix_page(linked, site, "矩阵"),
    ):
        yield OutputFile.text(page.path, frame.wrap(page))
    yield from action_files()
    yield from assets()
    records = search_records(linked, ())
    index = search_index(linked, records) if search else {}
    yield from search_files(index) if search else ()
    yield from browse_files(linked, [one.id for one in numbered(records)], version_of(index))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora.catalog", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--no-search", action="store_true")
    options = parser.parse_args(arguments)
    linked = library(options.cases, options.seed)
    write_files(options.to, tuple(site_files(linked, search=not options.no_search)))


if __name__ == "__main__":
    main()
