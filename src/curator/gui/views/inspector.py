"""The inspector: what is known of the open article, and its tags."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from curator.archive import articles
from curator.gui.session import Session
from curator.gui.widgets.chip import Chip
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.field import Field
from curator.gui.widgets.search_frame import SearchFrame
from curator.gui.widgets.section_head import SectionHead
from curator.i18n import N_, _
from curator.operations import history
from curator.operations.context import Context
from curator.operations.reading import Reading

# Column -> label, in the order they are shown.
_FIELDS = {
    "title": N_("Title"),
    "publication": N_("Publication"),
    "section": N_("Section"),
    "byline": N_("Byline"),
    "published": N_("Published"),
    "language": N_("Language"),
    "url": N_("Address"),
    "reference_code": N_("Reference code"),
    "extent": N_("Extent"),
    "rights_holder": N_("Rights holder"),
    "rights_note": N_("Rights"),
    "advisory": N_("Content advisory"),
}


class Inspector(QTabWidget):
    """Three pages: tags, description, history.

    Signals:
        described(str, str): a field got another value.
        tag_typed(str): a name was typed into the field of the tags.
        untag_wanted(str, str): kind and number ("#12") of a tag to be taken off.
        listing_wanted(str, str): kind and name of a tag that was opened.
    """

    described = Signal(str, str)
    tag_typed = Signal()
    untag_wanted = Signal(str, str)
    listing_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._session = session
        self.setDocumentMode(True)
        self.tag_field = SearchFrame(_("Add a tag"), "Ctrl+T", icon="plus")
        self.tag_field.line.setReadOnly(True)
        self.tag_field.line.cursorPositionChanged.connect(lambda: None)
        self.tag_field.submitted.connect(lambda _text: self.tag_typed.emit())
        self._tags = _Page()
        self._description = _Page()
        self._history = _Page()
        self.addTab(self._tags, _("Tags"))
        self.addTab(self._description, _("Describe"))
        self.addTab(self._history, _("History"))
        self._fields = {name: Field(_(label)) for name, label in _FIELDS.items()}
        for name, field in self._fields.items():
            self._description.add(field)
            field.kept.connect(lambda value, name=name: self.described.emit(name, value))
        self._description.end()
        self._flows: list[QWidget] = []
        self._tags.add(self.tag_field)
        self._tags.end()

    def focus_first(self) -> None:
        """Take the focus to the first control of the page."""
        self.currentWidget().setFocus()
        self.focusNextChild()

    def show_reading(self, reading: Reading) -> None:
        """Show what is known of an article."""
        self._show_tags(reading)
        article = reading.article

        def ask(context: Context, _interrupt: object) -> tuple[dict[str, tuple[str, int]], list[str]]:
            acts = [
                f"{act.at[:10]}  {act.actor}\n{act.label}" for act, _change in history.of_article(context, article.id)
            ]
            return articles.sources(context.archive.read(), article.id), acts

        def show(found: tuple[dict[str, tuple[str, int]], list[str]]) -> None:
            sources, acts = found
            for name, field in self._fields.items():
                source, sure = sources.get(name, ("", 1000))
                value = getattr(article, name) or ""
                words = _("from the file: %(source)s") % {"source": source} if source else ""
                field.set_value(value, words, guess=bool(source) and sure < 700)
            self._history.clear()
            for act in acts:
                for line in act.split("\n"):
                    self._history.add(ElidingLabel(line))
            self._history.end()

        self._session.read("inspector", ask, show)

    def _show_tags(self, reading: Reading) -> None:
        self._tags.clear(keep=1)
        groups = {
            _("In passages"): [mention for mention in reading.mentions if mention.passage],
            _("The whole article"): [mention for mention in reading.mentions if not mention.passage],
        }
        if not reading.mentions:
            self._tags.add(EmptyState(_("No tags yet"), _("Press Ctrl+T, or choose words and press P, O, E, L or T.")))
        for title, mentions in groups.items():
            if not mentions:
                continue
            self._tags.add(SectionHead(title))
            flow = ChipFlow()
            seen: dict[int, int] = {}
            for mention in mentions:
                seen[mention.authority.id] = seen.get(mention.authority.id, 0) + 1
            for mention in {mention.authority.id: mention for mention in mentions}.values():
                record = mention.authority
                count = seen[record.id] if seen[record.id] > 1 else None
                chip = Chip(record.preferred_name, record.kind, count=count, removable=mention.passage is None)
                chip.clicked.connect(
                    lambda _checked=False, record=record: self.listing_wanted.emit(record.kind, record.preferred_name)
                )
                chip.removed.connect(lambda record=record: self.untag_wanted.emit(record.kind, f"#{record.id}"))
                flow.add(chip)
            self._tags.add(flow)
        self._tags.end()


class _Page(QScrollArea):
    """A column that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self.setWidget(inside)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those there are."""
        self._column.addWidget(widget)

    def end(self) -> None:
        """Keep the widgets at the top."""
        self._column.addStretch(1)

    def clear(self, keep: int = 0) -> None:
        """Remove all widgets but the first `keep`."""
        while self._column.count() > keep:
            item = self._column.takeAt(keep)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
