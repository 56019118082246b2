"""The pages of a site on their way into its folder: templates filled, everything from the archive escaped."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from curator import __version__
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.model.export import ExportOrigin
from curator.paths import resources
from curator.writers.site.listing import KIND_PAGES, safe_name
from curator.writers.site.words import ACCESS, KIND_NAMES, KIND_TITLES, date_words, language_words, year_words
from curator.writers.whole_file import writing

# Says that a folder is such a site, and may be replaced by a newer one.
MARKER = "curator-site.json"


class Pages:
    """The pages that are written so far.

    Args:
        folder: where they go.
        out: what the user calls the folder, for messages.
        origin: where the articles come from.
    """

    def __init__(self, folder: Path, out: Path, origin: ExportOrigin) -> None:
        self.folder, self.out, self.origin = folder, out, origin
        self.bytes = 0
        self.kinds: list[AuthorityKind] = []
        self.held_back: Counter[str] = Counter()
        self._templates = _environment()
        for name in ("articles", "names", "years", "languages"):
            with writing(out):
                (folder / name).mkdir()

    def add(self, file: str, template: str, **values: Any) -> None:
        """Write one page.

        Args:
            file: where it lies, from the top of the site.
            template: its template in resources/site/.
            values: what the template needs.
        """
        root = "../" * file.count("/")
        words = self._templates.get_template(template).render(
            root=root, file=file, origin=self.origin, kinds=self.kinds, held_back=self._held_back(), **values
        )
        data = words.encode()
        with writing(self.out):
            (self.folder / file).write_bytes(data)
        self.bytes += len(data)

    def add_marker(self, count: int) -> None:
        """Write the file that says what this folder is."""
        facts = {"format": 1, "archive": self.origin.uid, "articles": count, "written_by": f"Curator {__version__}"}
        with writing(self.out):
            (self.folder / MARKER).write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")

    def _held_back(self) -> list[tuple[int, str]]:
        return [(self.held_back[access], _(words)) for access, words in ACCESS.items() if self.held_back[access]]


def _environment() -> jinja2.Environment:
    """Return the templates with what they call; all values are escaped, unknown ones are faults."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources() / "site"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "_": _,
        "ngettext": ngettext,
        "kind_titles": {kind: _(title) for kind, title in KIND_TITLES.items()},
        "kind_names": {kind: _(name) for kind, name in KIND_NAMES.items()},
        "kind_pages": KIND_PAGES,
        "today": datetime.date.today().isoformat(),
    }
    made.filters |= {
        "date": date_words,
        "language": language_words,
        "year": year_words,
        "page_name": safe_name,
        "link": _link,
        "size": _size,
        "spaced": _spaced,
    }
    return made


def _link(address: str | None) -> str | None:
    """Return an address that may be followed from a page: http and https alone, never a script."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _size(size: int) -> str:
    if size < 10_000:
        return ngettext("%(n)s byte", "%(n)s bytes", size) % {"n": _spaced(size)}
    return _("%(n)s kB") % {"n": _spaced(round(size / 1000))}
