"""What a template can ask for: one view a page, so that citation numbers begin anew."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from anliku.catalog import Entry
from anliku.catalog.prose import EntryLink, plain
from anliku.check.complete import unsaid_words
from anliku.link.edges import Edge
from anliku.link.evidence import Evidence
from anliku.link.facts import FactPlace
from anliku.link.linked import LinkedCatalog
from anliku.link.related import Related, related
from anliku.references import Item, source_item
from anliku.render.around import Surroundings, surroundings
from anliku.render.cards import Card, card
from anliku.render.citations import Citations, Reference
from anliku.render.citing import Written, cited
from anliku.render.conditions import Sheet, sheet_of
from anliku.render.dated import case_years
from anliku.render.icons import icon
from anliku.render.prose import prose_html
from anliku.render.questions import Questions
from anliku.render.report_link import report_link
from anliku.render.sharing import Shared, shared
from anliku.render.site import Site
from anliku.render.teaching import Teaching
from anliku.render.time_figure import Strip, strip
from anliku.schema.edtf import in_words
from anliku.schema.field import fact_about
from anliku.schema.kinds import KINDS, Kind
from anliku.schema.relations import Relation
from anliku.schema.vocabulary import Concept
from anliku.schema.walk import fields_of, walk


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a page, for 本页内容."""

    id: str
    title: str


class View(Questions, Teaching):
    """The library as one page sees it."""

    kinds = KINDS

    def __init__(self, linked: LinkedCatalog, site: Site, path: str) -> None:
        self.linked, self.site, self.path = linked, site, path
        self.base = "../" * path.count("/")
        self.citations = Citations(linked.facts)
        self.headings: list[Heading] = []

    def heading(self, anchor: str, title: str) -> str:
        """Note a section for the table of contents; returns nothing to show."""
        self.headings.append(Heading(anchor, title))
        return ""

    def url(self, address: str) -> str:
        """Return the way from this page to an address from the root."""
        page, mark, anchor = address.partition("#")
        return f"#{anchor}" if mark and page == self.path else f"{self.base}{address}"

    def entry(self, entry_id: str) -> Entry | None:
        """Return an entry that readers can see."""
        found = self.linked.catalog.by_id.get(entry_id)
        return found if found is not None and found.is_published else None

    def name(self, entry_id: str) -> str:
        """Return the title of any entry."""
        return self.linked.title_of(entry_id)

    def card(self, entry: Entry) -> Card:
        """Return what a list says of an entry."""
        return card(entry, self.linked)

    def sheet(self, entry: Entry) -> Sheet | None:
        """Return the 借鉴对照表 of an entry."""
        return sheet_of(entry, self.linked)

    def of_kind(self, *names: str) -> tuple[Entry, ...]:
        """Return published entries of some kinds."""
        return tuple(e for e in self.linked.published if e.kind.name in names)

    def cite(self, refs: tuple[str, ...]) -> Markup:
        """Return citation marks."""
        return self.citations.mark(tuple(refs))

    def references(self) -> tuple[Reference, ...]:
        """Return the numbered list so far."""
        return self.citations.all()

    def prose(self, text: str) -> Markup:
        """Return prose as HTML with marks."""
        return prose_html(text, self.citations.mark, self.link)

    def link(self, link: EntryLink) -> Markup:
        """Return a link to an entry; only its words where readers cannot see it."""
        words, found = link.words or self.name(link.ref), self.entry(link.ref)
        if found is None:
            return escape(words)
        return Markup('<a href="{}">{}</a>').format(self.url(found.address), words)

    def inline(self, text: str) -> Markup:
        """Return one paragraph of prose without the paragraph."""
        html = self.prose(text)
        return Markup(html.strip().removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - from prose_html

    def plain(self, text: str) -> str:
        """Return prose without marks, for cards and heads."""
        return " ".join(plain(text, self.name).split())

    def icon(self, name: str) -> Markup:
        """Return an icon."""
        return icon(name)

    def label(self, kind: str, key: str) -> str:
        """Return the label of a field."""
        record: type = KINDS[kind].record
        return fields_of(record)[key][1].title or key

    def evidence(self, entry: Entry) -> Evidence | None:
        """Return the evidence of an entry."""
        return self.linked.evidence.get(entry.id)

    def related(self, entry: Entry) -> tuple[Related, ...]:
        """Return related entries with reasons."""
        return related(entry, self.linked)

    def surroundings(self, entry: Entry) -> Surroundings | None:
        """Return what lies round an entry, drawn and in words."""
        return surroundings(entry, self.linked)

    def strip(self, entry: Entry) -> Strip | None:
        """Return the dates of a case as a drawing."""
        return strip(entry)

    def years_of(self, entry: Entry) -> list[int]:
        """Return the years under which a case stands on the timeline."""
        return sorted({row.year for row in case_years([entry])})

    def backlinks(self, entry: Entry) -> dict[Relation, list[Edge]]:
        """Return links of published entries to this one by relation.

        相关 ones and a case's teaching notes stand elsewhere.
        """
        found: dict[Relation, list[Edge]] = defaultdict(list)
        for edge in self.linked.incoming.get(entry.id, ()):
            is_below = edge.relation.kind == "teaching_note" and entry.kind.name == "case"
            if edge.origin.is_published and edge.relation.field != "related" and not is_below:
                found[edge.relation].append(edge)
        named = {edge.origin.id for edges in found.values() for edge in edges}
        for edge in self.linked.mentioned.get(entry.id, ()):
            if edge.origin.is_published and edge.origin.id not in named:
                found[edge.relation].append(edge)
        return dict(found)

    def mentions(self, entry: Entry, *kinds: str) -> list[Entry]:
        """Return the published entries of some kinds that an entry's prose links to, in order."""
        edges = self.linked.mentions.get(entry.id, ())
        return [e.target for e in edges if e.target.kind.name in kinds and e.target.is_published]

    def links(self, entry: Entry, field: str) -> list[Edge]:
        """Return the links that an entry stores in a field."""
        edges = self.linked.outgoing.get(entry.id, ())
        return [edge for edge in edges if edge.relation.field == field]

    def unstated(self, entry: Entry) -> list[str]:
        """Return what the source does not say, in words."""
        return [unsaid_words(entry.kind.record, path) for path in entry.record.unstated]

    def concept(self, scheme: str, label: str) -> Concept | None:
        """Return a concept by its label."""
        return self.linked.concepts.get(scheme, {}).get(label)

    def notices(self, entry: Entry) -> list[str]:
        """Return the notices that an entry's values carry (时效)."""
        found: dict[str, None] = {}
        for _, info, value in walk(entry.record):
            scheme = fact_about(info, "vocabulary")
            concept = self.concept(scheme, value) if scheme and isinstance(value, str) else None
            if concept and concept.notice:
                found[concept.notice] = None
        return list(found)

    def date(self, day: date) -> str:
        """Return a day as readers write it."""
        return in_words(day.isoformat())

    def edtf(self, text: str) -> str:
        """Return a date of any precision in words."""
        return in_words(text)

    def echoed(self, place: FactPlace) -> tuple[Entry, ...]:
        """Return the other published sources that state a fact as well."""
        ids = dict.fromkeys(ref.partition("#")[0] for ref in place.fact.also)
        return tuple(entry for entry in map(self.entry, ids) if entry is not None)

    def echoes(self, source_id: str) -> tuple[FactPlace, ...]:
        """Return the facts, stored at another source, that a source states as well."""
        return self.linked.facts.echoes.get(source_id, ())

    def cited(self, entry: Entry) -> tuple[Written, ...]:
        """Return how to cite an entry, or of a source the work itself, in every format."""
        return cited(entry, self.site)

    def shared(self, entry: Entry) -> Shared:
        """Return what the picture and the text to forward say."""
        return shared(entry, self.linked, self.site, self.works())

    def report_link(self, entry: Entry) -> str:
        """Return where a mistake is reported: a letter on the entry, else our page on it."""
        return report_link(entry, self.site) or self.url("about.html#gengzheng")

    def works(self) -> tuple[Item, ...]:
        """Return the works that the page has cited so far, each once."""
        sources = {one.place.source.id: one.place.source for one in self.references()}
        return tuple(source_item(source) for source in sources.values())

    def list_of(self, name: str) -> str:
        """Return the address of the list of a kind."""
        kind = KINDS[name]
        own = {
            "case": "browse.html",
            "reading_list": "teaching.html",
            "teaching_note": "teaching.html",
        }
        return own.get(name, kind.page.partition("#")[0] if "#" in kind.page else f"{name}s.html")

    def kind(self, name: str) -> Kind:
        """Return a kind."""
        return KINDS[name]
