"""A site: valid pages whose links lead somewhere, nothing unescaped, nothing remote, nothing that is not open."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from curator.errors import CuratorError
from curator.model.export import ExportPassage, ExportRecord, ExportTag, ExportVariant
from curator.writers.site import SiteWriter
from curator.writers.site import listing as lists
from curator.writers.site.text import paragraphs

from .records import LIBRARY, RECORDS, MemorySource, source_of

VOID = {"meta", "link", "br"}
HOSTILE = '"><script>alert(1)</script>&'


class Checked(HTMLParser):
    """Reads a page as strictly as it can be read without a validator: every element closed, ids once, links noted."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names))
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def checked(folder: Path) -> dict[str, Checked]:
    """Return every page, once all of it was found in order."""
    pages = {path.relative_to(folder).as_posix(): Checked(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids))
        assert {"script", "img", "iframe", "style"}.isdisjoint(page.tags)
        assert page.tags.count("h1") == 1 and page.tags.count("main") == 1 and "title" in page.tags
        for link in page.links:
            if not re.match(r"https?://|#", link):
                assert (folder / name).parent.joinpath(link).is_file(), f"{name}: {link}"
    return pages


def test_a_site_has_a_page_for_every_article_and_name(tmp_path: Path) -> None:
    others = {"u-2": (ExportVariant("kitabxanalar", "az", None, "variant", "az"), ExportVariant("libs"))}
    source = dataclasses.replace(source_of(LIBRARY), others=others)
    report = SiteWriter().write(source, tmp_path / "site")
    pages = checked(tmp_path / "site")
    assert report.count == 1 and report.held_back == 0 and report.bytes > 3000
    article = "".join(pages[f"articles/{LIBRARY.uid}.html"].words)
    for words in ("Şəhər kitabxanası; yeni bina", "September 2020", "ab" * 32, "Գրադարանը բաց է", "səhifə.html"):
        assert words in article
    assert "USB" not in article  # where an import came from is nobody's business
    name = "".join(pages["names/u-2.html"].words)
    assert "kitabxanalar" in name and "Azerbaijani" in name and "libs" in name
    assert {"people.html", "themes.html", "years/2020.html", "languages/az.html", "about.html"} <= set(pages)
    assert not (tmp_path / "site" / "places.html").exists()


def test_the_page_of_a_merged_name_leads_to_the_one_it_is_in(tmp_path: Path) -> None:
    source = dataclasses.replace(source_of(LIBRARY), replaces={"u-2": ("u-9",)})
    SiteWriter().write(source, tmp_path / "site")
    page = checked(tmp_path / "site")["names/u-9.html"]
    assert "u-2.html" in page.links
    assert 'content="0; url=u-2.html"' in (tmp_path / "site" / "names" / "u-9.html").read_text("utf-8")


@pytest.mark.parametrize("access", ["restricted", "embargo", "closed"])
def test_what_is_not_open_is_held_back_wholly(tmp_path: Path, access: str) -> None:
    secret = ExportTag("person", "Somebody Unnamed", "u-9")
    held = dataclasses.replace(
        LIBRARY, uid="held", title="A held title", text="Held words", access=access, tags=(*LIBRARY.tags, secret)
    )
    report = SiteWriter().write(source_of(LIBRARY, held), tmp_path / "site")
    assert (report.count, report.held_back) == (1, 1)
    checked(tmp_path / "site")
    everything = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*") if path.is_file())
    for words in ("A held title", "Held words", "Somebody Unnamed", "held.html"):
        assert words not in everything
    assert "Held back" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_nothing_of_an_archive_becomes_markup(tmp_path: Path) -> None:
    hostile = ExportRecord(
        uid="x", id=1, text=HOSTILE, title=HOSTILE, publication=HOSTILE, byline=HOSTILE, language=HOSTILE,
        url="javascript:alert(1)", rights_uri="javascript:alert(2)", published=HOSTILE, advisory=HOSTILE,
        tags=(ExportTag("person", HOSTILE, "../../up"),), collections=(HOSTILE,),
    )  # fmt: skip
    SiteWriter().write(source_of(hostile), tmp_path / "site")
    pages = checked(tmp_path / "site")
    assert all(not link.startswith("javascript") for page in pages.values() for link in page.links)
    assert HOSTILE in "".join(pages["articles/x.html"].words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


@settings(max_examples=15)
@given(RECORDS)
def test_any_article_makes_pages_in_order(tmp_path_factory: pytest.TempPathFactory, record: ExportRecord) -> None:
    out = tmp_path_factory.mktemp("any") / "site"
    SiteWriter().write(source_of(record), out)
    checked(out)


def test_long_lists_are_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "ROWS_A_PAGE", 5)
    monkeypatch.setattr("curator.writers.site.writer.ROWS_A_PAGE", 5)
    day = {"published": "2020-09-01", "published_earliest": "2020-09-01", "published_latest": "2020-09-01"}
    many = [dataclasses.replace(LIBRARY, uid=f"a-{number}", title=f"T{number}", **day) for number in range(12)]
    SiteWriter().write(source_of(*many), tmp_path / "site")
    pages = checked(tmp_path / "site")
    assert {"years/2020.html", "years/2020-2.html", "years/2020-3.html", "names/u-1-3.html"} <= set(pages)
    assert "years/2020-4.html" not in pages
    assert max("".join(page.words).count("T1") for name, page in pages.items() if name.startswith("years")) <= 5
    listed = [word for name in pages if name.startswith("years/") for word in pages[name].words if word[0] == "T"]
    assert sorted(word for word in listed if word[1:].isdigit()) == sorted(f"T{number}" for number in range(12))
    assert "T1" not in pages["index.html"].words


def test_articles_stand_in_the_order_of_their_dates() -> None:
    days = [("1966", "1966-01-01", "1966-12-31"), ("-0043", "-0043-01-01", "-0043-12-31"), (None, None, None)]
    days += [("196X", "1960-01-01", "1969-12-31"), ("1965-05", "1965-05-01", "1965-05-31")]
    rows = [
        lists.row_of(dataclasses.replace(LIBRARY, published=edtf, published_earliest=first, published_latest=last))
        for edtf, first, last in days
    ]
    ordered = sorted(rows, key=lambda row: row.order)
    assert [row.date for row in ordered] == ["-0043", "196X", "1965-05", "1966", None]
    assert [row.year for row in ordered] == ["-0043", "uncertain", "1965", "1966", "undated"]


def test_names_of_files_are_safe_on_every_system() -> None:
    assert lists.safe_name("az-Latn") == "az-latn"
    for word in ("../x", "a/b", "", "CON:", "a" * 41, "ə", "-", "a--b", ".hidden"):
        assert re.fullmatch(r"[0-9a-f]{32}", lists.safe_name(word))


def test_passages_become_pieces_and_lose_no_letter() -> None:
    text = "One two.\n\nThree four five."
    place = ExportTag("place", "P", "p", passages=(ExportPassage(4, 7, "two"), ExportPassage(0, 3, "not there")))
    across = ExportTag("theme", "T", "t", passages=(ExportPassage(5, 15, text[5:15]), ExportPassage(16, 20, "four")))
    record = ExportRecord(uid="u", id=1, text=text, tags=(place, across))
    found = paragraphs(record)
    assert ["".join(piece.words for piece in paragraph) for paragraph in found] == text.split("\n\n")
    linked = [(piece.words, piece.tag.uid) for paragraph in found for piece in paragraph if piece.tag]
    assert linked == [("two", "p"), ("four", "t")]


def test_only_a_site_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    SiteWriter().write(source_of(LIBRARY), out)  # an empty folder may be filled
    with pytest.raises(CuratorError, match="there already"):
        SiteWriter().write(source_of(LIBRARY), out)
    (out / "stray.html").write_text("old")
    SiteWriter().write(source_of(LIBRARY), out, replace=True)
    assert not (out / "stray.html").exists()
    (out / "curator-site.json").unlink()
    with pytest.raises(CuratorError, match="was not made by an export"):
        SiteWriter().write(source_of(LIBRARY), out, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_articles_that_break_off_leave_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield LIBRARY
        raise KeyboardInterrupt

    source = MemorySource(broken)  # type: ignore[arg-type]
    source.names = lambda: iter(())  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        SiteWriter().write(source, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
