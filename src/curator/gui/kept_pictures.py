"""Pictures of saved pages made visible: hostile bytes decoded within limits, in any thread but the window's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from curator.errors import CuratorError
from curator.gui.tasks import Interrupt
from curator.gui.theme import theme
from curator.gui.widgets.painting import box
from curator.i18n import _
from curator.operations import page_pictures
from curator.operations.context import Context
from curator.operations.page_pictures import ShownPicture
from curator.readers.picture_kinds import HEAD_BYTES, is_whole_png, picture_size, picture_type

# Formats whose decoders Qt brings and that hold nothing but points; SVG is not among them, for all that it may hold.
_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp"}
_MOST_POINTS = 50_000_000
_MOST_SIDE = 32_000
_ALLOCATION_MIB = 256
# What all pictures of a page may take in memory (bytes); the rest stay frames with their names.
MOST_TOGETHER = 200_000_000
_UNKNOWN = QSize(320, 200)


def decoded(data: bytes, media_type: str, most: QSize) -> QImage | None:
    """Return a picture, made smaller to fit into `most` (px), or None when it cannot be shown.

    The decoder is chosen by the kind on record, never guessed; an animation stands still.
    """
    kind = _FORMATS.get(media_type)
    if kind is None or picture_type(data[:HEAD_BYTES]) != media_type:
        return None
    if media_type == "image/png" and not is_whole_png(data):
        return None
    if not _is_bearable(QSize(*picture_size(data, media_type))):
        return None
    QImageReader.setAllocationLimit(_ALLOCATION_MIB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    # The decoder may see another size than the first bytes told.
    if not size.isValid() or not _is_bearable(size):
        return None
    smaller = fitted(size, most)
    if smaller != size:
        reader.setScaledSize(smaller)
    image = reader.read()
    return None if image.isNull() else image


def _is_bearable(size: QSize) -> bool:
    return max(size.width(), size.height()) <= _MOST_SIDE and size.width() * size.height() <= _MOST_POINTS


def fitted(size: QSize, most: QSize) -> QSize:
    """Return a size made smaller, if need be, to fit into `most`; at least one point each way."""
    if size.width() <= most.width() and size.height() <= most.height():
        return size
    return size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def decode_all(
    context: Context, interrupt: Interrupt, pictures: Sequence[ShownPicture], most: QSize
) -> dict[str, QImage | None]:
    """Return pictures by the SHA-256 of their files, None for each that cannot be shown; for a reading thread."""
    found: dict[str, QImage | None] = {}
    together = 0
    for picture in pictures:
        interrupt()
        image = None
        if together < MOST_TOGETHER:
            try:
                data = page_pictures.picture_bytes(context, picture.original)
            except CuratorError:  # missing: the check of the archive tells of it
                data = b""
            image = decoded(data, picture.original.media_type, most)
        together += image.sizeInBytes() if image is not None else 0
        found[picture.original.sha256] = image
    return found


def frame_for(picture: ShownPicture, most: QSize, words: str) -> QImage:
    """Return a frame in the place of a picture, with its name and why it is not there; for the window's thread."""
    stated = QSize(picture.width, picture.height)
    size = fitted(stated if stated.width() and stated.height() else _UNKNOWN, most)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter, tokens, metrics = QPainter(image), theme().tokens, theme().metrics
    box(painter, QRect(0, 0, size.width(), size.height()), metrics.radius_chip, tokens.window, tokens.line2)
    painter.setPen(QColor(tokens.text2))
    area = image.rect().adjusted(metrics.space_m, metrics.space_s, -metrics.space_m, -metrics.space_s)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area, flags, "\n".join(part for part in (picture.name, words) if part))
    painter.end()
    return image


def why_not(picture: ShownPicture) -> str:
    """Return why a picture that is kept cannot be shown, for a person."""
    if picture.original.media_type not in _FORMATS:
        return _("Kept, but pictures of this kind are not shown here.")
    return _("Kept, but it cannot be shown: it may be damaged or too large.")
