"""Completion of names: time for each key that is pressed, in five scripts, with 20,000 records of three names each.

.venv/bin/python tests/benchmarks/bench_completion.py [--records N]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
import tracemalloc
from collections.abc import Iterator

from measuring import table

from curator.names.completion import Completer, NameRow
from curator.text.name_key import name_key

# Syllables; names are two words of two to four of them.
SCRIPTS = {
    "Latin": "ba be bi bo da de di do ka ke ki lo la le ma me mi mo na ne ni no ra re ri ro sa se si so ta te",
    "Cyrillic": "ба бе би бо да де ди до ка ке ки ло ла ле ма ме ми мо на не ни но ра ре ри ро са се си со",
    "Armenian": "բա բե բի բո դա դե դի դո կա կե կի լո լա լե մա մե մի մո նա նե նի նո րա րե րի րո սա սե սի սո",
    "Georgian": "ბა ბე ბი ბო და დე დი დო კა კე კი ლო ლა ლე მა მე მი მო ნა ნე ნი ნო რა რე რი რო სა სე",
    "Arabic": "با بي بو دا دي دو كا كي كو لا لي لو ما مي مو نا ني نو را ري رو سا سي سو تا تي تو فا في فو",
}
KINDS = ("person", "person", "person", "organisation", "place", "theme", "event")
TYPED = 60


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=20_000)
    given = parser.parse_args()
    chance = random.Random(1)
    rows = list(records(chance, given.records))
    tracemalloc.start()
    completer = Completer(rows)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    started = time.process_time()
    completer = Completer(rows)
    built = time.process_time() - started
    print(f"{len(rows)} names, build {built * 1000:.0f} ms, {held / 2**20:.0f} MiB beside the names themselves")
    head = ("script", "what is typed", "keys", "p50 CPU ms", "p95 CPU ms", "slowest CPU ms")
    print(table(head, [line for script in SCRIPTS for line in measured(chance, completer, rows, script)]))
    started = time.process_time()
    chosen = rows[len(rows) // 2].authority_id
    completer.update({chosen}, [row for row in rows if row.authority_id == chosen])
    print(f"\none record changed: {(time.process_time() - started) * 1000:.1f} ms")


def records(chance: random.Random, count: int) -> Iterator[NameRow]:
    """Yield three names of each record: in its own script, with an initial, in another script."""
    for authority_id in range(1, count + 1):
        script, other = chance.sample(list(SCRIPTS), 2)
        name = " ".join(word(chance, script) for _ in range(2))
        names = (name, f"{name[0]}. {name.split()[1]}", " ".join(word(chance, other) for _ in range(2)))
        kind, articles = chance.choice(KINDS), int(chance.paretovariate(0.7)) % 1000
        for at, each in enumerate(names):
            yield NameRow(authority_id, kind, each, name_key(each), not at, articles)


def word(chance: random.Random, script: str) -> str:
    """Return an invented word."""
    return "".join(chance.choices(SCRIPTS[script].split(), k=chance.randint(2, 4))).capitalize()


def measured(
    chance: random.Random, completer: Completer, rows: list[NameRow], script: str
) -> Iterator[tuple[str, ...]]:
    """Yield lines of the table: names typed as they are, and with one letter wrong, key by key."""
    own = [row.name for row in rows if row.is_preferred and row.name[0].lower() in SCRIPTS[script]]
    chosen = chance.sample(own, min(TYPED, len(own)))
    wrong = [name[:3] + name[4:] for name in chosen]
    parts = [name.split()[1][1:] for name in chosen]
    for what, names in (("names", chosen), ("one letter missing", wrong), ("part of a word", parts)):
        taken = []
        for name in names:
            for end in range(1, len(name) + 1):
                started = time.process_time()
                completer.complete(name[:end])
                taken.append((time.process_time() - started) * 1000)
        p95 = statistics.quantiles(taken, n=20)[-1]
        yield script, what, str(len(taken)), f"{statistics.median(taken):.2f}", f"{p95:.2f}", f"{max(taken):.1f}"


if __name__ == "__main__":
    main()
