"""Finding names on record in text: time for 1 MB of each script, time and memory to prepare, what is found again.

.venv/bin/python tests/benchmarks/find_names.py [--records N] [--text FILE --language CODE] [--pairs]

Names and texts are invented; they have more names, and more people of one surname, than a newspaper. --text measures
the first million characters of a text of your own, --pairs looking for names on record that are spelled alike.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from bench_completion import SCRIPTS, records
from measuring import table

from curator.names.completion import NameRow
from curator.names.look_alike import look_alike
from curator.names.matcher import Matcher

LANGUAGES = {"Latin": "az", "Cyrillic": "ru", "Armenian": "hy", "Georgian": "ka"}
OTHERS = {"Latin": "hjpvxyzgf", "Cyrillic": "жзпфхцчшщ", "Armenian": "գզթժխծհձղ", "Georgian": "გვზთჟფქღყ"}
BYTES = 1_000_000
# Words between two names on record, about as in a news text.
WORDS_BETWEEN = 40


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--pairs", action="store_true")
    given = parser.parse_args()
    chance = random.Random(1)
    rows = [
        row for row in records(chance, given.records) if not any("\u0600" <= letter <= "\u06ff" for letter in row.name)
    ]
    prepare(rows)
    matcher = Matcher(rows)
    matcher.find("Warm up.")
    if given.text:
        body = given.text.read_text(encoding="utf-8")[:BYTES]
        spent = [cpu(lambda: matcher.find(body, [given.language])) for _turn in range(2)]
        print(f"{given.text.name}: {len(body)} code points, {spent[0]:.3f} CPU s, again {spent[1]:.3f}\n")
    if given.pairs:
        people = [(row.authority_id, row.name) for row in rows if row.kind == "person"]
        print(f"{len(people)} names of people: alike ones in {cpu(lambda: look_alike(people)):.1f} CPU s\n")
    lines = []
    for script, language in LANGUAGES.items():
        text, planted = invented_text(chance, rows, script)
        started = time.process_time()
        found = matcher.find(text, [language])
        first = time.process_time() - started
        started = time.process_time()
        matcher.find(text, [language])
        again = time.process_time() - started
        places = {(match.start, match.end) for match in found}
        right = sum(place in places for place in planted)
        lines.append((script, len(text), f"{first:.3f}", f"{again:.3f}", len(found), f"{right} of {len(planted)}"))
    print(table(("1 MB of", "code points", "CPU s", "CPU s again", "found", "planted found"), lines))


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of this process's time that `work` takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def prepare(rows: list[NameRow]) -> None:
    """Print time and memory that a matcher takes."""
    started = time.process_time()
    matcher = Matcher(rows)
    built = time.process_time() - started
    del matcher
    tracemalloc.start()
    matcher = Matcher(rows)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del matcher
    print(f"{len(rows)} names: prepared in {built:.2f} CPU s, {held / 2**20:.0f} MiB beside the names themselves\n")


def invented_text(chance: random.Random, rows: list[NameRow], script: str) -> tuple[str, list[tuple[int, int]]]:
    """Return 1 MB of invented words with names planted in it, and where they stand."""
    beginnings = tuple({part[0] for part in SCRIPTS[script].split()})
    own = [row.name for row in rows if row.name[0].lower() in beginnings]
    pieces: list[str] = []
    planted: list[tuple[int, int]] = []
    length = size = 0
    common = [_common_word(chance, script) for _ in range(20_000)]
    for piece, is_name in _pieces(chance, common, own):
        if is_name:
            planted.append((length, length + len(piece)))
        pieces.append(piece)
        length += len(piece) + 1
        size += len(piece.encode()) + 1
        if size > BYTES:
            return " ".join(pieces), planted
    raise AssertionError


def _common_word(chance: random.Random, script: str) -> str:
    """Return a word in small letters, out of more letters than names have, so that few are names by chance."""
    syllables = SCRIPTS[script].split()
    return "".join(chance.choice(syllables) + chance.choice(OTHERS[script]) for _ in range(chance.randint(1, 3)))


def _pieces(chance: random.Random, common: list[str], own: list[str]) -> Iterator[tuple[str, bool]]:
    while True:
        for each in chance.choices(common, k=WORDS_BETWEEN):
            yield each, False
        yield chance.choice(own), True


if __name__ == "__main__":
    main()
