"""Pictures that came with saved pages: originals like any other file, each with the address its page has for it."""

from __future__ import annotations

import sqlite3

from curator.archive import originals
from curator.archive.originals import Staged
from curator.archive.transaction import Transaction, Value
from curator.model.article import KeptPicture, Original

ROLE = "image"


def attach(
    transaction: Transaction, article_id: int, file: Staged, address: str, file_name: str, media_type: str
) -> None:
    """Record that a page shows a picture; its bytes are recorded once, however many pages show it.

    Args:
        file: the picture, staged.
        address: how the page names it.
        file_name, media_type: as of `Original`.
    """
    original_id = originals.add(transaction, file, file_name, media_type, None)
    values: dict[str, Value] = {"article_id": article_id, "original_id": original_id, "role": ROLE, "part": address}
    transaction.insert("article_original", values)


def of_article(connection: sqlite3.Connection, article_id: int) -> list[KeptPicture]:
    """Return the pictures kept with an article, in the order of its page."""
    rows = connection.execute(
        """
        SELECT original.*, article_original.part FROM original
        JOIN article_original ON article_original.original_id = original.id
        WHERE article_original.article_id = ? AND role = ? ORDER BY article_original.id""",
        (article_id, ROLE),
    )
    return [_picture(dict(row)) for row in rows]


def _picture(row: dict[str, object]) -> KeptPicture:
    address = str(row.pop("part"))
    return KeptPicture(Original(**row), address)  # type: ignore[arg-type]  # the columns of the table
