"""The versions of a text: two of them compared word by word, and any of them taken into use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from curator import settings
from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.diff_look import letters
from curator.gui.views.reading_look import reading_look
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.symbol import Symbol
from curator.i18n import N_, _, ngettext
from curator.model.text_version import TextVersion
from curator.operations import text_versions
from curator.operations.text_versions import Comparison

_MADE = {"extracted": N_("as extracted"), "cleaned": N_("cleaned"), "edited": N_("edited")}
_LEAST_LETTERS = 12
_LINE_HEIGHT = 116


class VersionsPage(QWidget):
    """Shows what differs between two versions; reads it when it is looked at, not before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = 0
        self._versions: list[TextVersion] = []
        self._compared: Comparison | None = None
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(_("Older version"))
        self.new.setAccessibleName(_("Newer version"))
        self._count = QLabel()
        self._count.setProperty("role", "meta")
        self.use = PushButton(_("Use this version"))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setObjectName("articleText")
        self.text.setAccessibleName(_("What differs"))
        self._arrange()
        for choice in (self.old, self.new):
            choice.activated.connect(self._ask)
        self.use.clicked.connect(self._use)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_versions(self, article_id: int, versions: Sequence[TextVersion]) -> None:
        """Offer the versions of an article: the one in use beside the one before it."""
        if (article_id, list(versions)) == (self._article, self._versions):
            return
        self._article, self._versions = article_id, list(versions)
        for choice in (self.old, self.new):
            choice.clear()
            for version in versions:
                choice.addItem(_words(version), version.number)
                # Which program made it, and in which version of it, is for those who ask.
                choice.setItemData(choice.count() - 1, version.made_by, Qt.ItemDataRole.ToolTipRole)
        used = next((place for place, version in enumerate(versions) if version.in_use), 0)
        self.new.setCurrentIndex(used)
        self.old.setCurrentIndex(used - 1 if used else min(1, len(versions) - 1))
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare now."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        old, new, article_id = self.old.currentData(), self.new.currentData(), self._article
        if old is None or new is None:
            return
        self.use.setEnabled(self._session.archive.writable and not self._versions[self.new.currentIndex()].in_use)
        self._session.read(
            "versions",
            lambda context, _interrupt: text_versions.compared(context, article_id, old, new),
            self._take,
            self._tell,
        )

    def _use(self) -> None:
        number, article_id = self.new.currentData(), self._article
        self._session.write(lambda context: text_versions.use(context, article_id, number))

    def _take(self, found: Comparison) -> None:
        self._compared = found
        number = sum(each.kind != "equal" for each in found.differences)
        places = ngettext("%(n)d place differs", "%(n)d places differ", number) % {"n": number}
        self._count.setText(places if number else _("The same text"))
        self._draw()

    def _tell(self, error: BaseException) -> None:
        self._count.setText(error.message if isinstance(error, CuratorError) else str(error))

    def _draw(self) -> None:
        found = self._compared
        if found is None:
            return
        self.text.clear()
        self._set_margins()
        cursor = self.text.textCursor()
        cursor.setBlockFormat(_block())
        cursor.beginEditBlock()
        for each in found.differences:
            if each.kind in ("delete", "replace"):
                cursor.insertText(found.old[each.old_start : each.old_end], letters("delete"))
            if each.kind != "delete":
                kind = "equal" if each.kind == "equal" else "insert"
                cursor.insertText(found.new[each.new_start : each.new_end], letters(kind))
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _arrange(self) -> None:
        self._row = QHBoxLayout()
        for choice in (self.old, self.new):
            # As wide as there is room: the longest version must not widen the reader.
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST_LETTERS)
        self._row.addWidget(self.old, 1)
        self._row.addWidget(Symbol("forward", "text2"))
        self._row.addWidget(self.new, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._count, 1)
        self._foot.addWidget(self.use)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.text, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)
        self._set_margins()

    def _retheme(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        self._column.setContentsMargins(metrics.space_l, metrics.space_m, metrics.space_l, 0)
        self._column.setSpacing(metrics.space_s)
        self._row.setSpacing(metrics.space_m)
        font = QFont(look.families())
        font.setPixelSize(metrics.px(look.px))
        self.text.document().setDefaultFont(font)
        self._draw()
        self._set_margins()

    def _set_margins(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        frame = self.text.document().rootFrame()
        form = frame.frameFormat()
        form.setMargin(metrics.space_l)
        spare = self.text.viewport().width() - metrics.px(look.px) * look.measure
        form.setRightMargin(max(metrics.space_l, spare))
        frame.setFrameFormat(form)


def _words(version: TextVersion) -> str:
    values = {"n": version.number, "made": _(_MADE[version.version]), "by": version.made_by}
    by_person = version.version == "edited"
    words = (_("%(n)d, %(made)s by %(by)s") if by_person else _("%(n)d, %(made)s")) % values
    return _("%(version)s (in use)") % {"version": words} if version.in_use else words


def _block() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form
