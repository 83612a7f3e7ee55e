"""What PyYAML says, in Chinese: only for mistakes that the outline did not name before."""

from __future__ import annotations

import yaml

from anliku.read.limits import MAX_LINES
from anliku.read.report import Report
from anliku.read.slip import Slip

_PROBLEMS: tuple[tuple[str, str, str, str], ...] = (
    # words of the parser, code, message, cure
    (
        "mapping values are not allowed",
        "AK030",
        "值里又有“冒号＋空格”，YAML 会当成键",
        "若是正文，把它改成全角冒号“：”，或给整个值加半角双引号；若是新的键，另起一行",
    ),
    (
        "block sequence entries are not allowed",
        "AK037",
        "这里不能写列表项",
        "列表另起一行，每项一行，缩进 2 格，以“- ”开头",
    ),
    ("mapping keys are not allowed", "AK023", "这里不能用“? ”", "给整个值加半角双引号"),
    ("could not find expected ':'", "AK027", "这一行缺冒号，读不出键和值", "写成“键: 值”"),
    ("found character '\\t'", "AK009", "缩进用了制表符（Tab）", "改用半角空格，每层缩进 2 个"),
    ("found a tab character", "AK009", "缩进用了制表符（Tab）", "改用半角空格，每层缩进 2 个"),
    ("cannot start any token", "AK056", "这个符号不能作值的开头", "给整个值加半角双引号"),
    ("unexpected end of stream", "AK044", "引号没有闭合", "在值的末尾补上同样的半角引号"),
    ("unexpected document indicator", "AK044", "引号没有闭合", "在值的末尾补上同样的半角引号"),
    ("unknown escape", "AK046", "双引号里的反斜杠写法不对", "把外层的双引号换成半角单引号 '"),
    (
        "did not find expected hexdecimal",
        "AK046",
        "双引号里的反斜杠写法不对",
        "把外层的双引号换成半角单引号 '",
    ),
    (
        "invalid Unicode character",
        "AK046",
        "双引号里的反斜杠写法不对",
        "把外层的双引号换成半角单引号 '",
    ),
    (
        "expected ',' or ']'",
        "AK048",
        "方括号没有闭合，或者两项之间缺逗号",
        "补上“]”或半角逗号；若是正文，给整个值加半角双引号",
    ),
    (
        "expected ',' or '}'",
        "AK048",
        "花括号没有闭合，或者两项之间缺逗号",
        "补上“}”或半角逗号；若是正文，给整个值加半角双引号",
    ),
    (
        "expected '-' indicator",
        "AK036",
        "列表项缺短横，或者没有对齐",
        "在前面加半角短横和空格，各项的短横上下对齐",
    ),
    ("expected key", "AK038", "这一行和同一层的其他行不齐", "和同一层的键对齐"),
    ("expected <document start>", "AK049", "最外层的内容已经结束，后面还有文字", "删去它"),
    ("duplicate %", "AK013", "不能用“%”开头的指令行", "删去这一行"),
    ("found undefined tag handle", "AK019", "不能用类型标签“!”", "给整个值加半角双引号"),
    ("expected chomping or indentation", "AK041", "| 或 > 的写法不对", "只写“>-”或“|”"),
    ("expected a comment or a line break", "AK041", "| 或 > 后面不能有文字", "正文另起一行"),
    (
        "found unexpected ':'",
        "AK030",
        "括号里的冒号后面缺空格，或者多了冒号",
        "冒号后面加一个空格；若是正文，给整个值加半角双引号",
    ),
)
_FROM_CONTEXT = ("quoted scalar", "flow sequence", "flow mapping")


def stopped_at(error: yaml.YAMLError) -> int:
    """Return the line at which the parser gave up, often below the line to change."""
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else MAX_LINES


def explain(error: yaml.YAMLError, report: Report, line_count: int) -> None:
    """Report a parser's error at the place that the editor has to change."""
    problem = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", "") or "")
    if any(word in context for word in _FROM_CONTEXT) and "unknown escape" not in problem:
        mark = getattr(error, "context_mark", None) or mark
    line = min(mark.line, max(line_count - 1, 0)) if mark else 0
    column = mark.column if mark and mark.line == line else 0
    for words, code, message, hint in _PROBLEMS:
        if words in problem:
            report.add_slip(Slip(code, 0, message, hint), line, column)
            return
    slip = Slip(
        "AK099",
        0,
        "这里不合 YAML 的语法",
        "检查这一行和上一行的引号、括号、冒号和缩进；拿不准就给整个值加半角双引号",
    )
    report.add_slip(slip, line, column)
