from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.archive import Archive, articles
from curator.gui.models.listing import Listing
from curator.gui.models.mention_list import MENTION
from curator.gui.session import Session
from curator.gui.views.authority_page import AuthorityPage
from curator.model.authority import Authority
from curator.model.dates import parse_edtf
from curator.model.revision import Label
from curator.operations import authorities, authority_links, authority_page, events, history, merging, passages, tag
from curator.operations.context import Context

from .test_accessibility import nameless, roleless

BODY = "The river rose at night. Lucia Bandini carried the periodicals upstairs. L. Bandini wrote it down later."
LUCIA, LIBRARY, FLOOD, FLORENCE, DRYING, CONSERVATION, MERGED = range(1, 8)
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def page(app: QApplication, tmp_path: Path, wait_for: Wait) -> Iterator[AuthorityPage]:
    path = tmp_path / "Sample.curator"
    with Archive.create(path, actor="Tester") as archive:
        fill(Context(archive))
    session = Session.open(path)
    made = AuthorityPage(session)
    made.resize(1100, 640)
    made.show()
    made.activateWindow()
    wait_for(made.isActiveWindow)
    show(made, LUCIA, wait_for)
    yield made
    made.close()
    made.deleteLater()
    session.close()


def fill(context: Context) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        for title, published in (("The night", "1966-11-04"), ("The cellar", "196X"), ("The stairs", "1967")):
            made = articles.add(transaction, {"title": title, "language": "en"}, BODY, "test")
            date = parse_edtf(published)
            values = {"published": published, "published_earliest": date.earliest, "published_latest": date.latest}
            transaction.update("article", made, values)
    for kind, name in (
        ("person", "Lucia Bandini"),
        ("organisation", "Town library"),
        ("event", "Flood"),
        ("place", "Florence"),
        ("theme", "Drying"),
        ("theme", "Conservation"),
        ("person", "Luzia"),
    ):
        authorities.add(context, kind, name)  # type: ignore[arg-type]
    authorities.add_variant(context, "#1", "L. Bandini", language="it")
    passages.tag_passage(context, 1, 25, 38, "person", "#1")
    tag.add(context, [2, 3], [("person", "#1")])
    tag.add(context, [1, 2], [("theme", "Drying")])
    merging.merge(context, LUCIA, [MERGED], "signs so")
    events.describe(context, "#3", ["Florence"], [("Lucia Bandini", "rescuer")])


def show(page: AuthorityPage, authority_id: int, wait_for: Wait) -> None:
    page.show_name(authority_id)
    wait_for(lambda: page.authority_id == authority_id and page.head._counts.text().count("·") > 0)


def titles(page: AuthorityPage, key: str) -> list[str]:
    return [row.title for row in page.facts.sections[key].list.rows()]


def press(widget: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(widget, key)


def typed(page: AuthorityPage, key: str, **values: str) -> None:
    """Type into the fields of a form, and Enter."""
    form = page.facts.sections[key].form
    assert form is not None
    assert form.isVisible()
    for name, words in values.items():
        form.lines[name].setFocus()
        form.lines[name].selectAll()
        form.lines[name].insert(words)
    press(form.lines[next(reversed(values))], Qt.Key.Key_Return)


def test_the_page_tells_what_is_known_of_a_name(page: AuthorityPage) -> None:
    assert titles(page, "names") == ["Lucia Bandini", "L. Bandini", "Luzia"]
    assert titles(page, "merged") == ["Luzia"]
    assert titles(page, "beside") == ["Drying"]
    assert titles(page, "relations") == ["Flood"]
    assert page.head._counts.text() == "3 mentions  ·  3 articles"
    assert page.articles.mentions.mentions.rowCount() == 3


def test_a_mention_is_opened_where_the_name_stands(page: AuthorityPage, wait_for: Wait) -> None:
    view, opened = page.articles.mentions, []
    wait_for(lambda: view.mentions.row(0) is not None)
    page.opened.connect(lambda *place: opened.append(place))
    view.setCurrentIndex(view.mentions.index(0))
    rows = [view.mentions.row(place) for place in range(3)]
    place = next(n for n, row in enumerate(rows) if row is not None and row.mention.context.sentence)
    for _step in range(place):
        press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    assert opened == [(1, 25, 38)]


def test_an_article_tagged_as_a_whole_is_opened_without_a_place(page: AuthorityPage, wait_for: Wait) -> None:
    view, opened = page.articles.mentions, []
    wait_for(lambda: view.mentions.row(2) is not None)
    page.opened.connect(lambda *place: opened.append(place))
    view.setCurrentIndex(view.mentions.index(2))
    press(view, Qt.Key.Key_Return)
    assert opened == [(3, -1, -1)]


def test_a_name_is_added_changed_and_removed_by_key_and_each_is_one_undo(page: AuthorityPage, wait_for: Wait) -> None:
    names = page.facts.sections["names"]
    names.focus()
    press(names.list, Qt.Key.Key_Insert)
    typed(page, "names", name="Лючия Бандини", used_by="ru")
    wait_for(lambda: "Лючия Бандини" in titles(page, "names"))
    row = next(row for row in names.list.rows() if row.title == "Лючия Бандини")
    assert (row.badge, row.strong) == ("ru", True)
    wait_for(lambda: names.list.hasFocus())
    names.list.setCurrentRow(titles(page, "names").index("L. Bandini"))
    press(names.list, Qt.Key.Key_F2)
    typed(page, "names", name="L. A. Bandini")
    wait_for(lambda: "L. A. Bandini" in titles(page, "names"))
    names.list.setCurrentRow(titles(page, "names").index("L. A. Bandini"))
    press(names.list, Qt.Key.Key_Delete)
    wait_for(lambda: "L. A. Bandini" not in titles(page, "names"))
    for expected in (["L. A. Bandini"], ["L. Bandini"], []):
        page._session.write(history.undo)
        wait_for(lambda expected=expected: set(expected) <= set(titles(page, "names")))  # type: ignore[misc]
    wait_for(lambda: titles(page, "names") == ["Lucia Bandini", "L. Bandini", "Luzia"])


def test_esc_leaves_a_form_and_nothing_is_written(page: AuthorityPage) -> None:
    names = page.facts.sections["names"]
    names.ask()
    assert names.form is not None
    QTest.keyClicks(names.form.lines["name"], "Somebody")
    press(names.form.lines["name"], Qt.Key.Key_Escape)
    assert not names.form.isVisible()
    assert names.list.hasFocus()
    assert titles(page, "names") == ["Lucia Bandini", "L. Bandini", "Luzia"]


def test_the_only_name_is_not_removed_and_it_is_said_why(page: AuthorityPage) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    names = page.facts.sections["names"].list
    names.setCurrentRow(0)
    press(names, Qt.Key.Key_Delete)
    assert said == ["A record keeps at least one name. F2 changes it."]


def test_a_merged_name_is_handed_on_to_be_taken_out(page: AuthorityPage) -> None:
    wanted: list[int] = []
    page.taken_out.connect(wanted.append)
    merged = page.facts.sections["merged"].list
    merged.setFocus()
    press(merged, Qt.Key.Key_Delete)
    assert wanted == [MERGED]


def test_what_is_refused_is_said_in_the_form(page: AuthorityPage, wait_for: Wait) -> None:
    relations = page.facts.sections["relations"]
    relations.ask()
    assert relations.form is not None
    typed(page, "relations", other="Nobody at all")
    wait_for(lambda: relations.form is not None and "Nobody at all" in relations.form._error.text())
    assert relations.form.isVisible()


def test_a_name_on_record_is_offered_and_chosen_by_key(page: AuthorityPage, wait_for: Wait) -> None:
    page._session.names.hurry()
    wait_for(lambda: page._session.names.is_ready)
    relations = page.facts.sections["relations"]
    relations.ask()
    form = relations.form
    assert form is not None
    QTest.keyClicks(form.lines["other"], "town")
    assert [row.title for row in form.offers.rows()] == ["Town library"]
    press(form.lines["other"], Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.lines["type"].hasFocus()
    QTest.keyClicks(form.lines["type"], "member of")
    press(form.lines["type"], Qt.Key.Key_Return)
    wait_for(lambda: "Town library" in titles(page, "relations"))
    row = next(row for row in relations.list.rows() if row.title == "Town library")
    assert row.aside == "member of"


def test_dates_and_notes_are_edited_in_place(page: AuthorityPage, wait_for: Wait) -> None:
    facts = page.facts
    facts._dates.edit()
    QTest.keyClicks(facts._dates.editor, "about 1931")
    press(facts._dates.editor, Qt.Key.Key_Return)
    wait_for(lambda: facts._dates.value == "1931~")
    facts._scope.edit()
    QTest.keyClicks(facts._scope.editor, "The keeper only.")
    QTest.keyClick(facts._scope.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def record() -> Authority:
        return authority_page.facts(page._session.context, LUCIA).authority

    wait_for(lambda: record().scope_note == "The keeper only.")
    wait_for(lambda: page._session.tasks.pending == 0)
    facts._scope.edit()
    press(facts._scope.editor, Qt.Key.Key_Escape)
    assert record().scope_note == "The keeper only."
    assert record().dates == "1931~"


def test_an_event_shows_place_and_participants_and_takes_a_role(page: AuthorityPage, wait_for: Wait) -> None:
    show(page, FLOOD, wait_for)
    assert titles(page, "places") == ["Florence"]
    who = page.facts.sections["participants"]
    assert [(row.title, row.aside) for row in who.list.rows()] == [("Lucia Bandini", "rescuer")]
    who.list.setFocus()
    press(who.list, Qt.Key.Key_F2)
    typed(page, "participants", type="witness")
    wait_for(lambda: [row.aside for row in who.list.rows()] == ["witness"])
    wait_for(who.list.hasFocus)
    press(who.list, Qt.Key.Key_Delete)
    wait_for(lambda: titles(page, "participants") == [])


def test_a_theme_is_put_under_another(page: AuthorityPage, wait_for: Wait) -> None:
    show(page, DRYING, wait_for)
    page.facts.sections["broader"].ask()
    typed(page, "broader", other="Conservation")
    wait_for(lambda: titles(page, "broader") == ["Conservation"])
    show(page, CONSERVATION, wait_for)
    assert titles(page, "narrower") == ["Drying"]
    assert "2 with what is under it" in page.head._counts.text()


def test_enter_opens_the_page_of_another_name(page: AuthorityPage) -> None:
    wanted: list[int] = []
    page.name_opened.connect(wanted.append)
    beside = page.facts.sections["beside"].list
    beside.setFocus()
    press(beside, Qt.Key.Key_Return)
    assert wanted == [DRYING]


def test_the_years_have_a_table_behind_enter(page: AuthorityPage) -> None:
    bars, table = page.articles.bars, page.articles.table
    bars.setFocus()
    press(bars, Qt.Key.Key_Left)
    assert bars.accessibleDescription().startswith("1969: ")
    press(bars, Qt.Key.Key_Return)
    assert table.isVisible()
    found = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}  # type: ignore[union-attr]
    assert (found["1966"], found["1967"], found["1968"]) == ("1", "1", "0")
    press(table, Qt.Key.Key_Escape)
    assert bars.isVisible()
    assert bars.hasFocus()


def test_what_others_change_is_shown(page: AuthorityPage, wait_for: Wait) -> None:
    page._session.write(lambda context: authority_links.set_note(context, "#1", "Keeper of newspapers."))
    wait_for(lambda: page.facts._note.value == "Keeper of newspapers.")
    page._session.write(lambda context: tag.remove(context, [3], [("person", "#1")]))
    wait_for(lambda: page.articles.mentions.mentions.rowCount() == 2)


def test_a_name_that_is_gone_is_no_longer_shown(page: AuthorityPage, wait_for: Wait) -> None:
    page._session.write(lambda context: authorities.add(context, "theme", "Mud"))
    show_none: list[int] = []
    page.shown.connect(show_none.append)
    page.show_name(8)
    wait_for(lambda: page.authority_id == 8)
    page._session.write(history.undo)
    wait_for(lambda: page.authority_id == 0)
    assert show_none == [8]


def test_its_articles_are_listed(page: AuthorityPage) -> None:
    wanted: list[Listing] = []
    page.listing_wanted.connect(wanted.append)
    page.head.articles_wanted.emit()
    assert wanted == [Listing("Lucia Bandini", 'person:"#1"')]


@pytest.mark.parametrize("width", [520, 1100])
def test_nothing_is_cut_with_text_at_200_percent(
    page: AuthorityPage, width: int, large_text: None, wait_for: Wait
) -> None:
    page.resize(width, 600)
    QTest.qWait(20)
    assert (page.width(), page.height()) == (width, 600)
    for part in (page.facts, page.articles):
        assert part.width() <= width
    assert page.articles.mentions.sizeHintForRow(0) >= 2 * page.fontMetrics().height()


def test_tab_goes_from_left_to_right(page: AuthorityPage, wait_for: Wait) -> None:
    page.focus_first()
    wait_for(page.facts.sections["names"].list.hasFocus)
    passed: list[QWidget] = []
    while page.articles.mentions not in passed and len(passed) < 40:
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused)
        press(focused, Qt.Key.Key_Tab)
    places = [passed.index(page.facts.sections[key].list) for key in ("names", "relations", "beside", "merged")]
    assert places == sorted(places)
    assert passed[-2:] == [page.articles.bars, page.articles.mentions]


def test_rows_speak(page: AuthorityPage, wait_for: Wait) -> None:
    view = page.articles.mentions
    wait_for(lambda: view.mentions.row(0) is not None)
    spoken = [view.mentions.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert "4 November 1966, The night, Lucia Bandini carried the periodicals upstairs., 2 of 3" in spoken
    assert view.mentions.index(0).data(MENTION) is not None
    names = page.facts.sections["names"].list
    assert names.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "L. Bandini, it"


def test_what_changes_while_another_page_is_shown_is_there_when_it_comes_back(
    page: AuthorityPage, wait_for: Wait
) -> None:
    page.hide()
    page._session.write(lambda context: authority_links.set_note(context, "#1", "Keeper of newspapers."))
    wait_for(lambda: page._is_stale)
    assert page.facts._note.value == ""
    page.show()
    wait_for(lambda: page.facts._note.value == "Keeper of newspapers.")


def test_every_control_has_a_name_and_a_role(page: AuthorityPage, wait_for: Wait) -> None:
    show(page, FLOOD, wait_for)
    page.facts.sections["participants"].ask()
    assert nameless(page) == []
    assert roleless(page) == []
