"""What the list says when nothing is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.gui.models.listing import Listing
from curator.gui.models.narrowing import Way
from curator.gui.views.facet_names import FACET_NAMES
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext

_WAYS = 3


class EmptyList(QWidget):
    """A title, a sentence, and what can be done.

    Signals:
        listing_wanted(Listing): a way out was chosen.
        wanted(str): the id of an action.
    """

    listing_wanted = Signal(object)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: EmptyState | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_archive(self, waiting: int = 0) -> None:
        """Say that there are no articles at all; how many files wait in a review, so that nobody thinks them lost."""
        if waiting:
            words = ngettext(
                "%(n)s file is read and waits for you.", "%(n)s files are read and wait for you.", waiting
            ) % {"n": digits(waiting)}
            state = self._put(_("No article has entered yet"), words, "library")
            state.add_choice("review", _("Go on with the review"), _("Nothing of it is lost"), "square-check")
        else:
            state = self._put(
                _("This archive is empty"),
                _("It lives in one folder on this computer, and works without a network."),
                "library",
            )
        state.add_choice("import", _("Import files..."), _("Pages, texts, Markdown"), "download", "Ctrl+I")
        state.add_choice("import-folder", _("Import a folder..."), _("With everything in it"), "folder")
        clipboard = _("From the clipboard")
        state.add_choice("paste", _("Paste as article"), clipboard, "paste", "Ctrl+Shift+V")
        state.chosen.connect(self.wanted)

    def show_listing(self, listing: Listing, ways: Sequence[Way], names: dict[tuple[str, int | str], str]) -> None:
        """Say that nothing was found.

        Args:
            ways: what could be left out.
            names: what the values that are chosen in facets are called.
        """
        if listing.trash:
            self._put(_("The trash is empty"), "", "trash")
        elif listing.query == "status:inbox" and not listing.is_filtered:
            self._put(_("The inbox is empty"), _("What you import comes here first."), "inbox")
        elif listing.query.startswith("in:") and not listing.is_filtered:
            self._put(_("Nothing is in this collection"), _("Collect articles from any other list."), "folder")
        else:
            self._without(ways, names)

    def _without(self, ways: Sequence[Way], names: dict[tuple[str, int | str], str]) -> None:
        sentence = "" if ways else _("Look for fewer words, or for the beginning of one: librar*.")
        state = self._put(_("No article matches."), sentence, "search")
        for place, way in enumerate(ways[:_WAYS]):
            words = _("Without %(part)s: %(n)s") % {"part": part_words(way, names), "n": digits(way.total)}
            state.add_choice(str(place), words, icon="minus")
        state.chosen.connect(lambda place: self.listing_wanted.emit(ways[int(place)].listing))

    def _put(self, title: str, sentence: str, icon: str) -> EmptyState:
        if self.state is not None:
            self.state.hide()
            self.state.deleteLater()
        self.state = EmptyState(title, sentence, icon)
        self._column.addWidget(self.state)
        return self.state


def part_words(way: Way, names: dict[tuple[str, int | str], str]) -> str:
    """Return what a part of a search is called: "theme Fundraising", "date 1966 – 1986", "mud OR water"."""
    if not way.facet:
        return str(way.key)
    if way.facet == "date":
        return _("the dates")
    field = FACET_NAMES[way.facet].field if way.facet in FACET_NAMES else way.facet
    return f"{_(field)} {names.get((way.facet, way.key), way.key)}"
