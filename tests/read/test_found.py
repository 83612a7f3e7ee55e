"""Faults that damaged entries brought to light: none of these files may fail again.

Each is an entry of the example with one value replaced.
"""

from __future__ import annotations

import re

import pytest

from anliku.disk import RawFile
from anliku.pipeline import examine
from tests.library import DAY
from tests.read.mutation.mutants import Mutant
from tests.read.mutation.seeds import MADE, seeds
from tests.read.soak.tasks import Task
from tests.read.soak.watch import watch

PRACTICE, TERM = "practices/shili-zuofa", "terms/shili-mingci"
MODEL = "models/shili-moshi"
MANY = ", ".join(f"x{n}" for n in range(15_000))
KEYS = "".join(f"\nk{n}: 甲" for n in range(9_000))
FOUND = {
    # quadratic time
    "一长串字母，找邮箱": (TERM, "title", "a" * 300_000),
    "许多左书名号": (TERM, "summary", "《" * 100_000),
    "许多左引号": (TERM, "summary", "“" * 100_000),
    "很长的角色，找相近的": (TERM, "role", "用到" * 100_000),
    "一万五千个不认识的字段": (MODEL, "unstated", f"[{MANY}]"),
    "九千个不认识的键": (TERM, "version", f"1{KEYS}"),
    # exceptions
    "几百位的数字": (PRACTICE, "what", f"平时看望 {'1' * 400} 户 [@shili-zishu#s3]。"),
    "几百位的汉字数字": (PRACTICE, "what", f"平时看望{'九' * 400}户 [@shili-zishu#s3]。"),
    "引号后面的全角空格": (TERM, "title", '"示例名词"\u3000'),
    "引号后面的控制字符": (TERM, "title", '""\x85'),
    # places outside the file
    "折行符号的数字太大": (TERM, "summary", "|9\n  编出来的名词\n  有释义\n  再一行"),
    # words that nobody can read
    "不认识的值有几百页": (TERM, "status", "已发布" * 100_000),
    "日期的位置是一页文字": (TERM, "added", "2026." * 20_000),
    "选项的值有两行": (TERM, "status", "|-\n  已\n  发布"),
    "终端命令混在值里": (TERM, "alt", '["示例" \x1b[31m]'),
    "改变方向的字符混在值里": (TERM, "title", "示例名词summary: 甲\u202e"),
}


def entry(name: str, key: str, value: str) -> Mutant:
    """Return an entry of the example with one value replaced, or added at the end."""
    path = f"cases/{name}.yml"
    (text,) = [seed.text for seed in seeds()[MADE] if seed.path == path]
    line = re.compile(rf"^( *){key}: .*$", re.MULTILINE)
    changed = line.sub(lambda hit: f"{hit[1]}{key}: {value}", text, count=1)
    if changed == text:
        changed = f"{text.rstrip()}\n{key}: {value}\n"
    return Mutant(path, changed.encode(), MADE)


@pytest.fixture(scope="module")
def outcomes():
    """Judge all of them, one after the other."""
    work = [
        Task(0, number, share=True, mutant=entry(*where))
        for number, where in enumerate(FOUND.values())
    ]
    return list(watch(work))


@pytest.mark.parametrize("title", FOUND)
def test_what_once_failed_does_not_fail_again(outcomes, title) -> None:
    """Read, checked and linked: no failure of any kind."""
    outcome = outcomes[list(FOUND).index(title)]
    assert [str(failure) for failure in outcome.verdict.failures] == []


@pytest.mark.parametrize(
    ("name", "key", "value", "code", "words"),
    [
        (MODEL, "unstated", f"[{', '.join(f'x{n}' for n in range(150))}]", "AK307", "这样的问题"),
        (TERM, "version", "1" + "".join(f"\nk{n}: 甲" for n in range(150)), "AK101", "字段的错误"),
    ],
)
def test_of_very_many_findings_the_first_and_their_number_are_listed(
    name, key, value, code, words
) -> None:
    """Nobody mends a hundred and fifty at a time; but nobody is told that there are fewer."""
    mutant = entry(name, key, value)
    found = examine([RawFile(mutant.path, mutant.raw)], DAY).diagnostics
    assert sum(d.code == code and not d.message.startswith(words) for d in found) == 100
    (more,) = [d for d in found if d.message.startswith(words)]
    assert "还有 50 处，没有列出" in more.message
