from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from curator.errors import CuratorError
from curator.gui import style_sheet
from curator.gui.fonts import reader_families, ui_families
from curator.gui.metrics import Metrics
from curator.gui.theme import CHOICES, palette, theme
from curator.gui.tokens import COLOURS, KINDS, NAMES, Tokens, contrast, load, mix
from curator.paths import resources

PANES = ("window", "nav", "list", "reader", "inspector", "raised")
ROWS = (*PANES, "sel", "sel_inactive", "hover")


@pytest.fixture(params=NAMES)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load(request.param)


def least(tokens: Tokens, ink: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(getattr(tokens, ink), getattr(tokens, ground)) for ground in grounds)


def test_the_contrast_ratio_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_text_can_be_read_everywhere(tokens: Tokens) -> None:
    assert least(tokens, "text", ROWS) >= 7
    assert least(tokens, "sel_text", ("sel",)) >= 7
    assert least(tokens, "text2", ROWS) >= 4.5
    assert least(tokens, "text3", PANES) >= 4.5
    assert least(tokens, "accent", PANES) >= 4.5
    assert contrast(tokens.accent_text, tokens.accent) >= 4.5


def test_controls_and_focus_can_be_seen(tokens: Tokens) -> None:
    assert least(tokens, "control", PANES) >= 3
    assert least(tokens, "focus", ROWS) >= 3


def test_states_can_be_read(tokens: Tokens) -> None:
    for state in ("ok", "warn", "error"):
        assert least(tokens, state, (*PANES, f"{state}_back")) >= 4.5
        assert least(tokens, "text", (f"{state}_back", "info_back")) >= 7
    assert least(tokens, "accent", ("info_back",)) >= 4.5


def test_hits_can_be_read_and_their_edge_seen(tokens: Tokens) -> None:
    assert contrast(tokens.hit_text, tokens.hit) >= 4.5
    assert contrast(tokens.hit_now_text, tokens.hit_now) >= 7
    assert contrast(tokens.hit_edge, tokens.reader) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_can_be_read(tokens: Tokens, kind: str) -> None:
    colours = tokens.kinds[kind]
    grounds = [colours.tint, *(getattr(tokens, ground) for ground in ROWS)]
    assert min(contrast(colours.ink, ground) for ground in grounds) >= 4.5
    assert contrast(tokens.text, colours.tint) >= 7


def test_inks_of_names_differ(tokens: Tokens) -> None:
    inks = [_lab(tokens.kinds[kind].ink) for kind in KINDS[:5]]
    distances = [
        sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 for pair in itertools.combinations(inks, 2)
    ]
    assert min(distances) >= 30  # CIE76; 2.3 is just noticeable


def test_the_panes_of_a_tinted_theme_part_without_lines() -> None:
    for name in ("light", "dark"):
        tokens = load(name)
        assert len({tokens.nav, tokens.list, tokens.reader}) == 3


def test_high_contrast_has_no_tints() -> None:
    for name in ("contrast", "contrast-dark"):
        tokens = load(name)
        assert not tokens.tints
        assert {kind.tint for kind in tokens.kinds.values()} == {tokens.reader}
        assert least(tokens, "text", ROWS) >= 11


@pytest.mark.parametrize(
    ("pattern", "replacement", "said"),
    [
        (r'focus = "\w+"\n', "", "missing in [colours]: focus"),
        (r"\[colours\]", '[colours]\nglow = "112233"', "unknown in [colours]: glow"),
        (r'focus = "\w+"', 'focus = "blue"', "focus is no colour"),
        (r'person = \{ ink = "\w+", ', "person = { ", "person needs ink and tint"),
        (r"(?s)\[kinds\].*", "", "the table [kinds] is missing"),
        (r"\[colours\]", "[colours", "cannot be used"),
    ],
)
def test_a_wrong_theme_is_refused_with_the_reason(tmp_path: Path, pattern: str, replacement: str, said: str) -> None:
    text = (resources() / "themes" / "light.toml").read_text("utf-8")
    changed = re.sub(pattern, replacement, text)
    assert changed != text
    (tmp_path / "odd.toml").write_text(changed, "utf-8")
    with pytest.raises(CuratorError, match=re.escape(said)) as refused:
        load("odd", tmp_path)
    assert "odd" in refused.value.message


def test_a_missing_theme_is_named(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="sepia"):
        load("sepia", tmp_path)


def test_colours_are_mixed_evenly() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#ffffff", 0) == "#102030"


def test_sizes_grow_with_the_text() -> None:
    small, large = Metrics(), Metrics(2)
    assert (small.type_base, large.type_base) == (13, 26)
    assert (small.row_facet, large.row_facet) == (23, 46)
    assert small.space_hair == large.space_hair == 1
    assert small.px(0.1) == 1
    with pytest.raises(AttributeError, match=r"sizes\.toml"):
        _ = small.type_huge


def test_targets_are_large_enough() -> None:
    sizes = Metrics()
    assert sizes.target_width >= 24
    assert min(sizes.row_facet, sizes.row_navigator, sizes.row_popup, sizes.bar_field) >= sizes.target_height == 22


def test_the_style_sheet_is_filled_completely(app: QApplication) -> None:
    for name in NAMES:
        filled = style_sheet.filled(load(name), Metrics(1.5), style_sheet.Marks())
        assert "@" not in filled
        assert "url(" in filled


def test_pictures_of_the_style_sheet_are_there(app: QApplication) -> None:
    marks = style_sheet.Marks()
    filled = style_sheet.filled(load("dark"), Metrics(), marks)
    addresses = re.findall(r'url\("([^"]+)"\)', filled)
    assert addresses
    for address in addresses:
        assert b"currentColor" not in Path(address).read_bytes()


def test_the_palette_has_what_delegates_read() -> None:
    tokens = load("dark")
    made = palette(tokens)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    assert made.color(group.Active, role.Highlight) == QColor(tokens.sel)
    assert made.color(group.Inactive, role.Highlight) == QColor(tokens.sel_inactive)
    assert made.color(group.Disabled, role.Text) == QColor(tokens.text3)
    for each in (group.Active, group.Inactive, group.Disabled):
        assert made.color(each, role.PlaceholderText) == QColor(tokens.text3)
    assert made.color(group.Active, role.Accent) == QColor(tokens.accent)


def test_every_choice_can_be_taken_while_the_program_runs(app: QApplication) -> None:
    told: list[str] = []

    def note() -> None:
        told.append(theme().name)

    theme().changed.connect(note)
    try:
        for choice in CHOICES:
            theme().choose(choice)
            assert app.palette().color(QPalette.ColorRole.Window) == QColor(theme().tokens.window)
        with pytest.raises(ValueError, match="sepia"):
            theme().choose("sepia")
    finally:
        theme().changed.disconnect(note)
        theme().choose("light")
    assert told[1:] == ["light", "dark", "contrast"]


def test_text_size_reaches_plain_and_styled_controls(app: QApplication, large_text: None) -> None:
    title, button = QLabel("Title"), QPushButton("Merge")
    title.setProperty("role", "title")
    for widget in (title, button):
        widget.ensurePolished()
    assert app.font().pixelSize() == 26
    assert title.font().pixelSize() == 30
    assert button.sizeHint().height() >= 52


def test_fonts_prefer_one_family_for_all_scripts() -> None:
    assert ui_families("Sans Serif", "linux")[0] == "Noto Sans"
    assert ui_families("Cantarell", "linux")[:2] == ["Cantarell", "Noto Sans"]
    assert ui_families("Noto Sans", "linux").count("Noto Sans") == 1
    assert ui_families("Segoe UI", "win32")[0] == "Segoe UI Variable Text"
    assert ui_families("x", "darwin")[0] == ".AppleSystemUIFont"


def test_the_reader_has_a_family(app: QApplication) -> None:
    assert reader_families()
    assert all(reader_families())


def test_all_tokens_are_documented_in_each_file() -> None:
    for name in NAMES:
        text = (resources() / "themes" / f"{name}.toml").read_text("utf-8")
        assert all(re.search(rf"^{token} = ", text, re.MULTILINE) for token in (*COLOURS, *KINDS))


def _lab(colour: str) -> tuple[float, float, float]:
    """CIE L*a*b* of "#rrggbb" (D65)."""
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
