"""The parser of the command line, with its complaints and its help in Chinese."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

_COMPLAINTS = (
    (r"argument .+?: invalid choice: '(.*)' \(choose from (.+)\)", "没有“{0}”，可用的有：{1}"),
    (r"the following arguments are required: (.+)", "还要写上 {0}"),
    (r"unrecognized arguments: (.+)", "不认识 {0}"),
    (r"argument (.+): expected one argument", "{0} 后面还要写内容"),
    (r"argument (.+): invalid int value: '(.*)'", "{0} 要写整数，写的是“{1}”"),
    (r"ambiguous option: (.+) could match (.+)", "{0} 可以是 {1}，请写全"),
)
"""What argparse complains of, and how to say it."""


class Parser(argparse.ArgumentParser):
    """Wrong usage ends with exit code 2 and a sentence in Chinese; also in sub-commands."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "add_help": False})
        self._positionals.title, self._optionals.title = "要写的", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is."""
        self.exit(2, f"{in_chinese(message)}。\n用法见：{self.prog} --help\n")

    def format_help(self) -> str:
        """Return the help with its first word in Chinese."""
        return super().format_help().replace("usage: ", "用法：", 1)


def in_chinese(message: str) -> str:
    """Return a complaint of argparse in Chinese; one that is not known stays as it is."""
    for pattern, words in _COMPLAINTS:
        match = re.fullmatch(pattern, message)
        if match:
            return words.format(
                *(part.replace("'", "").replace(", ", "、") for part in match.groups())
            )
    return f"用法不对：{message}"
