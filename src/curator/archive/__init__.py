"""The archive: a folder with a SQLite database as the only truth."""

from curator.archive.connection import Connection
from curator.archive.folder import ArchiveFolder
from curator.archive.opening import Archive
from curator.archive.transaction import Transaction

__all__ = ["Archive", "ArchiveFolder", "Connection", "Transaction"]
