from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from curator.archive import Archive, articles
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.views.described_fields import ChoiceField, DescribedField
from curator.gui.views.inspector import DESCRIBE, HISTORY, NOTES
from curator.gui.views.inspector_describe import GROUPS
from curator.gui.views.tag_rows import Row
from curator.gui.window import Window
from curator.model.article import Article
from curator.model.revision import Label
from curator.operations import collect, describe, inspection, notes, passages, tag
from curator.operations.context import Context
from curator.operations.field_values import DESCRIBABLE

BODY = "The library dried its books. Lucia Bandini looked after the periodicals."


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[Window]:
    with Archive.create(tmp_path / "Sample.curator", actor="Tester") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title in ("The cellar", "The attic", "The stairs"):
                articles.add(transaction, {"title": title, "publication": "Library Courier"}, BODY, "test")
        tag.add(context, [1, 2], [("theme", "Newspapers")])
        passages.tag_passage(context, 1, 29, 42, "person", "Lucia Bandini")
        collect.put(context, "Letters / 1936", [1])
    made = Window(
        Session.open(tmp_path / "Sample.curator"), QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    )
    made.show()
    made.activateWindow()
    made.inspector.show_tab(DESCRIBE)
    wait_for(lambda: made.reader.reading is not None and value(made, "title") == "The cellar")
    yield made
    made.close()


def wait_for(condition: Callable[[], bool]) -> None:
    for _attempt in range(400):
        if condition():
            return
        QTest.qWait(10)
    raise AssertionError("it did not come to be")


def typed(window: Window, name: str) -> DescribedField:
    field = window.inspector.describe.fields[name]
    assert isinstance(field, DescribedField)
    return field


def choice(window: Window, name: str) -> ChoiceField:
    field = window.inspector.describe.fields[name]
    assert isinstance(field, ChoiceField)
    return field


def value(window: Window, name: str) -> str:
    return typed(window, name).field.value


def article(window: Window, number: int = 1) -> Article:
    return articles.get(window.session.context.archive.read(), number)


def tags(window: Window) -> list[Row]:
    return window.inspector.tags.list.rows()


def type_into(window: Window, name: str, text: str) -> None:
    window.inspector.show_tab(0)
    field = typed(window, name).field
    field.edit()
    field.editor.clear()
    QTest.keyClicks(field.editor, text)


def test_every_field_of_the_description_is_offered() -> None:
    offered = [name for names in GROUPS.values() for name in names]
    assert sorted(offered) == sorted(DESCRIBABLE)


def test_a_date_is_read_while_it_is_typed(window: Window) -> None:
    type_into(window, "published", "february 1992?")
    field = typed(window, "published")
    assert field.reading == "February 1992, uncertain"
    QTest.keyClick(field.field.editor, Qt.Key.Key_Return)
    wait_for(lambda: article(window).published == "1992-02?")


def test_what_is_not_understood_is_told_and_not_written(window: Window) -> None:
    type_into(window, "language", "no such")
    QTest.keyClick(typed(window, "language").field.editor, Qt.Key.Key_Return)
    assert typed(window, "language").field.is_editing()
    assert article(window).language is None
    QTest.keyClick(typed(window, "language").field.editor, Qt.Key.Key_Escape)
    assert not typed(window, "language").field.is_editing()


def test_an_embargo_waits_for_the_day_of_its_review(window: Window) -> None:
    window.inspector.show_tab(0)
    box = choice(window, "access").box
    box.setCurrentIndex(box.findData("embargo"))
    box.activated.emit(box.currentIndex())
    review = typed(window, "access_review").field
    assert review.is_editing()
    assert article(window).access == "open"
    QTest.keyClicks(review.editor, "2027-01-01")
    QTest.keyClick(review.editor, Qt.Key.Key_Return)
    wait_for(lambda: (article(window).access, article(window).access_review) == ("embargo", "2027-01-01"))


def test_collections_are_chips_that_are_added_and_removed(window: Window) -> None:
    window.inspector.show_tab(0)
    page = window.inspector.describe
    assert [chip.text() for chip in page.collections.chips()] == ["1936"]
    QTest.keyClicks(page._collect, "Maps")
    QTest.keyClick(page._collect, Qt.Key.Key_Return)
    wait_for(lambda: [chip.text() for chip in page.collections.chips()] == ["1936", "Maps"])
    page.collections.chips()[0].removed.emit()
    wait_for(lambda: [chip.text() for chip in page.collections.chips()] == ["Maps"])


def test_tags_are_parted_by_the_cursor_and_taken_off(window: Window) -> None:
    assert [(row.title, row.count) for row in tags(window)] == [
        ("In this article", "2"),
        ("Lucia Bandini", "1"),
        ("Newspapers", ""),
    ]
    window.inspector.tags.go_to_passage(tags(window)[1])
    assert window.reader.text.passage() == (29, 42)
    wait_for(lambda: [row.title for row in tags(window)][:2] == ["At the cursor", "Lucia Bandini"])
    window.inspector.tags.list.setFocus()
    window.inspector.tags.list.setCurrentRow(1)
    QTest.keyClick(window.inspector.tags.list, Qt.Key.Key_Delete)
    wait_for(lambda: [row.title for row in tags(window)] == ["In this article", "Newspapers"])


def test_enter_on_a_tag_lists_its_articles(window: Window) -> None:
    listed: list[Listing] = []
    window.inspector.listing_wanted.connect(listed.append)
    window.inspector.tags.list.setFocus()
    window.inspector.tags.list.setCurrentRow(2)
    QTest.keyClick(window.inspector.tags.list, Qt.Key.Key_Return)
    assert [each.title for each in listed] == ["Newspapers"]
    wait_for(lambda: window.articles.rowCount() == 2)


def test_a_pinned_tag_is_put_on_and_taken_off_by_its_digit(window: Window) -> None:
    newspapers = tags(window)[2].payload[0].id
    window.tagging.pin(newspapers, 3)
    assert "key 3" in tags(window)[2].aside
    text = window.reader.text
    text.setFocus()
    text.show_passage(0, 11)
    QTest.keyClick(text, Qt.Key.Key_3)
    wait_for(lambda: any(mark.name == "Newspapers" for mark in text.marks))
    text.show_passage(0, 11)
    QTest.keyClick(text, Qt.Key.Key_3)
    wait_for(lambda: not any(mark.name == "Newspapers" for mark in text.marks))
    window.tagging.pin(newspapers, 0)
    assert window.tagging.pins == {}


def test_a_note_on_a_passage_is_written_edited_and_removed(window: Window) -> None:
    text = window.reader.text
    text.setFocus()
    text.show_passage(29, 42)
    QTest.keyClick(text, Qt.Key.Key_N)
    assert window.inspector.tabs.currentIndex() == NOTES
    editor = window.inspector.notes.editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Which year?")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    context = window.session.context
    wait_for(lambda: len(notes.of_article(context, 1)) == 1)
    assert text.hasFocus(), "the next key is for the text again"
    wait_for(lambda: window.activity.said == "Note kept")
    note = notes.of_article(context, 1)[0]
    assert note.passage is not None and note.passage.quote == "Lucia Bandini"
    window.inspector.notes.write(note, "Which month?")
    wait_for(lambda: notes.of_article(context, 1)[0].text == "Which month?")
    window.inspector.notes.remove(note)
    wait_for(lambda: notes.of_article(context, 1) == [])


def test_esc_in_a_note_on_a_passage_leads_back_to_the_text(window: Window) -> None:
    text, editor = window.reader.text, window.inspector.notes.editor
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_J)
    QTest.keyClick(text, Qt.Key.Key_N)
    QTest.keyClicks(editor, "Which")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert text.hasFocus() and editor.toPlainText() == "Which"


def test_a_tag_of_the_whole_article_is_told_once_beside_its_passages(window: Window) -> None:
    window.session.write(lambda context: tag.add(context, [1], [("person", "Lucia Bandini")]))
    wait_for(lambda: window.reader.reading is not None and len(window.reader.reading.mentions) == 3)
    window.reader.text.show_passage(29, 42)
    wait_for(
        lambda: (
            [(row.title, row.count) for row in tags(window)]
            == [("At the cursor", "1"), ("Lucia Bandini", "1"), ("Elsewhere in this article", "1"), ("Newspapers", "")]
        )
    )


def test_what_was_tagged_is_said_by_its_name(window: Window) -> None:
    newspapers = next(row for row in tags(window) if row.title == "Newspapers").payload[0].id
    window.tagging.pin(newspapers, 3)
    text = window.reader.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_J)
    QTest.keyClick(text, Qt.Key.Key_3)
    wait_for(lambda: window.activity.said == "Tagged: Newspapers")


def test_an_act_is_taken_back_or_refused_in_its_row(window: Window) -> None:
    window.session.write(lambda context: describe.describe(context, [1], {"title": "Below"}))
    window.session.write(lambda context: describe.describe(context, [1], {"title": "Beneath"}))
    window.inspector.show_tab(HISTORY)
    page = window.inspector.history

    def take_backs() -> list[QPushButton]:
        links = page.findChildren(QPushButton)
        return [link for link in links if not link.isHidden() and link.text() == "Take back"]

    wait_for(lambda: len(take_backs()) == 6 and window.session.tasks.pending == 0)
    links = take_backs()
    links[1].click()
    wait_for(lambda: any("cannot be taken back" in label for label in said(window)))
    links[0].click()
    window.inspector.show_tab(DESCRIBE)
    wait_for(lambda: value(window, "title") == "Below")


def said(window: Window) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.inspector.history.findChildren(QLabel)]


def test_several_articles_are_described_as_one_act(window: Window) -> None:
    window.table.selectAll()
    wait_for(lambda: window.inspector.describe._about.text() == "3 articles selected" and value(window, "title") == "")
    assert value(window, "publication") == "Library Courier"
    type_into(window, "section", "Home")
    QTest.keyClick(typed(window, "section").field.editor, Qt.Key.Key_Return)
    wait_for(lambda: [article(window, each).section for each in (1, 2, 3)] == ["Home"] * 3)
    assert window.session.undo_label() == "Describe 3 articles: section"


def test_tags_of_several_articles_have_boxes(window: Window) -> None:
    window.table.selectAll()
    wait_for(lambda: [(row.title, row.box) for row in tags(window)] == [("Newspapers", "partly")])
    window.inspector.tags.turn(tags(window)[0])
    wait_for(lambda: [row.box for row in tags(window)] == ["on"])
    known = inspection.inspect(window.session.context, [1, 2, 3])
    assert known.ids == (1, 2, 3)


def test_a_page_that_is_not_seen_is_filled_as_it_is_turned_to(window: Window) -> None:
    window.inspector.show_tab(HISTORY)
    window.session.write(lambda context: describe.describe(context, [1], {"title": "Below"}))
    wait_for(lambda: any("Below" in words for words in said(window)))
    assert value(window, "title") == "The cellar"
    window.inspector.show_tab(DESCRIBE)
    assert value(window, "title") == "Below"
