from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.archive import Archive, articles, authorities
from curator.gui.models.listing import Listing
from curator.gui.models.navigation import ENTRY
from curator.gui.models.navigation_entries import Entry
from curator.gui.session import Session
from curator.gui.views.article_drag import packed
from curator.gui.views.navigator import Navigator
from curator.model.revision import Label
from curator.operations import collect, describe, history, saved_searches, tag
from curator.operations.context import Context


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    with Archive.create(tmp_path / "Sample.curator") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title in ("a", "b", "c"):
                articles.add(transaction, {"title": title}, "The cellar dried.", "test")
        collect.put(context, "Fires and floods / Florence", [1, 2])
        collect.create(context, "Letters")
        tag.add(context, [1, 2], [("person", "Lucia Bandini")])
        tag.add(context, [3], [("person", "Owen Marsh")])
        saved_searches.add(context, "Not described", "status:inbox")
    made = Session.open(tmp_path / "Sample.curator")
    yield made
    made.close()


@pytest.fixture
def navigator(session: Session) -> Iterator[Navigator]:
    made = Navigator(session)
    made.resize(220, 600)
    made.show()
    made.activateWindow()
    wait_for(lambda: found(made, "all").isValid())
    yield made
    made.close()
    made.deleteLater()


def wait_for(condition: Callable[[], bool]) -> None:
    for _attempt in range(400):
        if condition():
            return
        QTest.qWait(10)
    raise AssertionError("it did not come to be")


def found(navigator: Navigator, key: str) -> QModelIndex:
    return navigator.model().find(key)  # type: ignore[attr-defined, no-any-return]


def rows(navigator: Navigator, index: QModelIndex = QModelIndex()) -> list[str]:  # noqa: B008
    model = navigator.model()
    inside = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return [line for each in inside for line in (each.data(), *rows(navigator, each))]


def entry(navigator: Navigator, key: str) -> Entry:
    made = found(navigator, key).data(ENTRY)
    assert isinstance(made, Entry)
    return made


def collection(navigator: Navigator, title: str) -> str:
    listed = collect.listed(navigator._session.context)
    return next(f"collection {each.id}" for each, _count in listed if each.title == title)


def test_it_shows_what_there_is_with_counts(navigator: Navigator) -> None:
    assert rows(navigator) == [
        *("Inbox", "All articles", "Collections", "Fires and floods", "Florence", "Letters"),
        *("Saved searches", "Not described"),
        *("Names", "All names", "Suggestions", "People", "Organisations", "Events", "Places", "Themes", "Trash"),
    ]
    assert entry(navigator, collection(navigator, "Fires and floods")).count == 2
    said = found(navigator, "inbox").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Inbox, 3"


def test_choosing_lists_and_a_name_lists_its_articles(navigator: Navigator) -> None:
    listings: list[Listing] = []
    navigator.chosen.connect(listings.append)
    navigator.expand(found(navigator, "kind person"))
    wait_for(lambda: navigator.model().rowCount(found(navigator, "kind person")) == 2)
    navigator.setCurrentIndex(found(navigator, "person#1"))
    assert [(each.title, each.query) for each in listings] == [("Lucia Bandini", 'person:"#1"')]
    assert navigator._session.finder.find(listings[0].query).ids.tolist() == [1, 2]


def test_what_is_open_and_current_survives_a_refresh(navigator: Navigator) -> None:
    navigator.expand(found(navigator, "kind person"))
    wait_for(lambda: navigator.model().rowCount(found(navigator, "kind person")) == 2)
    navigator.setCurrentIndex(found(navigator, "person#2"))
    navigator.collapse(found(navigator, collection(navigator, "Fires and floods")))
    chosen: list[Listing] = []
    navigator.chosen.connect(chosen.append)
    navigator._session.write(lambda context: tag.add(context, [2, 3], [("person", "Ana Reed"), ("person", "#2")]))
    wait_for(lambda: navigator.model().rowCount(found(navigator, "kind person")) == 3)
    assert navigator.isExpanded(found(navigator, "kind person"))
    assert not navigator.isExpanded(found(navigator, collection(navigator, "Fires and floods")))
    assert navigator.currentIndex().data() == "Owen Marsh"
    assert entry(navigator, "person#2").count == 2
    assert not chosen


def test_a_collection_is_made_and_named_by_keyboard(navigator: Navigator) -> None:
    navigator.setCurrentIndex(found(navigator, "all"))
    QTest.keyClick(navigator, Qt.Key.Key_Insert)
    wait_for(lambda: navigator.findChild(QLineEdit) is not None)
    line = navigator.findChild(QLineEdit)
    assert line is not None
    line.setText("Maps")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: "Maps" in rows(navigator))
    assert navigator.currentIndex().data() == "Maps"
    QTest.keyClick(navigator, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    wait_for(lambda: rows(navigator).index("Maps") < rows(navigator).index("Letters"))
    QTest.keyClick(navigator, Qt.Key.Key_Delete)
    wait_for(lambda: "Maps" not in rows(navigator))
    navigator._session.write(history.undo)
    wait_for(lambda: "Maps" in rows(navigator))


def test_a_saved_search_is_renamed_and_removed(navigator: Navigator) -> None:
    navigator.setCurrentIndex(found(navigator, "search 1"))
    QTest.keyClick(navigator, Qt.Key.Key_F2)
    line = navigator.findChild(QLineEdit)
    assert line is not None
    line.setText("To describe")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: "To describe" in rows(navigator))
    QTest.keyClick(navigator, Qt.Key.Key_Delete)
    wait_for(lambda: "To describe" not in rows(navigator))


def drop(navigator: Navigator, key: str, mime: object) -> bool:
    middle = QPointF(navigator.visualRect(found(navigator, key)).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(middle, Qt.DropAction.CopyAction, mime, buttons, keys)  # type: ignore[arg-type]
    event.setAccepted(False)
    navigator.dropEvent(event)
    return event.isAccepted()


def test_articles_dropped_on_a_collection_or_a_name_go_there(navigator: Navigator) -> None:
    letters = collection(navigator, "Letters")
    mime = packed([1, 3])
    assert drop(navigator, letters, mime)
    wait_for(lambda: entry(navigator, letters).count == 2)
    navigator.expand(found(navigator, "kind person"))
    wait_for(lambda: found(navigator, "person#2").isValid())
    assert drop(navigator, "person#2", mime)
    wait_for(lambda: entry(navigator, "person#2").count == 2)
    assert not drop(navigator, "inbox", mime)


def test_files_dropped_on_a_collection_are_told_with_its_path(navigator: Navigator, tmp_path: Path) -> None:
    told: list[tuple[list[Path], str]] = []
    navigator.files_dropped.connect(lambda paths, into: told.append((paths, into)))
    mime = packed([])
    mime.removeFormat(mime.formats()[0])
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert drop(navigator, collection(navigator, "Florence"), mime)
    assert told == [([tmp_path / "a.txt"], "Fires and floods / Florence")]
    assert not drop(navigator, "all", mime)


def test_passages_to_recheck_and_a_full_trash_are_offered(navigator: Navigator) -> None:
    context = navigator._session.context
    assert not found(navigator, "recheck").isValid()

    def detach(_context: Context) -> None:
        with context.archive.transaction(Label("Detach")) as transaction:
            text = transaction.rows("SELECT body_hash FROM article_text WHERE article_id = 1")[0][0]
            fields = {"start": 0, "end": 3, "quote": "The", "prefix": "", "suffix": "", "state": "detached"}
            transaction.insert("passage", {"article_id": 1, "body_hash": text} | fields)

    navigator._session.write(detach)
    wait_for(lambda: found(navigator, "recheck").isValid())
    listing = entry(navigator, "recheck").listing
    assert listing is not None
    assert navigator._session.finder.find(listing.query).ids.tolist() == [1]
    menu = navigator.menu_for(found(navigator, "trash"))
    assert not menu.actions()[-1].isEnabled()
    of_search = navigator.menu_for(found(navigator, "search 1")).actions()
    words = [action.text().partition("\t")[0] for action in of_search]
    assert words == ["Open articles", "New collection", "Put into a new folder", "", "Rename", "Remove"]


def test_of_very_many_names_the_first_are_shown_and_more_on_demand(navigator: Navigator) -> None:
    context = navigator._session.context

    def add(_context: Context) -> None:
        with context.archive.transaction(Label("Add")) as transaction:
            for number in range(1_500):
                authorities.add(transaction, "person", f"Person {number:04d}")

    navigator._session.write(add)
    navigator.expand(found(navigator, "kind person"))
    wait_for(lambda: navigator.model().rowCount(found(navigator, "kind person")) == 1_001)
    people = found(navigator, "kind person")
    last = navigator.model().index(1_000, 0, people)
    assert last.data() == "502 more"
    navigator.setCurrentIndex(last)
    QTest.keyClick(navigator, Qt.Key.Key_Return)
    wait_for(lambda: navigator.model().rowCount(found(navigator, "kind person")) == 1_502)


def test_no_entry_is_marked_while_something_else_is_listed(navigator: Navigator) -> None:
    inbox = entry(navigator, "inbox").listing
    assert inbox is not None
    navigator.setCurrentIndex(found(navigator, "inbox"))
    navigator.show_listing(inbox.sorted_by("date"))
    assert navigator.currentIndex().data() == "Inbox"
    navigator.show_listing(Listing("Search", "mud"))
    assert not navigator.currentIndex().isValid()
    navigator._session.write(lambda context: tag.add(context, [3], [("person", "Ana Reed")]))
    wait_for(lambda: entry(navigator, "kind person").count == 3)
    assert not navigator.currentIndex().isValid()


def test_counts_that_stay_the_same_are_not_drawn_again(navigator: Navigator) -> None:
    told: list[object] = []
    navigator.model().dataChanged.connect(lambda first, _last: told.append(first.data()))
    shown: list[object] = []
    navigator.overview_changed.connect(shown.append)
    navigator.refresh()
    wait_for(lambda: len(shown) == 1)
    assert not told
    navigator._session.write(lambda context: describe.describe(context, [1], {"status": "read"}))
    wait_for(lambda: len(shown) == 2)
    assert told
