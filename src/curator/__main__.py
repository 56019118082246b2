"""`python -m curator`, and the command `curator`."""

from __future__ import annotations

import multiprocessing

from curator.cli import run


def main() -> None:
    """Start Curator; ends the process with its exit code."""
    multiprocessing.freeze_support()
    raise SystemExit(run())


if __name__ == "__main__":
    main()
