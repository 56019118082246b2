"""A picture of a saved page, large, with its caption; Left and Right show its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from curator.gui.kept_pictures import decode_all, fitted, frame_for, why_not
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _
from curator.operations.page_pictures import ShownPicture

_MOST = QSize(1920, 1440)


class PictureSheet(Sheet):
    """Shows one of several pictures, from the archive.

    Args:
        window: what it lies over.
        pictures: those of the page.
        number: the one to show first.
    """

    def __init__(self, window: QWidget, session: Session, pictures: Sequence[ShownPicture], number: int) -> None:
        super().__init__(window, _("Pictures of the page"))
        self._session, self._pictures = session, pictures
        self.number = number
        self.view = _View()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.words)
        several = len(pictures) > 1
        self.before, self.after = self.add_button(_("Previous picture")), self.add_button(_("Next picture"))
        for button, by in ((self.before, -1), (self.after, 1)):
            button.clicked.connect(lambda _checked=False, by=by: self.step(by))
            button.setVisible(several)
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)
        self._show()

    def step(self, by: int) -> None:
        """Show the picture after (1) or before (-1) this one, if there is one."""
        if 0 <= self.number + by < len(self._pictures):
            self.number += by
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right show the neighbours."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if event.key() == Qt.Key.Key_Right else -1)
        super().keyPressEvent(event)

    def _show(self) -> None:
        picture = self._pictures[self.number]
        file = picture.original
        self.words.setText(picture.words)
        self.words.setVisible(bool(picture.words))
        self.view.setAccessibleName(picture.name)
        self.view.show_image(frame_for(picture, _MOST, ""))
        self.before.setEnabled(self.number > 0)
        self.after.setEnabled(self.number < len(self._pictures) - 1)
        values = {"n": self.number + 1, "count": len(self._pictures), "file": file.file_name}
        values |= {"width": picture.width, "height": picture.height}
        size = _(" · %(width)d × %(height)d") % values if picture.width and picture.height else ""
        self.set_note(_("%(n)d of %(count)d · %(file)s") % values + size)
        self._session.read(
            "large picture",
            lambda context, interrupt: (picture, decode_all(context, interrupt, [picture], _MOST)),
            lambda both: self._take(*both),
        )

    def _take(self, picture: ShownPicture, images: Mapping[str, QImage | None]) -> None:
        if picture is self._pictures[self.number]:
            image = images[picture.original.sha256]
            self.view.show_image(image if image is not None else frame_for(picture, _MOST, why_not(picture)))


class _View(QWidget):
    """The picture, as large as there is room, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumHeight(theme().metrics.px(360))

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = fitted(self._image.size(), self.size())
        place = QRect(self.rect().center() - QRect(0, 0, size.width(), size.height()).center(), size)
        if not self._image.hasAlphaChannel():
            painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._image)
