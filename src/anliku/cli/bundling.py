"""`anliku bundle`: an offline copy, a zip of the site or a single page."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from anliku.cli.building import CONFIG, add_pdf, browser_for, quiet
from anliku.cli.project import add_root, find_project, no_project
from anliku.disk import files_below, write_whole
from anliku.publish.zip_file import unfit_names, zip_file
from anliku.render.offline_page import HTML
from anliku.schema.edtf import in_words

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bundle`."""
    bundle = commands.add_parser("bundle", help="做一份不联网也能用的副本：压缩包或单个网页文件")
    bundle.add_argument(
        "--to", type=Path, required=True, metavar="文件", help="写到哪里，以 .zip 或 .html 结尾"
    )
    add_pdf(bundle)
    add_root(bundle)
    bundle.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build the site aside, and pack it; what stood at the target stays if anything fails."""
    target: Path = options.to
    if target.suffix not in {".zip", ".html"}:
        print(f"文件名要以 .zip 或 .html 结尾，写的是“{target.name}”。", file=sys.stderr)
        return 2
    if target.is_dir():
        print(f"{target} 是文件夹，要写一个文件名。", file=sys.stderr)
        return 2
    project = find_project(options.root)
    if project is None:
        return no_project()
    quiet()
    from anliku.mkdocs_plugin import LibraryError, build_site  # noqa: PLC0415 - slow to load

    with tempfile.TemporaryDirectory() as folder:
        try:
            built = build_site(project.root / CONFIG, Path(folder), browser=browser_for(options))
        except LibraryError as error:
            print(error, file=sys.stderr)
            return 1
        files = files_below(Path(folder))
    unfit = unfit_names([file.path for file in files])
    if unfit:
        print(f"Windows 存不了这些文件名，请改编号：{'、'.join(unfit)}", file=sys.stderr)
        return 1
    as_of = in_words(built.newest.isoformat())
    single = next((file.content for file in files if file.path == HTML), None)
    content = zip_file(files, built.site, as_of) if target.suffix == ".zip" else single
    if content is None:
        print("条目太多，一个网页文件装不下；换成 .zip。", file=sys.stderr)
        return 1
    try:
        write_whole(target, content)
    except OSError as error:
        print(f"写不了 {target}：{error.strerror}。", file=sys.stderr)
        return 1
    print(f"写好了：{target}（{len(content) / 1_000_000:.1f} MB，内容截至 {as_of}）")
    return 0
