"""By keyboard alone: two spellings of a name are found and merged, taken apart after more was tagged, and split."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles, authorities
from curator.gui.sheets.merge import MergeSheet
from curator.gui.sheets.split import SplitSheet
from curator.gui.widgets.sheet import Sheet
from curator.model.revision import Label
from curator.operations import names_listing, passages, splitting, tag
from curator.operations.context import Context

from .keyboard import Desk, opened

TEXTS = (
    ("Kitabxana", "Vəli Əliyev kitabxananı açdı. Oxucular gəldi."),
    ("Qəzetlər", "Vəli Əliyev qəzetləri göstərdi."),
    ("Газеты", "Вели Алиев показал подшивки. Зал был полон."),
    ("Зал", "В зале говорил Вели Алиев."),
    ("The bindery", "The bindery was dry."),
)
ONE, OTHER = "Vəli Əliyev", "Вели Алиев"


def an_archive(path: Path) -> None:
    """Five articles; one person is on record twice, in two scripts, and somebody else whose name begins alike."""
    with Archive.create(path) as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title, body in TEXTS:
                articles.add(transaction, {"title": title}, body, "test")
        for number, (_title, body) in enumerate(TEXTS, 1):
            for name in (ONE, OTHER):
                if name in body:
                    start = body.index(name)
                    passages.tag_passage(context, number, start, start + len(name), "person", name)
        tag.add(context, [5], [("person", "Lucia Bandini"), ("place", "Əlibayramlı")])


def manager(desk: Desk) -> list[str]:
    page = desk.window.names_page.manager
    assert page is not None
    return [row.name for row in page.names.chosen.rows]


def open_manager(desk: Desk) -> None:
    desk.press("Ctrl+Shift+N")
    page = desk.window.names_page.manager
    assert page is not None
    desk.wait(lambda: page.names.is_ready and not page.names.is_looking)
    desk.rest()


def sheet(desk: Desk) -> Sheet:
    return next(each for each in desk.window.findChildren(Sheet) if each.isVisible())


def merge_by_five_gestures(desk: Desk) -> int:
    """Merge the two spellings from the filter of the manager; return the gestures."""
    before = desk.gestures
    desk.type("aliy")
    assert manager(desk)[:2] == [ONE, OTHER]
    desk.press("Down", "Shift+Down", "M")
    merge = sheet(desk)
    assert isinstance(merge, MergeSheet)
    desk.wait(merge.merge_button.isEnabled)
    desk.press("Return")
    desk.wait(lambda: OTHER not in manager(desk))
    return desk.gestures - before


def articles_of(path: Path) -> dict[str, int | None]:
    with Archive.open(path) as archive:
        return {row.name: row.articles for row in names_listing.rows(Context(archive)) if row.kind == "person"}


def id_of(desk: Desk, name: str) -> int:
    (found,) = authorities.named(desk.window.session.archive.read(), name, "person")
    return found.id


def test_two_spellings_are_merged_by_five_gestures_and_the_merge_is_undone_and_done_again(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        gestures = merge_by_five_gestures(desk)
        print(f"merging two spellings: {gestures} gestures")
        assert gestures == 5
        page = desk.window.names_page.manager
        assert page is not None
        assert page.table.hasFocus()
        current = page.table.current()
        assert current is not None
        assert (current.name, current.articles) == (ONE, 4)
        desk.press("Ctrl+Z")
        desk.wait(lambda: manager(desk)[:2] == [ONE, OTHER])
        desk.press("Ctrl+Shift+Z")
        desk.wait(lambda: OTHER not in manager(desk))
        desk.press("Escape")
        assert desk.window.table.hasFocus()
    assert articles_of(path) == {ONE: 4, "Lucia Bandini": 1}


def test_what_was_merged_is_taken_apart_after_more_was_tagged(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        merge_by_five_gestures(desk)
        desk.press("Escape")
        # Tag the last article with the name, found by the spelling that was merged.
        desk.press("Home")
        desk.wait(lambda: desk.window.reader.reading is not None)
        row = next(
            place for place in range(desk.window.articles.rowCount())
            if desk.window.articles.id_at(place) == 5
        )  # fmt: skip
        desk.press("J", times=row)
        desk.wait(lambda: desk.window.table.selected_ids() == [5])
        desk.press("Ctrl+T")
        desk.type("алиев")
        desk.press("Return")
        desk.rest()
        open_manager(desk)
        # The check of what was merged is the last of the second row of choices.
        desk.press("Tab", "Tab", "End", "Return")
        assert manager(desk) == [OTHER]
        before = desk.gestures
        desk.press("Down", "O")
        desk.wait(lambda: manager(desk) == [])
        print(f"taking a name out again: {desk.gestures - before} gestures")
    assert articles_of(path) == {ONE: 3, OTHER: 2, "Lucia Bandini": 1}


def test_mentions_are_split_off_to_a_new_name(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        desk.type("əliyev")
        desk.press("Down", "S")
        split = sheet(desk)
        assert isinstance(split, SplitSheet)
        desk.wait(lambda: split.mentions.row(1) is not None)
        desk.press("Down", "Space", "Tab")
        desk.type("Vəli Əliyev (bəstəkar)")
        assert split.move_button.text() == "Move 1 mention"
        desk.press("Return")
        desk.wait(lambda: "Vəli Əliyev (bəstəkar)" in manager(desk))
        moved = id_of(desk, "Vəli Əliyev (bəstəkar)")
        context = desk.window.session.context
        assert [each.article_id for each in splitting.mentions_of(context, moved)] == [2]
        desk.press("Ctrl+Z")
        desk.wait(lambda: "Vəli Əliyev (bəstəkar)" not in manager(desk))


def test_marks_stand_for_rows_that_do_not_touch(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        desk.press("Down")
        page = desk.window.names_page.manager
        assert page is not None
        names = manager(desk)
        for name in (ONE, OTHER):
            page.table.select_place(names.index(name))
            desk.press("X")
        assert len(page.names.marked) == 2
        desk.press("M")
        merge = sheet(desk)
        assert isinstance(merge, MergeSheet)
        desk.wait(merge.merge_button.isEnabled)
        desk.press("K")
        desk.wait(merge.merge_button.isEnabled)
        desk.press("Return")
        desk.wait(lambda: ONE not in manager(desk))
    assert articles_of(path) == {OTHER: 4, "Lucia Bandini": 1}


def test_two_that_look_alike_are_said_to_be_different_for_good(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        desk.press("Tab", "Tab", "Right", "Right", "Right", "Return", "Down")
        assert manager(desk) == [ONE]
        desk.press("N")
        desk.wait(lambda: manager(desk) == [])
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        desk.press("Tab", "Tab", "Right", "Right", "Right", "Return")
        assert manager(desk) == []


def test_the_page_of_a_name_is_opened_and_left_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "Names.curator"
    an_archive(path)
    with opened(path, tmp_path / "window.ini") as desk:
        open_manager(desk)
        desk.type("bandini")
        desk.press("Return")
        pages = desk.window.names_page
        desk.wait(lambda: pages.name is not None and pages.name.authority_id == id_of(desk, "Lucia Bandini"))
        desk.rest()
        assert pages.shown is pages.name
        assert pages.name is not None
        assert pages.name.isAncestorOf(QApplication.focusWidget() or desk.window)
        desk.press("Escape")
        assert pages.shown is pages.manager
        desk.press("Escape")
        assert pages.shown is None
        assert desk.window.table.hasFocus()
        desk.press("Backspace")
        assert pages.shown is pages.manager
        desk.press("Backspace")
        desk.wait(lambda: pages.shown is pages.name)
