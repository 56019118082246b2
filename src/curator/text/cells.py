"""Cells of tables for spreadsheets: several names in one, and none that runs as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BETWEEN = "; "
# A spreadsheet would run these; apostrophes before them count too, so that reading back is never in doubt.
_RUNS = re.compile(r"'*[=+\-@\t\r]")
_MADE_SAFE = re.compile(r"'+[=+\-@\t\r]")
_NAME = re.compile(r"((?:[^\\;]|\\.)*)(?:; |$)", re.DOTALL)


def join_names(names: Iterable[str]) -> str:
    r"""Return names in one cell, parted by "; "; "\" and ";" in a name become "\\" and "\;"."""
    return _BETWEEN.join(re.sub(r"[\\;]", r"\\\g<0>", name) for name in names)


def split_names(cell: str) -> list[str]:
    """Return the names that `join_names` put into a cell (none of them empty)."""
    return [re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL) for match in _NAME.finditer(cell) if match[1]]


def without_apostrophe(cell: str) -> str:
    """Return the value of a cell as it was before it was made safe for spreadsheets."""
    return cell[1:] if _MADE_SAFE.match(cell) else cell


def safe_cell(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; `without_apostrophe` takes that back."""
    return "'" + cell if _RUNS.match(cell) else cell
