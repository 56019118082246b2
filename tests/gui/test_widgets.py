from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets import words
from curator.gui.widgets.activity_strip import ActivityStrip, Job
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import IconButton, LinkButton, PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.field import Field
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.search_frame import SearchFrame
from curator.gui.widgets.section_head import SectionHead
from curator.gui.widgets.tab_strip import TabStrip

LONG = "Непродолжительное высказывание, Աշխարհագրական անվանումների ցանկ, Sicherheitsverfilmungsverordnung"
TABS = [("file-text", "Describe"), ("tag", "Tags"), ("quote", "Statements"), ("history", "History")]


def put(host: QWidget, widget: QWidget) -> None:
    QVBoxLayout(host).addWidget(widget)
    QApplication.processEvents()


def test_a_label_elides_and_keeps_the_whole_text(host: QWidget) -> None:
    label = ElidingLabel(LONG)
    put(host, label)
    host.resize(150, 100)
    QApplication.processEvents()
    assert host.width() == 150
    assert label.is_elided()
    assert label.toolTip() == label.text() == LONG
    label.setText("Short\nenough")
    assert not label.is_elided()
    assert label.toolTip() == ""
    assert label.text() == "Short enough"


def test_a_hugging_label_takes_what_its_text_needs(host: QWidget) -> None:
    row = QHBoxLayout(host)
    first, second = ElidingLabel("Kamran", hug=True), ElidingLabel("person", hug=True)
    row.addWidget(first)
    row.addWidget(second)
    row.addStretch()
    QApplication.processEvents()
    assert first.width() == first.sizeHint().width()
    assert not first.is_elided()


@pytest.mark.parametrize(
    "make",
    [
        lambda: ElidingLabel(LONG),
        lambda: PaneHead(LONG, LONG),
        lambda: SectionHead(LONG, "Add"),
        lambda: Field(LONG, LONG, LONG, guess=True),
        lambda: SearchFrame(LONG, "Ctrl K"),
        lambda: KeyHints([Hint(("A",), LONG)] * 5),
        lambda: EmptyState(LONG, LONG),
        lambda: _banner(LONG),
        lambda: _strip(LONG),
        lambda: TabStrip([("tag", LONG)] * 4),
    ],
)
def test_no_long_words_widen_what_they_stand_in(host: QWidget, large_text: None, make: Callable[[], QWidget]) -> None:
    put(host, make())
    host.resize(560, 400)
    QApplication.processEvents()
    assert host.width() == 560


def test_an_icon_button_has_name_key_and_room(app: QApplication) -> None:
    button = IconButton("undo", "Undo", "Ctrl+Z")
    assert button.accessibleName() == "Undo"
    assert "Undo" in button.toolTip()
    assert "Z" in button.toolTip()
    assert button.sizeHint().width() >= 24
    assert button.sizeHint().height() >= 22
    button.set_name("Undo", "Nothing to undo")
    assert button.accessibleDescription() == "Nothing to undo"
    assert button.toolTip().endswith("\nNothing to undo")


@pytest.mark.parametrize(
    "make", [lambda: PushButton("Merge"), lambda: PushButton("Merge", primary=True), lambda: LinkButton("All")]
)
def test_focus_shows_and_moves_nothing(host: QWidget, make: Callable[[], QAbstractButton]) -> None:
    button = make()
    other = QLineEdit()
    column = QVBoxLayout(host)
    column.addWidget(other)
    column.addWidget(button)
    other.setFocus()
    QApplication.processEvents()
    plain, size = button.grab().toImage(), button.sizeHint()
    button.setFocus()
    QApplication.processEvents()
    assert button.grab().toImage() != plain
    assert button.sizeHint() == size


def test_buttons_are_targets_at_any_text_size(app: QApplication, large_text: None) -> None:
    for button in (PushButton("Merge"), LinkButton("All"), IconButton("x", "Close")):
        assert button.sizeHint().height() >= 44


def test_enter_edits_enter_keeps(host: QWidget) -> None:
    field = Field("Title", "Forty hands")
    put(host, field)
    kept = QSignalSpy(field.kept)
    field.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert field.is_editing()
    assert field.editor.selectedText() == "Forty hands"
    QTest.keyClicks(field.editor, " Two hands ")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert not field.is_editing()
    assert field.value == "Two hands"
    assert kept.at(0) == ["Two hands"]
    assert field.isAncestorOf(QApplication.focusWidget())


def test_esc_restores(host: QWidget) -> None:
    field = Field("Title", "Forty hands")
    put(host, field)
    kept = QSignalSpy(field.kept)
    field.edit()
    QTest.keyClicks(field.editor, "x")
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert (field.is_editing(), field.value, kept.count()) == (False, "Forty hands", 0)


def test_a_wrong_value_stays_in_the_editor_with_the_reason(host: QWidget) -> None:
    field = Field("Date", "1966", check=lambda value: "" if value.isdigit() else "No date")
    put(host, field)
    kept = QSignalSpy(field.kept)
    field.edit()
    QTest.keyClicks(field.editor, "soon")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.is_editing()
    assert field.editor.accessibleDescription() == "No date"
    assert field.editor.property("invalid") is True
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "1967")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert (field.value, kept.count()) == ("1967", 1)
    assert field.editor.property("invalid") is False


def test_leaving_a_field_keeps_and_an_unchanged_one_says_nothing(host: QWidget) -> None:
    field, other = Field("Title", "Forty"), QLineEdit()
    column = QVBoxLayout(host)
    column.addWidget(field)
    column.addWidget(other)
    QApplication.processEvents()
    kept = QSignalSpy(field.kept)
    for typed in ("", "Fifty"):
        field.edit()
        if typed:
            QTest.keyClicks(field.editor, typed)
        other.setFocus()
        assert not field.is_editing()
    assert kept.count() == 1


def test_a_click_edits(host: QWidget) -> None:
    field = Field("Title", "Forty hands")
    put(host, field)
    QTest.mouseClick(field.focusProxy(), Qt.MouseButton.LeftButton)
    assert field.is_editing()


def test_a_field_says_value_and_source(app: QApplication) -> None:
    field = Field("Published", "14 June 2011", "from the text, a guess", guess=True)
    value = field.focusProxy()
    assert value.accessibleName() == "Published: 14 June 2011"
    assert value.accessibleDescription().startswith("from the text, a guess")
    field.set_value("")
    assert field.focusProxy().accessibleName() == "Published: empty"


def test_the_search_frame_clears_and_submits(host: QWidget) -> None:
    frame = SearchFrame("Search", "Ctrl K")
    put(host, frame)
    submitted, cleared = QSignalSpy(frame.submitted), QSignalSpy(frame.cleared)
    frame.setFocus()
    assert frame.line.hasFocus()
    clear = frame.findChild(IconButton)
    assert not clear.isVisible()
    QTest.keyClicks(frame.line, "mud OR water")
    QTest.keyClick(frame.line, Qt.Key.Key_Return)
    assert submitted.at(0) == ["mud OR water"]
    assert clear.isVisible()
    clear.click()
    assert (frame.line.text(), cleared.count(), frame.line.hasFocus()) == ("", 1, True)


def test_the_newest_banner_wins(host: QWidget) -> None:
    banner = Banner()
    put(host, banner)
    assert not banner.isVisible()
    banner.say("Also finds Бандини", "Exact only")
    banner.say("The disk is full", tone="error")
    assert banner.isVisible()
    assert banner.accessibleName() == "The disk is full"
    assert not banner.findChild(LinkButton).isVisible()
    banner.findChild(IconButton).click()
    assert not banner.isVisible()


def test_an_empty_state_offers_ways_on(host: QWidget) -> None:
    empty = EmptyState("This archive is empty", "It works without a network.", "file-plus")
    put(host, empty)
    choice = empty.add_choice("files", "Choose files", "Originals are copied", "folder-open", "Ctrl+I")
    spy = QSignalSpy(empty.chosen)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Space)
    assert spy.at(0) == ["files"]
    assert choice.accessibleName() == "Choose files"
    assert "I" in choice.accessibleDescription()


def test_the_strip_shows_a_job_and_what_it_offers(host: QWidget) -> None:
    strip = ActivityStrip()
    put(host, strip)
    host.resize(1600, 100)
    QApplication.processEvents()
    strip.show_job(Job("Importing", 128, 200, 9.4, 8, need=7, more=2, paused=False))
    assert _said(strip) >= {"Importing", "128 of 200  ·  9.4 a second  ·  8 s left", "7 need you"}
    assert _links(strip) == ["Review", "Pause", "Stop", "and 2 more"]
    strip.show_job(Job("Importing", 128, 200, 9.4, 8, paused=True))
    assert "128 of 200  ·  paused" in _said(strip)
    assert _links(strip) == ["Resume", "Stop"]


def test_the_strip_tells_what_was_pressed(host: QWidget) -> None:
    strip = ActivityStrip()
    put(host, strip)
    host.resize(1600, 100)
    strip.show_job(Job("Importing", 1, 2, need=1, more=1, paused=False))
    signals = {"Review": strip.review, "Pause": strip.pause, "Stop": strip.stop, "and 1 more": strip.more}
    for link in strip.findChildren(LinkButton):
        if link.isVisible():
            spy = QSignalSpy(signals[link.text()])
            link.click()
            assert spy.count() == 1


def test_the_strip_gives_way_from_the_least_important(host: QWidget) -> None:
    strip = ActivityStrip()
    put(host, strip)
    strip.set_undo("Tag 3 articles with “Emergency drying”")
    strip.set_index("Index up to date")
    strip.show_job(Job("Importing “Letters”", 128, 200, 9.4, 8, need=7, paused=False))
    shown = []
    for width in (1600, 900, 700):
        host.resize(width, 100)
        QApplication.processEvents()
        assert host.width() == width
        shown.append(_said(strip))
    assert "128 of 200  ·  9.4 a second  ·  8 s left" in shown[0]
    assert "128 of 200" in shown[2]
    assert "Index up to date" in shown[0] - shown[2]


def test_the_strip_shows_the_last_act_with_undo(host: QWidget) -> None:
    strip = ActivityStrip()
    put(host, strip)
    strip.show_act("Passage tagged")
    assert _links(strip) == ["Undo"]
    strip.set_undo("Tag 3 articles")
    spy = QSignalSpy(strip.undo)
    strip.findChild(IconButton).click()
    assert spy.count() == 1
    assert strip.findChild(IconButton).accessibleName() == "Undo: Tag 3 articles"
    strip.show_act("3 files were exported", undoable=False)
    assert _links(strip) == []
    strip.show_idle()
    assert "No work running" in _said(strip)


def test_tabs_are_words_where_all_fit(host: QWidget) -> None:
    strip = TabStrip(TABS)
    put(host, strip)
    assert strip.shows_words()
    host.resize(230, 100)
    QApplication.processEvents()
    assert not strip.shows_words()
    areas = [strip.tabRect(place) for place in range(strip.count())]
    assert areas[0].width() > max(area.width() for area in areas[1:])
    assert areas[-1].right() < strip.width()
    assert all(area.width() >= 24 for area in areas)
    strip.setCurrentIndex(2)
    assert strip.tabRect(2).width() > strip.tabRect(0).width()
    host.resize(800, 100)
    QApplication.processEvents()
    assert strip.shows_words()


def test_tabs_are_walked_by_arrows_and_keep_their_words(host: QWidget) -> None:
    strip = TabStrip(TABS)
    put(host, strip)
    host.resize(230, 100)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.currentIndex() == 1
    assert [strip.tabText(place) for place in range(4)] == [word for _icon, word in TABS]


def test_a_section_head_adds(host: QWidget) -> None:
    head = SectionHead("Collections", "New collection", "Ctrl+N")
    put(host, head)
    spy = QSignalSpy(head.add_pressed)
    head.findChild(IconButton).click()
    assert spy.count() == 1
    assert head.accessibleName() == "Collections"
    assert head.findChild(ElidingLabel).text() == "COLLECTIONS"


def test_hints_at_the_end_give_way(host: QWidget) -> None:
    hints = [Hint(("J", "K"), "move"), Hint(("E",), "edit"), Hint(("X",), "reject")]
    foot = KeyHints(hints, Hint(("Ctrl", "Enter"), "commit"))
    put(host, foot)
    assert foot.shown() == hints
    host.resize(260, 100)
    QApplication.processEvents()
    assert foot.shown() == hints[:1]
    assert foot.accessibleName() == "J K move, E edit, X reject, Ctrl Enter commit"


def test_a_pane_head_hides_an_empty_second_line(host: QWidget) -> None:
    head = PaneHead("Florence 1966", "212 articles")
    put(host, head)
    labels = head.findChildren(ElidingLabel)
    assert [label.isVisible() for label in labels] == [True, True]
    head.set_title("All articles")
    assert [label.isVisible() for label in labels] == [True, False]
    assert head.sizeHint().height() >= theme().metrics.bar_pane_head or head.minimumHeight() == 48


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.digits(1284), "1\u202f284"),
        (words.count_of(128, 200), "128 of 200"),
        (words.count_of(1128, None), "1\u202f128"),
        (words.speed(9.44), "9.4 a second"),
        (words.speed(0.4), "24 a minute"),
        (words.left(0.2), "1 s left"),
        (words.left(89), "89 s left"),
        (words.left(150), "2 min left"),
        (words.left(7300), "2 h left"),
        (words.need_you(1), "1 needs you"),
        (words.need_you(7), "7 need you"),
    ],
)
def test_numbers_in_words(said: str, expected: str) -> None:
    assert said == expected


@pytest.fixture(scope="module")
def gallery(app: QApplication) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", Path(__file__).with_name("gallery.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gallery_draws_every_page(gallery: ModuleType, tmp_path: Path) -> None:
    gallery.draw(tmp_path, "light")
    pages = ["controls-light.png", "native-light.png", "panes-light.png", "sheet-light.png"]
    assert sorted(path.name for path in tmp_path.iterdir()) == pages


@pytest.mark.parametrize("page", ["controls", "panes", "sheet"])
def test_every_control_has_a_name_a_role_and_room(gallery: ModuleType, page: str) -> None:
    window = getattr(gallery, page)()
    window.resize(1180, 760)
    window.show()
    QApplication.processEvents()
    ours = [widget for widget in window.findChildren(QWidget) if type(widget).__module__.startswith("curator.")]
    controls = [widget for widget in ours if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(controls) >= 8
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control
        assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), control
        assert control.width() >= 24, control
        assert control.height() >= 22, control
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("page", ["controls", "panes", "sheet"])
def test_no_label_is_clipped_at_twice_the_text_size(gallery: ModuleType, large_text: None, page: str) -> None:
    window = getattr(gallery, page)()
    window.resize(2000, 1700)
    window.show()
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible():
            assert widget.height() >= widget.fontMetrics().height() or not widget.text(), widget
    window.close()
    window.deleteLater()


def _said(strip: ActivityStrip) -> set[str]:
    return {label.text() for label in strip.findChildren(ElidingLabel) if label.isVisible()}


def _links(strip: ActivityStrip) -> list[str]:
    return [link.text() for link in strip.findChildren(LinkButton) if link.isVisible()]


def _banner(text: str) -> Banner:
    banner = Banner()
    banner.say(text, "Show")
    return banner


def _strip(text: str) -> ActivityStrip:
    strip = ActivityStrip()
    strip.set_undo(text)
    strip.set_index(text)
    strip.show_job(Job(text, 1, 2, 3, 4, need=5, paused=False))
    return strip


def test_where_a_value_came_from_gives_way_to_the_name_of_the_field(host: QWidget) -> None:
    made = Field("Published", "1966", "from the text of the page, a guess", host, guess=True)
    made.resize(150, 60)
    made.show()
    label, source = (each for each in made.findChildren(ElidingLabel) if each.text() and each.isVisible())
    assert label.text() == "Published" and not label.is_elided()
    assert source.is_elided() and source.toolTip() == source.text()
