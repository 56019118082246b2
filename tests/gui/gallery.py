"""Draw every control in every state to PNGs: `python tests/gui/gallery.py FOLDER [light dark contrast ...]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.widgets.activity_strip import ActivityStrip, Job
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.bin_labels import Bin
from curator.gui.widgets.buttons import IconButton, LinkButton, PushButton
from curator.gui.widgets.chip import Chip, ChipState
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.facet_list import FacetList
from curator.gui.widgets.facet_model import FacetRow, FacetState
from curator.gui.widgets.field import Field
from curator.gui.widgets.histogram import Histogram
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.search_frame import SearchFrame
from curator.gui.widgets.section_head import SectionHead
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.tab_strip import TabStrip

TABS = [
    ("file-text", "Describe"),
    ("tag", "Tags"),
    ("quote", "Statements"),
    ("sticky-note", "Notes"),
    ("history", "History"),
]
RUSSIAN_TABS = [
    ("file-text", "Описание"),
    ("tag", "Метки"),
    ("quote", "Высказывания"),
    ("sticky-note", "Заметки"),
    ("history", "История"),
]
YEARS = [
    Bin(
        str(year),
        (year * 7919) % 23 if year % 3 else (year * 31) % 9,
        ((year * 7919) % 23) // 3 if 1966 <= year <= 1986 and year % 3 else 0,
    )
    for year in range(1960, 2026)
]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme().apply(app)
    for choice in sys.argv[2:] or ("light", "dark", "contrast"):
        theme().choose(choice)
        for percent in (100, 200):
            theme().set_text_factor(percent / 100)
            draw(folder, f"{choice}-{percent}")
    theme().set_text_factor(1.0)
    theme().choose("light")
    contact_sheet().save(str(folder / "icons.png"))


def draw(folder: Path, name: str) -> None:
    """Draw the pages at the text size in use."""
    scale = theme().text_factor
    for page, make in (("controls", controls), ("panes", panes), ("sheet", sheet), ("native", native)):
        window = make()
        window.resize(round(1180 * min(scale, 1.5)), round(760 * scale))
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        QApplication.processEvents()
        window.grab().save(str(folder / f"{page}-{name}.png"))
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def controls() -> QWidget:
    """Chips, buttons, fields."""
    page = QWidget()
    page.setAutoFillBackground(True)
    columns = QHBoxLayout(page)
    for make in (_chips, _buttons, _fields):
        column = QVBoxLayout()
        make(column)
        column.addStretch()
        columns.addLayout(column, 1)
    return page


def _chips(column: QVBoxLayout) -> None:
    for title, chips in (
        ("Kinds", [Chip(kind.name, name) for name, kind in KINDS.items()]),
        ("Counts", [Chip(kind.name, name, count=12) for name, kind in list(KINDS.items())[:5]]),
        (
            "Removable",
            [Chip("Lucia Bandini", "person", prefix="name", removable=True), Chip("1966..1986", prefix="date")],
        ),
        (
            "Suggested",
            [Chip("R. Hale", "person", state=ChipState.SUGGESTED), Chip("Arno", "place", state=ChipState.SUGGESTED)],
        ),
        ("Excluded", [Chip("Fundraising", "theme", prefix="theme", removable=True, state=ChipState.EXCLUDED)]),
        (
            "Long",
            [
                Chip("Государственная общественно-политическая библиотека имени", "organisation", count=3),
                Chip("Մեսրոպ Մաշտոցի անվան հին ձեռագրերի ինստիտուտ", "organisation", removable=True),
                Chip("Donaudampfschifffahrtsgesellschaftskapitänsmützenarchiv", "theme"),
            ],
        ),
    ):
        column.addWidget(SectionHead(title, "Add", "Ctrl+T"))
        flow = ChipFlow()
        flow.set_chips(chips)
        column.addWidget(flow)
    focused = Chip("Focus", "event", removable=True)
    focused.hasFocus = lambda: True  # type: ignore[method-assign]
    column.addWidget(focused)


def _buttons(column: QVBoxLayout) -> None:
    row = QHBoxLayout()
    for icon in ("panel-left", "back", "forward", "undo", "redo", "dots"):
        row.addWidget(IconButton(icon, icon))
    pressed = IconButton("panel-right", "Inspector", "F12", checkable=True)
    pressed.setChecked(True)
    off = IconButton("trash", "Trash")
    off.setEnabled(False)
    row.addWidget(pressed)
    row.addWidget(off)
    row.addStretch()
    column.addLayout(row)
    for primary in (True, False):
        row = QHBoxLayout()
        row.addWidget(PushButton("Export 188 articles", primary=primary))
        disabled = PushButton("Merge", primary=primary)
        disabled.setEnabled(False)
        row.addWidget(disabled)
        row.addWidget(PushButton("Import", "file-plus", primary=primary))
        row.addStretch()
        column.addLayout(row)
    row = QHBoxLayout()
    row.addWidget(LinkButton("Accept all"))
    menu = QPushButton("Default")
    menu.setFocus()
    row.addWidget(menu)
    row.addStretch()
    column.addLayout(row)
    for kind in (QCheckBox, QRadioButton):
        row = QHBoxLayout()
        for checked in (False, True):
            box = kind("Notes" if checked else "History")
            box.setChecked(checked)
            row.addWidget(box)
        if isinstance(box, QCheckBox):
            third = QCheckBox("Some")
            third.setCheckState(Qt.CheckState.PartiallyChecked)
            row.addWidget(third)
        row.addStretch()
        column.addLayout(row)
    combo = QComboBox()
    combo.addItems(["In the language of each article", "In English"])
    column.addWidget(combo)
    column.addWidget(QLineEdit("Florence 1966.zip"))
    text = QPlainTextEdit("A note about the article.")
    text.setFixedHeight(theme().metrics.px(60))
    column.addWidget(text)
    column.addWidget(SearchFrame("Search this archive, or type a command", "Ctrl K"))
    typed = SearchFrame("Add a tag...", "Ctrl T", icon="plus")
    typed.line.setText("bandini")
    column.addWidget(typed)
    for role in ("page", "sheet", "title", "strong", "second", "meta", "faint", "caps", "warn", "error"):
        column.addWidget(ElidingLabel(f"{role}: Sudan sonra, После пожара, Ձեռագրերի պահպանությունը", role=role))


def _fields(column: QVBoxLayout) -> None:
    column.addWidget(Field("Title", "Forty thousand hands: how a library dried its books", "from the page"))
    column.addWidget(Field("Published", "14 June 2011", "from the text, a guess", guess=True))
    column.addWidget(Field("Byline"))
    editing = Field("Language", "English")
    editing.edit()
    column.addWidget(editing)
    wrong = Field("Date", "1966-19-19", check=lambda value: "No date: month 19")
    wrong.edit()
    wrong.show_error("There is no month 19. Write 1966-11-19, or Nov 1966")
    column.addWidget(wrong)
    for tone, text in (
        ("info", "Also finds Бандини, Բանդինի"),
        ("ok", "41 articles are in"),
        ("warn", "7 files have no date"),
        ("error", "The disk is full. 41 articles are in; the other 159 were not touched"),
    ):
        banner = Banner()
        banner.say(text, "Exact only" if tone == "info" else "Show", tone=tone)
        column.addWidget(banner)
    facet = FacetList("People")
    facet.set_rows(
        [
            FacetRow(1, "Lucia Bandini", 1244),
            FacetRow(2, "Flood of Florence", 44, FacetState.INCLUDED),
            FacetRow(3, "Fundraising", 11, FacetState.EXCLUDED),
            FacetRow(4, "Библиотечный листок города Ленинграда и области", 6),
            FacetRow(5, "Գրքի աշխարհ", 3),
        ]
    )
    column.addWidget(SectionHead("People"))
    column.addWidget(facet)
    column.addWidget(
        KeyHints([Hint(("Space",), "include"), Hint(("−",), "exclude")], Hint(("Ctrl", "Enter"), "commit"))
    )


def panes() -> QWidget:
    """Heads, tabs, charts, empty states, the strip."""
    page = QWidget()
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    head = PaneHead("Rescued libraries", "1 284 articles · 5 languages")
    head.add_button(PushButton("Date", "sort"))
    head.add_button(IconButton("sliders", "View"))
    head.add_button(IconButton("dots", "More"))
    column.addWidget(head)
    row = QHBoxLayout()
    for tabs, width in ((TABS, 420), (RUSSIAN_TABS, 300), (RUSSIAN_TABS, 250)):
        strip = TabStrip(tabs)
        strip.setCurrentIndex(1)
        strip.setFixedWidth(theme().metrics.px(width) if width > 300 else round(width * theme().text_factor ** 0.6))
        row.addWidget(strip)
    row.addStretch()
    column.addLayout(row)
    row = QHBoxLayout()
    for brush in ((-1, -1), (6, 26)):
        chart = Histogram("Published")
        chart.set_bins(YEARS if brush[0] >= 0 else [Bin(b.label, b.total, b.total) for b in YEARS])
        chart.set_brush(*brush)
        row.addWidget(chart)
    column.addLayout(row)
    empty = EmptyState(
        "This archive is empty", "It lives in one folder on this computer, and works without a network.", "file-plus"
    )
    empty.add_choice(
        "files",
        "Choose files or a folder",
        "Originals are copied byte for byte and never altered",
        "folder-open",
        "Ctrl+I",
    )
    empty.add_choice(
        "paste", "Paste an article", "Text or a piece of a web page from the clipboard", "paste", "Ctrl+Shift+V"
    )
    empty.add_choice("sample", "Open the sample archive", "", "library")
    column.addWidget(empty, 1)
    for show in (
        lambda strip: strip.show_job(Job("Importing “Bakı qəzetləri”", 128, 200, 9.4, 8, need=7, paused=False)),
        lambda strip: strip.show_job(Job("Importing “Letters”", 1128, None, 0.4, None, more=2)),
        lambda strip: strip.show_act("Passage tagged with “Unikal nüsxələr”"),
        lambda strip: strip.show_idle(),
    ):
        strip = ActivityStrip()
        show(strip)
        strip.set_undo("Tag 3 articles with “Emergency drying”")
        strip.set_index("Index up to date")
        column.addWidget(strip)
    return page


def sheet() -> QWidget:
    """A sheet over the controls."""
    window = controls()
    made = Sheet(window, "Merge two people", "68 mentions")
    layout = made.content
    layout.addWidget(QLabel("Suggested because Cəfərov, Jafarov and Джафаров are one spelling family."))
    for kind in ("person", "organisation", "event"):
        layout.addWidget(Field(KINDS[kind].name, "Kamran Cəfərov", "from the page"))
    layout.addStretch()
    made.set_note("Every link is kept and the old name still leads here. Undo at any time.")
    made.add_button("Different people")
    made.add_cancel()
    merge = made.add_button("Merge", primary=True)
    window.resize(1180, 760)
    made.open_sheet(merge)
    return window


def native() -> QWidget:
    """What Qt draws by our style sheet: menus, tables, trees, tabs, scroll bars."""
    window = QMainWindow()
    for word in ("&File", "&Edit", "&Article", "&Help"):
        window.menuBar().addMenu(word)
    menu = QMenu(window)
    for number, word in enumerate(("Undo: Tag 3 articles", "Redo", "Tag...")):
        action = menu.addAction(icons.icon("undo", theme().tokens.text2, theme().metrics.icon_normal), word)
        action.setShortcut(f"Ctrl+{number}")
        action.setEnabled(number != 1)
    menu.addSeparator()
    checked = menu.addAction("Inspector")
    checked.setCheckable(True)
    checked.setChecked(True)
    menu.setWindowFlags(Qt.WindowType.Widget)
    menu.setActiveAction(menu.actions()[0])
    table = QTableWidget(30, 3)
    table.setHorizontalHeaderLabels(["Title", "Published", "Why it needs you"])
    for row in range(30):
        for column, word in enumerate(("После пожара", "1988-03", "Starts with its first paragraph: no title")):
            table.setItem(row, column, QTableWidgetItem(word))
    table.setCurrentCell(2, 1)
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    top = QTreeWidgetItem(tree, ["Fires and floods"])
    for name in ("Florence 1966", "Sarajevo 1992"):
        QTreeWidgetItem(top, [name])
    tree.expandAll()
    tree.setCurrentItem(top.child(0))
    tabs = QTabWidget()
    tabs.addTab(tree, "Describe")
    tabs.addTab(QWidget(), "Tags")
    group = QGroupBox("Contains")
    inner = QVBoxLayout(group)
    spin = QSpinBox()
    spin.setValue(38)
    bar = QProgressBar()
    bar.setValue(60)
    bar.setTextVisible(False)
    off = QLineEdit("Cannot be edited")
    off.setEnabled(False)
    unticked = QCheckBox("Cannot be ticked")
    unticked.setEnabled(False)
    for widget in (spin, bar, off, unticked, QRadioButton("Choice")):
        inner.addWidget(widget)
    left = QWidget()
    column_left = QVBoxLayout(left)
    column_left.addWidget(menu)
    column_left.addWidget(group)
    column_left.addStretch()
    split = QSplitter()
    for widget in (left, table, tabs):
        split.addWidget(widget)
    window.setCentralWidget(split)
    window.statusBar().showMessage("Status")
    return window


def contact_sheet() -> QImage:
    """Return all icons at 48, 24, 16 and 12 px."""
    names, columns, cell = icons.names(), 12, QRect(0, 0, 118, 84)
    ink = theme().tokens.text
    picture = QImage(columns * cell.width(), -(-len(names) // columns) * cell.height(), QImage.Format.Format_RGB32)
    picture.fill(QColor(theme().tokens.reader))
    painter = QPainter(picture)
    painter.setFont(theme().font("caps"))
    painter.setPen(QColor(ink))
    for number, name in enumerate(names):
        corner = QPoint(number % columns * cell.width(), number // columns * cell.height())
        for offset, size in ((QPoint(6, 6), 48), (QPoint(60, 20), 24), (QPoint(88, 10), 16), (QPoint(90, 36), 12)):
            painter.drawPixmap(corner + offset, icons.pixmap(name, ink, size))
        painter.drawText(corner + QPoint(6, 70), name)
    painter.end()
    return picture


if __name__ == "__main__":
    main()
