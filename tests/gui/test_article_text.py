from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.archive import Archive, articles
from curator.gui.theme import theme
from curator.gui.views import article_painting as painting
from curator.gui.views.article_text import ArticleText
from curator.gui.views.line_boxes import line_boxes
from curator.gui.views.prepared_article import prepare
from curator.gui.views.reading_look import ReadingLook, next_size, reading_look
from curator.model.revision import Label
from curator.operations import notes, passages, reading
from curator.operations.context import Context
from curator.operations.reading import Reading
from curator.search import parse
from curator.settings import Settings

Wait = Callable[[Callable[[], bool]], None]
BODY = (
    "The library dried its books. Lucia Bandini looked after the periodicals.\n\n"
    "هذا نص عربي with Latin words داخل السطر."
    + "".join(f"\n\nParagraph {number} speaks of water and of mud." for number in range(60))
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with Archive.create(tmp_path / "Text.curator") as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "The cellar"}, BODY, "test")
        yield Context(archive)


@pytest.fixture
def text(host: QWidget) -> ArticleText:
    made = ArticleText(host)
    made.set_look(theme().tokens, theme().metrics, ReadingLook())
    made.resize(700, 400)
    made.show()
    return made


def shown(text: ArticleText, context: Context, query: str = "") -> Reading:
    found = reading.open_article(context, 1, parse(query) if query else None)
    text.show_article(prepare(found))
    QApplication.processEvents()
    return found


def test_a_note_is_marked_and_has_its_lane(text: ArticleText, context: Context) -> None:
    passages.tag_passage(context, 1, 29, 42, "person", "Lucia Bandini")
    notes.add(context, 1, "Ask her successor.", (4, 11))
    shown(text, context)
    assert text.all_kinds == ["person", "note"]
    assert [mark.spoken() for mark in text.marks] == [
        "Note: Ask her successor.",
        "Person, Lucia Bandini. Confirmed.",
    ]


def test_a_hidden_kind_is_left_out_until_it_is_shown_again(text: ArticleText, context: Context) -> None:
    passages.tag_passage(context, 1, 29, 42, "person", "Lucia Bandini")
    shown(text, context)
    text.hide_kinds({"person"})
    assert len(text.marks) == 0
    assert text.all_kinds == ["person"]
    text.hide_kinds(())
    assert len(text.marks) == 1


def test_the_scroll_bar_shows_where_the_hits_are(text: ArticleText, context: Context) -> None:
    shown(text, context, "mud")
    marks = text.ruler.marks()
    assert text.hit_count == 60
    assert len(marks) > 20
    assert 0 <= marks[0].top() < marks[-1].bottom() <= text.ruler.height()
    shown(text, context)
    assert text.ruler.marks() == []


def test_the_current_hit_has_letters_that_stand_out_on_it(text: ArticleText, context: Context) -> None:
    shown(text, context, "periodicals")
    text.step_hit(1)
    selected = text.extraSelections()
    assert [each.cursor.selectedText() for each in selected] == ["periodicals"]
    assert selected[0].format.foreground().color().name() == theme().tokens.hit_now_text


def test_words_of_both_directions_have_a_box_for_each_stretch(text: ArticleText, context: Context) -> None:
    found = shown(text, context)
    body = found.text.body
    start, end = body.index("عربي"), body.index("Latin") + len("Latin")
    at = text.document().toPlainText().index(body[:20])
    boxes = list(line_boxes(text, at + start, at + end))
    assert len(boxes) == 2
    assert not boxes[0].intersects(boxes[1])
    assert all(box.width() > 10 for box in boxes)


def test_a_handle_is_dragged_to_another_place(text: ArticleText, context: Context) -> None:
    shown(text, context)
    text.step_sentence(1)
    text.move_end(-1)
    before = text.passage()
    assert before is not None
    at = text.document().toPlainText().index("The library")
    start, end = at + before[0], at + before[1]
    grip = painting.handles(text, start, end)["end"].center().toPoint()
    goal = next(line_boxes(text, at + 4, at + 11)).center() + QPointF(text.fontMetrics().averageCharWidth() * 5, 0)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(text.viewport(), goal.toPoint())
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=goal.toPoint())
    after = text.passage()
    assert after is not None
    assert after[0] == before[0]
    assert after[1] < before[1]


def test_a_press_beside_the_handles_lets_the_passage_go(text: ArticleText, context: Context) -> None:
    shown(text, context)
    text.step_sentence(1)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert text.passage() is None


def test_lines_are_no_longer_than_the_measure(text: ArticleText, context: Context) -> None:
    text.resize(1600, 400)
    shown(text, context)
    form = text.document().rootFrame().frameFormat()
    room = text.document().textWidth() - form.leftMargin() - form.rightMargin()
    assert room == ReadingLook().px * ReadingLook().measure


def test_letters_follow_the_settings_and_else_the_window() -> None:
    assert reading_look(Settings(), 1600).px > reading_look(Settings(), 1366).px
    assert reading_look(Settings(reader_px=22, reader_measure=44), 1366) == ReadingLook("", 22, 44)
    assert reading_look(Settings(reader_px=900, reader_measure=1), 1600) == ReadingLook()
    assert (next_size(16, 1), next_size(16, -1), next_size(32, 1), next_size(12, -1)) == (17, 15, 32, 12)


@pytest.mark.parametrize("title", ["The cellar", "A 😀 title", "Two\r\nlines", "", None])
@pytest.mark.parametrize("body", ["One.\n\nTwo.", "\n\nAfter gaps", "A\r\nB\rC 😀 D", "x" * 20 + "\n" * 4, " "])
def test_places_in_the_document_are_those_that_were_worked_out_before(
    text: ArticleText, context: Context, title: str | None, body: str
) -> None:
    found = reading.open_article(context, 1)
    changed = replace(found, article=replace(found.article, title=title), text=replace(found.text, body=body))
    prepared = prepare(changed)
    text.show_article(prepared)
    cursor = text.textCursor()
    cursor.setPosition(prepared.body_at)
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    shown_words = cursor.selectedText().replace("\u2029", "\n")
    assert shown_words == body.replace("\r", " ")
    assert text.document().findBlock(prepared.body_at).position() == prepared.body_at


def test_a_long_text_is_shown_before_all_of_it_is_laid_out(text: ArticleText, context: Context, wait_for: Wait) -> None:
    found = reading.open_article(context, 1)
    body = "Water stood in the cellar for eleven days, and nobody came.\n\n" * 4_000
    hits = ((4, 9), (len(body) - 20, len(body) - 15))
    text.show_article(prepare(replace(found, text=replace(found.text, body=body), hits=hits)))
    first, bar = text.verticalScrollBar().maximum(), text.verticalScrollBar()
    wait_for(lambda: len(text.ruler.marks()) == 2)
    assert bar.maximum() != first, "the height of a text that is not laid out yet is a guess"
    assert text.ruler.marks()[1].top() > bar.height() * 0.9


def test_another_width_beyond_the_measure_does_not_lay_the_text_out_again(text: ArticleText, context: Context) -> None:
    text.resize(1300, 400)
    shown(text, context)
    told: list[object] = []
    text.document().documentLayout().update.connect(told.append)
    text.resize(1500, 400)
    assert text.document().textWidth() == text.lineWrapColumnOrWidth()
    assert not told
