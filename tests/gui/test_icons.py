from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.tokens import KINDS as TOKEN_KINDS
from curator.paths import resources

NAMES = icons.names()


def inked(image: QImage) -> int:
    """How many pixels are drawn at least half."""
    return sum(image.pixelColor(x, y).alpha() > 127 for x in range(image.width()) for y in range(image.height()))


def test_there_is_an_icon_for_every_kind() -> None:
    assert len(NAMES) >= 80
    assert set(KINDS) == set(TOKEN_KINDS)
    assert {kind.icon for kind in KINDS.values()} <= set(NAMES)
    assert len({kind.icon for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_icons_follow_one_grammar(name: str) -> None:
    root = ElementTree.fromstring((resources() / "icons" / f"{name}.svg").read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == ("none", "currentColor", "2")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    assert {re.sub(r"\{.*\}", "", part.tag) for part in root} <= {"path", "circle", "rect"}
    assert not any(part.get("fill") or part.get("stroke") for part in root)


@pytest.mark.parametrize("name", NAMES)
def test_icons_show_at_every_size(app: QApplication, name: str) -> None:
    for size in (12, 16, 24):
        image = icons.pixmap(name, "#1d2126", size, 2.0).toImage()
        assert image.width() == 2 * size
        assert inked(image) >= 2


def test_no_two_icons_look_the_same(app: QApplication) -> None:
    pictures = {bytes(icons.pixmap(name, "#000000", 48).toImage().constBits()) for name in NAMES}
    assert len(pictures) == len(NAMES)


def test_small_icons_have_lines_that_stay_clear() -> None:
    assert 'stroke-width="2.3"' in icons.svg("user", "#000000", 12).decode()
    assert 'stroke-width="1.9"' in icons.svg("user", "#000000", 16).decode()
    assert 'stroke-width="2"' in icons.svg("user", "#000000", 24).decode()


def test_pixmaps_are_kept_by_all_that_makes_them_differ(app: QApplication) -> None:
    one = icons.pixmap("tag", "#112233", 16, 1.0)
    assert icons.pixmap("tag", "#112233", 16, 1.0).cacheKey() == one.cacheKey()
    others = [
        icons.pixmap("tag", "#112234", 16, 1.0),
        icons.pixmap("tag", "#112233", 12, 1.0),
        icons.pixmap("tag", "#112233", 16, 2.0),
        icons.pixmap("pin", "#112233", 16, 1.0),
    ]
    assert one.cacheKey() not in {other.cacheKey() for other in others}
    assert others[2].deviceIndependentSize().width() == 16


def test_an_icon_has_its_ink(app: QApplication) -> None:
    image = icons.pixmap("stop", "#ae2a22", 24).toImage()
    colours = {
        image.pixelColor(x, y).rgb() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor("#ae2a22").rgb() in colours


def test_a_disabled_icon_has_another_ink(app: QApplication) -> None:
    made = icons.icon("trash", "#000000", 16, "#cccccc")
    normal, disabled = (made.pixmap(16, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal != disabled


def test_icons_are_drawn_in_the_middle(app: QApplication) -> None:
    canvas = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(0)
    painter = QPainter(canvas)
    icons.paint(painter, "circle", "#000000", QRect(0, 0, 40, 40), 16)
    painter.end()
    assert inked(canvas.copy(12, 12, 16, 16)) == inked(canvas) > 0


def test_an_unknown_icon_is_an_error(app: QApplication) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        icons.icon("unicorn", "#000000")


def test_a_word_beside_an_icon_is_kept_away(app: QApplication) -> None:
    near, apart = icons.icon("undo", "#000000", 16), icons.icon("undo", "#000000", 16, gap=6)
    assert near.availableSizes()[0].toTuple() == (16, 16)
    assert apart.availableSizes()[0].toTuple() == (22, 16)
    drawn = apart.pixmap(22, 16).toImage()
    assert all(drawn.pixelColor(x, y).alpha() == 0 for x in range(16, 22) for y in range(16))
