"""Files and functions stay small enough to be read at a sitting."""

from __future__ import annotations

import ast
from pathlib import Path

LONGEST_FILE = 500  # lines
LONG_FUNCTION = 40  # lines; 95 of 100 functions are no longer


def test_no_file_is_too_long(checkout: Path) -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in (checkout / "src").rglob("*.py")}
    assert sizes
    assert {path: size for path, size in sizes.items() if size > LONGEST_FILE} == {}


def test_functions_are_short(checkout: Path) -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in (checkout / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[int(len(lengths) * 0.95)] <= LONG_FUNCTION
