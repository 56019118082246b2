"""What stands around each line of a copied page: first its neighbours, then how these were scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from curator.readers.line_features import NAMES, Lines, Matrix

_MOST_WORDS = 100
_SURE = 0.6
_FIRST_WINDOWS = (("good", (1, 3, 8)), ("short", (1, 3, 8)), ("sentences", (2, 6)), ("chrome", (2, 6)))
_SECOND_WINDOWS = (1, 2, 4, 10)


def probability(scores: Matrix) -> Matrix:
    """Return the logistic function of scores."""
    found: Matrix = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return found


def neighbourhood(lines: Lines) -> Matrix:
    """Return a row for each line: what was seen in it, its place, and the lines around it (`FIRST_NAMES`)."""
    count = len(lines.texts)
    values = {
        "good": lines.column("finished") * np.minimum(lines.sizes, 400) / 100,
        "short": (lines.sizes < 40).astype(float),
        "sentences": lines.column("small words") * np.minimum(lines.sizes, 300) / 100,
        "chrome": np.maximum(lines.column("chrome"), lines.column("legal")),
    }
    place = np.arange(count) / max(1, count - 1)
    columns = [np.ones(count), *lines.seen.T]
    for name, widths in _FIRST_WINDOWS:
        columns += _windows(values[name], widths)
    columns += [place, place**2]
    columns += [np.full(count, value) for value in _whole(values, count)]
    return np.column_stack(columns)


def _whole(values: dict[str, Matrix], count: int) -> tuple[float, ...]:
    """What the whole text is like: a page with all its menus, or an article alone."""
    return float(values["short"].mean()), float(values["chrome"].mean()), float(np.log(count))


def surroundings(lines: Lines, near: Matrix, scores: Matrix) -> Matrix:
    """Return `near` (of `neighbourhood`) with columns made from the first scores of all lines (`SECOND_NAMES`)."""
    chances = probability(scores)
    columns = [near, np.clip(scores, -8, 8), chances, *_windows(chances, _SECOND_WINDOWS)]
    columns += _share_of_text(chances, lines.counts)
    first, last = best_stretch(chances, lines.counts)
    at = np.arange(len(scores))
    inside = ((at >= first) & (at <= last)).astype(float)
    after = (at > last).astype(float)
    columns += [inside, np.log1p(np.maximum(0, first - at)), np.log1p(np.maximum(0, at - last)), after]
    known = overlap(lines, chances, first, last)
    columns += [known, known * (lines.sizes > 60), known * inside, known * after]
    return np.column_stack(columns)


def best_stretch(chances: Matrix, counts: Matrix) -> tuple[int, int]:
    """Return the first and the last line of the stretch that holds the most likely words and the fewest unlikely ones.

    Source: Bentley, "Programming Pearls: Algorithm Design Techniques", CACM 27(9), 1984 (Kadane's scan).
    """
    gains = (chances - 0.5) * np.minimum(counts, _MOST_WORDS)
    best, first, last, running, start = 0.0, 0, 0, 0.0, 0
    for at, gain in enumerate(gains):
        if running <= 0:
            running, start = 0.0, at
        running += float(gain)
        if running > best:
            best, first, last = running, start, at
    return first, last


def overlap(lines: Lines, chances: Matrix, first: int, last: int) -> Matrix:
    """Return for each line the share of its longer words that other sure lines of the stretch have, too."""
    inside = {at for at in range(first, last + 1) if chances[at] > _SURE}
    known = Counter(word for at in inside for word in lines.content[at])
    return np.array([_share(words, known, at in inside) for at, words in enumerate(lines.content)])


def _share(words: Iterable[str], known: Counter[str], is_counted: bool) -> float:
    found = [known[word] > is_counted for word in words]
    return sum(found) / len(found) if found else 0.3


def _share_of_text(chances: Matrix, counts: Matrix) -> list[Matrix]:
    """How much of the likely text stands before the line, and how much around it."""
    mass = chances * counts
    middle = (np.cumsum(mass) - mass / 2) / (mass.sum() + 1e-9)
    before, after = _windows(np.minimum(mass, 80), (6,))
    dense = (before + after) * 6 + np.minimum(mass, 80)
    return [middle, np.abs(middle - 0.5), dense / (dense.max() + 1e-9), np.minimum(dense, 600) / 300]


def _windows(values: Matrix, widths: tuple[int, ...]) -> list[Matrix]:
    """Return for each width the sum of the values before and after each line, divided by the width."""
    count = len(values)
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(count)
    found: list[Matrix] = []
    for width in widths:
        found.append((sums[at] - sums[np.maximum(0, at - width)]) / width)
        found.append((sums[np.minimum(count, at + width + 1)] - sums[at + 1]) / width)
    return found


def _sides(name: str, widths: tuple[int, ...]) -> list[str]:
    return [f"{name} {width} {side}" for width in widths for side in ("before", "after")]


FIRST_NAMES = (
    "always",
    *NAMES,
    *(side for name, widths in _FIRST_WINDOWS for side in _sides(name, widths)),
    "place",
    "place squared",
    "short lines of all",
    "chrome lines of all",
    "log lines of all",
)
SECOND_NAMES = (
    *FIRST_NAMES,
    "score",
    "chance",
    *_sides("chance", _SECOND_WINDOWS),
    "text before",
    "off the middle",
    "density",
    "words around",
    "inside",
    "lines until",
    "lines since",
    "after",
    "known words",
    "known words if long",
    "known words inside",
    "known words after",
)
