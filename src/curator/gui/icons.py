"""Icons: SVG lines of our own (`resources/icons`), drawn in one colour, kept by name, size, colour and pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from curator.paths import resources

SMALL, NORMAL = 12, 16


def names() -> list[str]:
    """Return the names of all icons."""
    return sorted(path.stem for path in _folder().glob("*.svg"))


def svg(name: str, ink: str, size: int = 24) -> bytes:
    """Return the SVG of an icon.

    Args:
        name: as the file is called, without ".svg".
        ink: "#rrggbb".
        size: the px it will be shown at; small icons get the lines that stay clear there.

    Raises:
        KeyError: there is no such icon.
    """
    text = _source(name).replace("currentColor", ink)
    return text.replace('stroke-width="2"', f'stroke-width="{_stroke(size)}"', 1).encode()


def pixmap(name: str, ink: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` px (device-independent) for a screen with `ratio` device px each.

    Raises:
        KeyError: there is no such icon.
    """
    return _pixmap(name, ink, size, ratio)


def icon(name: str, ink: str, size: int = NORMAL, disabled: str = "", gap: int = 0) -> QIcon:
    """Return an icon for a button or a menu, for every screen that is attached.

    Args:
        name: as the file is called, without ".svg".
        ink: "#rrggbb".
        size: px.
        disabled: the ink when it cannot be used; default: `ink`.
        gap: px left free at its right, where a word follows: styles leave 4, with letters of any size.

    Raises:
        KeyError: there is no such icon.
    """
    made = QIcon()
    for ratio in sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}):
        made.addPixmap(_widened(pixmap(name, ink, size, ratio), gap), QIcon.Mode.Normal)
        made.addPixmap(_widened(pixmap(name, disabled or ink, size, ratio), gap), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, name: str, ink: str, area: QRect | QRectF, size: int = NORMAL) -> None:
    """Draw an icon of `size` px into the middle of `area`.

    Raises:
        KeyError: there is no such icon.
    """
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    middle = QRectF(area).center()
    corner = QPointF(round(middle.x() - size / 2), round(middle.y() - size / 2))
    painter.drawPixmap(corner, pixmap(name, ink, size, ratio))


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    made = QPixmap(picture.width() + round(gap * ratio), picture.height())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


def _stroke(size: int) -> float:
    if size <= 13:
        return 2.3
    return 1.9 if size <= 18 else 2


@lru_cache(maxsize=2000)
def _pixmap(name: str, ink: str, size: int, ratio: float) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(svg(name, ink, size)))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    # From here on nothing may fail: a painter that outlives its picture takes the program down.
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(maxsize=200)
def _source(name: str) -> str:
    try:
        return (_folder() / f"{name}.svg").read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(f"no icon {name!r}") from None


def _folder() -> Path:
    return resources() / "icons"
