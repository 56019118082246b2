"""Erase an article and a name, then look for what they held in every byte of the archive's folder.

    .venv/bin/python tests/benchmarks/erase_search.py [--articles 300] [--keep FOLDER]

Looked for: words of the title, the text, the tags, a note and the file name, and bytes of the original; in UTF-8 and
UTF-16, composed and decomposed, in capitals and small letters, folded as the index has them, escaped as JSON has them;
in the files as they are, and in every compressed part of the index. Before erasing, the same search has to find them.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from invented import write_articles
from measuring import size_of, table, timed

from curator.archive import Archive
from curator.model.revision import Label
from curator.operations import accession, erase, find, history, own_backups, tag
from curator.operations import authorities as names
from curator.operations.context import Context
from curator.operations.indexing import Indexer
from curator.text.name_key import name_key

TITLE = "Qızılağac mirzəyevskaya quillfeather"
TEXT = "Zaltaryeva köhnə xəritəşünas gəldi, and the brindlewhisk lay open. Ёлкинград. Գրադարանապետ."
FILE_NAME = "thornbuckle-ödünç.txt"
BYTES = b"brindlewhisk lay open"
PERSON, VARIANT, FORMER = "Vərqa Şumaqədər", "Варга Шумагедер", "Wilmot Dusklander"
NOTE = "Ask for the snorkbarrel."


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that should not be there: the file, what of it was found, and in which form."""

    file: str
    word: str
    form: str


def main() -> int:
    """Run it and print what was found before and after; 1 when anything is left."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--keep", type=Path, help="make the archive here and keep it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-erase-") as place:
        folder = given.keep or Path(place)
        left = run(folder, given.articles)
    return 1 if left else 0


def run(place: Path, others: int) -> list[Trace]:
    """Make an archive, erase in it, print the figures; return what was left."""
    path = place / "Erase.curator"
    with Archive.create(path, "Erase", "benchmark") as archive:
        context = Context(archive)
        article = made(context, place / "sources", others)
        before = traces(path, words_of_article() + words_of_name())
        title = find.describe(context, [article])[0].title or ""
        first = timed(lambda: erase.articles(context, [article], "a test", [title]))
        second = timed(lambda: erase.names(context, [("person", PERSON)], "a test", [PERSON]))
        open_now = traces(path, words_of_article() + words_of_name())
    after = traces(path, words_of_article() + words_of_name())
    rows = [
        ("forms found before", len(before)),
        ("in files", len({trace.file for trace in before})),
        ("forms found after, archive still open", len(open_now)),
        ("forms found after", len(after)),
        ("bytes searched", f"{size_of(path):,}"),
        ("erasing the article, s", f"{first.wall:.2f}"),
        ("erasing the name, s", f"{second.wall:.2f}"),
    ]
    print(table(("what", "figure"), rows))
    for trace in {*open_now, *after}:
        print(trace)
    return [*open_now, *after]


def made(context: Context, sources: Path, others: int) -> int:
    """Fill an archive so that the article and the name leave as many traces as they can; return the article."""
    write_articles(sources / "others", others)
    file = sources / FILE_NAME
    file.write_text(f"{TITLE}\n\n{TEXT}\n" * 2, encoding="utf-8")
    with Indexer(context.archive) as indexer:
        report = accession.import_paths(context, [file])
        accession.import_paths(context, [sources / "others", file])
        (article,) = report.changes.ids("article")
        indexer.drain()
        curate(context, article)
        indexer.drain()
    for _time in range(2):
        own_backups.make_now(context)
    return article


def curate(context: Context, article: int) -> None:
    """Name, tag, note, edit and take back, so that journal, labels and index generations hold something of it."""
    names.add(context, "person", FORMER)
    names.rename(context, FORMER, PERSON)
    names.add_variant(context, PERSON, VARIANT, language="ru")
    tag.add(context, [article], [("person", VARIANT), ("theme", "Newspapers")])
    tag.remove(context, [article], [("person", PERSON)])
    history.undo(context)
    with context.archive.transaction(Label("Write %(words)s", {"words": TITLE})) as transaction:
        transaction.insert("note", {"article_id": article, "text": NOTE})
        transaction.update("article", article, {"title": TITLE, "byline": "Ophirtale Grumm"})
    with context.archive.transaction(Label("Collect")) as transaction:
        transaction.update("article", article, {"section": "Marrowgate"})
    history.undo(context)


def words_of_article() -> list[str]:
    """Return what nothing but the article holds."""
    words = [*TITLE.split(), "Zaltaryeva", "xəritəşünas", "brindlewhisk", "Ёлкинград", "Գրադարանապետ"]
    return [*words, "thornbuckle-ödünç", "snorkbarrel", "Ophirtale", "Marrowgate"]


def words_of_name() -> list[str]:
    """Return what nothing but the name holds."""
    return [*PERSON.split(), *VARIANT.split(), "Dusklander"]


def traces(folder: Path, words: list[str]) -> list[Trace]:
    """Look for all forms of `words` in every file and file name of a folder, compressed parts of the index included."""
    wanted = {form: (word, kind) for word in words for kind, form in forms(word)}
    wanted[BYTES] = (BYTES.decode(), "bytes")
    found = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        held = [name.encode("utf-8", "surrogateescape")]
        if path.is_file():
            data = path.read_bytes()
            held += [data, *(_inflated(data) if name.startswith("index") else ())]
        found += [Trace(name, *wanted[form]) for form in wanted if any(form in part for part in held)]
    return found


def forms(word: str) -> Iterator[tuple[str, bytes]]:
    """Yield the ways in which a word may be written down, each with what it is called."""
    spellings = {"as it is": word, "small": word.lower(), "capital": word.upper(), "folded": name_key(word)}
    for kind, spelling in spellings.items():
        for form in ("NFC", "NFD"):
            written = unicodedata.normalize(form, spelling)
            yield f"{kind}, {form}, JSON", json.dumps(written)[1:-1].encode()
            for encoding in ("utf-16-le", "utf-16-be", "utf-8"):
                yield f"{kind}, {form}, {encoding}", written.encode(encoding)


def _inflated(data: bytes) -> Iterator[bytes]:
    """Yield whatever can be inflated, beginning at any place that looks like the head of a zlib stream."""
    at = data.find(b"\x78")
    while at >= 0:
        if at + 1 < len(data) and (data[at] << 8 | data[at + 1]) % 31 == 0:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(data[at : at + 2_000_000])
        at = data.find(b"\x78", at + 1)


if __name__ == "__main__":
    sys.exit(main())
