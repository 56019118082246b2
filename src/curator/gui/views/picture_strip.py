"""The pictures kept with a page, small, in a row below its text; one of them opens large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from curator.gui.kept_pictures import decode_all, fitted
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.symbol import Symbol
from curator.i18n import _, ngettext
from curator.operations import page_pictures
from curator.operations.page_pictures import ShownPicture

# In px whatever the size of the text: large text needs the room itself.
_HEIGHT, _WIDEST = 56, 120
# A page with hundreds of pictures is looked at in the original.
_MOST_SHOWN = 60


class PictureStrip(QWidget):
    """Hidden when the article has no pictures.

    Args:
        session: the archive that is asked.
        follows: what comes before it for Tab.

    Signals:
        chosen(int): the picture with this number is wanted large.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, follows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pictures of the page"))
        self._session, self._follows = session, follows
        self._article = 0
        self.pictures: tuple[ShownPicture, ...] = ()
        self.thumbs: list[Thumbnail] = []
        self._count = ElidingLabel(role="meta")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        holder = QWidget()
        holder.setProperty("plain", True)
        holder.setLayout(self._row)
        self._scroll = QScrollArea()
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._count)
        self._column.addWidget(self._scroll)
        self.hide()
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_article(self, article_id: int) -> None:
        """Show the pictures of another article once they are read."""
        if article_id == self._article:
            return
        self._article = article_id
        self._take((), {})
        if article_id:
            most = self._most() * 2
            self._session.read(
                "pictures",
                lambda context, interrupt: (
                    found := page_pictures.kept(replace(context, progress=interrupt), article_id)[:_MOST_SHOWN],
                    decode_all(context, interrupt, found, most),
                ),
                lambda both: self._take(*both),
            )

    def step(self, from_number: int, by: int) -> None:
        """Give the focus to the picture after (1) or before (-1) one."""
        number = from_number + by
        if 0 <= number < len(self.thumbs):
            self.thumbs[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def reached(self, number: int) -> None:
        """Let Tab come back to this picture, and show it whole."""
        for each in self.thumbs:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each.number == number else Qt.FocusPolicy.ClickFocus)
        self._scroll.ensureWidgetVisible(self.thumbs[number])

    def _take(self, pictures: tuple[ShownPicture, ...], images: Mapping[str, QImage | None]) -> None:
        self.pictures = pictures
        for each in self.thumbs:
            self._row.removeWidget(each)
            each.deleteLater()
        self.thumbs = [Thumbnail(self, number, each, images) for number, each in enumerate(pictures)]
        for number, thumb in enumerate(self.thumbs):
            thumb.clicked.connect(lambda _checked=False, number=number: self.chosen.emit(number))
            self._row.insertWidget(number, thumb)
        for before, after in pairwise([self._follows, *self.thumbs]):
            QWidget.setTabOrder(before, after)
        count = len(pictures)
        words = ngettext("%(n)d picture of the page", "%(n)d pictures of the page", count) % {"n": count}
        self._count.setText(_("%(pictures)s. A click or Enter shows one large.") % {"pictures": words})
        self.setVisible(bool(pictures))
        self._retheme()

    def _most(self) -> QSize:
        return QSize(_WIDEST, _HEIGHT)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.space_xxl, metrics.space_m, metrics.space_m, metrics.space_m)
        self._column.setSpacing(metrics.space_s)
        self._row.setSpacing(metrics.space_m)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where there is one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = theme().metrics
        wanted = sum(each.width() + metrics.space_m for each in self.thumbs)
        is_wider = wanted > self.width() - metrics.space_xxl - metrics.space_m
        bar = self._scroll.horizontalScrollBar().sizeHint().height() if is_wider else 0
        self._scroll.setFixedHeight(self._most().height() + 2 * metrics.space_s + bar)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a hairline above."""
        painter, tokens, hair = QPainter(self), theme().tokens, theme().metrics.space_hair
        painter.fillRect(self.rect(), QColor(tokens.reader))
        painter.fillRect(0, 0, self.width(), hair, QColor(tokens.line))


class Thumbnail(QAbstractButton):
    """One picture, small; Left and Right go on to its neighbours."""

    def __init__(
        self, strip: PictureStrip, number: int, picture: ShownPicture, images: Mapping[str, QImage | None]
    ) -> None:
        super().__init__(strip)
        self.number = number
        self._strip = strip
        self._image = images.get(picture.original.sha256)
        values = {"name": picture.name, "n": number + 1}
        self.setAccessibleName(_("Picture %(n)d: %(name)s") % values)
        self.setToolTip(picture.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        if self._image is None:
            sign = Symbol("image", "text2")
            sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside = QHBoxLayout(self)
            inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Return the room of the picture, and of the ring around it."""
        most, edge = self._strip._most(), 2 * theme().metrics.space_s
        size = fitted(self._image.size() / 2, most) if self._image is not None else QSize(most.height(), most.height())
        return QSize(max(size.width(), most.height() // 2), most.height()) + QSize(edge, edge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows it large, Left and Right go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._strip.step(self.number, 1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self._strip.reached(self.number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, its edge, and the ring of focus."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        edge = metrics.space_s
        area = self.rect().adjusted(edge, edge, -edge, -edge)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = fitted(self._image.size(), area.size())
            place = QRect(area.center() - QRect(0, 0, size.width(), size.height()).center(), size)
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.drawImage(place, self._image)
            area = place
        box(painter, area, 0, "", tokens.line2)
        if self.hasFocus():
            ring(painter, self.rect(), metrics.radius_chip)
