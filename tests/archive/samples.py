"""Rows to begin with, and a second process."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from curator.archive import Archive, articles
from curator.archive.transaction import Value
from curator.model.revision import Label

BODY = "The reading room opens at nine.\n\nThe catalogue stands by the door."


def add_articles(archive: Archive, *titles: str) -> list[int]:
    """Add articles in one act; return their ids."""
    with archive.transaction(Label("Add articles")) as transaction:
        return [articles.add(transaction, {"title": title}, f"{title}. {BODY}", "test 1") for title in titles]


def describe(archive: Archive, article_id: int, label: str = "Describe", **fields: Value) -> int:
    """Set fields of an article; return the revision."""
    with archive.transaction(Label(label)) as transaction:
        transaction.update("article", article_id, fields)
    return transaction.revision_id


def title_of(archive: Archive, article_id: int) -> str | None:
    return articles.get(archive.read(), article_id).title


def process(script: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start another Python process over `script`; what it prints can be read from its `stdout`."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
