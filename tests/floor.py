"""The oldest browsers that the site is written for, and what they do not know.

A lexer, no parser: it sees names and shapes, not what a name is bound to. What it cannot see (a
method called through a variable, a property that a script sets on a style) stays unseen. Versions
are those of MDN's compatibility tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CHROMIUM, SAFARI = 107.0, 16.4
"""As stated in docs/decisions/ and on the site; see there for the reasons."""
NEVER = 999.0


@dataclass(frozen=True)
class Feature:
    """Something newer than some browsers: how it looks, and which versions first know it."""

    name: str
    pattern: str
    chromium: float
    safari: float

    @property
    def is_newer(self) -> bool:
        """Tell whether a browser at the floor does not know it."""
        return self.chromium > CHROMIUM or self.safari > SAFARI


SCRIPT = tuple(
    Feature(*row)
    for row in (
        ("toSorted…", r"\.(?:toSorted|toReversed|toSpliced)\(", 110, 16.0),
        ("Array.fromAsync", r"\bArray\.fromAsync\b", 121, 16.4),
        ("groupBy", r"\b(?:Object|Map)\.groupBy\b", 117, 17.4),
        ("Promise.withResolvers", r"\bPromise\.withResolvers\b", 119, 17.4),
        ("Promise.try", r"\bPromise\.try\b", 128, 18.2),
        (
            "set methods",
            r"\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(",
            122,
            17.0,
        ),
        (
            "iterator helpers",
            r"\.(?:keys|values|entries)\(\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|some|every|find|forEach)\(",
            122,
            18.4,
        ),
        ("Iterator.from", r"\bIterator\.(?:from|concat)\b", 122, 18.4),
        ("isWellFormed", r"\.(?:isWellFormed|toWellFormed)\(", 111, 16.4),
        ("URL.canParse, URL.parse", r"\bURL\.(?:canParse|parse)\(", 120, 17.0),
        ("AbortSignal.any", r"\bAbortSignal\.any\b", 116, 17.4),
        ("view transitions", r"\.startViewTransition\b", 111, 18.0),
        ("popover", r"\.(?:showPopover|hidePopover|togglePopover)\b", 114, 17.0),
        (
            "navigation",
            r"\bwindow\.navigation\b|\bnavigation\.(?:navigate|addEventListener)\b",
            102,
            26.2,
        ),
        ("requestIdleCallback", r"\brequestIdleCallback\b", 47, NEVER),
        ("navigator.connection", r"\bnavigator\.connection\b", 61, NEVER),
        ("checkVisibility", r"\.checkVisibility\(", 105, 17.4),
        ("base64 of bytes", r"\.(?:fromBase64|toBase64|fromHex|toHex)\(", 140, 18.2),
        ("RegExp.escape", r"\bRegExp\.escape\b", 136, 18.2),
        ("moveBefore", r"\.moveBefore\(", 133, NEVER),
        ("setHTML", r"\.(?:setHTML|setHTMLUnsafe|parseHTMLUnsafe)\(", 124, 17.4),
        ("CSS.highlights", r"\bCSS\.highlights\b", 105, 17.2),
        ("Intl.DurationFormat", r"\bIntl\.DurationFormat\b", 129, 16.4),
        ("Temporal", r"\bTemporal\.", 144, NEVER),
        ("using", r"(?:^|[;{}\n])\s*(?:await )?using \w+ =", 134, NEVER),
        (
            "import, export: no classic script",
            r"(?:^|[;{}\n])\s*(?:import|export)\b(?!\()",
            NEVER,
            NEVER,
        ),
        # Known at the floor; here so that raising or lowering it asks again.
        ("lookbehind", r"\(\?<[=!]", 62, 16.4),
        ("structuredClone", r"\bstructuredClone\(", 98, 15.4),
        ("at()", r"\.at\(", 92, 15.4),
        ("DecompressionStream", r"\bDecompressionStream\b", 80, 16.4),
    )
)
GUARD = re.compile(
    r"(?:window\.)?{name}\s*(?:\|\||\?\.|&&)|typeof {name}|if \({name}\)".replace("{name}", "NAME")
)
"""How a script asks before it uses something (NAME stands for the words found)."""

SELECTOR = tuple(
    Feature(*row)
    for row in (
        ("::details-content", r"::details-content", 131, 18.4),
        ("::checkmark, ::picker", r"::(?:checkmark|picker)", 133, NEVER),
        ("::target-text", r"::target-text", 89, 18.2),
        ("::highlight", r"::highlight", 105, 17.2),
        ("::view-transition", r"::view-transition", 109, 18.0),
        ("::marker", r"::marker", 86, 11.1),
        ("::-moz", r"::-moz", NEVER, NEVER),
        (":open", r":open\b", 133, 26.0),
        (":popover-open", r":popover-open", 114, 17.0),
        (":user-invalid", r":user-(?:in)?valid", 119, 16.5),
        (":dir()", r":dir\(", 120, 16.4),
        (":state()", r":state\(", 125, 17.4),
        (":nth-child(… of …)", r":nth-(?:last-)?child\([^)]* of ", 111, 9.0),
        (":has()", r":has\(", 105, 15.4),
        ("nesting", r"&", 120, 17.2),
    )
)
"""A browser that does not know a selector drops the whole list that it stands in."""

AT_RULE = tuple(
    Feature(*row)
    for row in (
        ("@scope", r"@scope\b", 118, 17.4),
        ("@starting-style", r"@starting-style\b", 117, 17.5),
        ("@position-try", r"@position-try\b", 125, 26.0),
        ("@view-transition", r"@view-transition\b", 126, 18.2),
        ("@container style()", r"@container[^{]*style\(", 111, 18.0),
        ("@container", r"@container\b", 105, 16.0),
        ("@layer", r"@layer\b", 99, 15.4),
        ("@property", r"@property\b", 85, 16.4),
    )
)
VALUE = tuple(
    Feature(*row)
    for row in (
        ("color-mix()", r"\bcolor-mix\(", 111, 16.2),
        ("light-dark()", r"\blight-dark\(", 123, 17.5),
        ("oklch()…", r"\b(?:oklch|oklab|lch|lab|color)\(", 111, 15.4),
        ("relative colours", r"\b(?:rgb|hsl)\(from ", 119, 16.4),
        ("dvh, svh, lvh", r"\d(?:dv|sv|lv)(?:h|w|b|i|min|max)\b", 108, 15.4),
        ("subgrid", r"\bsubgrid\b", 117, 16.0),
        ("round(), mod()…", r"\b(?:round|rem|mod)\(", 125, 15.4),
        ("sin(), pow()…", r"\b(?:sin|cos|tan|atan2|pow|sqrt|hypot)\(", 111, 15.4),
        ("anchor()", r"\banchor\(", 125, 26.0),
        ("if()", r"\bif\(", 137, NEVER),
        ("linear()", r"\blinear\(", 113, 17.2),
    )
)
"""A browser that does not know a value drops its declaration; one before it must do."""

DECORATION = frozenset(
    {"text-wrap", "text-autospace", "text-spacing-trim", "hanging-punctuation"}
    | {"text-size-adjust", "text-decoration-color", "scrollbar-color", "scrollbar-gutter"}
)
"""Properties whose declarations may be lost without anything missing."""


# --- Scripts --------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<tick>`)
      | (?P<word>[\w$]+)
      | (?P<space>\s+)
      | (?P<slash>/)
      | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/([a-z]*)")
_BEFORE_REGEX = frozenset(
    {"return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do"}
    | {"await", "yield"}
)


def code_of(script: str) -> tuple[str, list[str]]:
    """Return a script without comments and texts, and its regular expressions."""
    out: list[str] = []
    expressions: list[str] = []
    stack: list[int] = []  # for each template that is open, the braces open within it
    at, last = 0, ""
    while at < len(script):
        token = _TOKEN.match(script, at)
        assert token
        kind, text = token.lastgroup, token[0]
        if kind == "slash" and (
            not last or last in _BEFORE_REGEX or last in "([{,;=:?!&|+-*%<>~^}"
        ):
            found = _REGEX.match(script, at)
            assert found, script[at : at + 40]
            expressions.append(found[0])
            text, last = found[0], "/regex/"
            out.append(" 0 ")
        elif kind == "tick":
            text, is_open = _template(script, at)
            out.append('""')
            if is_open:
                stack.append(0)
            last = "{" if is_open else '"'
        elif kind == "sign" and text == "}" and stack and stack[-1] == 0:
            stack.pop()
            text, is_open = _template(script, at)
            out.append('""')
            if is_open:
                stack.append(0)
            last = "{" if is_open else '"'
        elif kind in {"comment", "space"}:
            out.append("\n" if "\n" in text else " ")
        elif kind == "string":
            out.append('""')
            last = '"'
        else:
            if stack and text in "{}":
                stack[-1] += 1 if text == "{" else -1
            out.append(text)
            last = text
        at += len(text)
    return "".join(out), expressions


def _template(script: str, at: int) -> tuple[str, bool]:
    """Return a template from here to its end, or to the code within it, and whether that comes."""
    found = re.compile(r"[`}](?:\\.|\$(?!\{)|[^`\\$])*(`|\$\{)", re.DOTALL).match(script, at)
    assert found, script[at : at + 40]
    return found[0], found[1] == "${"


def too_new_in_script(script: str) -> Iterator[str]:
    """Yield what a script uses without asking that a browser at the floor does not know."""
    code, expressions = code_of(script)
    for feature in SCRIPT:
        if not feature.is_newer:
            continue
        for found in re.finditer(feature.pattern, code):
            words = re.escape(re.sub(r"^\.|\($", "", found[0].strip()))
            if not re.search(GUARD.pattern.replace("NAME", words), code):
                yield f"{feature.name}: {code[max(0, found.start() - 40) : found.end() + 20]!r}"
    for expression in expressions:
        flags = expression.rpartition("/")[2]
        if set(flags) - set("dgimsuy") or re.search(r"\(\?[ims]+[-:)]|\(\?-", expression):
            yield f"regular expression {expression}"


# --- Style sheets ---------------------------------------------------------------------------------


def too_new_in_style(sheet: str) -> Iterator[str]:
    """Yield what would be lost in a browser at the floor, beyond decoration."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    text = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'', '""', text)
    text = re.sub(r"url\([^)]*\)", "url()", text)
    yield from _rules(text)


def _rules(text: str) -> Iterator[str]:
    for head, body in _blocks(text):
        if head.startswith("@supports"):
            continue  # only browsers that know read it
        if head.startswith("@"):
            yield from _newer(AT_RULE, head, head)
            if "{" in body:
                yield from _rules(body)
            continue
        if "{" in body:
            yield f"nesting: {head}"
        parts = _parts(head)
        for feature in SELECTOR:
            known = [part for part in parts if not re.search(feature.pattern, part)]
            if feature.is_newer and len(parts) > len(known) and known:
                yield f"{feature.name} takes its neighbours along: {head}"
        yield from _declarations(head, body)


def _declarations(head: str, body: str) -> Iterator[str]:
    before: set[str] = set()
    for line in body.split(";"):
        name, _, value = line.strip().partition(":")
        new = [f for f in VALUE if f.is_newer and re.search(f.pattern, value)]
        if new and name not in before and name not in DECORATION:
            yield f"{new[0].name} without another value before it: {head} {{ {line.strip()} }}"
        if not new:
            before.add(name)


def _newer(features: tuple[Feature, ...], text: str, where: str) -> Iterator[str]:
    for feature in features:
        if feature.is_newer and re.search(feature.pattern, text):
            yield f"{feature.name}: {where}"


def _parts(selector: str) -> list[str]:
    """Return the selectors of a list; commas within brackets part nothing."""
    parts, depth = [""], 0
    for sign in selector:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the head and the inside of each block at this level."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        head = text[at:start].rpartition(";")[2].strip()
        depth, end = 1, start + 1
        while depth and end < len(text):
            depth += (text[end] == "{") - (text[end] == "}")
            end += 1
        yield head, text[start + 1 : end - 1]
        at = end
