"""What the quick choice of a page's text costs and gains against trafilatura: part of score_pages.py."""

from __future__ import annotations

import gzip
import importlib.util
import time
from pathlib import Path
from types import ModuleType

from curator.readers import page_body
from curator.readers.article_blocks import layout_of
from curator.readers.html import parse
from curator.readers.metadata import fields_of_page
from curator.text.encoding import declared_charset, decode
from curator.text.plain import without_control_characters

WAYS = {
    "quick alone": 0,
    "quick from 700": 700,
    "quick from 800 (used)": 800,
    "quick from 900": 900,
    "trafilatura": 1001,
}
Pair = tuple[float, float]


def print_trade(data: Path, sets: list[str]) -> None:
    """Print a table: pages for each CPU second, precision, recall and F1 of the body, share of pages read slowly.

    The time is that of finding the text alone: blocks, choice, trafilatura where asked, what stands around the text.
    """
    score = _score_module(data / "score.py")
    print(f"{'set':8} {'way':22} {'pages/CPU s':>11} {'P':>6} {'R':>6} {'F1':>6} {'slow':>6}")
    for name in sets:
        for way, trusted in WAYS.items():
            rows = [_read(row, trusted, score) for row in score.gold(data / name)]
            precision, recall = (sum(row[0][side] for row in rows) / len(rows) for side in (0, 1))
            together = 2 * precision * recall / (precision + recall)
            speed, slow = len(rows) / sum(row[1] for row in rows), sum(row[2] for row in rows) / len(rows)
            print(f"{name:8} {way:22} {speed:11.1f} {precision:6.3f} {recall:6.3f} {together:6.3f} {slow:6.2f}")


def _score_module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(row: dict[str, object], trusted: int, score: ModuleType) -> tuple[Pair, float, bool]:
    """Return precision and recall, CPU seconds, and whether trafilatura was asked."""
    path = row["path"]
    assert isinstance(path, Path)
    data = gzip.decompress(path.read_bytes())
    source = without_control_characters(decode(data, declared_charset(data)).text)
    page, _is_workable = parse(source)
    assert page is not None
    frame = fields_of_page(page, source, None).frame
    before = time.process_time()
    layout = layout_of(page)
    text = page_body.text_of(page, layout, frame, trusted)
    used = time.process_time() - before
    is_slow = not page_body.is_sure(layout, trusted)
    return _pair(row["text"], text.body, score), used, is_slow


def _pair(wanted: object, found: str, score: ModuleType) -> Pair:
    right, given = score.shingles(wanted), score.shingles(found)
    same = sum((right & given).values())
    return same / max(1, sum(given.values())), same / max(1, sum(right.values()))
