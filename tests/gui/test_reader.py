from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from curator import settings
from curator.gui.window import Window
from curator.operations import passages, text_versions

Wait = Callable[[Callable[[], bool]], None]


def test_larger_letters_are_kept_and_can_be_as_usual_again(shown: Window) -> None:
    text = shown.reader.text
    before = text.document().defaultFont().pixelSize()
    shown.menus.run("larger")
    assert text.document().defaultFont().pixelSize() > before
    assert settings.load().reader_px > 0
    shown.menus.run("usual")
    assert text.document().defaultFont().pixelSize() == before
    assert settings.load().reader_px == 0


def test_versions_are_compared_word_by_word_and_one_is_taken_back(shown: Window, wait_for: Wait) -> None:
    reader = shown.reader
    assert reader.reading is not None
    article, body = reader.reading.article.id, reader.reading.text.body
    assert reader._bar.pages == 2
    shown.write(lambda context: text_versions.edit(context, article, body.replace("dry", "damp")))
    wait_for(lambda: reader._bar.pages == 3)
    reader._bar.choose(2)
    page = reader._versions
    wait_for(lambda: "drydamp" in page.text.toPlainText())
    page.new.setCurrentIndex(0)
    page.new.activated.emit(0)
    QTest.mouseClick(page.use, Qt.MouseButton.LeftButton)
    wait_for(lambda: reader.reading is not None and reader.reading.text.body == body)


def test_what_is_found_in_the_article_is_counted(shown: Window) -> None:
    shown.menus.run("find")
    shown.reader.find_bar.line.setText("periodicals")
    assert shown.reader.text.hit_count == 1
    assert shown.reader._bar.hits.text() == "Hit 1 of 1"
    shown.reader.find_bar.close_bar()
    assert shown.reader.text.hit_count == 0


def test_letters_of_the_lanes_can_be_pressed_and_do_not_overlap(shown: Window, wait_for: Wait) -> None:
    for place, kind in enumerate(("person", "event", "theme")):
        start = 4 + 10 * place
        shown.session.write(
            lambda context, kind=kind, start=start: passages.tag_passage(context, 1, start, start + 5, kind, kind)  # type: ignore[misc]
        )
    shown.table.select_place(0)
    wait_for(lambda: len(shown.reader.text.marks) == 3)
    letters = [each for each in shown.reader.findChildren(QAbstractButton) if "in the text" in each.accessibleName()]
    boxes = [letter.geometry() for letter in letters if not letter.isHidden()]
    assert len(boxes) == 5
    assert all(box.width() >= 24 and box.height() >= 22 for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one != other)


def test_cut_lines_are_walked_and_restored_by_keys(shown: Window, wait_for: Wait) -> None:
    reader, page = shown.reader, shown.reader._versions
    assert reader.reading is not None
    article, body = reader.reading.article.id, reader.reading.text.body
    shown.write(lambda context: text_versions.edit(context, article, f"Share this page\n\n{body}\n\nRead more 𝔄"))
    wait_for(lambda: reader._bar.pages == 3)
    shown.write(lambda context: text_versions.use(context, article, 1))
    wait_for(lambda: reader.reading is not None and reader.reading.text.body == body)
    reader._bar.choose(2)
    page.old.setCurrentIndex(1)
    page.old.activated.emit(1)
    wait_for(lambda: page.restore.isVisible() and len(page._cuts) == 2)
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_J)
    assert page.cut == 1
    assert page.text.extraSelections()[0].cursor.selectedText() == "Read more 𝔄"  # type: ignore[attr-defined]
    QTest.keyClick(page.text, Qt.Key.Key_R)
    wait_for(lambda: reader.reading is not None and reader.reading.text.body == f"{body}\n\nRead more 𝔄")
    wait_for(lambda: len(page._cuts) == 1)
    assert page.old.currentData() == 2
    QTest.keyClick(page.text, Qt.Key.Key_R)
    wait_for(lambda: not page.restore.isVisible())
    assert reader.reading.text.body == f"Share this page\n\n{body}\n\nRead more 𝔄"
    shown.menus.run("undo")
    wait_for(lambda: reader.reading is not None and reader.reading.text.body == f"{body}\n\nRead more 𝔄")
