"""Draws the pictures of the sample's saved pages anew: `python tests/operations/sample_drawings.py FOLDER`.

They are drawings of nothing in particular: shelves and a water line, a floor plan, the states of water, a leaf.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath, QPen

PAPER, INK, WATER, WASH = QColor("#fbfaf6"), QColor("#2f3a46"), QColor("#8fb4c9"), QColor("#e4ecef")


def shelves(painter: QPainter) -> None:
    """Three bays of shelves in section, and how high the water stood."""
    painter.fillRect(QRectF(0, 230, 720, 170), QColor(143, 180, 201, 110))
    for bay in range(3):
        left = 40 + bay * 225
        painter.drawRect(QRectF(left, 40, 190, 330))
        for row in range(5):
            top = 40 + row * 66
            painter.drawLine(QPointF(left, top + 66), QPointF(left + 190, top + 66))
            at = left + 6
            for book in range(40):
                width = 6 + (book * 7 + row * 5 + bay * 3) % 9
                if at + width > left + 182 - (row * 23 + bay * 31) % 50:
                    break
                height = 38 + (book * 11 + row * 7 + bay) % 20
                painter.drawRect(QRectF(at, top + 66 - height, width, height))
                at += width + 1
    painter.setPen(QPen(QColor("#3f7391"), 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(10, 230), QPointF(710, 230))


def floor_plan(painter: QPainter) -> None:
    """The ground floor of a library: hall, reading room, stores, stairs."""
    painter.setPen(QPen(INK, 5))
    painter.drawRect(QRectF(40, 40, 640, 320))
    for line in (((280, 40), (280, 150)), ((280, 210), (280, 360)), ((480, 40), (480, 120)), ((480, 180), (480, 360)),
                 ((40, 220), (180, 220)), ((230, 220), (280, 220))):  # fmt: skip
        painter.drawLine(QPointF(*line[0]), QPointF(*line[1]))
    painter.setPen(QPen(INK, 1.2))
    painter.drawLine(QPointF(500, 310), QPointF(596, 310))
    for step in range(9):
        painter.drawLine(QPointF(500 + step * 12, 310), QPointF(500 + step * 12, 357))
    for table in range(4):
        painter.drawRect(QRectF(310, 70 + table * 70, 140, 30))
    for rack in range(6):
        painter.drawRect(QRectF(60 + rack * 34, 262, 16, 80))
    for words, x, y in (("Hall", 110, 130), ("Stores", 60, 250), ("Reading room", 325, 330), ("Catalogue", 540, 130)):
        painter.drawText(QPointF(x, y), words)


def states(painter: QPainter) -> None:
    """Ice, water and vapour by temperature and pressure, and the way that drying in a vacuum takes."""
    painter.drawLine(QPointF(70, 350), QPointF(680, 350))
    painter.drawLine(QPointF(70, 350), QPointF(70, 30))
    border = QPainterPath(QPointF(70, 340))
    border.cubicTo(180, 335, 270, 310, 320, 260)
    border.cubicTo(420, 190, 560, 120, 670, 60)
    painter.drawPath(border)
    painter.drawLine(QPointF(320, 260), QPointF(295, 35))
    for words, x, y in (("ice", 170, 150), ("water", 420, 110), ("vapour", 480, 270), ("temperature", 580, 375)):
        painter.drawText(QPointF(x, y), words)
    painter.drawText(QPointF(20, 22), "pressure")
    painter.setPen(QPen(QColor("#3f7391"), 2.4))
    way = QPainterPath(QPointF(230, 120))
    way.lineTo(230, 325)
    way.lineTo(400, 325)
    painter.drawPath(way)
    painter.drawLine(QPointF(400, 325), QPointF(388, 318))
    painter.drawLine(QPointF(400, 325), QPointF(388, 332))


def leaf(painter: QPainter) -> None:
    """A leaf with a burned edge, laid on a new sheet."""
    painter.fillRect(QRectF(190, 30, 340, 340), WASH)
    painter.drawRect(QRectF(190, 30, 340, 340))
    edge = QPainterPath(QPointF(235, 70))
    edge.lineTo(480, 70)
    for x, y in ((472, 110), (486, 140), (463, 180), (477, 215), (450, 240), (455, 275), (410, 290), (395, 318),
                 (350, 309), (320, 325), (280, 305), (262, 318), (235, 300)):  # fmt: skip
        edge.lineTo(x, y)
    edge.closeSubpath()
    painter.setBrush(QColor("#f3ecd9"))
    painter.drawPath(edge)
    painter.setPen(QPen(INK, 1))
    for line in range(12):
        painter.drawLine(QPointF(258, 98 + line * 16), QPointF(440 - (line * 29) % 60, 98 + line * 16))


DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "shelves.png": shelves,
    "floor-plan.png": floor_plan,
    "states.png": states,
    "leaf.png": leaf,
}


def main(folder: Path) -> None:
    """Write all drawings into a folder: 720 x 400."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    for name, draw in DRAWINGS.items():
        image = QImage(720, 400, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(INK, 1.6))
        font = QFont("Noto Serif")
        font.setPixelSize(17)
        painter.setFont(font)
        draw(painter)
        painter.end()
        image.save(str(folder / name), "PNG", 0)
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
