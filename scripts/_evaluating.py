"""The part of eval_search.py that runs inside .venv: options come as one JSON argument."""

import json
import pathlib
import sys
import tempfile

from _corpus import read_queries
from _evaluation import evaluate
from _probing import probing
from _tables import report
from _terminal import start


def main(arguments: list[str]) -> int:
    """Evaluate, and print tables or one JSON object."""
    options = json.loads(arguments[0])
    output, sys.stdout = sys.stdout, sys.stderr  # whatever else is said does not spoil the output
    try:
        queries = read_queries(pathlib.Path(options["queries"]))
        with tempfile.TemporaryDirectory() as folder, probing() as probe:
            found = evaluate(
                pathlib.Path(options["docs"]),
                queries,
                pathlib.Path(folder),
                probe,
                lambda line: print(line, file=sys.stderr, flush=True),
                throttle=options["throttle"],
            )
    finally:
        if not options["json"]:
            sys.stdout = output
    text = json.dumps(found, ensure_ascii=False, indent=1) if options["json"] else report(found)
    print(text, file=output, flush=True)
    return 0


if __name__ == "__main__":
    start(main)
