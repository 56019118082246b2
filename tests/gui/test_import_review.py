"""The review of an import: what its page shows, what its keys do, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from curator import settings
from curator.archive import Archive, review_items, reviews
from curator.errors import Problem
from curator.gui.models.review_cells import PUBLICATION, PUBLISHED
from curator.gui.models.review_list import ReviewList
from curator.gui.models.review_words import icon_of, spoken, why
from curator.gui.session import Session
from curator.gui.sheets.review_defaults import ReviewDefaultsSheet
from curator.gui.views.review_page import ReviewPage
from curator.gui.window import Window
from curator.model.reading import Found, Suggestion
from curator.model.review import Review, ReviewCounts, ReviewRow
from curator.operations.context import Context
from curator.operations.review_batch import ReviewState

from ..operations.reviewed import CLEAN, DOUBTFUL, numbered, review_of

WaitFor = Callable[[Callable[[], bool]], None]
UNTITLED = replace(
    DOUBTFUL,
    body="The keeper opened the cellar on Monday, and the first readers came before noon.",
    suggestions=(Suggestion("title", Found("The keeper opened the cellar", "text", 400), "The first words."),),
)
TORN = Problem("torn", "torn.pdf is torn.", "Fetch it again.")


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """An archive with a review that waits: two clean items, two that need a person, one file that is torn."""
    path = tmp_path / "Letters.curator"
    with Archive.create(path) as archive:
        context = Context(archive)
        _review, items = review_of(context, tmp_path / "box", CLEAN, UNTITLED, numbered(CLEAN, 2), DOUBTFUL, TORN)
        with archive.unrecorded() as connection:
            alike = f'[{{"per_mille": 900, "item_id": {items[0]}}}]'
            review_items.update(connection, items[3], {"duplicates": alike, "need": "similar"})
    return path


def window_on(path: Path, tmp_path: Path) -> Window:
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1600, 1000)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def window(app: QApplication, waiting: Path, tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    made = window_on(waiting, tmp_path)
    wait_for(lambda: bool(made.reviews.reviewing.waiting))
    made.menus.run("review")
    page = shown_page(made)
    wait_for(lambda: page.rows.rowCount() == 5 and page.preview.shown is not None)
    yield made
    if not made.session.closed:
        made.close()


@pytest.fixture
def page(window: Window) -> ReviewPage:
    return shown_page(window)


def shown_page(window: Window) -> ReviewPage:
    assert window.reviews.is_shown
    assert window.reviews.page is not None
    return window.reviews.page


def press(page: ReviewPage, *pressed: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in pressed:
        QTest.keyClick(QApplication.focusWidget() or page.table, key, modifier)


def here(page: ReviewPage) -> ReviewRow:
    row = page.current()
    assert row is not None
    return row


def needs(page: ReviewPage) -> list[str]:
    return [row.need for row in page.rows.rows()]


def test_what_waits_stands_in_the_navigator_and_is_shown_by_need(window: Window, page: ReviewPage) -> None:
    entry = window.navigator._model.entry(window.navigator.currentIndex())
    assert (entry.role, entry.title, entry.count, entry.warns) == ("review", "Import review", 3, True)
    assert needs(page) == ["look", "similar", "failed", "clean", "clean"]
    assert page.table.hasFocus()
    assert not window.list_pane.isVisible()
    assert not window.reader.isVisible()
    assert window.navigator.isVisible()


def test_esc_goes_back_and_nothing_is_lost(window: Window, page: ReviewPage) -> None:
    press(page, Qt.Key.Key_Escape)
    assert not window.reviews.is_shown
    assert window.list_pane.isVisible()
    assert not page.isVisible()
    window.menus.run("review")
    assert window.reviews.is_shown
    assert page.rows.rowCount() == 5


def test_enter_takes_the_suggested_title_and_ctrl_z_takes_it_back(
    window: Window, page: ReviewPage, wait_for: WaitFor
) -> None:
    assert here(page).suggested_title == "The keeper opened the cellar"
    press(page, Qt.Key.Key_Return)
    wait_for(lambda: here(page).title == "The keeper opened the cellar")
    wait_for(lambda: "Take what is suggested" in window.activity.strip._undo.text())
    window.menus.run("undo")
    wait_for(lambda: here(page).title is None)


def test_a_date_is_edited_in_its_cell_and_nonsense_is_refused_in_words(page: ReviewPage, wait_for: WaitFor) -> None:
    page.table.setCurrentIndex(page.rows.index(0, PUBLISHED))
    press(page, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "some day")
    press(page, Qt.Key.Key_Return)
    assert line.isVisible()
    assert "some day" in page._message.text
    line.setText("4 March 2019")
    press(page, Qt.Key.Key_Tab)
    wait_for(lambda: here(page).published == "2019-03-04")
    # Tab goes on to the next cell.
    beside = QApplication.focusWidget()
    assert isinstance(beside, QLineEdit)
    assert beside.property("field") == "publication"
    QTest.keyClicks(beside, "Town Paper")
    press(page, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert here(page).publication is None


def test_clean_rows_are_accepted_and_enter_by_two_keys(window: Window, page: ReviewPage, wait_for: WaitFor) -> None:
    # What is done to others before the commit is not what is taken back after it.
    press(page, Qt.Key.Key_X)
    window.menus.run("accept-clean")
    wait_for(lambda: [row.state for row in page.rows.rows()].count("accepted") == 2)
    press(page, Qt.Key.Key_Return, control=True)
    wait_for(lambda: window.articles.rowCount() == 2 and page.rows.rowCount() == 3)
    wait_for(lambda: not window.works.open)
    assert window.activity.said == "2 articles added."
    # The rest waits; undo brings the others back.
    assert window.reviews.is_shown
    window.menus.run("undo")
    wait_for(lambda: window.articles.rowCount() == 0 and page.rows.rowCount() == 5)
    assert page.rows.rows()[0].state == "rejected"


def test_what_is_rejected_and_noted_leaves_the_review_when_the_rest_enters(
    window: Window, page: ReviewPage, wait_for: WaitFor
) -> None:
    press(page, Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_D, Qt.Key.Key_J, Qt.Key.Key_X)
    wait_for(lambda: [row.state for row in page.rows.rows()][:3] == ["rejected", "accepted", "rejected"])
    assert why(page.rows.rows()[1]).startswith("A duplicate: it does not enter.")
    press(page, Qt.Key.Key_X)
    wait_for(lambda: page.rows.rows()[2].state == "pending")
    press(page, Qt.Key.Key_X)
    window.menus.run("accept-clean")
    press(page, Qt.Key.Key_Return, control=True)
    wait_for(lambda: not window.reviews.is_shown and not window.works.open)
    assert window.activity.said == "2 articles added, 1 noted as a duplicate."
    wait_for(lambda: not window.reviews.reviewing.waiting)


def test_d_says_one_thing_after_the_other_and_n_not_the_same(page: ReviewPage, wait_for: WaitFor) -> None:
    press(page, Qt.Key.Key_J)
    for decision in ("skip", "keep", "not same", None):
        press(page, Qt.Key.Key_D)
        wait_for(lambda decision=decision: here(page).decision == decision)  # type: ignore[misc]
    press(page, Qt.Key.Key_N)
    wait_for(lambda: here(page).decision == "not same")
    assert here(page).need == "look"


def test_what_an_item_is_like_is_shown_beside_it(page: ReviewPage, wait_for: WaitFor) -> None:
    press(page, Qt.Key.Key_J)
    wait_for(lambda: page.preview.mode == "compare" and bool(page.preview.compare.pair.first.toPlainText()))
    assert page.preview.compare.pair.first.toPlainText().startswith("− The town library")
    assert page.preview.compare.pair.second.toPlainText().removeprefix("+ ") == DOUBTFUL.body
    press(page, Qt.Key.Key_K)
    wait_for(lambda: page.preview.mode == "clean")


def test_cut_parts_are_walked_and_restored_one_by_one_or_all(page: ReviewPage, wait_for: WaitFor) -> None:
    page.table.select_place(3)
    wait_for(lambda: page.preview.shown is not None and page.preview.shown.row.id == page.current_id())
    assert page.preview.text.cut_number() == 2
    assert "Town Paper  →  publication" in page.preview.text.toPlainText()
    page.preview.focus_text()
    press(page, Qt.Key.Key_J)
    assert page.preview.text.current == 3
    press(page, Qt.Key.Key_R)
    wait_for(lambda: page.preview.text.cut_number() == 1)
    assert page.preview.text.current == 3
    press(page, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    press(page, Qt.Key.Key_R)
    wait_for(lambda: page.preview.text.cut_number() == 0)
    press(page, Qt.Key.Key_R)
    wait_for(lambda: page.preview.text.cut_number() == 2)


def test_the_original_is_shown_and_c_turns(page: ReviewPage, wait_for: WaitFor) -> None:
    press(page, Qt.Key.Key_C)
    assert page.preview.mode == "original"
    wait_for(lambda: UNTITLED.body in page.preview.original._browser.toPlainText())
    press(page, Qt.Key.Key_C)
    assert page.preview.text.isVisible()
    assert page.preview.original.isVisible()


def test_a_torn_file_says_why_and_is_read_again(page: ReviewPage, wait_for: WaitFor) -> None:
    page.table.select_place(2)
    wait_for(lambda: page.preview._failure.isVisible())
    assert page.preview._message.text() == TORN.message
    path = Path(here(page).path)
    path.write_text("The bindery lent its presses\n\nThe bindery lent its presses until all was flat.\n", "utf-8")
    press(page, Qt.Key.Key_Return)
    wait_for(lambda: here(page).need != "failed")
    wait_for(lambda: page.preview.fields.isVisible())


def test_what_all_take_is_shown_as_inherited(window: Window, page: ReviewPage, wait_for: WaitFor) -> None:
    page.ask_defaults()
    sheet = window.findChild(ReviewDefaultsSheet)
    assert sheet is not None
    sheet.lines["language"].setText("no language at all")
    sheet.accepted.emit()
    wait_for(lambda: sheet._fault.isVisible())
    sheet.lines["language"].clear()
    sheet.lines["publication"].setText("Evening Register")
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    sheet.accepted.emit()
    wait_for(lambda: page.rows.inherited(PUBLICATION) == "Evening Register" and bool(closed))
    assert page.rows.index(0, PUBLICATION).data() == "Evening Register"
    assert page.rows.rows()[0].publication is None


def test_a_review_that_was_cut_off_goes_on(app: QApplication, waiting: Path, tmp_path: Path, wait_for: WaitFor) -> None:
    with Archive.open(waiting) as archive, archive.unrecorded() as connection:
        (review,) = reviews.listed(connection)
        (tmp_path / "box" / "late.txt").write_text("The bindery\n\nThe bindery lent its presses until noon.\n", "utf-8")
        connection.execute("UPDATE review SET finished = NULL WHERE id = ?", (review.id,))
    window = window_on(waiting, tmp_path)
    wait_for(lambda: bool(window.reviews.reviewing.waiting))
    window.reviews.show()
    page = shown_page(window)
    wait_for(lambda: page.progress.isVisible())
    assert page.progress.link.text() == "Read the other files"
    page.progress.link.click()
    wait_for(lambda: page.rows.rowCount() == 6 and not window.works.open)
    wait_for(lambda: not page.progress.isVisible())
    window.close()


def test_files_enter_at_once_where_a_person_prefers_that(window: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    settings.save(replace(settings.load(), review_imports=False))
    path = tmp_path / "mud.txt"
    path.write_text("Mud\n\nThe cellar was full of mud until the spring.\n", "utf-8")
    window.reviews.take([path])
    wait_for(lambda: window.articles.rowCount() == 1)
    wait_for(lambda: not window.works.open)


def test_no_act_of_the_list_reaches_articles_behind_the_review(window: Window, page: ReviewPage) -> None:
    window.menus.run("trash")
    window.menus.run("tag")
    assert not window.popup.isVisible()
    assert page.table.hasFocus()


def test_a_row_says_all_of_itself(page: ReviewPage) -> None:
    row = page.rows.rows()[0]
    assert spoken(row, 0, 5) == (
        "Needs you. No title, suggested: The keeper opened the cellar. en. "
        "Starts with its first paragraph: no title. No date. 1 of 5."
    )
    assert {icon_of(each)[2] for each in page.rows.rows()} == {"Needs you", "Could not be read", "Clean"}


def test_ten_thousand_rows_come_in_without_moving_the_current_one(window: Window) -> None:
    page, state = shown_page(window), window.reviews.reviewing.waiting[0]
    row = page.rows.rows()[3]
    page.table.select_place(3)
    page.table._is_fresh = False
    page.table.doItemsLayout()
    before = page.table.rowViewportPosition(3)
    fresh = [replace(row, id=1000 + n, position=10 + n, need="look" if n % 7 else "clean") for n in range(10_000)]
    feed(page.rows, state.review, fresh)
    assert page.rows.rowCount() == 10_005
    assert page.current_id() == row.id
    assert page.table.rowViewportPosition(page.table.currentIndex().row()) == before
    keys = [(0 if each.need in ("look", "similar", "failed") else 2, each.position) for each in page.rows.rows()]
    assert keys == sorted(keys)


def feed(rows: ReviewList, review: Review, fresh: list[ReviewRow]) -> None:
    """Let rows come as if they had been read."""
    from curator.gui.models.review_list import _Answer

    rows._take(_Answer(ReviewState(review, ReviewCounts()), fresh, False, frozenset(row.id for row in fresh)))


def test_closing_while_files_are_read_keeps_what_is_read_and_the_rest_is_read_later(
    app: QApplication, tmp_path: Path, wait_for: WaitFor
) -> None:
    path, box = tmp_path / "Reports.curator", tmp_path / "box"
    Archive.create(path).close()
    box.mkdir()
    for number in range(60):
        (box / f"{number:02}.txt").write_text(f"Report {number}\n\nThe cellar was dry on day {number}.\n", "utf-8")
    first = window_on(path, tmp_path)
    first.reviews.take([box])
    wait_for(lambda: first.reviews.is_shown)
    first.close()
    again = window_on(path, tmp_path)
    wait_for(lambda: bool(again.reviews.reviewing.waiting))
    again.menus.run("review")
    page = shown_page(again)
    wait_for(lambda: page.rows.state is not None and (page.progress.isVisible() or page.rows.rowCount() == 60))
    if page.progress.isVisible():
        page.progress.link.click()
    wait_for(lambda: page.rows.rowCount() == 60 and not again.works.open)
    assert sorted(Path(row.path).name for row in page.rows.rows()) == [f"{number:02}.txt" for number in range(60)]
    again.close()


def test_all_that_the_mouse_is_offered_can_be_done(window: Window, page: ReviewPage) -> None:
    menu = page._menu.made()
    offered = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions() if action.text()}
    assert offered["Take the suggested title"]
    assert not offered["Not the same"]
    assert not offered["Read it again"]
    page.table.select_place(1)
    assert next(action for action in page._menu.made().actions() if action.text().startswith("Not")).isEnabled()
