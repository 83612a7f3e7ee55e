"""The command line: a thin shell round the pipeline. Words for people are Chinese."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from anliku import __version__
from anliku.cli import building, bundling, checking, describing, packing, tracing
from anliku.cli.usage import Parser

COMMANDS = (checking, describing, building, bundling, packing, tracing)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = Parser(prog="anliku", description="案例库：检查条目，生成网站。")
    version = f"anliku {__version__}"
    top.add_argument("--version", action="version", version=version, help="显示版本")
    commands = top.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    for module in COMMANDS:
        module.add_commands(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Exit codes: 0 clean, 1 errors found, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
