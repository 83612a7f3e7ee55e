"""Every published script and style sheet, read as the oldest browser that the site promises."""

from __future__ import annotations

import re

import pytest

from tests.floor import CHROMIUM, SAFARI, code_of, too_new_in_script, too_new_in_style
from tests.library import ROOT, tree

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_LOADED = re.compile(r'(?:src|href)="(?:\.\./)*(assets/[^"?#]+\.(?:js|css))')


@pytest.fixture(scope="module")
def published(site) -> dict[str, str]:
    """Return what pages load by path, and what stands in them."""
    pages = {path: text.decode() for path, text in tree(site).items() if path.endswith(".html")}
    loaded = {path for page in pages.values() for path in _LOADED.findall(page)}
    own = {path for path in tree(site) if re.match(r"assets/(?!javascripts|stylesheets)", path)}
    files = {path for path in loaded | own if path.endswith((".js", ".css"))}
    found = {path: (site / path).read_text(encoding="utf-8") for path in sorted(files)}
    for path, page in pages.items():
        for number, (kind, text) in enumerate(_INLINE.findall(page)):
            found.setdefault(f"{path}#{number}.{'js' if kind == 'script' else 'css'}", text)
    once = {
        text: path for path, text in reversed(found.items())
    }  # the same head stands on every page
    return {path: text for text, path in once.items()}


def test_scripts_run_at_the_floor(published) -> None:
    """No script uses what the oldest promised browser does not know."""
    scripts = {path: text for path, text in published.items() if path.endswith(".js")}
    assert len(scripts) > 50
    found = [f"{path}: {one}" for path, text in scripts.items() for one in too_new_in_script(text)]
    assert found == []


def test_style_sheets_hold_at_the_floor(published) -> None:
    """No rule is lost in the oldest promised browser, beyond decoration."""
    sheets = {path: text for path, text in published.items() if path.endswith(".css")}
    assert "assets/anliku.css" in sheets
    found = [f"{path}: {one}" for path, text in sheets.items() for one in too_new_in_style(text)]
    assert found == []


@pytest.mark.parametrize(
    "script",
    [
        "const a = b.toSorted();",
        "x = `${Object.groupBy(y, z)}`;",
        "const r = /[a--b]/v;",
        "const r = a ? /(?i:b)/ : 1;",
        "Array.from(m.keys().map(f));",
        "import x from './x.js';",
        "requestIdleCallback(f);",
    ],
)
def test_what_is_too_new_in_a_script_is_seen(script: str) -> None:
    """Each of these is found."""
    assert list(too_new_in_script(script))


@pytest.mark.parametrize(
    "script",
    [
        "const a = 'toSorted()'; // b.toSorted()",
        "x = `a.toSorted() ${b / c} d/v ${`e`}`;",
        "const a = b / c / v; const r = x.replace(/[/`]/g, '');",
        "(window.requestIdleCallback || setTimeout)(f);",
        "const saving = navigator.connection && navigator.connection.saveData;",
    ],
)
def test_what_is_only_like_it_is_not(script: str) -> None:
    """Texts, comments, divisions and what asks first are left alone."""
    assert list(too_new_in_script(script)) == []


def test_expressions_are_told_from_divisions() -> None:
    """The lexer finds the expressions and keeps the rest in order."""
    code, expressions = code_of("a = b / 2; c = /x\\/[/]y/g.test(d) ? `e${f({g: 1})}/h` : 0;")
    assert expressions == ["/x\\/[/]y/g"]
    assert "f({g: 1})" in code
    assert "/h" not in code


@pytest.mark.parametrize(
    "sheet",
    [
        "*, ::details-content { margin: 0; }",
        "a { b { color: red; } }",
        "a { color: color-mix(in srgb, red, blue); }",
        "a { height: 100dvh; }",
        "@media print { @scope (a) { b { color: red; } } }",
    ],
)
def test_what_is_too_new_in_a_sheet_is_seen(sheet: str) -> None:
    """Each of these is found."""
    assert list(too_new_in_style(sheet))


@pytest.mark.parametrize(
    "sheet",
    [
        "::details-content { margin: 0; }",
        "a { color: red; color: color-mix(in srgb, red, blue); text-wrap: pretty; }",
        "@supports (height: 100dvh) { a { height: 100dvh; } }",
        "a:is(b, c), d:has(e) { color: red; /* & */ }",
    ],
)
def test_what_does_no_harm_in_a_sheet_is_left(sheet: str) -> None:
    """Rules of their own, values after others and what asks first are left alone."""
    assert list(too_new_in_style(sheet)) == []


def test_the_floor_is_stated() -> None:
    """The decision and the site name the same versions."""
    words = (f"Chromium {CHROMIUM:g}", f"Safari {SAFARI:g}")
    decision = next((ROOT / "docs/decisions").glob("*-floor-of-browsers.md"))
    for path in (decision, ROOT / "docs/about.md"):
        text = path.read_text(encoding="utf-8")
        assert [word for word in words if word not in text] == [], path
