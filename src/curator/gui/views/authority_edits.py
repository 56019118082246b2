"""What is done with the rows of the page of a name: opened, added, changed, removed. Each act is one undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.views.authority_form import Asked
from curator.i18n import _
from curator.model.authority import KINDS, Authority
from curator.model.authority_links import ExternalId, Match, RelatedName
from curator.model.authority_page import NameBeside, NameForm, NameOnRecord
from curator.model.merging import MergedName
from curator.operations import authority_links, events, name_edits
from curator.operations.context import Context

if TYPE_CHECKING:
    from curator.gui.views.authority_facts import AuthorityFacts
    from curator.gui.views.authority_section import FactSection

_Values = Mapping[str, str]
_TREE = ("broader", "narrower")


def asked_names() -> tuple[Asked, ...]:
    """Return the fields of a name."""
    return Asked("name", _("Name"), 4), Asked("language", _("Language"), 2), Asked("used_by", _("Used by"), 3)


def asked_relation() -> tuple[Asked, ...]:
    """Return the fields of a relation."""
    how = Asked("type", _("How"), 3)
    return Asked("other", _("Name on record"), 4, KINDS), how, Asked("dates", _("When"), 2)


def asked_participant() -> tuple[Asked, ...]:
    """Return the fields of somebody who took part in an event."""
    return Asked("other", _("Name on record"), 4, ("person", "organisation")), Asked("type", _("Role"), 3)


def asked_record(kind: str) -> tuple[Asked, ...]:
    """Return the field of one name on record."""
    return (Asked("other", _("Name on record"), 1, (kind,)),)


def asked_identifier() -> tuple[Asked, ...]:
    """Return the fields of an identifier elsewhere."""
    number = Asked("identifier", _("Identifier"), 3)
    return Asked("scheme", _("Scheme"), 2), number, Asked("match", _("Exact or close"), 2)


class Edits(QObject):
    """Writes what is done in the sections.

    Signals:
        said(str): why something is not done.
    """

    said = Signal(str)

    def __init__(self, session: Session, page: AuthorityFacts) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._record: NameOnRecord | None = None

    def show(self, record: NameOnRecord) -> None:
        """Work on this record from now on."""
        self._record = record

    def connect_sections(self, sections: Mapping[str, FactSection]) -> None:
        """Listen to sections, by what they show."""
        for key, section in sections.items():
            section.list.opened.connect(lambda payload, key=key: self._open(key, payload))
            section.list.edited.connect(lambda payload, key=key: self._edit(key, payload))
            section.list.removed.connect(lambda payload, key=key: self._remove(key, payload))
            section.entered.connect(lambda values, changed, key=key: self._enter(key, values, changed))

    @property
    def _id(self) -> int:
        return self._record.authority.id if self._record else 0

    def _open(self, key: str, payload: object) -> None:
        """Show the page of a row that is a name of its own; edit what is not."""
        if isinstance(payload, RelatedName):
            self._page.name_opened.emit(payload.authority.id)
        elif isinstance(payload, Authority | NameBeside):
            self._page.name_opened.emit(payload.id)
        else:
            self._edit(key, payload)

    def _edit(self, key: str, payload: object) -> None:
        section = self._page.sections[key]
        if isinstance(payload, NameForm) and payload.name_kind == "merged":
            self.said.emit(_("This is the name of a record that was merged into this one. Take that out to change it."))
        elif isinstance(payload, NameForm):
            values = {"name": payload.name, "language": payload.language or "", "used_by": "; ".join(payload.used_by)}
            section.ask(values, payload)
        elif isinstance(payload, RelatedName) and key != "places":
            values = {"other": payload.authority.preferred_name, "type": payload.type or ""}
            section.ask(values | {"dates": payload.dates or ""}, payload, ("other",))
        elif isinstance(payload, ExternalId):
            values = {"scheme": payload.scheme, "identifier": payload.identifier}
            section.ask(values | {"match": "" if payload.match == "exact" else _("close")}, payload)
        elif isinstance(payload, MergedName):
            self.said.emit(_("Delete takes “%s” out again, with everything that was put on it.") % payload.name)

    def _enter(self, key: str, values: _Values, changed: object) -> None:
        write = {
            "names": self._name,
            "relations": self._relation,
            "participants": self._participant,
            "places": self._place,
            "identifiers": self._identifier,
        }.get(key)
        operation = write(values, changed) if write else self._step(key, values["other"])
        section = self._page.sections[key]

        def refuse(error: BaseException) -> None:
            if isinstance(error, CuratorError) and section.form is not None:
                section.form.refuse(error)
            else:
                self._session.failed.emit(error)

        self._session.write(operation, lambda _done: section.done(), refuse)

    def _name(self, values: _Values, changed: object) -> Callable[[Context], object]:
        id_, typed = self._id, (values["name"], values["language"], values["used_by"])
        if isinstance(changed, NameForm):
            return lambda context: name_edits.change_form(context, id_, changed, *typed)
        return lambda context: name_edits.add_form(context, id_, *typed)

    def _relation(self, values: _Values, changed: object) -> Callable[[Context], object]:
        id_, typed, dates = self._id, values["type"], values["dates"] or None
        if isinstance(changed, RelatedName):
            ends = _ends(id_, changed)
            return lambda context: name_edits.change_relation(context, ends, changed.type, typed, dates)
        return lambda context: authority_links.relate(context, f"#{id_}", values["other"], None, typed, dates)

    def _participant(self, values: _Values, changed: object) -> Callable[[Context], object]:
        id_ = self._id
        if isinstance(changed, RelatedName):
            # A role is read from the participant to the event.
            ends = (changed.authority.id, id_)
            return lambda context: name_edits.change_relation(
                context, ends, changed.type, values["type"], changed.dates
            )
        return lambda context: events.describe(context, f"#{id_}", participants=[(values["other"], values["type"])])

    def _place(self, values: _Values, _changed: object) -> Callable[[Context], object]:
        id_ = self._id
        return lambda context: events.describe(context, f"#{id_}", places=[values["other"]])

    def _identifier(self, values: _Values, changed: object) -> Callable[[Context], object]:
        id_, match = self._id, values["match"].casefold()
        close: Match = "close" if match in ("close", _("close").casefold()) else "exact"
        new = (values["scheme"], values["identifier"])
        old = (changed.scheme, changed.identifier) if isinstance(changed, ExternalId) else None
        return lambda context: name_edits.identify(context, id_, old, new, close)

    def _step(self, key: str, other: str) -> Callable[[Context], object]:
        here = f"#{self._id}"
        kind = self._record.authority.kind if self._record else None
        pair = (here, other) if key == "broader" else (other, here)
        return lambda context: authority_links.add_broader(context, *pair, kind)

    def _remove(self, key: str, payload: object) -> None:
        operation = self._removal(key, payload)
        if operation is not None:
            self._session.write(operation)

    def _removal(self, key: str, payload: object) -> Callable[[Context], object] | None:
        id_ = self._id
        if isinstance(payload, NameForm) and payload.variant_id:
            return lambda context: name_edits.remove_form(context, id_, payload)
        if isinstance(payload, NameForm):
            is_merged = payload.name_kind == "merged"
            last = _("A record keeps at least one name. F2 changes it.")
            self.said.emit(_("Take the merged name out to remove it.") if is_merged else last)
        elif isinstance(payload, RelatedName):
            return lambda context: name_edits.remove_relation(context, _ends(id_, payload), payload.type)
        elif isinstance(payload, ExternalId):
            return lambda context: authority_links.unidentify(context, f"#{id_}", payload.scheme, payload.identifier)
        elif isinstance(payload, Authority) and key in _TREE:
            pair = (id_, payload.id) if key == "broader" else (payload.id, id_)
            return lambda context: authority_links.remove_broader(context, f"#{pair[0]}", f"#{pair[1]}")
        elif isinstance(payload, MergedName):
            self._page.taken_out.emit(payload.id)
        return None


def _ends(authority_id: int, related: RelatedName) -> tuple[int, int]:
    """Return both ends of a relation of a record, in the direction that its type is read."""
    here, there = authority_id, related.authority.id
    return (here, there) if related.forward else (there, here)
