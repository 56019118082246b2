"""Where Curator's own files are: resources in the package or the checkout, caches and logs per user."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import platformdirs


@lru_cache(maxsize=1)
def resources() -> Path:
    """Return the folder of icons, themes, translations and the sample, installed or in a checkout."""
    here = Path(__file__).parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parents[1] / "resources"


def third_party() -> str:
    """Return the page of the licences of other parts, from the package or the checkout."""
    beside = resources() / "THIRD-PARTY.md"
    return (beside if beside.is_file() else resources().parent / "THIRD-PARTY.md").read_text("utf-8")


def archives() -> Path:
    """Return the folder where a user's documents lie (it may not exist yet)."""
    return platformdirs.user_documents_path()


def config() -> Path:
    """Return the folder of the user's settings (it may not exist yet)."""
    return platformdirs.user_config_path("curator", appauthor=False)


def cache() -> Path:
    """Return the folder for what can be made again (it may not exist yet)."""
    return platformdirs.user_cache_path("curator", appauthor=False)


def logs() -> Path:
    """Return the folder of the log files (it may not exist yet)."""
    return platformdirs.user_log_path("curator", appauthor=False)


def display(path: Path | str) -> str:
    """Return a path as text that can be shown and kept: bytes of a file name that are no text stand as \\xNN."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
