"""`anliku build`, `anliku serve` and `anliku export`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from anliku.cli.project import add_root, find_project, no_project, today
from anliku.cli.swap import NotOurs, replaced
from anliku.diagnostic import as_text
from anliku.disk import write_files
from anliku.pipeline import examine, make_downloads, make_files, make_pages
from anliku.printing import find_browser
from anliku.publish.frame import PlainFrame
from anliku.render.offline_page import PDF
from anliku.render.site import Site
from anliku.schema.edition import Edition

if TYPE_CHECKING:
    from argparse import _SubParsersAction

CONFIG = "mkdocs.yml"
NO_ADDRESS = "mkdocs.yml 里没有填 site_url：网页里没有规范链接、分享图片和二维码，引用里没有网址。"


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `build`, `serve` and `export`."""
    build = commands.add_parser("build", help="检查并生成整个网站")
    build.add_argument(
        "--site-dir", type=Path, default=None, metavar="文件夹", help="写到哪里，默认 site"
    )
    _add_edition(build)
    add_pdf(build)
    add_root(build)
    build.set_defaults(run=run_build)
    serve = commands.add_parser("serve", help="在本机打开网站；改了条目马上能看到")
    serve.add_argument("--host", default="127.0.0.1", metavar="地址", help="默认只有本机能看")
    serve.add_argument("--port", type=int, default=8000, metavar="端口", help="默认 8000")
    add_root(serve)
    serve.set_defaults(run=run_serve)
    export = commands.add_parser("export", help="把同样的网页写成普通文件，供别的网站生成器用")
    export.add_argument("--to", type=Path, required=True, metavar="文件夹", help="写到哪里")
    _add_edition(export)
    add_root(export)
    export.set_defaults(run=run_export)


def _add_edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--edition",
        choices=[edition.value for edition in Edition],
        default=None,
        help="learner 学员版（没有带班内容），instructor 教师版（都有），"
        "public 公开版（学员版加教师包）；默认照 mkdocs.yml，没写就是公开版",
    )


def run_build(options: argparse.Namespace) -> int:
    """Build beside the old site, then put the new one in its place."""
    project = find_project(options.root)
    if project is None:
        return no_project()
    site_dir = options.site_dir or project.root / "site"
    quiet()
    from anliku.mkdocs_plugin import LibraryError, build_site  # noqa: PLC0415 - slow to load

    try:
        with replaced(site_dir, (project.root, project.cases, project.root / "docs")) as fresh:
            edition = Edition(options.edition) if options.edition else None
            built = build_site(project.root / CONFIG, fresh, edition, browser_for(options))
    except NotOurs as error:
        print(error, file=sys.stderr)
        return 2
    except LibraryError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"写不了网站：{error.strerror}（{error.filename}）。原来的网站没有动。", file=sys.stderr
        )
        return 1
    if built.reminders:
        print(as_text(built.reminders), file=sys.stderr)
    print(f"网站生成好了：{site_dir}")
    if not built.site.url:
        print(NO_ADDRESS)
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    project = find_project(options.root)
    if project is None:
        return no_project()
    quiet()
    from anliku.mkdocs_plugin import LibraryError, serve_site  # noqa: PLC0415 - slow to load

    print(
        f"正在打开网站，稍后在浏览器里看 http://{options.host}:{options.port}/ ，按 Ctrl+C 停止。",
        flush=True,
    )
    try:
        address = f"{options.host}:{options.port}"
        serve_site(project.root / CONFIG, address, _pdf_of(project.root / "site" / PDF))
    except LibraryError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"打不开 {options.host}:{options.port}：{error.strerror}。"
            "换一个端口，例如 --port 8001。",
            file=sys.stderr,
        )
        return 1
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write the pages in the plain frame."""
    project = find_project(options.root)
    if project is None:
        return no_project()
    files, problems = project.files()
    edition = Edition(options.edition or Edition.PUBLIC)
    examined = examine(files, date.fromisoformat(today()), problems, edition)
    if examined.linked is None:
        print(as_text(examined.diagnostics), file=sys.stderr)
        return 1
    site = Site(edition=edition)
    pages = make_pages(examined.linked, site)
    output = make_files(examined.linked, site, pages, PlainFrame(site))
    output = tuple(sorted((*output, *make_downloads(examined, site))))
    write_files(options.to, output)
    print(f"写好了 {len(output)} 个文件：{options.to}")
    return 0


def _pdf_of(path: Path) -> bytes | None:
    """Return the PDF of the last build, if there is one: the preview does not print anew."""
    return path.read_bytes() if path.is_file() else None


def add_pdf(command: argparse.ArgumentParser) -> None:
    """Give a command the option --pdf."""
    command.add_argument(
        "--pdf", action="store_true", help="也做一份 PDF（要有 Chromium 或 Chrome 131 以上）"
    )


def browser_for(options: argparse.Namespace) -> str | None:
    """Return the Chromium that prints the PDF if one is asked for; say so if there is none."""
    if not options.pdf:
        return None
    found = find_browser()
    if found is None:
        print(
            "没有找到 Chromium 或 Chrome，这次没有做 PDF。"
            "可以用环境变量 ANLIKU_CHROMIUM 指明它的路径。",
            file=sys.stderr,
        )
    return found


def quiet() -> None:
    """Leave out the generator's own progress and banners; warnings and errors still show."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
