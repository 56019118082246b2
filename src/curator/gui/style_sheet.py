"""The style sheet: `resources/style/curator.qss` with its @placeholders@ filled from tokens and sizes."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from curator.gui import icons
from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens
from curator.paths import resources

# @accent@ a colour, @type_title@ a size, @6px@ a size that grows with the text, @check:accent@ an icon in a colour.
_PLACEHOLDER = re.compile(r"@([a-z0-9_.:-]+)@")


class Marks:
    """Icons as files, since a style sheet takes pictures from files only. They go with the program."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir()

    def address(self, name: str, ink: str) -> str:
        """Return `url(...)` of the icon `name` in `ink` ("#rrggbb")."""
        path = Path(self._folder.path()) / f"{name}-{ink.removeprefix('#')}.svg"
        if not path.exists():
            path.write_bytes(icons.svg(name, ink))
        return f'url("{path.as_posix()}")'


def filled(tokens: Tokens, metrics: Metrics, marks: Marks) -> str:
    """Return the style sheet for these colours and sizes.

    Raises:
        KeyError, AttributeError: the sheet has a placeholder that nothing stands for.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if ":" in name:
            icon, token = name.split(":")
            return marks.address(icon, _colour(tokens, token))
        if name.endswith("px"):
            return f"{metrics.px(float(name.removesuffix('px')))}px"
        if "_" in name and not hasattr(tokens, name):
            return f"{getattr(metrics, name)}px"
        return _colour(tokens, name)

    return _PLACEHOLDER.sub(value, _sheet())


def _colour(tokens: Tokens, name: str) -> str:
    return str(getattr(tokens, name))


@lru_cache(maxsize=1)
def _sheet() -> str:
    return (resources() / "style" / "curator.qss").read_text("utf-8")
