"""The layers of docs/architecture.md hold: the import contracts of pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def test_import_contracts(checkout: Path) -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program is not None, "import-linter is not installed beside this Python"
    result = subprocess.run([program, "--no-cache"], cwd=checkout, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
