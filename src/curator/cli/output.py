"""What the command line says: results on stdout, as words or as JSON; all else on stderr."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from typing import Any

import click

from curator.i18n import _
from curator.model.progress import Progress

_REDRAW_S = 0.2


def result(as_json: bool, fields: Mapping[str, Any], words: str) -> None:
    """Write one result to stdout.

    Args:
        as_json: as one JSON object on a line.
        fields: the result for programs.
        words: the result for people.
    """
    click.echo(json.dumps(fields, ensure_ascii=False) if as_json else words)


def tell(message: str) -> None:
    """Write a message to stderr."""
    click.echo(message, err=True)


def complain(message: str, hint: str = "") -> None:
    """Write what went wrong to stderr, and what to do about it."""
    click.echo(click.style(message, bold=True), err=True)
    if hint:
        click.echo(f"  {hint}", err=True)


def stop_results() -> None:
    """Send further results nowhere: whoever read them has gone (`| head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class ProgressLine:
    """A line on the terminal that tells how far work has come; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._drawn = 0.0
        self._length = 0

    def __call__(self, progress: Progress) -> None:
        """Draw the line again, at most five times a second."""
        if not self._is_terminal or time.monotonic() - self._drawn < _REDRAW_S:
            return
        self._drawn = time.monotonic()
        self._draw(_progress_words(progress))

    def clear(self) -> None:
        """Take the line off, before something else is written."""
        if self._length:
            self._draw("")

    def _draw(self, words: str) -> None:
        sys.stderr.write("\r" + words.ljust(self._length) + ("" if words else "\r"))
        sys.stderr.flush()
        self._length = len(words)


def _progress_words(progress: Progress) -> str:
    words = _("%(done)d of %(total)d · %(rate).1f a second") % {
        "done": progress.done,
        "total": progress.total,
        "rate": progress.rate,
    }
    if progress.left is None:
        return words
    minutes, seconds = divmod(round(progress.left), 60)
    left = _("%(minutes)d min %(seconds)d s left") if minutes else _("%(seconds)d s left")
    return f"{words} · {left % {'minutes': minutes, 'seconds': seconds}}"
