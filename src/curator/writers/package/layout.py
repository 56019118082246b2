"""Where everything lies in a package; the writer and whoever reads one agree on it here."""

from __future__ import annotations

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
README = "README.txt"
# Says that a bag is a Curator package, and in which format.
MARKER = "curator-package.json"
FORMAT = 1

PAYLOAD = "data/"
RECORDS = "data/records/"
TEXT = "data/text/"
ORIGINALS = "data/originals/"
CONTENTS = "data/contents.csv"


def record_file(table: str) -> str:
    """Return the path of the rows of `table`."""
    return f"{RECORDS}{table}.jsonl"


def text_file(article_uid: str) -> str:
    """Return the path of the text of an article."""
    return f"{TEXT}{article_uid}.txt"


def original_file(sha256: str) -> str:
    """Return the path of a file as received, by the SHA-256 of its bytes (hex)."""
    return f"{ORIGINALS}{sha256[:2]}/{sha256[2:]}"
