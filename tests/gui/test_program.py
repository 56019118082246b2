from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# What few starts need, and takes time and memory: formats in and out, changes of the schema, paper, the sample.
_LATER = {
    "curator.gui.older_archive",
    "curator.gui.printing",
    "curator.gui.sheets.crash",
    "curator.gui.sheets.export",
    "curator.gui.sheets.name",
    "curator.gui.sheets.welcome",
    "curator.operations.accession",
    "curator.operations.sample",
    "curator.writers",
    "jinja2",
    "lxml",
    "PySide6.QtPrintSupport",
    "sqlite_utils",
    "trafilatura",
    "xlsxwriter",
}
_PROGRAM = """
import pathlib, sys
from curator.archive import Archive
import curator.gui.program
Archive.open(pathlib.Path(sys.argv[1])).close()
print("\\n".join(sys.modules))
"""


def test_a_start_loads_nothing_that_few_starts_need(three_articles: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(three_articles)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "curator.gui.window" in loaded
    assert not _LATER & set(loaded)
