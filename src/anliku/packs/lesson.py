"""One class as plain values: what slides, handouts and plans are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. `hint` and `points` are empty in what learners see."""

    number: int
    text: str
    minutes: int | None
    purpose: str
    hint: str
    points: tuple[str, ...]
    is_before_b: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the plan with its first and last minute; `asks`: numbers of questions."""

    start: int
    end: int
    words: str
    grouping: str
    materials: str
    activity: str
    say: str
    asks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the B page: lines that may end in marks like [3] or [看法 3]."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the case, and whose it is, for 辨依据."""

    text: str
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A row of 借鉴对照表."""

    text: str
    substitute: str
    origin: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role card; `knows` is empty in what learners see."""

    name: str
    situation: str
    wants: str
    knows: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A class. Fields that only instructors have are empty in what learners see."""

    id: str
    title: str
    duration: int
    facts: tuple[tuple[str, str], ...]
    objectives: tuple[str, ...]
    a_title: str
    a_parts: tuple[tuple[str, str], ...]
    a_ask: str
    asks: tuple[Ask, ...]
    plan: tuple[Step, ...]
    online: tuple[Step, ...]
    told: tuple[Told, ...]
    claims: tuple[Claim, ...]
    conditions: tuple[Condition, ...]
    unsaid: tuple[str, ...]
    footnotes: tuple[str, ...]
    answer_notes: tuple[str, ...]
    """Facts that only the answers cite, numbered on from the others."""
    assignments: tuple[str, ...]
    supervision: tuple[str, ...]
    roles: tuple[Role, ...]
    ethics: str
    opening: str
    closing: str
    analysis: tuple[str, ...]
    key_points: tuple[str, ...]
    pitfalls: tuple[str, ...]
    board: str


def as_learned(lesson: Lesson) -> Lesson:
    """Return a class without what only instructors see; footnotes are those of the B page."""
    return replace(
        lesson,
        asks=tuple(replace(ask, hint="", points=()) for ask in lesson.asks),
        plan=tuple(replace(step, activity="", say="") for step in lesson.plan),
        online=tuple(replace(step, activity="", say="") for step in lesson.online),
        roles=tuple(replace(role, knows="") for role in lesson.roles),
        opening="",
        closing="",
        analysis=(),
        key_points=(),
        pitfalls=(),
        board="",
        answer_notes=(),
    )
