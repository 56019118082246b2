"""The look of the window: tokens and sizes made into a style sheet, a palette and fonts, and changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from curator.gui import style_sheet
from curator.gui.fonts import ui_families
from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens, load

SYSTEM = "system"
CHOICES = (SYSTEM, "light", "dark", "contrast")
TEXT_FACTORS = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
# Desktops ask for 12 to 15 px; more than that is somebody's wish for larger text.
_LARGEST_USUAL_FONT = 15

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "list",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "sel_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "shadow",
}
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


class Theme(QObject):
    """The colours, sizes and fonts in use.

    Args:
        choice: one of CHOICES; "system" follows the system's scheme and its wish for contrast.
        text_factor: size of the text (1.0 = 100 %).

    Signals:
        changed: another theme or text size is in use; whoever keeps colours or sizes takes them anew.
    """

    changed = Signal()

    def __init__(self, choice: str = SYSTEM, text_factor: float = 1.0) -> None:
        super().__init__()
        self.choice = choice
        self.text_factor = text_factor
        self.tokens = load("light")
        self.metrics = Metrics(text_factor)
        self._marks = style_sheet.Marks()
        self._app: QApplication | None = None
        self._system_family = ""
        self._system_scale = 1.0

    def apply(self, app: QApplication) -> None:
        """Give `app` this look, and follow the system from now on."""
        self._app = app
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system_family = system.family()
        self._system_scale = max(1.0, QFontInfo(system).pixelSize() / _LARGEST_USUAL_FONT)
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self._tell_system()
        self._refresh()

    def choose(self, choice: str) -> None:
        """Use another theme (one of CHOICES)."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self.choice = choice
        self._tell_system()
        self._refresh()

    def set_text_factor(self, factor: float) -> None:
        """Use another text size (1.0 = 100 %)."""
        self.text_factor = factor
        self._refresh()

    def font(self, role: str = "base", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the window's font for `role` (a name of [type] in sizes.toml) with `weight`."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(getattr(self.metrics, f"type_{role}"))
        font.setWeight(weight)
        return font

    @property
    def name(self) -> str:
        """The name of the theme file in use."""
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        contrast = self.choice == "contrast" or (self.choice == SYSTEM and _system_wants_contrast())
        if contrast:
            return "contrast-dark" if dark else "contrast"
        if self.choice == SYSTEM:
            return "dark" if dark else "light"
        return self.choice

    def _tell_system(self) -> None:
        """Let what the system draws (title bars, file choosers) follow the user's choice."""
        if self._app is None:
            return
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self.choice)
        if scheme is None:
            self._app.styleHints().unsetColorScheme()
        else:
            self._app.styleHints().setColorScheme(scheme)

    def _system_changed(self) -> None:
        if self.choice in (SYSTEM, "contrast"):
            self._refresh()

    def _refresh(self) -> None:
        self.tokens = load(self.name)
        self.metrics = Metrics(self.text_factor * self._system_scale)
        if self._app is not None:
            font = QFont(ui_families(self._system_family))
            font.setPixelSize(self.metrics.type_base)
            self._app.setFont(font)
            self._app.setPalette(palette(self.tokens))
            self._app.setStyleSheet(style_sheet.filled(self.tokens, self.metrics, self._marks))
        self.changed.emit()


_current: Theme | None = None


def theme() -> Theme:
    """Return the theme of this program; there is one."""
    global _current
    if _current is None:
        _current = Theme()
    return _current


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme, for what no style sheet reaches: delegates, placeholders, selections in texts."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, token)))
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, QColor(tokens.sel_inactive))
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.HighlightedText, QColor(tokens.text))
    for role in _DIMMED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(tokens.sel_inactive))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Accent, QColor(tokens.line2))
    return made


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
