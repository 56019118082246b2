from __future__ import annotations

import os
from pathlib import Path

import pytest

from curator.archive import Archive, articles, originals, pictures
from curator.archive.connection import one_state
from curator.operations import (
    accession,
    check,
    erase,
    history,
    packages,
    page_pictures,
    page_source,
    review_batch,
    review_commit,
    review_reading,
    trash,
)
from curator.operations.context import Context
from curator.operations.discovery import discover
from curator.operations.export_source import ArchiveSource
from curator.operations.picture_staging import MOST_PICTURES
from curator.writers.package.writer import PackageWriter
from curator.writers.site import SiteWriter

from ..readers.drawings import SVG, png

TEXT = [
    "The map room opened again on Monday after two years of work on its floor and on its shelves.",
    "Readers may now ask for plans of the city in their original size, the keeper of the maps said.",
    "The oldest plan shows the market before the river was moved, and it is shown behind glass.",
]


def page(folder: str, *names: str, title: str = "The map room is open") -> str:
    images = "".join(f'<p>{TEXT[1]}</p><img src="{folder}/{name}" alt="Plan &quot;{name}&quot;">' for name in names)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body><article><h1>{title}</h1><p>{TEXT[0]}</p>{images}<p>{TEXT[2]}</p></article></body></html>"  # fmt: skip # noqa: E501


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder with a complete page and what its browser saved with it."""
    place = tmp_path / "saved"
    files = place / "Map room_files"
    files.mkdir(parents=True)
    (place / "Map room.html").write_text(page("Map room_files", "plan.png", "shelf.png"), "utf-8")
    (files / "plan.png").write_bytes(png(400, 300))
    (files / "shelf.png").write_bytes(png(200, 100, 40))
    (files / "frame.html").write_text(page("", title="An advertisement"), "utf-8")
    (files / "code.js").write_text("alert(1)", "utf-8")
    return place


def kept(context: Context, article_id: int = 1) -> list[str]:
    return [each.address for each in pictures.of_article(context.archive.read(), article_id)]


def test_a_complete_page_comes_in_with_its_pictures_and_without_its_scripts(context: Context, saved: Path) -> None:
    assert accession.import_paths(context, [saved]).counts == {"added": 1}
    assert kept(context) == ["Map room_files/plan.png", "Map room_files/shelf.png"]
    assert [each.file_name for each in originals.of_article(context.archive.read(), 1)] == ["Map room.html"]
    assert not list(context.archive.folder.incoming.iterdir())


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("page.html", "page.files"),
        ("page.htm", "page-Dateien"),
        ("page.html", "page_fichiers"),
        ("страница.html", "страница_файлы"),
        ("sayfa.html", "sayfa_dosyalar"),
        ("page.html", "page_anything"),
        ("renamed.html", "page_files"),
        ("Ə.html", "Ə_faylları"),
    ],
)
def test_the_folder_of_a_page_is_known_by_its_name_or_by_the_link(
    context: Context, tmp_path: Path, name: str, folder: str
) -> None:
    (tmp_path / "in" / folder).mkdir(parents=True)
    (tmp_path / "in" / folder / "plan.png").write_bytes(png(400, 300))
    (tmp_path / "in" / folder / "frame.html").write_text("<html><p>Frame</p></html>", "utf-8")
    (tmp_path / "in" / name).write_text(page(folder, "plan.png"), "utf-8")
    assert accession.import_paths(context, [tmp_path / "in"]).counts == {"added": 1}
    assert kept(context) == [f"{folder}/plan.png"]


def test_a_folder_that_no_page_speaks_of_is_walked(tmp_path: Path) -> None:
    for folder in ("letters_files", "page-two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.html").write_text("<html><p>Letter</p></html>", "utf-8")
    (tmp_path / "page.html").write_text(page("elsewhere", "plan.png"), "utf-8")
    found = [each.path.relative_to(tmp_path).as_posix() for each in discover([tmp_path])]
    assert found == ["letters_files/letter.html", "page-two/letter.html", "page.html"]


def test_a_page_and_its_folder_chosen_together_are_one(saved: Path) -> None:
    chosen = sorted(saved.iterdir())
    assert [each.path.name for each in discover(chosen)] == ["Map room.html"]


def test_the_same_picture_of_two_pages_is_kept_once(context: Context, saved: Path) -> None:
    other = saved / "Other_files"
    other.mkdir()
    (other / "copy.png").write_bytes(png(400, 300))
    (saved / "Other.html").write_text(page("Other_files", "copy.png", title="Another page"), "utf-8")
    accession.import_paths(context, [saved])
    (count,) = context.archive.read().execute("SELECT count(*) FROM original").fetchone()
    assert count == 4
    assert check.check(context, whole=True).fixity.ok == 4


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_links_out_of_the_folder_are_not_followed(context: Context, saved: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "plan.png").write_bytes(png(500, 500))
    files = saved / "Map room_files"
    (files / "plan.png").unlink()
    (files / "plan.png").symlink_to(secret / "plan.png")
    (files / "more").symlink_to(secret)
    accession.import_paths(context, [saved])
    assert kept(context) == ["Map room_files/shelf.png"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_folder_that_is_a_link_is_not_followed(context: Context, saved: Path, tmp_path: Path) -> None:
    (saved / "Map room_files").rename(tmp_path / "elsewhere")
    (saved / "Map room_files").symlink_to(tmp_path / "elsewhere")
    accession.import_paths(context, [saved])
    assert kept(context) == []


def test_no_more_pictures_than_the_limit(context: Context, saved: Path) -> None:
    names = [f"{number:04}.png" for number in range(MOST_PICTURES + 2)]
    for number, name in enumerate(names):
        (saved / "Map room_files" / name).write_bytes(png(50, 50) + number.to_bytes(2, "big"))
    (saved / "Map room.html").write_text(page("Map room_files", *names), "utf-8")
    problems: list[str] = []
    accession.import_paths(context, [saved], lambda outcome: problems.extend(each.code for each in outcome.problems))
    assert len(kept(context)) == MOST_PICTURES
    assert problems == ["pictures"]


def imported_bare(context: Context, saved: Path) -> None:
    """Import the page as if its folder had been left behind, then put the folder back."""
    (saved / "Map room_files").rename(saved.parent / "left behind")
    assert accession.import_paths(context, [saved]).counts == {"added": 1}
    (saved.parent / "left behind").rename(saved / "Map room_files")
    assert kept(context) == []


def test_pictures_that_come_later_are_added_to_the_article_and_taken_back_by_one_undo(
    context: Context, saved: Path
) -> None:
    imported_bare(context, saved)
    told: list[str] = []
    found = accession.import_paths(context, [saved], lambda outcome: told.extend(p.message for p in outcome.problems))
    assert found.counts == {"duplicate": 1}
    assert told == ["Map room.html is in the archive already, byte for byte, as article 1. Its 2 pictures were added."]
    assert kept(context) == ["Map room_files/plan.png", "Map room_files/shelf.png"]
    assert check.check(context, whole=True).fixity.ok == 3
    assert accession.import_paths(context, [saved]).counts == {"duplicate": 1}
    assert len(kept(context)) == 2
    history.undo(context)
    assert len(kept(context)) == 2
    history.undo(context)
    assert kept(context) == []
    assert articles.get(context.archive.read(), 1).title == "The map room is open"
    history.redo(context)
    assert len(kept(context)) == 2


def test_an_article_in_the_trash_gets_no_pictures(context: Context, saved: Path) -> None:
    imported_bare(context, saved)
    trash.trash(context, [1])
    assert accession.import_paths(context, [saved]).counts == {"duplicate": 1}
    assert kept(context) == []


def test_pictures_that_come_later_through_a_review_are_added_too(context: Context, saved: Path) -> None:
    imported_bare(context, saved)
    review_id = review_reading.read_into_review(context, [saved]).review_id
    assert kept(context) == []
    review_batch.accept_all(context, review_id)
    told: list[str] = []
    done = review_commit.commit(context, review_id, lambda outcome: told.extend(p.message for p in outcome.problems))
    assert done.counts == {"duplicate": 1}
    assert told[0].endswith("Its 2 pictures were added.")
    assert len(kept(context)) == 2
    history.undo(context)
    assert kept(context) == []


def test_undo_takes_pictures_back_and_redo_brings_them(context: Context, saved: Path) -> None:
    accession.import_paths(context, [saved])
    history.undo(context)
    assert kept(context) == []
    assert [each for each in check.check(context, whole=True).findings if each.serious] == []
    history.redo(context)
    assert len(kept(context)) == 2
    assert check.check(context, whole=True).fixity.ok == 3


def test_the_page_is_shown_with_its_pictures_and_their_words(context: Context, saved: Path) -> None:
    accession.import_paths(context, [saved])
    found = page_source.page_source(context, 1)
    assert [(each.words, each.width, each.height) for each in found.pictures] == [
        ('Plan "plan.png"', 400, 300),
        ('Plan "shelf.png"', 200, 100),
    ]
    assert found.html is not None
    assert all(f'src="picture:{each.original.sha256}"' in found.html for each in found.pictures)
    assert found.missing == 0
    assert page_pictures.kept(context, 1) == found.pictures
    assert page_pictures.picture_bytes(context, found.pictures[0].original) == png(400, 300)


def test_a_page_without_its_folder_tells_how_many_are_missing(context: Context, saved: Path) -> None:
    accession.import_paths(context, [saved / "Map room_files" / ".." / "Map room.html"])
    for path in (saved / "Map room_files").iterdir():
        path.unlink()
    (saved / "Alone.html").write_text(page("Alone_files", "plan.png", title="Alone"), "utf-8")
    accession.import_paths(context, [saved / "Alone.html"])
    found = page_source.page_source(context, 2)
    assert (found.pictures, found.missing) == ((), 1)
    assert page_pictures.kept(context, 2) == ()


def test_pictures_stand_in_the_order_of_the_page_whatever_that_of_their_rows(context: Context, saved: Path) -> None:
    accession.import_paths(context, [saved])
    folder, found = context.archive.folder, pictures.of_article(context.archive.read(), 1)
    captions = {f"Map room_files/{name}": f'Plan "{name}"' for name in ("plan.png", "shelf.png")}
    assert page_pictures.described(folder, found[::-1], captions) == page_pictures.kept(context, 1)


def test_a_package_brings_the_pictures_elsewhere(context: Context, saved: Path, tmp_path: Path) -> None:
    accession.import_paths(context, [saved])
    with one_state(context.archive.read()):
        PackageWriter().write(ArchiveSource(context, [1], "one article"), tmp_path / "package.zip")
    with Archive.create(tmp_path / "Elsewhere.curator") as archive:
        elsewhere = Context(archive)
        packages.bring_in(elsewhere, tmp_path / "package.zip")
        assert page_pictures.kept(elsewhere, 1)[0].words == 'Plan "plan.png"'
        assert page_pictures.kept(elsewhere, 1)[1].original.size == len(png(200, 100, 40))
        assert check.check(elsewhere, whole=True).fixity.ok == 3


def test_a_site_shows_the_pictures_it_can(context: Context, saved: Path, tmp_path: Path) -> None:
    (saved / "Map room_files" / "drawing.svg").write_bytes(SVG)
    (saved / "Map room.html").write_text(page("Map room_files", "plan.png", "drawing.svg"), "utf-8")
    accession.import_paths(context, [saved])
    assert len(kept(context)) == 2
    with one_state(context.archive.read()):
        SiteWriter().write(ArchiveSource(context, [1]), tmp_path / "site")
    (written,) = (tmp_path / "site" / "pictures").iterdir()
    assert written.read_bytes() == png(400, 300)
    html = next((tmp_path / "site" / "articles").iterdir()).read_text("utf-8")
    assert f'<img src="../pictures/{written.name}" alt="Plan &#34;plan.png&#34;" width="400" height="300"' in html


def test_pictures_of_an_erased_article_are_gone(context: Context, saved: Path) -> None:
    accession.import_paths(context, [saved])
    stored = [
        originals.stored_path(context.archive.folder, each.original.sha256)
        for each in pictures.of_article(context.archive.read(), 1)
    ]
    assert all(path.is_file() for path in stored)
    trash.trash(context, [1])
    erase.articles(context, [1], "asked for by letter", ["The map room is open"])
    assert [path for path in stored if path.exists()] == []
