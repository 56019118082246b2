"""Whether a picture of a page belongs to its article: by where it stands among the words of the body."""

from __future__ import annotations

from typing import NamedTuple

from curator.text.page_images import PageImage, PageImages

# How the beginning of a paragraph is looked for (letters), and how many paragraphs are tried from either end.
_BEGINNING, _TRIED = 40, 5
# How far (letters) above the first paragraph a picture may stand: below the heading, or without one.
_BELOW_HEAD, _ABOVE_TEXT = 1500, 300
_AFTER_TEXT = 40
# A picture that opens the page above its heading: how far above (letters), how large (px).
_OPENING, _WIDE, _HIGH = 1500, 400, 200


class Region(NamedTuple):
    """Where the body of an article stands in the text of its page (letters without white space)."""

    start: int
    end: int


def region_of(page: PageImages, body: str) -> Region | None:
    """Return where a body stands in its page; None when it is not found there."""
    paragraphs = [letters for line in body.split("\n") if (letters := "".join(line.split()))]
    starts = [page.text.find(each[:_BEGINNING]) for each in paragraphs[:_TRIED]]
    ends = [_end(page.text, each) for each in paragraphs[-_TRIED:]]
    start = min((at for at in starts if at >= 0), default=-1)
    end = max(ends, default=-1)
    return Region(start, end) if 0 <= start < end else None


def belongs(image: PageImage, page: PageImages, region: Region | None, width: int, height: int) -> bool:
    """Tell whether a picture belongs to the article.

    Args:
        region: where its body stands; None: every picture belongs to it that is not aside.
        width, height: of the picture (px), 0 where unknown.
    """
    if image.is_sign or any(not _holds(page.asides[number], region) for number in image.asides):
        return False
    if region is None or _above(page, region) <= image.at <= region.end + _AFTER_TEXT:
        return True
    return region.start - _OPENING <= image.at < region.start and width >= _WIDE and height >= _HIGH


def _above(page: PageImages, region: Region) -> int:
    """Return from where on pictures above the first paragraph belong to it: the heading, where there is one near."""
    heads = [at for at in page.heads if region.start - _BELOW_HEAD <= at <= region.start]
    return heads[-1] if heads else region.start - _ABOVE_TEXT


def _holds(aside: tuple[int, int], region: Region | None) -> bool:
    """Tell whether something that is called aside holds most of the body after all."""
    if region is None:
        return False
    common = min(aside[1], region.end) - max(aside[0], region.start)
    return common * 2 > region.end - region.start


def _end(text: str, paragraph: str) -> int:
    at = text.rfind(paragraph[-_BEGINNING:])
    return -1 if at < 0 else at + len(paragraph[-_BEGINNING:])
