"""The folder that a browser saves a page's pictures in: which one belongs to which page."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
# How browsers and Windows name the folder of "page.html", by language.
_ENDINGS = (
    *(
        "_files",
        ".files",
        "-files",
        "_fichiers",
        "-dateien",
        "_bestanden",
        "_file",
        "_archivos",
        "-filer",
        "_tiedostot",
    ),
    *("_pliki", "_soubory", "_elemei", "_ficheiros", "_arquivos", "_dosyalar", "_datoteke", "_fitxers", "_failid"),
    *("_fails", "_bylos", "_fajlovi", "_файлы", "_файли", "_файлове", "_fayllar", "_faylları", "_ֆայլեր", "_ფაილები"),
)
_OTHER_ENDING = re.compile(r"(?P<stem>.+)[_.-]\w{3,20}")
# Pages whose links are looked through for a folder that goes by another name.
_MOST_SEARCHED = 500
_MOST_SEARCHED_BYTES = 15_000_000


class CompanionFolders:
    """Finds the folder of a page; what a folder holds is looked up once."""

    def __init__(self) -> None:
        self._pairs: dict[Path, dict[str, str]] = {}

    def of(self, page: Path) -> Path | None:
        """Return the folder that was saved with a page, or None."""
        if page.suffix.lower() not in PAGE_SUFFIXES:
            return None
        name = self.in_folder(page.parent).get(page.name)
        return page.parent / name if name else None

    def in_folder(self, folder: Path, names: Sequence[str] | None = None) -> dict[str, str]:
        """Return the pages in a folder that have such a folder beside them, and its name.

        Args:
            names: what is in `folder`, where that is known already.
        """
        if folder not in self._pairs:
            try:
                self._pairs[folder] = _pairs(folder, names or sorted(path.name for path in folder.iterdir()))
            except OSError:
                self._pairs[folder] = {}
        return self._pairs[folder]


def _pairs(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """Pair pages and folders: by the usual endings, else by what the page links to."""
    pages = {_key(name): name for name in names if name.lower().endswith(PAGE_SUFFIXES)}
    found: dict[str, str] = {}
    strangers: list[str] = []
    for name in names:
        stem, is_usual = _stem(_key(name))
        of_stem = [pages[stem + suffix] for suffix in PAGE_SUFFIXES if stem and stem + suffix in pages]
        if not (of_stem or is_usual) or not (folder / name).is_dir():
            continue
        of_name = of_stem if is_usual else [page for page in of_stem if _links_to(folder / page, name)]
        found.update(dict.fromkeys(of_name, name))
        if is_usual and not of_name:
            strangers.append(name)
    for name in strangers:  # the page was renamed, its folder was not
        alone = [page for page in pages.values() if page not in found][:_MOST_SEARCHED]
        found.update(dict.fromkeys((page for page in alone if _links_to(folder / page, name)), name))
    return found


def _stem(key: str) -> tuple[str, bool]:
    """Return what a page of this folder would be called, and whether the rest is a usual ending."""
    if key.endswith(_ENDINGS):
        return next(key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending)), True
    other = _OTHER_ENDING.fullmatch(key)
    return (other["stem"] if other else "", False)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _links_to(page: Path, name: str) -> bool:
    """Tell whether a page speaks of a folder: its name with a slash, as letters or as browsers quote them."""
    try:
        with page.open("rb") as file:
            data = file.read(_MOST_SEARCHED_BYTES)
    except OSError:
        return False
    ways = [f"{quote(name, errors='surrogateescape')}/".encode()]
    for encoding in ("utf-8", "cp1251", "cp1254", "utf-16-le"):
        with contextlib.suppress(UnicodeEncodeError):
            ways.append(f"{name}/".encode(encoding))
    return any(way in data for way in ways)
