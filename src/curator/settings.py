"""The user's settings: a TOML file that a person can read and edit."""

from __future__ import annotations

import getpass
import json
import os
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from curator import paths
from curator.errors import CuratorError
from curator.i18n import _


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose.

    Args:
        name: how the user signs what they do; shown in the history of an archive.
    """

    name: str = ""


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
    known = {field.name for field in fields(Settings)}
    return Settings(**{key: value for key, value in read.items() if key in known and isinstance(value, str)})


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings, whole or not at all."""
    path = file or paths.config() / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    # A JSON string is a TOML basic string.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in asdict(settings).items()]
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(path)


def actor(settings: Settings) -> str:
    """Return the name to sign with: CURATOR_NAME, the name in the settings, else the login name."""
    given = os.environ.get("CURATOR_NAME") or settings.name
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("unknown")
