"""The rules of 怎么选 as the browser reads them; `assets/finder/fit.js` judges by them."""

from __future__ import annotations

import json
from typing import Any

from anliku.link.fit import MOST_ALONE
from anliku.link.fit_rules import behind, first_answers, rules_of
from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.schema.finder import QUESTIONS

PATH = "assets/finder/rules.js"


def finder_rules(linked: LinkedCatalog) -> dict[str, Any]:
    """Return the rules as plain data: questions, entries in their order, cases behind them."""
    return {
        "questions": {
            key: {
                "scale": question.scale.value,
                "ascending": question.ascending,
                "codes": [option.code for option in question.options],
                "unsure": bool(question.unsure),
                "none": bool(question.none),
            }
            for key, question in QUESTIONS.items()
        },
        "rules": [
            {"id": r.id, "kind": r.kind, "asks": r.asks, "stops": r.stops, "parts": r.parts}
            for r in rules_of(linked)
        ],
        "firsts": first_answers(linked),
        "behind": behind(linked),
        "mostAlone": MOST_ALONE,
    }


def finder_files(linked: LinkedCatalog) -> tuple[OutputFile, ...]:
    """Return the file of rules, a classic script, so that it loads from a folder too."""
    text = json.dumps(finder_rules(linked), ensure_ascii=False, separators=(",", ":"))
    return (OutputFile.text(PATH, f"window.anlikuRules={text};\n"),)
