from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from curator.archive import Archive, originals
from curator.gui.session import Session
from curator.gui.views.original_page import OriginalPage
from curator.operations import accession, page_source
from curator.operations.context import Context
from curator.operations.page_source import PageSource
from curator.readers.page_viewer import page_viewer
from curator.text.safe_html import MOST_CHARACTERS

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    """An archive with a letter that is longer than can be shown."""
    (tmp_path / "letter.txt").write_text("The cellar opens again.\n\n" * (MOST_CHARACTERS // 20), "utf-8")
    with Archive.create(tmp_path / "Letters.curator") as archive:
        accession.import_paths(Context(archive), [tmp_path / "letter.txt"])
    made = Session.open(tmp_path / "Letters.curator")
    yield made
    made.close()


def damaged(context: Context, article_id: int) -> PageSource:
    """Look at the letter as if it were a web archive, which it is not."""
    (found,) = originals.of_article(context.archive.read(), article_id)
    return page_source._shown(context, replace(found, media_type="multipart/related"), [])


def test_reading_is_told_and_what_is_too_long_is_cut_and_can_be_saved(
    session: Session, wait_for: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OriginalPage(session)
    page.show()
    page.show_article(1)
    assert page._head.text() == "Reading the original..."
    wait_for(page._save.isVisible)
    assert page._kept.text().startswith("Only the beginning is shown")
    assert page._browser.toPlainText().startswith("The cellar opens again.")
    assert page_viewer().pids
    target = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    page._save.click()
    wait_for(lambda: page._kept.text().startswith("A copy was saved"))
    assert target.read_bytes() == (tmp_path / "letter.txt").read_bytes()
    page.close()


def test_what_cannot_be_shown_says_why_and_offers_a_copy(
    session: Session, wait_for: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OriginalPage(session, source=damaged)
    page.show()
    page.show_article(1)
    wait_for(page._save.isVisible)
    words = page._browser.toPlainText()
    assert words.startswith("This original is too large or broken to be shown.")
    assert "There is no page in letter.txt" in words
    assert "letter.txt" in page._head.text()
    (stored,) = originals.of_article(session.archive.read(), 1)
    originals.stored_path(session.archive.folder, stored.sha256).unlink()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "copy.txt"), ""))
    page._save.click()
    wait_for(lambda: "is missing from the archive" in page._kept.text())
    page.close()
