"""Which archives were open lately, which of them the last time, and where to was exported."""

from __future__ import annotations

import json
from pathlib import Path

from curator import paths

MOST = 8


def archives(file: Path | None = None) -> list[Path]:
    """Return the archives that were open and still are where they were, the latest first."""
    return [path for path in map(Path, _read(file)["archives"]) if path.is_dir()]


def last(file: Path | None = None) -> list[Path]:
    """Return the archives that were open when Curator was quit."""
    return [path for path in map(Path, _read(file)["open"]) if path.is_dir()]


def remember(path: Path, file: Path | None = None) -> None:
    """Put an archive at the front."""
    kept = _read(file)
    kept["archives"] = [str(path), *(other for other in kept["archives"] if other != str(path))][:MOST]
    _write(kept, file)


def remember_open(open_archives: list[Path], file: Path | None = None) -> None:
    """Keep which archives are open, to open them the next time."""
    kept = _read(file)
    kept["open"] = list(map(str, open_archives))
    _write(kept, file)


def export(file: Path | None = None) -> tuple[str, str]:
    """Return the folder that was exported to last, if it still is there, and the name of the format; else empty."""
    folder, form = ([*_read(file)["export"], "", ""])[:2]
    return (folder if folder and Path(folder).is_dir() else ""), form


def remember_export(folder: Path, form: str, file: Path | None = None) -> None:
    """Keep where to and in which format was exported."""
    kept = _read(file)
    kept["export"] = [str(folder.absolute()), form]
    _write(kept, file)


def _read(file: Path | None) -> dict[str, list[str]]:
    try:
        read = json.loads((file or _file()).read_text("utf-8"))
    except (OSError, ValueError):
        # A list of conveniences: what cannot be read is begun anew.
        read = {}
    found = read if isinstance(read, dict) else {}
    return {
        key: [path for path in found.get(key, []) if isinstance(path, str)] for key in ("archives", "open", "export")
    }


def _write(kept: dict[str, list[str]], file: Path | None) -> None:
    target = file or _file()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(kept, indent=1), "utf-8")
    fresh.replace(target)


def _file() -> Path:
    return paths.config() / "recent.json"
