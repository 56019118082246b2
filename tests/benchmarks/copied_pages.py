"""Gold pages as a person would copy them, for learning and measuring: lines, and which belong to the article."""

from __future__ import annotations

import bisect
import gzip
import importlib.util
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from curator.readers.line_features import Lines, Matrix, look_at

_WORD = re.compile(r"\w+")
_SHORT, _NEAREST = 4, 3


@dataclass(slots=True)
class GoldPage:
    """A page: its lines with the share of each that stands in the article, the article's text and title."""

    stem: str
    lines: Lines
    wanted: Matrix
    text: str
    title: str


def scorer(data: Path) -> ModuleType:
    """Return `score.py` of the data as a module."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_pages(data: Path, name: str) -> list[GoldPage]:
    """Return the pages of a set."""
    score = scorer(data)
    found = []
    for row in score.gold(data / name):
        visible = score.visible(gzip.decompress(row["path"].read_bytes()))
        texts = [line for line in visible.split("\n") if line.strip()]
        found.append(
            GoldPage(row["stem"], look_at(texts), _wanted(score, row["text"], texts), row["text"], row["title"] or "")
        )
    return found


def _wanted(score: ModuleType, gold: str, texts: list[str]) -> Matrix:
    """The share of each line's four-word shingles that the article has; short lines only near long ones of it."""
    words = f" {' '.join(_WORD.findall(gold))} "
    shingles = score.shingles(gold)
    shares, long = [], []
    for at, text in enumerate(texts):
        mine = _WORD.findall(text)
        if len(mine) < _SHORT:
            shares.append(float(bool(mine) and f" {' '.join(mine)} " in words))
            continue
        own = score.shingles(text)
        shares.append(sum((own & shingles).values()) / sum(own.values()))
        if shares[-1] > 0.7 and len(mine) > 5:
            long.append(at)
    for at, text in enumerate(texts):
        place = bisect.bisect(long, at)
        nearest = min((abs(at - other) for other in long[max(0, place - 1) : place + 1]), default=99)
        if len(_WORD.findall(text)) < _SHORT and nearest > _NEAREST:
            shares[at] = 0.0
    return np.array(shares)


def mean_f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over four-word shingles as in `score.py`, for pairs of gold and given text."""
    precision, recall = [], []
    for gold, given in pairs:
        wanted, got = _shingles(gold), _shingles(given)
        same = sum(min(count, got.get(key, 0)) for key, count in wanted.items())
        precision.append(same / sum(got.values()) if got else 0.0)
        recall.append(same / sum(wanted.values()) if wanted else 0.0)
    right, found = float(np.mean(precision)), float(np.mean(recall))
    return right, found, 2 * right * found / (right + found) if right + found else 0.0


def _shingles(text: str) -> dict[tuple[str, ...], int]:
    words = _WORD.findall(text)
    found: dict[tuple[str, ...], int] = {}
    for at in range(max(1, len(words) - 3)) if words else ():
        key = tuple(words[at : at + 4])
        found[key] = found.get(key, 0) + 1
    return found
