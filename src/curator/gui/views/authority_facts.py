"""What is on record of a name, each part edited where it stands: names, dates, notes, relations, identifiers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.views import authority_words as words
from curator.gui.views.authority_edits import (
    Edits,
    asked_identifier,
    asked_names,
    asked_participant,
    asked_record,
    asked_relation,
)
from curator.gui.views.authority_form import Asked
from curator.gui.views.authority_section import FactSection
from curator.gui.views.inspector_page import InspectorPage
from curator.gui.views.long_field import LongField
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.field import Field
from curator.i18n import N_, _
from curator.model.authority_page import NameInArticles, NameOnRecord
from curator.operations import authority_links
from curator.operations.authorities import date, set_dates
from curator.operations.context import Context

_BROADER = {
    "event": (N_("Part of"), N_("Put under a larger event")),
    "place": (N_("Lies in"), N_("Put into a larger place")),
}
_NARROWER = {
    "event": (N_("Parts"), N_("Add a part")),
    "place": (N_("Places in it"), N_("Add a place in it")),
}


class AuthorityFacts(InspectorPage):
    """The left side of the page.

    Signals:
        name_opened(int): another name is to be shown.
        taken_out(int): a merged name is to be taken out again.
        said(str): why something cannot be done.
    """

    name_opened = Signal(int)
    taken_out = Signal(int)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(_("What is on record"))
        self.setObjectName("nameFacts")
        self._session = session
        self._kind = ""
        self._record: NameOnRecord | None = None
        self._counted: NameInArticles | None = None
        self._whole = False
        self.sections: dict[str, FactSection] = {}
        self.edits = Edits(session, self)
        self.edits.said.connect(self.said)

    def show_record(self, record: NameOnRecord) -> None:
        """Show what is on record of a name; what is counted is asked for anew where it is another name."""
        other = self._record is None or self._record.authority.id != record.authority.id
        self._record = record
        if other:
            self._counted, self._whole = None, False
        if self._kind != record.authority.kind:
            self._kind = record.authority.kind
            self._build()
        elif other:
            for section in self.sections.values():
                section.give_up()
        self._fill()

    def show_articles(self, counted: NameInArticles) -> None:
        """Show what the articles tell."""
        self._counted = counted
        self._fill()

    def focus_first(self) -> None:
        """Take the focus to the names."""
        if "names" in self.sections:
            self.sections["names"].focus()

    def _build(self) -> None:
        self.clear()
        self.sections = {}
        self._dates = Field(_("Dates"), check=_date_problem)
        self._dates.kept.connect(self._keep_dates)
        self._note, self._scope = LongField(_("Note")), LongField(_("Scope note: used for what, and not for what"))
        self._note.kept.connect(lambda text: self._plain(lambda context, id_: _set_note(context, id_, text)))
        self._scope.kept.connect(lambda text: self._plain(lambda context, id_: _set_scope_note(context, id_, text)))
        self._section("names", _("Names"), _("Add a name"), asked_names())
        for field in (self._dates, self._note, self._scope):
            self.add(field)
        if self._kind == "event":
            self._section("places", _("Where"), _("Add a place"), asked_record("place"))
            self._section("participants", _("Who took part"), _("Add a participant"), asked_participant())
        if self._kind != "person":
            self._tree_sections()
        self._section("relations", _("Relations"), _("Add a relation"), asked_relation())
        self._section("beside", _("Appears with"))
        self._all = LinkButton("")
        self._all.clicked.connect(self._turn_whole)
        self.add(self._all)
        self._section("identifiers", _("Identifiers elsewhere"), _("Add an identifier"), asked_identifier())
        self._section("merged", _("Merged into this one"))
        self.edits.connect_sections(self.sections)

    def _tree_sections(self) -> None:
        for key, table, usual in (
            ("broader", _BROADER, (N_("Broader"), N_("Put under a broader one"))),
            ("narrower", _NARROWER, (N_("Narrower"), N_("Add a narrower one"))),
        ):
            title, add = table.get(self._kind, usual)
            self._section(key, _(title), _(add), asked_record(self._kind))

    def _section(self, key: str, title: str, add: str = "", asked: tuple[Asked, ...] = ()) -> None:
        section = FactSection(title, self._session.names.completer, add, asked)
        self.sections[key] = section
        self.add(section)

    def _fill(self) -> None:
        record, counted = self._record, self._counted
        if record is None:
            return
        self.edits.show(record)
        authority = record.authority
        if not self._dates.is_editing():
            self._dates.set_value(authority.dates or "", words.dates_in_words(authority))
        self._note.show_value(authority.note or "")
        self._scope.show_value(authority.scope_note or "")
        rows = {
            "names": words.form_rows(record, counted),
            "places": words.relation_rows(record.places, with_type=False),
            "participants": words.participant_rows(record.participants),
            "broader": words.record_rows(record.broader),
            "narrower": words.record_rows(record.narrower),
            "relations": words.relation_rows(record.related),
            "beside": words.beside_rows(counted.beside, self._whole) if counted else [],
            "identifiers": words.identifier_rows(record.identifiers),
            "merged": words.merged_rows(record.merged),
        }
        beside = len(counted.beside) if counted else 0
        for key, section in self.sections.items():
            section.show_rows(rows[key], beside if key == "beside" else None)
        self._all.setVisible(beside > len(rows["beside"]) or self._whole)
        self._all.setText(_("Fewer") if self._whole else _("All %d") % beside)

    def _turn_whole(self) -> None:
        self._whole = not self._whole
        self._fill()

    def _keep_dates(self, typed: str) -> None:
        self._plain(lambda context, id_: set_dates(context, f"#{id_}", typed or None))

    def _plain(self, operation: Callable[[Context, int], object]) -> None:
        """Write a field; where that is refused, show again what is so."""
        if self._record is not None:
            authority_id = self._record.authority.id
            self._session.write(lambda context: operation(context, authority_id), failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        self._fill()
        self._session.failed.emit(error)


def _set_note(context: Context, authority_id: int, text: str) -> object:
    return authority_links.set_note(context, f"#{authority_id}", text)


def _set_scope_note(context: Context, authority_id: int, text: str) -> object:
    return authority_links.set_scope_note(context, f"#{authority_id}", text)


def _date_problem(typed: str) -> str:
    try:
        date(typed)
    except CuratorError as error:
        return f"{error.message} {error.hint}".strip()
    return ""
