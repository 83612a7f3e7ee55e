"""The only module that knows MkDocs: checks before anything is written, then adds our pages.

Entry pages are no MkDocs pages: they are rendered by the core and put into Material's frame here.
The same site builds under ProperDocs, a drop-in for MkDocs; `anliku export` needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from mkdocs.commands.build import build, get_context
from mkdocs.commands.serve import serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from anliku.diagnostic import Diagnostic, as_text
from anliku.disk import files_in, write_files
from anliku.pipeline import (
    Examined,
    examine,
    make_booklet,
    make_downloads,
    make_files,
    make_pages,
    make_prints,
)
from anliku.printing import NotPrinted, PdfFile
from anliku.publish.frame import THEME
from anliku.publish.output import OutputFile
from anliku.render.offline_page import Booklet
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.whole import newest
from anliku.schema.edition import Edition

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("anliku")

SHORTEST_INDEX = 3
"""A page with no more headings than this needs no index."""
CONTENTS = {"": "本页内容", "en": "On this page"}
"""The heading of the index by the language of a page's text."""


class LibraryError(PluginError):
    """The library has errors: what they are, and that nothing was written."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{as_text(diagnostics)}\n条目有错误，没有生成网站；原来的网站没有动。")


class Options(Config):
    """Settings under `plugins: - anliku:` in mkdocs.yml."""

    cases = config_options.Type(str, default="cases")
    contact = config_options.Type(str, default="")
    icp = config_options.Type(str, default="")
    editors = config_options.Type(str, default="案例库编辑部")
    edition = config_options.Choice(tuple(Edition), default=Edition.PUBLIC)


class AnlikuPlugin(BasePlugin[Options]):
    """Read and check before MkDocs touches its output; write our pages after it."""

    browser: ClassVar[str | None] = None
    """The Chromium that prints the booklet; the shells set it, None prints nothing."""
    printed: ClassVar[Booklet | None] = None
    """A booklet printed before; while editing live, printing anew would be waiting."""
    examined: Examined
    env: Environment
    nav: Navigation
    files: Files

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the library; errors stop here, so the last good site stays as it is."""
        folder = Path(config.config_file_path).parent / self.config.cases
        shown = Path(self.config.cases).as_posix()
        raw, problems = files_in(folder, shown)
        edition = Edition(self.config.edition)
        self.examined = examine(raw, datetime.now(tz=UTC).date(), problems, edition)
        if self.examined.linked is None:
            raise LibraryError(self.examined.diagnostics)
        if self.examined.diagnostics:
            log.info("\n%s", as_text(self.examined.diagnostics))
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.discard("sitemap.xml")
        config.watch.append(str(folder))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out the theme's sitemap, which would be copied with its template code unread."""
        theirs = files.get_file_from_path("sitemap.xml")
        if theirs is not None:
            files.remove(theirs)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep what Material's templates ask for."""
        self.nav, self.files = nav, files
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the environment that renders Material's templates."""
        self.env = env
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a hand-written page the same frame as every other."""
        path = page.file.dest_uri
        body = _article(page)
        about = str(page.meta.get("description", ""))
        ours = Page(path, str(page.title), body, about, _section(path))
        context["ak"] = ours.context(self.site(config))  # type: ignore[typeddict-unknown-key]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give 404.html its frame; served at any depth, so its addresses begin at the root."""
        page = Page(template_name, "没有找到这个网页", "data-ak-search")
        ours = page.context(self.site(config))
        ours["base"] = f"{str(context['base_url']).rstrip('/')}/"
        context["ak"] = ours  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Render, frame and write every page of the library."""
        if self.examined.linked is None:
            return
        prints = self.prints(self.site(config))
        site = replace(self.site(config), printed=frozenset(file.path for file in prints))
        pages = make_pages(self.examined.linked, site)
        frame = MaterialFrame(self, config)
        files = make_files(self.examined.linked, site, pages, frame, self.booklet(site))
        folder = Path(config.site_dir)
        write_files(folder, files)
        write_files(folder, (*prints, *make_downloads(self.examined, site)))

    def prints(self, site: Site) -> tuple[OutputFile, ...]:
        """Print the packs if a browser was named; without one they have no PDF."""
        if not self.browser or self.examined.linked is None:
            return ()
        try:
            return make_prints(self.examined.linked, site, self.browser)
        except NotPrinted as reason:
            log.warning("备课包没有做成 PDF：%s。网站照常生成。", reason)
            return ()

    def booklet(self, site: Site) -> Booklet | None:
        """Print the booklet if a browser was named; one that fails is no reason to have no site."""
        if not self.browser or self.examined.linked is None:
            return self.printed
        try:
            return make_booklet(self.examined.linked, site, self.browser)
        except NotPrinted as reason:
            log.warning("没有做成 PDF：%s。网站照常生成。", reason)
            return None

    def site(self, config: MkDocsConfig) -> Site:
        """Return the settings that pages need."""
        options = self.config
        return Site(
            name=config.site_name,
            tagline=config.site_description or Site().tagline,
            url=config.site_url or "",
            contact=options.contact,
            icp=options.icp,
            editors=options.editors,
            edition=Edition(options.edition),
        )


class MaterialFrame:
    """The page frame with a full render of Material's template behind it."""

    def __init__(self, plugin: AnlikuPlugin, config: MkDocsConfig) -> None:
        self._plugin, self._config = plugin, config
        self._template = plugin.env.get_template("main.html")
        self._site = plugin.site(config)

    def wrap(self, page: Page) -> str:
        """Return the page as Material renders it."""
        source = page.path.removesuffix(".html") + ".md"
        file = File.generated(self._config, source, content="")
        stand_in = MkDocsPage(page.title, file, self._config)
        stand_in.meta = {"title": page.title}
        context: Any = get_context(self._plugin.nav, self._plugin.files, self._config, stand_in)
        context["ak"] = page.context(self._site)
        return str(self._template.render(context))


@dataclass(frozen=True)
class Built:
    """What was built: the settings, the reminders that do not stop it, the newest day."""

    site: Site
    reminders: tuple[Diagnostic, ...]
    newest: date


def build_site(
    config_file: Path,
    site_dir: Path,
    edition: Edition | None = None,
    browser: str | None = None,
) -> Built:
    """Build the whole site into a folder; with a PDF if a Chromium is given.

    `edition`: instead of the one that mkdocs.yml names.

    Raises:
        LibraryError: the library has errors; nothing was written.
    """
    AnlikuPlugin.browser = browser
    config = load_config(str(config_file), site_dir=str(site_dir))
    ours = config.plugins["anliku"]
    if edition is not None and isinstance(ours, AnlikuPlugin):
        ours.config.edition = edition
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    plugin = config.plugins["anliku"]
    if not isinstance(plugin, AnlikuPlugin) or plugin.examined.linked is None:
        raise TypeError(plugin)
    day = newest(plugin.examined.linked)
    return Built(plugin.site(config), plugin.examined.diagnostics, day)


def site_settings(config_file: Path) -> Site:
    """Return the settings of a site that is not built now."""
    config = load_config(str(config_file))
    plugin = config.plugins["anliku"]
    if not isinstance(plugin, AnlikuPlugin):
        raise TypeError(plugin)
    return plugin.site(config)


def serve_site(config_file: Path, address: str, pdf: bytes | None = None) -> None:
    """Serve the site live: an edit in cases/ or docs/ shows at once. `pdf`: printed before."""
    if pdf:
        try:
            AnlikuPlugin.printed = Booklet(pdf, len(PdfFile.read(pdf).pages()))
        except ValueError:
            log.warning("上次的 PDF 认不出来，预览里没有它。")
    serve(str(config_file), livereload=True, dev_addr=address)


def _article(page: MkDocsPage) -> str:
    """Put a hand-written page into the shape of our own, with its headings at the side.

    `lang` in its front matter is the language of the text, where that is not Chinese.
    """
    lang = str(page.meta.get("lang", ""))
    marked = f' lang="{lang}"' if lang else ""
    contents = CONTENTS[lang if lang in CONTENTS else ""]
    headings = [item for top in page.toc for item in top.children]
    rows = "".join(f'<li><a href="{item.url}">{item.title}</a></li>' for item in headings)
    index = (
        f'<div class="ak-side"{marked}><nav class="ak-toc" aria-labelledby="toc">'
        f'<h2 id="toc">{contents}</h2><ul>{rows}</ul></nav></div>'
        if len(headings) > SHORTEST_INDEX
        else ""
    )
    text = f'<article class="ak-prose"{marked}>{page.content}</article>'
    return f'<div class="ak-entry">{text}{index}</div>'


def _section(path: str) -> str:
    first = path.partition("/")[0].removesuffix(".html").partition("-")[0]
    return first if first in ("contributing", "about", "teaching") else ""
