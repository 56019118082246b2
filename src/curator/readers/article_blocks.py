"""Which blocks of a page are its article, and how far that can be trusted: quick, and honest about its doubt.

The paragraphs of an article stand in boxes of one kind. The kind that holds most prose is taken; the blocks of that
kind are the text, from the headline to the last of them. Where much prose stands elsewhere, this is a guess.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from lxml.etree import _Element

from curator.readers.page_blocks import Block, blocks_of

_FOREIGN_PROSE = frozenset({"p", "blockquote"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


# Blocks of other kinds between two of the article: more is another part of the page, made of the same boxes.
_WIDEST_GAP = 20
# Prose in places marked so is seldom that of the article, but where there is much of it the mark may be wrong.
_DOUBTFUL_ZONES = frozenset({"navigation", "related", "share", "advertisement", "caption"})
_FARTHEST_HEADLINE = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """The blocks that were taken for the article.

    Args:
        kept: their indices, in order.
        home: the kind of box that they stand in, but for a quotation here and there.
        trust: 0 to 1000 per mille, the least of three shares: of the prose of the page that was taken; of what stands
            between the first and the last block; of what was taken that stands in boxes of the kind.
    """

    kept: tuple[int, ...] = ()
    home: str = ""
    trust: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page and which of them were taken for its article."""

    blocks: list[Block]
    choice: Choice

    @property
    def headline(self) -> int | None:
        """The index of the headline: the last h1 above the text, or the first of the page."""
        first = self.choice.kept[0] if self.choice.kept else len(self.blocks)
        headings = [index for index, block in enumerate(self.blocks) if block.tag == "h1"]
        above = [index for index in headings if index < first]
        return above[-1] if above else next(iter(headings), None)


def layout_of(page: _Element) -> Layout:
    """Return what a page shows and what of it is the article."""
    blocks = blocks_of(page)
    return Layout(blocks, choose(blocks))


def choose(blocks: list[Block]) -> Choice:
    """Return the blocks of the article; none where the page has no prose."""
    prose = [index for index, block in enumerate(blocks) if block.is_prose and not block.zone]
    if not prose:
        return Choice()
    home = _heaviest(blocks, prose)
    first, last = _extent(blocks, home)
    kept = [index for index in range(first, last + 1) if _belongs(blocks, index, home)]
    while kept and blocks[kept[-1]].tag in _HEADINGS:
        kept.pop()
    between = [index for index in range(first, last + 1) if _is_text(blocks[index])]
    own = [index for index in kept if blocks[index].home == home]
    aside = [index for index, block in enumerate(blocks) if block.is_prose and block.zone in _DOUBTFUL_ZONES]
    shares = _share(blocks, kept, prose + aside), _share(blocks, kept, between), _share(blocks, own, kept)
    return Choice(tuple(kept), home, min(shares) if _follows_a_headline(blocks, first) else 0)


def _follows_a_headline(blocks: list[Block], first: int) -> bool:
    """Tell whether a headline stands above the text and near it, or no headline anywhere."""
    headings = [index for index, block in enumerate(blocks) if block.tag == "h1"]
    return not headings or any(0 < first - index <= _FARTHEST_HEADLINE for index in headings)


def _heaviest(blocks: list[Block], prose: list[int]) -> str:
    held: Counter[str] = Counter()
    for index in prose:
        held[blocks[index].home] += len(blocks[index].text)
    return held.most_common(1)[0][0]


def _extent(blocks: list[Block], home: str) -> tuple[int, int]:
    """The first and the last block of the run of such boxes that holds most prose, from the headline on."""
    own = [index for index, block in enumerate(blocks) if block.home == home and _is_text(block)]
    runs = [[own[0]]]
    for before, index in pairwise(own):
        if index - before > _WIDEST_GAP:
            runs.append([])
        runs[-1].append(index)
    run = max(runs, key=lambda run: sum(len(blocks[index].text) for index in run if blocks[index].is_prose))
    prose = next(index for index in run if blocks[index].is_prose)
    headline = max((index for index in range(prose) if blocks[index].tag == "h1"), default=-1)
    return next(index for index in run if index > headline), run[-1]


def _is_text(block: Block) -> bool:
    return not block.zone and block.tag != "h1" and block.linked * 2 <= len(block.text)


def _belongs(blocks: list[Block], index: int, home: str) -> bool:
    block = blocks[index]
    if not _is_text(block):
        return False
    if block.home == home or (block.is_prose and block.tag in _FOREIGN_PROSE):
        return True
    # A heading in a box of its own right above the text, a line in one between two paragraphs of it.
    is_above = index + 1 < len(blocks) and blocks[index + 1].home == home
    return is_above and (block.tag in _HEADINGS or (block.tag == "p" and index > 0 and blocks[index - 1].home == home))


def _share(blocks: list[Block], part: list[int], whole: list[int]) -> int:
    """How much of the text of `whole` is in `part`, per mille."""
    taken = set(part)
    size = sum(len(blocks[index].text) for index in whole)
    return 1000 * sum(len(blocks[index].text) for index in whole if index in taken) // max(1, size)
