from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# What few starts need, and takes time and memory: formats in and out, changes of the schema, paper, the sample,
# processes that read, which extensions are installed, masked arrays.
_LATER = {
    "curator.gui.older_archive",
    "curator.gui.printing",
    "curator.gui.sheets.crash",
    "curator.gui.sheets.export",
    "curator.gui.sheets.name",
    "curator.gui.sheets.welcome",
    "curator.operations.accession",
    "curator.operations.sample",
    "curator.readers.page_viewer",
    "curator.readers.pool",
    "curator.readers.registry",
    "curator.writers",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "numpy.ma",
    "PySide6.QtPrintSupport",
    "sqlite_utils",
    "trafilatura",
    "xlsxwriter",
}
_PROGRAM = """
import pathlib, sys
from curator.archive import Archive
import curator.gui.program
from curator.operations import overview
from curator.operations.context import Context
archive = Archive.open(pathlib.Path(sys.argv[1]))
overview.of_archive(Context(archive))
archive.close()
print("\\n".join(sys.modules))
"""


def test_a_start_loads_nothing_that_few_starts_need(three_articles: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(three_articles)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "curator.gui.window" in loaded
    assert not _LATER & set(loaded)
