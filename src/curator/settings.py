"""The user's settings: a TOML file that a person can read and edit."""

from __future__ import annotations

import getpass
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from curator import paths
from curator.errors import CuratorError
from curator.i18n import _


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose.

    Args:
        name: how the user signs what they do; shown in the history of an archive.
        theme: the colours of the window: "system", "light", "dark" or "contrast".
        text_percent: the size of the window's text.
        shortcuts: action of the window -> its key, where it is another than Curator's own; empty for none.
        reader_font: the family of article text; empty for Curator's choice.
        reader_px: the size of article text at 100 %; 0 for what fits the window.
        reader_measure: the longest line of article text, in em.
        review_imports: whether files that are imported in the window wait in a review before they enter.
        look_for_names: whether the window looks for names in the articles while nothing else goes on.
    """

    name: str = ""
    theme: str = "system"
    text_percent: int = 100
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    reader_font: str = ""
    reader_px: int = 0
    reader_measure: int = 38
    review_imports: bool = True
    look_for_names: bool = True


_NAME = "CURATOR_NAME"
_NUMBERS = ("text_percent", "reader_px", "reader_measure")
_SWITCHES = ("review_imports", "look_for_names")


def load(file: Path | None = None) -> Settings:
    """Return the settings; defaults where there is no file.

    Raises:
        CuratorError: when the file is not TOML; it is left as it is.
    """
    path = file or paths.config() / "settings.toml"
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise CuratorError(
            _("The settings file %(path)s cannot be read: %(reason)s.") % {"path": path, "reason": error},
            _("Mend or delete it; Curator then starts with its defaults."),
        ) from error
    return Settings(**{each.name: read[each.name] for each in fields(Settings) if _fits(each.name, read)})


def _fits(name: str, read: Mapping[str, Any]) -> bool:
    """Return whether a setting is there and of its kind; another kind is a slip of somebody who edited the file."""
    value = read.get(name)
    if name == "shortcuts":
        return isinstance(value, dict) and all(isinstance(key, str) for key in value.values())
    if name in _SWITCHES:
        return isinstance(value, bool)
    return isinstance(value, int) if name in _NUMBERS else isinstance(value, str)


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings, whole or not at all."""
    path = file or paths.config() / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    # A JSON string is a TOML basic string, a JSON integer a TOML integer.
    plain = {each.name: getattr(settings, each.name) for each in fields(Settings) if each.name != "shortcuts"}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in plain.items()]
    lines += ["\n[shortcuts]\n"] if settings.shortcuts else []
    lines += [f"{json.dumps(key)} = {json.dumps(value)}\n" for key, value in settings.shortcuts.items()]
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(path)


def is_signed(settings: Settings) -> bool:
    """Return whether somebody said with which name to sign: in the settings, or by CURATOR_NAME."""
    return bool(os.environ.get(_NAME) or settings.name)


def actor(settings: Settings) -> str:
    """Return the name to sign with: CURATOR_NAME, the name in the settings, else the login name."""
    given = os.environ.get(_NAME) or settings.name
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("unknown")
