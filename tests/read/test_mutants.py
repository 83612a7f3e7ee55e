"""Damage sound entries thousands of times: no crash, no hang, each refusal has a line.

The mutants are read in a child process, so that a crash of C code fails a test instead of
ending the run. By hand, with more: `python tests/read/test_mutants.py 60000 SEED`.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from anliku.read import read_document

FIXTURES = Path(__file__).parent / "fixtures"
COUNT, SEED, SECONDS = 3_000, 20_200_203, 60
LIMIT = 2.0
SLIPS = [
    (": ", "："), (": ", ":"), (": ", ""), (": ", "="), (", ", "，"), (", ", ","), ("- ", "-"),
    ("- ", "—"), ("- ", "·"), ("[", "【"), ("]", "】"), ("[", ""), ("]", ""), ("{", "｛"),
    ("}", "｝"), ("{", ""), ("}", ""), ('"', "“"), ('"', ""), ("“", '"'), ("  ", "　"),
    ("  ", "\t"), ("  ", " "), ("  ", "   "), (" ", "\u00a0"), ("#", "＃"), ("#", " #"),
    ("：", ": "), ("，", ", "), ("\n", ""), ("\n", "\n  "), ("\n  ", "\n"), (">-", ""),
    (">-", "＞-"), ("|", "｜"), ("-", "–"), ("0", "０"),
]  # fmt: skip
CHARS = "\"'[]{}:,-#&*!|>%@`?\n\t 　：，、；【】“”‘’（）—·\\甲a1~.=<\u200b\ufeff\u00a0\x00"


def mutants(count: int, seed: int) -> list[bytes]:
    """Make damaged copies of the fixtures, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    seeds = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.yml"))]
    result = []
    for _ in range(count):
        text = rng.choice(seeds)
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            text = rng.choice((_slip, _slip, _slip, _line, _char, _cut))(text, rng)
        raw = bytearray(text.encode())
        if raw and rng.random() < 0.15:
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        result.append(bytes(raw))
    return result


def _slip(text: str, rng: random.Random) -> str:
    before, after = rng.choice(SLIPS)
    places = [n for n in range(len(text)) if text.startswith(before, n)]
    at = rng.choice(places) if places else 0
    return text[:at] + after + text[at + len(before) :] if places else text


def _line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    kind = rng.randrange(4)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(one, lines[other])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = " " * rng.randrange(6) + lines[one].lstrip()
    return "\n".join(lines)


def _char(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(CHARS) * rng.choice((1, 1, 3)) + text[at + rng.choice((0, 1)) :]


def _cut(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text) + 1)] if rng.random() < 0.2 else text


def read_all(count: int, seed: int) -> int:
    """Read the mutants; return how many were refused."""
    refused = 0
    for number, raw in enumerate(mutants(count, seed)):
        start = time.process_time()
        document, found = read_document("x.yml", raw)
        took = time.process_time() - start
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        bad = [d for d in found if not 1 <= d.location.line <= lines or d.code == "AK098"]
        if took > LIMIT or bad or (document is None) != bool(found):
            message = f"mutant {number} of seed {seed}: {took:.2f} s, {bad}"
            raise AssertionError(message)
        refused += bool(found)
    return refused


def test_fixtures_are_sound() -> None:
    """The seeds of the mutants pass themselves."""
    for path in sorted(FIXTURES.glob("*.yml")):
        assert read_document(path.name, path.read_bytes())[1] == ()


def test_mutants() -> None:
    """Thousands of damaged entries are read or refused in a child that survives."""
    done = subprocess.run(
        [sys.executable, __file__, str(COUNT), str(SEED)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > COUNT / 2


if __name__ == "__main__":
    sys.stdout.write(f"{read_all(int(sys.argv[1]), int(sys.argv[2]))}\n")
