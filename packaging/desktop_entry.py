"""Curator in the menu of a Linux desktop, for one user: entry, icon, and the media type of archives.

`dev.py desktop` puts them into ~/.local/share (XDG_DATA_HOME), so that a double click on the archive.sqlite in an
archive opens it; `dev.py desktop --remove` takes them out again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parent / "linux"
MEDIA_TYPE = "application/vnd.curator.archive+sqlite3"
# What lies in packaging/linux -> where it goes below the folder of the user's data.
PLACES = {
    "curator.desktop": ("applications/curator.desktop",),
    "curator.xml": ("mime/packages/curator.xml",),
    "curator.svg": (
        "icons/hicolor/scalable/apps/curator.svg",
        f"icons/hicolor/scalable/mimetypes/{MEDIA_TYPE.replace('/', '-')}.svg",
    ),
}
# What makes the desktop look anew, and at which folder.
REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


def user_data() -> Path:
    """Return the folder of the user's data (XDG Base Directory Specification 0.8)."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"


def install(program: Path, data: Path) -> list[str]:
    """Put entry, icon and media type into a folder of data.

    Args:
        program: what starts Curator.
        data: such as ~/.local/share.

    Returns:
        the programs that are missing here; without them the desktop sees the change later, or not at all.
    """
    for name, places in PLACES.items():
        content = (SOURCE / name).read_bytes()
        if name == "curator.desktop":
            content = started_by(content.decode(), program).encode()
        for place in places:
            target = data / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return refresh(data)


def remove(data: Path) -> list[str]:
    """Take out what `install` put in; see there."""
    for places in PLACES.values():
        for place in places:
            (data / place).unlink(missing_ok=True)
    return refresh(data)


def started_by(entry: str, program: Path) -> str:
    """Return the entry with `program` in the place of the command `curator`."""
    lines = []
    for line in entry.splitlines():
        if line.startswith("Exec="):
            line = f"Exec={quoted(program)} %f"
        elif line.startswith("TryExec="):
            line = f"TryExec={_escaped(os.fspath(program))}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def quoted(program: Path) -> str:
    """Return a path as an argument of Exec (Desktop Entry Specification 1.5, "The Exec key")."""
    path = os.fspath(program).replace("%", "%%")
    for sign in '\\"`$':
        path = path.replace(sign, f"\\{sign}")
    return _escaped(f'"{path}"')


def _escaped(value: str) -> str:
    """Escape backslashes once more: they are also the escapes of any value of type string."""
    return value.replace("\\", "\\\\")


def refresh(data: Path) -> list[str]:
    """Make the desktop look anew; return the programs that are missing for it."""
    missing = []
    for program, folder in REFRESH:
        found = shutil.which(program)
        if found is None:
            missing.append(program)
        elif (data / folder).is_dir():
            subprocess.run([found, os.fspath(data / folder)], check=True)
    return missing
