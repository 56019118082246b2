"""What the list says of an archive without articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from curator.archive import Archive
from curator.gui.session import Session
from curator.gui.window import Window
from curator.operations.context import Context

from ..operations.reviewed import CLEAN, DOUBTFUL, review_of


def test_what_waits_in_a_review_is_offered(
    app: QApplication, tmp_path: Path, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    path = tmp_path / "Letters.curator"
    with Archive.create(path) as archive:
        review_of(Context(archive), tmp_path / "box", CLEAN, DOUBTFUL)
    window = Window(Session.open(path), QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    window.show()
    empty = window.list_pane.empty

    def words() -> list[str]:
        return [label.text() for label in empty.findChildren(QLabel) if label.isVisible()]

    def choice() -> QAbstractButton | None:
        found = [each for each in empty.findChildren(QAbstractButton) if each.accessibleName().startswith("Go on")]
        return found[0] if found else None

    wait_for(lambda: "2 files are read and wait for you." in words() and bool(window.reviews.reviewing.waiting))
    button = choice()
    assert button is not None
    button.click()
    wait_for(lambda: window.reviews.is_shown)
    window.close()
