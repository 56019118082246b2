"""The writer of sites: a page for each article and each name, and the lists that lead to them."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from curator.i18n import _
from curator.model.authority import AuthorityKind
from curator.model.export import ExportName, ExportRecord
from curator.paths import resources
from curator.writers.contract import ExportSource, WriteReport
from curator.writers.site.listing import KIND_PAGES, ROWS_A_PAGE, Row, pages, row_of, safe_name
from curator.writers.site.pages import MARKER, Pages
from curator.writers.site.pictures import add_pictures
from curator.writers.site.text import paragraphs
from curator.writers.site.words import language_words, year_words
from curator.writers.whole_file import writing
from curator.writers.whole_folder import whole_folder

_Key = TypeVar("_Key")
# Names of each kind on the first page; the rest is a link away.
_FREQUENT = 8


@dataclass(slots=True)
class _Site:
    """What the lists are made of once the articles are written."""

    rows: list[Row] = field(default_factory=list)
    held_back: Counter[str] = field(default_factory=Counter)
    names: dict[str, ExportName] = field(default_factory=dict)

    def of_year(self) -> dict[str, list[Row]]:
        """Return the articles by year, in the order of the list."""
        return _grouped((row.year, row) for row in self.rows)

    def of_language(self) -> dict[str | None, list[Row]]:
        """Return the articles by language, the most frequent first."""
        found = _grouped((row.language, row) for row in self.rows)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0] or "")))

    def of_name(self) -> dict[str, list[Row]]:
        """Return the articles of each name (uid)."""
        return _grouped((uid, row) for row in self.rows for uid in row.tags)


class SiteWriter:
    """Writes a folder of HTML pages that need no server, no script and no network: index.html is the first.

    Articles whose access is not "open" are held back with all that is said of them; how many is on the first page.
    Originals are left out but for the pictures of saved pages, and so are the paths and people of the import: a site
    is for everybody.
    """

    name = "site"
    suffix = ""
    only_open = True

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""
        return _("web pages in a folder (open articles only; open index.html)")

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write the articles of `source` to the folder `out`; see `Writer.write`."""
        with whole_folder(out, MARKER, replace=replace) as folder:
            site, made = _Site(), Pages(folder, out, source.origin)
            names = {name.uid: name for name in source.names()}
            made.kinds = [kind for kind in KIND_PAGES if any(name.kind == kind for name in names.values())]
            for record in source.records():
                self._article(source, made, site, record)
            site.rows.sort(key=lambda row: row.order)
            by_name = site.of_name()
            site.names = {uid: name for uid, name in names.items() if uid in by_name}
            made.held_back = site.held_back
            self._names(made, site, by_name)
            self._lists(made, site)
            self._rest(made, site, by_name)
        return WriteReport(len(site.rows), out, made.bytes, held_back=site.held_back.total())

    def _article(self, source: ExportSource, made: Pages, site: _Site, record: ExportRecord) -> None:
        if record.access not in (None, "open"):
            site.held_back[record.access] += 1
            return
        row = row_of(record)
        site.rows.append(row)
        shown = add_pictures(made, source, record)
        values = {"paragraphs": paragraphs(record), "pictures": shown, "year": row.year}
        made.add(row.file, "article.html", article=record, **values)

    def _names(self, made: Pages, site: _Site, by_name: dict[str, list[Row]]) -> None:
        for name in site.names.values():
            for page in pages(f"names/{safe_name(name.uid)}.html", by_name[name.uid]):
                made.add(page.file, "name.html", name=name, page=page, count=len(by_name[name.uid]))
            # Who has kept the address of a page that was merged still comes to the name.
            for uid in name.replaces:
                made.add(f"names/{safe_name(uid)}.html", "moved.html", name=name, target=f"{safe_name(name.uid)}.html")
        for kind in made.kinds:
            file = KIND_PAGES[kind]
            listed = [(name, len(by_name[name.uid])) for name in site.names.values() if name.kind == kind]
            for names in pages(f"{file}.html", listed):
                made.add(names.file, "names.html", kind=kind, page=names, count=len(listed))

    def _lists(self, made: Pages, site: _Site) -> None:
        for year, rows in site.of_year().items():
            for page in pages(_year_file(year), rows):
                made.add(page.file, "list.html", title=year_words(year), page=page, count=len(rows))
        for language, rows in site.of_language().items():
            for page in pages(_language_file(language), rows):
                made.add(page.file, "list.html", title=language_words(language), page=page, count=len(rows))

    def _rest(self, made: Pages, site: _Site, by_name: dict[str, list[Row]]) -> None:
        years = [(year_words(year), _year_file(year), rows) for year, rows in site.of_year().items()]
        languages = [
            (language_words(code), _language_file(code), len(rows)) for code, rows in site.of_language().items()
        ]
        kinds = Counter(name.kind for name in site.names.values())
        short = len(site.rows) <= ROWS_A_PAGE
        frequent = {kind: _most_frequent(kind, site, by_name) for kind in KIND_PAGES if kinds[kind]}
        facets = {"years": years, "languages": languages, "counts": kinds, "most_frequent": frequent, "short": short}
        made.add("index.html", "index.html", count=len(site.rows), **facets)
        made.add("about.html", "about.html", count=len(site.rows))
        made.add_marker(len(site.rows))
        with writing(made.out):
            shutil.copyfile(resources() / "site" / "style.css", made.folder / "style.css")


def _most_frequent(kind: AuthorityKind, site: _Site, by_name: dict[str, list[Row]]) -> list[tuple[ExportName, int]]:
    found = [(name, len(by_name[name.uid])) for name in site.names.values() if name.kind == kind]
    return sorted(found, key=lambda item: -item[1])[:_FREQUENT]


def _grouped(pairs: Iterable[tuple[_Key, Row]]) -> dict[_Key, list[Row]]:
    found: dict[_Key, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return found


def _year_file(year: str) -> str:
    return f"years/{year}.html"


def _language_file(language: str | None) -> str:
    return f"languages/{'unknown' if language is None else safe_name(language)}.html"
