"""Draw the window's main states on the sample archive: `python tests/gui/pictures.py [FOLDER [NAME ...]]`.

The pictures of the documentation (`docs/pictures`, the default) are made so. Nothing of the user's is touched.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import review_box
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles, authorities
from curator.gui import mentions
from curator.gui.session import Session
from curator.gui.sheets.welcome import Welcome
from curator.gui.theme import theme
from curator.gui.tokens import COLOURS
from curator.gui.widgets.facet_list import FacetList
from curator.gui.window import Window
from curator.model.authority import AuthorityKind
from curator.operations import authorities as authorities_on_record
from curator.operations import describe, passages, result_lists, review_batch, sample, scanning, similar_articles
from curator.operations.context import Context
from curator.paths import resources

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SMALL, LARGE = (1366, 768), (1600, 1000)
_PATIENCE_S = 40.0

State = Callable[[Window], None]


def main() -> int:
    """Draw all pictures, or those whose names are given."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            os.environ[name] = f"{home}/{name.lower()}"
        os.environ.update(QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES="qt.qpa.*=false", CURATOR_NAME="Vera")
        return _draw()


def _draw() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme().choose("light")
    theme().apply(app)
    with tempfile.TemporaryDirectory() as home:
        archive, empty = Path(home) / "Rescued libraries.curator", Path(home) / "New archive.curator"
        sample.make(archive, "Vera")
        _tag_long_passages(archive)
        with Archive.create(empty):
            pass
        for name, look, size, state in PICTURES:
            if not sys.argv[2:] or name in sys.argv[2:]:
                theme().choose(look)
                source = empty if state is nothing else archive
                picture = _welcome() if state is no_archive else _window(source, size, state)
                _save(picture, folder / f"{name}.png")
    return 0


def _window(archive: Path, size: tuple[int, int], state: State) -> QImage:
    with tempfile.TemporaryDirectory() as place:
        window = Window(Session.open(archive), QSettings(f"{place}/window.ini", QSettings.Format.IniFormat))
        window.resize(*size)
        window.show()
        window.arrangement.set_usual_widths()
        window.activateWindow()
        settle(window)
        state(window)
        settle(window)
        picture = window.grab().toImage()
        window.close()
    return picture


def _tag_long_passages(path: Path) -> None:
    """Tag whole sentences of the first article: the sample tags words."""
    with Archive.open(path) as archive:
        context = Context(archive)
        body = articles.text(archive.read(), 1).body
        for start, end, kind, name in LONG:
            first, last = body.index(start), body.index(end) + len(end)
            passages.tag_passage(context, 1, first, last, kind, name)


def _welcome() -> QImage:
    welcome = Welcome()
    welcome.show()
    QTest.qWait(50)
    picture = welcome.grab().toImage()
    welcome.close()
    return picture


def _save(picture: QImage, path: Path) -> None:
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(picture.constBits(), np.uint32), return_counts=True)
    # The colours of the theme and the commonest others, the rest as the nearest of them: a third of the bytes.
    tokens = theme().tokens
    ours = [getattr(tokens, name) for name in COLOURS]
    ours += [ink for kind in tokens.kinds.values() for ink in (kind.ink, kind.tint)]
    often = [int(colour) for colour in colours[np.argsort(-counts)]]
    often = list(dict.fromkeys([QColor(ink).rgb() for ink in ours] + often))[:256]
    picture = picture.convertToFormat(QImage.Format.Format_Indexed8, often, Qt.ImageConversionFlag.ThresholdDither)
    writer = QImageWriter(str(path))
    writer.setCompression(100)
    if not writer.write(picture):
        raise OSError(writer.errorString())
    sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} KiB\n")


def settle(window: Window) -> None:
    """Wait until the window has shown all that it asked for."""
    end, quiet = time.monotonic() + _PATIENCE_S, 0
    while quiet < 12 and time.monotonic() < end:
        QTest.qWait(20)
        is_quiet = window.session.tasks.pending == 0 and window.index_waiting == 0 and window.session.names.is_ready
        quiet = quiet + 1 if is_quiet else 0


# -- states


def reading(window: Window) -> None:
    """An article with passages, at a sentence."""
    _open(window, "Fifty years after the mud")
    window.reader.text.setFocus()
    window.reader.text.step_sentence(1)


def reading_list(window: Window) -> None:
    """The same, the list has the focus."""
    _open(window, "Fifty years after the mud")
    window.table.setFocus()


def searching(window: Window) -> None:
    """A query with fields and facets."""
    window.toolbar.search.set_query("date:1990..2023 (water OR smoke)")
    window.toolbar.search.submit()
    settle(window)
    window.list_pane.show_refine(True)
    settle(window)
    themes = window.list_pane.refine.findChildren(FacetList)[2]
    for row, key in ((0, Qt.Key.Key_Space), (2, Qt.Key.Key_Minus)):
        themes.setFocus()
        themes.setCurrentIndex(themes.model().index(row, 0))
        QTest.keyClick(themes, key)
        settle(window)
    window.table.setFocus()
    window.reader.text.step_hit(1)


def frozen(window: Window) -> None:
    """A frozen list of which an article has changed since."""
    window.session.write(lambda _context: result_lists.freeze(window.session.finder, "Water in libraries", "water"))
    settle(window)
    made = result_lists.listed(window.session.context)[0]
    window.session.write(lambda context: describe.describe(context, [1], {"byline": "Helen Marsh, R. Hale"}))
    window.session.write(lambda context: describe.describe(context, [1], {"title": "Fifty years after the mud"}))
    settle(window)
    window.navigator.setCurrentIndex(window.navigator.model().find(f"frozen {made.id}"))  # type: ignore[attr-defined]
    settle(window)
    window.menus.run("frozen")


def tagging(window: Window) -> None:
    """A name is typed for a passage."""
    reading(window)
    QTest.keyClick(window.reader.text, Qt.Key.Key_P)
    window.tagging.popup.line.setText("a")
    window.tagging.popup.line.setCursorPosition(1)


def nothing(_window: Window) -> None:
    """An archive without articles."""


def no_archive(_window: Window) -> None:
    """Before an archive is open."""


def refused(window: Window) -> None:
    """What did not go in, with reasons."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, data in BROKEN.items():
            Path(name).write_bytes(data)
        shutil.copy(resources() / "sample" / "articles" / "alexandria.txt", "alexandria (copy).txt")
        window.imports.start(sorted(Path().iterdir()))
        end = time.monotonic() + _PATIENCE_S
        while not window.imports.refused and time.monotonic() < end:
            QTest.qWait(50)
    window.menus.run("import-report")


def reviewing(window: Window) -> None:
    """Files were read; a date is typed into its cell."""
    _review(window)
    page = window.reviews.page
    assert page is not None
    page.table.edit_field("published")
    QTest.keyClicks(QApplication.focusWidget(), "14 June 2011")


def reviewing_cuts(window: Window) -> None:
    """The parts that were cut from a copied text are walked."""
    _review(window)
    page = window.reviews.page
    assert page is not None
    place = next(place for place, row in enumerate(page.rows.rows()) if row.language == "az")
    page.table.select_place(place)
    settle(window)
    page.preview.focus_text()


def reviewing_likeness(window: Window) -> None:
    """A likely copy beside the article that is here already."""
    with tempfile.TemporaryDirectory() as folder:
        window.imports.start([review_box.known(Path(folder) / "before")])
        _idle(window)
        window.session.write(similar_articles.catch_up)
        settle(window)
    _review(window)
    page = window.reviews.page
    assert page is not None
    place = next((place for place, row in enumerate(page.rows.rows()) if row.need == "similar"), 0)
    page.table.select_place(place)


def _review(window: Window) -> None:
    for each in review_batch.listed(window.session.context):
        # Of the picture before.
        window.session.write(lambda context, review=each.review.id: review_batch.close(context, review))  # type: ignore[misc]
    settle(window)
    with tempfile.TemporaryDirectory() as folder:
        window.reviews.take([review_box.fill(Path(folder) / "Bakı qəzetləri")], "Fires and floods")
        _idle(window)
    settle(window)


def _idle(window: Window) -> None:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        QTest.qWait(50)
        if not window.works.open and window.session.tasks.pending == 0:
            break


def event_page(window: Window) -> None:
    """The page of an event: names side by side, place, people, years, mentions."""
    _show_name(window, "Florence flood")


def theme_page(window: Window) -> None:
    """The page of a theme beside the tree of themes."""
    navigator = window.navigator
    navigator.expand(navigator.model().find("kind theme"))  # type: ignore[attr-defined]
    settle(window)
    number = authorities.named(window.session.context.archive.read(), "Conservation", "theme")[0].id
    navigator.expand(navigator.model().find(f"theme#{number}"))  # type: ignore[attr-defined]
    _show_name(window, "Conservation")


def _show_name(window: Window, name: str) -> None:
    window.names_page.show_name(authorities.named(window.session.context.archive.read(), name)[0].id)
    settle(window)


def names(window: Window) -> None:
    """The names manager: two spellings of one person are selected."""
    _find_spellings(window)


def merging(window: Window) -> None:
    """Two records side by side, before they are merged."""
    _find_spellings(window)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_M)


def _find_spellings(window: Window) -> None:
    window.session.write(_add_spelling)
    settle(window)
    window.menus.run("names")
    settle(window)
    QTest.keyClicks(QApplication.focusWidget() or window, "axund")
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Down, modifier)


def _add_spelling(context: Context) -> None:
    """Put a person on record once more, under a short form, with a tag."""
    name = "Axundov M. F."
    if name not in {each.authority.preferred_name for each in authorities_on_record.listed(context, "person")}:
        authorities_on_record.add(context, "person", name, (), "1811/1878")
        words = "Axundov ərəb qrafikalı"
        article = next(each for each in (28, 29, 27) if words in articles.text(context.archive.read(), each).body)
        start = articles.text(context.archive.read(), article).body.index(words)
        passages.tag_passage(context, article, start, start + len("Axundov"), "person", name)


def suggested(window: Window) -> None:
    """Names that are suggested in an article; one is selected."""
    _open(window, "Trunks on the river")
    window.reader.text.setFocus()
    for _step in range(3):
        QTest.keyClick(window.reader.text, Qt.Key.Key_U)


def queue(window: Window) -> None:
    """The queue of suggestions, at a new name."""
    window.session.write(scanning.catch_up)
    settle(window)
    window.menus.run("suggestions")
    settle(window)
    for key in (Qt.Key.Key_N, Qt.Key.Key_J):
        QTest.keyClick(window.queue.page.table if window.queue.page else window, key)
        settle(window)


def tag_all(window: Window) -> None:
    """All mentions of a theme, before they are tagged."""
    found = authorities.named(window.session.context.archive.read(), "Manuscripts", "theme")
    mentions.ask(window, found[0].id)


def preferences(window: Window) -> None:
    """What can be set."""
    window.menus.run("preferences")


def commands(window: Window) -> None:
    """The search field, asked for a command or a name."""
    window.focus_search()
    QTest.keyClicks(QApplication.focusWidget() or window, "li")


def _open(window: Window, title: str) -> None:
    for place in range(window.articles.rowCount()):
        words = window.articles.data(window.articles.index(place, 0)) or ""
        if str(words).startswith(title):
            window.table.select_place(place)
    settle(window)


BROKEN = {
    "holdings 1974.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "letter, draft.txt": b"",
    "readers' letters.html": b"<html><head><title>Readers' letters</title></head><body></body></html>",
}

LONG: tuple[tuple[str, str, AuthorityKind, str], ...] = (
    ("In the early hours", "collections were kept.", "event", "Florence flood"),
    ("Volumes were rinsed", "so many books at once.", "theme", "Drying"),
    ("Much was dried too fast", "lost that way", "event", "Florence flood"),
)

PICTURES: tuple[tuple[str, str, tuple[int, int], State], ...] = (
    ("main-light-1366", "light", SMALL, reading_list),
    ("main-light-1600", "light", LARGE, reading),
    ("main-dark-1366", "dark", SMALL, reading),
    ("main-dark-1600", "dark", LARGE, reading_list),
    ("main-contrast-1366", "contrast", SMALL, reading),
    ("event-light-1366", "light", SMALL, event_page),
    ("event-contrast-1366", "contrast", SMALL, event_page),
    ("theme-dark-1600", "dark", LARGE, theme_page),
    ("suggestions-light-1366", "light", SMALL, suggested),
    ("suggestions-dark-1600", "dark", LARGE, suggested),
    ("suggestion-queue-light-1366", "light", SMALL, queue),
    ("suggestion-queue-contrast-1366", "contrast", SMALL, queue),
    ("tag-mentions-light-1366", "light", SMALL, tag_all),
    ("search-light-1366", "light", SMALL, searching),
    ("search-dark-1600", "dark", LARGE, searching),
    ("tagging-light-1366", "light", SMALL, tagging),
    ("tagging-dark-1600", "dark", LARGE, tagging),
    ("commands-light-1366", "light", SMALL, commands),
    ("preferences-dark-1366", "dark", SMALL, preferences),
    ("empty-light-1366", "light", SMALL, nothing),
    ("empty-dark-1600", "dark", LARGE, nothing),
    ("welcome-light", "light", SMALL, no_archive),
    ("report-light-1366", "light", SMALL, refused),
    # These freeze a list, rename an article, and put a name on record that the pictures before do without.
    ("frozen-light-1366", "light", SMALL, frozen),
    ("names-light-1366", "light", SMALL, names),
    ("merge-dark-1366", "dark", SMALL, merging),
    ("review-light-1600", "light", LARGE, reviewing),
    ("review-dark-1366", "dark", SMALL, reviewing_cuts),
    ("review-contrast-1366", "contrast", SMALL, reviewing_cuts),
    ("review-likeness-light-1600", "light", LARGE, reviewing_likeness),
)

if __name__ == "__main__":
    sys.exit(main())
