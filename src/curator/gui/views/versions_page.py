"""The versions of a text: two of them compared word by word, and any of them taken into use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QShowEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from curator import settings
from curator.errors import CuratorError
from curator.gui import keys
from curator.gui.panes import READER
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
from curator.text.differences import Cut

_MADE = {"extracted": N_("as extracted"), "cleaned": N_("cleaned"), "edited": N_("edited")}
_LEAST_LETTERS = 12
_LINE_HEIGHT = 116


class VersionsPage(QWidget):
    """Shows what differs between two versions; reads it when it is looked at, not before.

    Beside the version in use, lines that it lacks can be put back: J and K walk through them, R restores one.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = 0
        self._versions: list[TextVersion] = []
        self._compared: Comparison | None = None
        # The cut lines that can be put back, with their places in the document; which of them is current.
        self._cuts: list[tuple[Cut, int, int]] = []
        self.cut = 0
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(_("Older version"))
        self.new.setAccessibleName(_("Newer version"))
        self._count = QLabel()
        self._count.setProperty("role", "meta")
        self.use = PushButton(_("Use this version"))
        self.restore = PushButton(_("Restore this"), key="R")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setObjectName("articleText")
        self.text.setAccessibleName(_("What differs"))
        self._arrange()
        for choice in (self.old, self.new):
            choice.activated.connect(self._ask)
        self.use.clicked.connect(self._use)
        self.restore.clicked.connect(self._restore)
        self.text.installEventFilter(self)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_versions(self, article_id: int, versions: Sequence[TextVersion]) -> None:
        """Offer the versions of an article: the one in use beside the one before it."""
        if (article_id, list(versions)) == (self._article, self._versions):
            return
        # Who puts back what was cut goes on with the version that it was cut from.
        kept = self.old.currentData() if article_id == self._article else None
        self._article, self._versions = article_id, list(versions)
        for choice in (self.old, self.new):
            choice.clear()
            for version in versions:
                choice.addItem(_words(version), version.number)
                # Which program made it, and in which version of it, is for those who ask.
                choice.setItemData(choice.count() - 1, version.made_by, Qt.ItemDataRole.ToolTipRole)
        used = next((place for place, version in enumerate(versions) if version.in_use), 0)
        self.new.setCurrentIndex(used)
        before = self.old.findData(kept)
        self.old.setCurrentIndex(
            before if before not in (-1, used) else used - 1 if used else min(1, len(versions) - 1)
        )
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare now."""
        super().showEvent(event)
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through what was cut by J and K, and restore by R."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = keys.letter(event, READER)
            if letter in ("j", "k"):
                self.step_cut(1 if letter == "j" else -1)
                return True
            if letter == "r":
                self._restore()
                return True
        return super().eventFilter(watched, event)

    def step_cut(self, by: int) -> None:
        """Go to the next cut line (1), or the one before (-1)."""
        if self._cuts:
            self.cut = max(0, min(self.cut + by, len(self._cuts) - 1))
            self._show_cut()

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

    def _restore(self) -> None:
        if self._compared is None or not self._cuts:
            return
        number, article_id, start = self.old.currentData(), self._article, self._cuts[self.cut][0].start
        self._session.write(lambda context: text_versions.restore(context, article_id, number, start))

    def _take(self, found: Comparison) -> None:
        self._compared = found
        number = sum(each.kind != "equal" for each in found.differences)
        places = ngettext("%(n)d place differs", "%(n)d places differ", number) % {"n": number}
        words = places if number else _("The same text")
        self._draw()
        self.restore.setVisible(bool(self._cuts))
        if self._cuts:
            lines = ngettext("%(n)d line was cut", "%(n)d lines were cut", len(self._cuts)) % {"n": len(self._cuts)}
            words = _("%(lines)s: J and K go through them, R restores one") % {"lines": lines}
        self._count.setText(words)

    def _tell(self, error: BaseException) -> None:
        self._count.setText(error.message if isinstance(error, CuratorError) else str(error))

    def _draw(self) -> None:
        found = self._compared
        if found is None:
            return
        self.text.clear()
        self._cuts = []
        self._set_margins()
        cursor = self.text.textCursor()
        cursor.setBlockFormat(_block())
        cursor.beginEditBlock()
        for each in found.differences:
            if each.kind in ("delete", "replace"):
                self._insert_cut(cursor, found, each.old_start, each.old_end)
            if each.kind != "delete":
                kind = "equal" if each.kind == "equal" else "insert"
                cursor.insertText(found.new[each.new_start : each.new_end], letters(kind))
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.cut = min(self.cut, max(0, len(self._cuts) - 1))
        self._show_cut()

    def _insert_cut(self, cursor: QTextCursor, found: Comparison, start: int, end: int) -> None:
        """Insert what only the older version has (code points), and note where its cut lines stand."""
        is_used = self._session.archive.writable and self._versions[self.new.currentIndex()].in_use
        at = start
        for cut in found.cuts if is_used else ():
            line = found.old[cut.start : cut.end]
            first = cut.start + len(line) - len(line.lstrip())
            last = first + len(line.strip())
            if at <= first and last <= end:
                cursor.insertText(found.old[at:first], letters("delete"))
                place = cursor.position()
                cursor.insertText(found.old[first:last], letters("delete"))
                self._cuts.append((cut, place, cursor.position()))
                at = last
        cursor.insertText(found.old[at:end], letters("delete"))

    def _show_cut(self) -> None:
        """Mark the current cut line, and bring it into view."""
        if not self._cuts:
            self.text.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        cursor = self.text.textCursor()
        _cut, first, last = self._cuts[self.cut]
        cursor.setPosition(first)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        form = letters("delete")
        form.setBackground(QColor(theme().tokens.hit_now))
        form.setForeground(QColor(theme().tokens.hit_now_text))
        marked.cursor, marked.format = cursor, form
        self.text.setExtraSelections([marked])

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
        self._foot.addWidget(self.restore)
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
