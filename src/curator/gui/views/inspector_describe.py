"""The inspector's description: every field of an article, or of many at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.gui.session import Session
from curator.gui.views.described_fields import CHOICES, ChoiceField, DescribedField
from curator.gui.views.inspector_page import InspectorPage, wrapped
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.chip import Chip
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.section_head import SectionHead
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.article import Original
from curator.operations import collect, describe
from curator.operations.context import Context
from curator.operations.inspection import Inspection

# Heading -> fields, in the order they are shown. Every field of `DESCRIBABLE` is among them; a test holds it to that.
GROUPS = {
    "": ("title", "publication", "published", "byline", "section", "language", "status"),
    N_("Access and rights"): (
        *("access", "access_reason", "access_review", "rights_holder", "rights_note", "rights_uri", "advisory"),
    ),
    N_("Where it is kept"): (
        *("reference_code", "level", "container_box", "container_folder", "container_page", "extent"),
    ),
    N_("When and from where"): ("published_time", "published_zone", "captured", "url"),
}
_KIB = 1024


class DescribePage(InspectorPage):
    """Shows and edits the description.

    Signals:
        collection_opened(str): the path of a collection whose chip was pressed.
        said(str): something was done, or why it was not.
    """

    collection_opened = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(_("Describe"))
        self._session = session
        self._found: Inspection | None = None
        self._about = ElidingLabel(role="meta-strong")
        self._embargo = wrapped(_("An embargo needs the day on which it is looked at again."), "warn")
        self._waits = False
        self.fields: dict[str, DescribedField | ChoiceField] = {}
        self.collections = ChipFlow()
        self._collect = QLineEdit()
        self._files = QWidget()
        self.add(self._about)
        for heading, names in GROUPS.items():
            if heading:
                self.add(SectionHead(_(heading)))
            for name in names:
                self._add_field(name)
            if not heading:
                self._add_collections()
        self._fixed = self.column.count() - 1

    def show_found(self, found: Inspection) -> None:
        """Show what is known of one article, or what many share."""
        if self._found is None or self._found.ids != found.ids:
            self._set_waiting(False)
        self._found = found
        count = len(found.ids)
        words = ngettext("%(n)s article selected", "%(n)s articles selected", count) % {"n": digits(count)}
        self._about.setText(words)
        self._about.setVisible(count > 1)
        for name, field in self.fields.items():
            several = name in found.several
            if not (self._waits and name == "access"):
                field.show_value(found.values[name] or "", found.sources.get(name), several=several)
        self._show_collections(found)
        self._show_origin(found)

    def describe(self, values: Mapping[str, str | None]) -> None:
        """Write fields of all articles shown, as one act."""
        if self._found is None:
            return
        ids = self._found.ids

        def done(described: describe.Described) -> None:
            for problem in described.problems:
                self.said.emit(f"{problem.message} {problem.hint}")

        self._session.write(lambda context: describe.describe(context, ids, values), done, self._refused)

    def _refused(self, error: BaseException) -> None:
        """Show what is so again: a choice that was refused is not kept."""
        if self._found is not None:
            self.show_found(self._found)
        self._session.failed.emit(error)

    def _kept(self, name: str, value: str) -> None:
        review = self.fields["access_review"]
        if name == "access" and value == "embargo" and self._found and not self._found.values["access_review"]:
            self._set_waiting(True)
            assert isinstance(review, DescribedField)
            review.field.edit()
        elif name == "access_review" and self._waits and value:
            self._set_waiting(False)
            self.describe({"access": "embargo", "access_review": value})
        else:
            self.describe({name: value or None})

    def _set_waiting(self, waits: bool) -> None:
        """Hold an embargo back until the day is given on which it is looked at again."""
        self._waits = waits
        self._embargo.setVisible(waits)

    def _add_field(self, name: str) -> None:
        field = ChoiceField(name) if name in CHOICES else DescribedField(name)
        field.kept.connect(lambda value: self._kept(name, value))
        self.fields[name] = field
        self.add(field)
        if name == "access":
            self._embargo.hide()
            self.add(self._embargo)

    def _add_collections(self) -> None:
        self.add(SectionHead(_("Collections")))
        self.collections.removed.connect(lambda chip: self._take_out(chip.property("path")))
        self.collections.activated.connect(lambda chip: self.collection_opened.emit(chip.property("path")))
        self._collect.setPlaceholderText(_("Add to a collection"))
        self._collect.setAccessibleName(_("Add to a collection"))
        self._collect.returnPressed.connect(self._put)
        self.add(self.collections)
        self.add(self._collect)

    def _show_collections(self, found: Inspection) -> None:
        chips = []
        for path, count in found.collections:
            chip = Chip(path.rpartition(" / ")[2], removable=True, count=count if count < len(found.ids) else None)
            chip.setProperty("path", path)
            chip.setToolTip(path)
            chips.append(chip)
        self.collections.set_chips(chips)
        self.collections.setVisible(bool(chips))

    def _put(self) -> None:
        path = self._collect.text().strip()
        if path and self._found is not None:
            ids = self._found.ids
            self._session.write(lambda context: _put(context, path, ids), lambda _changes: self._collect.clear())

    def _take_out(self, path: str) -> None:
        if self._found is not None:
            ids = self._found.ids
            self._session.write(lambda context: collect.take_out(context, path, ids))

    def _show_origin(self, found: Inspection) -> None:
        self.clear(self._fixed)
        if found.originals:
            self.add(SectionHead(_("Files")))
        for original in found.originals:
            self._add_original(original)
        if found.accession is not None:
            self.add(SectionHead(_("Import")))
            about = (found.accession.started[:10], found.accession.by_whom, found.accession.source)
            self.add(wrapped(" · ".join(part for part in about if part), "meta"))
            if found.file:
                self.add(ElidingLabel(found.file, role="meta", mode=Qt.TextElideMode.ElideMiddle))

    def _add_original(self, original: Original) -> None:
        name = ElidingLabel(original.file_name, mode=Qt.TextElideMode.ElideMiddle)
        self.add(name)
        size = _size(original.size)
        self.add(ElidingLabel(f"{size} · {original.media_type}", role="meta"))
        copy = LinkButton(_("Copy the SHA-256 %s…") % original.sha256[:12], small=True)
        copy.setToolTip(original.sha256)
        copy.clicked.connect(lambda: self._copy(original.sha256))
        self.add(copy)

    def _copy(self, digest: str) -> None:
        QGuiApplication.clipboard().setText(digest)
        self.said.emit(_("Copied: %s") % digest)


def _put(context: Context, path: str, ids: tuple[int, ...]) -> object:
    """Put articles into the collection known by a title or path; a new one is made where there is none."""
    known = {found.title: found.path for found, _count in collect.listed(context)}
    return collect.put(context, known.get(path, path), ids)


def _size(size: int) -> str:
    """Return a number of bytes in words."""
    if size < _KIB:
        return ngettext("%(n)d byte", "%(n)d bytes", size) % {"n": size}
    if size < _KIB * _KIB:
        return _("%d KB") % round(size / _KIB)
    return _("%.1f MB") % (size / _KIB / _KIB)
