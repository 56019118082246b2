"""The original of an article, shown without anything that runs or is fetched; its file stays as it was received."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from curator import settings
from curator.errors import CuratorError
from curator.gui.kept_pictures import decode_all, fitted, frame_for, why_not
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.original_look import as_shown, style_sheet
from curator.gui.views.page_browser import PageBrowser
from curator.gui.views.reading_look import reading_look
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _, ngettext
from curator.operations import page_source
from curator.operations.context import Context
from curator.operations.page_pictures import ShownPicture
from curator.operations.page_source import PageSource, save_copy
from curator.paths import display

# Higher than this (px) no picture is shown here.
_MOST_HIGH = 1600


class OriginalPage(QWidget):
    """Reads the original when it is looked at, not before.

    Args:
        session: the archive.
        source: how the original of what has an id is read; that of an article unless given.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        source: Callable[[Context, int], PageSource] = page_source.page_source,
    ) -> None:
        super().__init__(parent)
        self._session, self._source = session, source
        self._article = self._shown = 0
        self._found: PageSource | None = None
        self._head = ElidingLabel(role="meta")
        self._kept = ElidingLabel(role="meta")
        self._save = PushButton(_("Save a copy..."), "file-down")
        self._save.clicked.connect(self._ask_place)
        self._save.hide()
        self._browser = PageBrowser()
        self._browser.setAccessibleName(_("Original"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._kept)
        self._column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._browser, 1)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_article(self, article_id: int) -> None:
        """Show the original of another article, now or when the page is turned to."""
        self._article = article_id
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the original now."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self._article and self._article != self._shown:
            self._shown = article_id = self._article
            self._found = None
            self._kept.hide()
            self._save.hide()
            self._head.setText(_("Reading the original..."))
            self._browser.setPlainText("")
            self._session.read(
                f"original {id(self)}",
                lambda context, interrupt: self._source(replace(context, progress=interrupt), article_id),
                self._show,
                self._tell,
            )

    def _show(self, found: PageSource) -> None:
        self._found = found
        original = found.original
        values = {"file": original.file_name, "size": original.size, "hash": original.sha256[:16]}
        self._head.setText(_("%(file)s · %(size)d bytes · SHA-256 %(hash)s… · kept unaltered") % values)
        self._kept.setText(
            _("Only the beginning is shown: it goes on for longer than can be shown here.")
            if found.is_cut
            else kept_words(found)
        )
        self._kept.setVisible(bool(self._kept.text()))
        self._save.setVisible(found.is_cut or found.problem is not None)
        self._draw()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        if found.html is None:
            self._browser.setPlainText(why_not_shown(found) or found.text)
            self._browser.set_margins()
            return
        pictures = found.pictures
        most, ratio = self._most(), self.devicePixelRatioF()
        frames = {each.original.sha256: frame_for(each, most, "") for each in pictures}
        self._browser.show_page(as_shown(found.html), frames)
        if pictures:
            self._session.read(
                f"original pictures {id(self)}",
                lambda context, interrupt: (found, decode_all(context, interrupt, pictures, most * ratio)),
                lambda both: self._put(*both),
            )

    def _put(self, found: PageSource, images: Mapping[str, QImage | None]) -> None:
        if found is self._found:
            most = self._most()
            self._browser.put_pictures({each.original.sha256: _image(each, images, most) for each in found.pictures})

    def _most(self) -> QSize:
        """Return how large pictures are shown: as wide as the text may be."""
        look = reading_look(settings.load(), self.window().width())
        return QSize(theme().metrics.px(look.px) * look.measure, _MOST_HIGH)

    def _tell(self, error: BaseException) -> None:
        self._head.setText(error.message if isinstance(error, CuratorError) else str(error))
        self._browser.setPlainText(error.hint if isinstance(error, CuratorError) else "")

    def _ask_place(self) -> None:
        found = self._found
        if found is None:
            return
        suggested = str(Path.home() / Path(found.original.file_name).name)
        name, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"), suggested)
        if name:
            self._copy_to(found, Path(name))

    def _copy_to(self, found: PageSource, target: Path) -> None:
        def say(words: str) -> None:
            if found is self._found:
                self._kept.setText(words)
                self._kept.show()

        self._session.read(
            f"original copy {id(self)}",
            lambda context, _interrupt: save_copy(context, found.original, target),
            lambda _nothing: say(_("A copy was saved as %(file)s.") % {"file": display(target)}),
            lambda error: say(error.message if isinstance(error, CuratorError) else str(error)),
        )

    def _retheme(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        self._column.setContentsMargins(metrics.space_l, metrics.space_m, 0, 0)
        px = metrics.px(look.px)
        font = QFont(look.families())
        font.setPixelSize(px)
        self._browser.document().setDefaultFont(font)
        self._browser.document().setDefaultStyleSheet(style_sheet(theme().tokens, metrics, px))
        self._draw()


def why_not_shown(found: PageSource) -> str:
    """Return why an original cannot be shown, and what is safe; empty for one that can."""
    if found.problem is None:
        return ""
    words = [
        _("This original is too large or broken to be shown."),
        found.problem.message,
        _("It is kept unaltered. Save a copy to look at it with another program."),
    ]
    return "\n\n".join(words)


def kept_words(found: PageSource) -> str:
    """Return how many pictures of a page are kept and how many are not, in words; empty for a page without any."""
    kept, missing = len(found.pictures), found.missing
    words = [ngettext("%(n)d picture kept with the page", "%(n)d pictures kept with the page", kept) % {"n": kept}]
    if missing and kept:
        rest = ngettext(
            "%(n)d other is not: an icon, of another story, or not saved",
            "%(n)d others are not: icons, of other stories, or not saved",
            missing,
        )
        words.append(rest % {"n": missing})
    elif missing:
        rest = ngettext(
            "The page has %(n)d picture; it was not saved with it, or is no part of the article.",
            "The page has %(n)d pictures; they were not saved with it, or are no part of the article.",
            missing,
        )
        return rest % {"n": missing}
    return " · ".join(words) if kept else ""


def _image(picture: ShownPicture, images: Mapping[str, QImage | None], most: QSize) -> QImage:
    image = images[picture.original.sha256]
    if image is None:
        return frame_for(picture, most, why_not(picture))
    # On a fine screen more points than px are kept.
    image.setDevicePixelRatio(max(1.0, image.width() / fitted(image.size(), most).width()))
    return image
