"""更新依赖锁定：python3 scripts/lock.py [--upgrade]（需要网络；范围写在 pyproject.toml 里）."""

import pathlib
import tempfile

from _environment import BASE, DEVELOPMENT, RUNTIME
from _terminal import ROOT, quietly, run, start

# Exact versions with hashes, for every system and Python we support, and no address of any host.
COMPILE = ["pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
COMPILE += ["--no-header", "--no-annotate", "--quiet", "--only-binary", ":all:"]


def main(arguments: list[str]) -> int:
    """Compile both lock files; the larger one keeps to the versions of the smaller."""
    import tomllib  # noqa: PLC0415 - an old Python lacks it and is told so by then

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        tool = pathlib.Path(folder)
        quietly([BASE, "-m", "venv", folder], "建不了临时的虚拟环境。")
        python = next(p for p in (tool / "bin/python", tool / "Scripts/python.exe") if p.exists())
        quietly([str(python), "-m", "pip", "install", "-q", "uv"], "装不了 uv。")
        backend = tool / "backend.in"  # the editable install takes it from .venv
        backend.write_text("\n".join(project["build-system"]["requires"]), encoding="utf-8")
        inputs = ["pyproject.toml", str(backend)]
        for more in (["-o", RUNTIME], ["-c", RUNTIME, "--group", "dev", "-o", DEVELOPMENT]):
            code = run([str(python), "-m", "uv", *COMPILE, *arguments, *inputs, *more])
            if code:
                return code
    return 0


if __name__ == "__main__":
    start(main)
