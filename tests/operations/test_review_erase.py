"""Erasing an article takes its drafts along, and nothing of them is left in the folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from curator.archive import Archive, originals
from curator.model.reading import Found
from curator.operations import erase, review_batch, review_commit, review_item
from curator.operations.context import Context

from .reviewed import CLEAN, add_to, numbered, review_of

SECRET = replace(
    CLEAN, body="Zq secret words.", parts=(), title=Found("Zq secret title", "heading", 950), language=None
)


def leftovers(folder: Path, *words: str) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return [f"{path.name}: {word}" for path in found for word in words if word.encode() in path.read_bytes()]


def test_a_draft_goes_with_its_article(archive: Archive, context: Context, tmp_path: Path) -> None:
    review_id, (secret, other) = review_of(context, tmp_path / "zq-secret-box", SECRET, numbered(CLEAN, 2))
    review_item.set_fields(context, [secret], {"title": "Zq secret heading"})
    review_batch.accept(context, [secret])
    review_commit.commit(context, review_id)
    path = next(iter(sorted((tmp_path / "zq-secret-box").iterdir())))
    add_to(context, review_id, tmp_path / "zq-secret-box", [SECRET], bytes=path.read_bytes())
    erase.articles(context, [1], "asked for", ["Zq secret heading"])
    assert [row.id for row in review_batch.items(context, review_id)] == [other]
    assert len(list(originals.stored(archive.folder))) == 1
    archive.close()
    assert leftovers(archive.folder.path, "Zq secret", path.name) == []


def test_a_draft_goes_with_an_article_whose_import_was_undone(
    archive: Archive, context: Context, tmp_path: Path
) -> None:
    review_id, (secret,) = review_of(context, tmp_path / "a", SECRET)
    review_batch.accept(context, [secret])
    review_commit.commit(context, review_id)
    archive.undo()
    erase.articles(context, [1], "asked for", ["Zq secret title"])
    assert review_batch.items(context, review_id) == []
    archive.close()
    assert leftovers(archive.folder.path, "Zq secret") == []
