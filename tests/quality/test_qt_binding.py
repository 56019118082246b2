"""A canary for the binding of Qt: some releases of PySide6 lose a reference at every signal, then abort."""

from __future__ import annotations

import subprocess
import sys

EMITS = 2000
PROGRAM = f"""
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    plain = Signal()
    loaded = Signal(object)

heard = []
sender = Sender()
sender.loaded.connect(heard.append)
for number in range({EMITS}):
    sender.plain.emit()
    sender.loaded.emit(number)
print(len(heard), flush=True)
"""


def test_signals_leave_python_whole() -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert (result.returncode, result.stdout.strip()) == (0, str(EMITS)), result.stderr
