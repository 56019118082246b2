"""A text as its lines in blocks; a paragraph that was wrapped by hand or by a mail program is one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from curator.model.reading import Part
from curator.readers.line_features import is_finished

_NARROWEST, _WIDEST = 45, 110
_RAGGED = 30
_PROSE = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the lines of a wrapped paragraph, as received.

    Args:
        text: without white space at its ends.
        block: the number of the block; an empty line stands between blocks.
    """

    text: str
    block: int


def units_of(text: str) -> list[Unit]:
    """Return the units of a text (NFC, LF) in their order; empty lines are left out."""
    return [Unit(words, number) for number, lines in enumerate(_blocks(text)) for words in _of_block(lines)]


def parts_of(units: Sequence[Unit], fates: Sequence[tuple[bool, str, str]]) -> tuple[Part, ...]:
    """Return units as parts: each paragraph and each cut line alone, kept lines of verse and lists together.

    Args:
        fates: for each unit whether it is kept, why it is cut, and the field that it went to.
    """
    parts: list[Part] = []
    rows = zip(units, fates, strict=True)
    for (_block, is_kept), group in groupby(rows, key=lambda row: (row[0].block, row[1][0])):
        found = list(group)
        if is_kept:
            parts += map(Part, _paragraphs_or_verse([unit.text for unit, _fate in found]))
        else:
            parts += [Part(unit.text, False, why, field) for unit, (_kept, why, field) in found]
    return tuple(parts)


def _paragraphs_or_verse(lines: list[str]) -> list[str]:
    """Paragraphs that no empty line parts, as browsers copy them, each alone; shorter lines of one block together."""
    is_prose = all(map(is_finished, lines)) and sum(map(len, lines)) >= _PROSE * len(lines)
    return lines if is_prose else ["\n".join(lines)]


def body_of_parts(parts: Sequence[Part]) -> str:
    """Return the kept parts with an empty line between them."""
    return "\n\n".join(part.text for part in parts if part.kept)


def _blocks(text: str) -> Iterator[list[str]]:
    for is_filled, lines in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        if is_filled:
            yield list(lines)


def _of_block(lines: list[str]) -> list[str]:
    found: list[str] = []
    for paragraph in _paragraphs(lines):
        stripped = [line.strip() for line in paragraph]
        found += ["\n".join(stripped)] if _is_wrapped(stripped) else stripped
    return found


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """Parted where a line is set in, as typewriters did; all of one indent are one."""
    depths = [len(line) - len(line.lstrip()) for line in lines]
    deepest = max(depths)
    starts = [at for at, depth in enumerate(depths) if depth - min(depths) > 1 and depth == deepest]
    bounds = [0, *(at for at in starts if at), len(lines)]
    return (lines[start:end] for start, end in pairwise(bounds))


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of about one width that do not end as sentences do, save the last: a wrapped paragraph."""
    inner, last = lines[:-1], lines[-1]
    if not inner or not is_finished(last):
        return False
    sizes = [len(line) for line in inner]
    if len(sizes) > 1 and sizes[0] >= _NARROWEST // 2:
        # The first line may have stood after a place and a date, or further in.
        del sizes[0]
    if min(sizes) < _NARROWEST or max(sizes) > _WIDEST or max(sizes) - min(sizes) > _RAGGED:
        return False
    return len(last) <= max(sizes) + _RAGGED // 2 and 2 * sum(map(is_finished, inner)) <= len(inner)
