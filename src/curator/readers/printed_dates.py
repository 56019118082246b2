"""The date that a page prints by its headline, and the day in its address: what a reader would go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curator.readers.article_blocks import Layout
from curator.readers.page_blocks import Block
from curator.readers.stated_dates import DateStatement, StatedDate, is_past, parse_date
from curator.text.dates_in_text import find
from curator.text.fold import fold
from curator.text.written_date import day_edtf

_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?=[/_.-]|$)"
    r"|[/_-](?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=[/_.-]|$)"
)
# Folded beginnings of words: of a change, a birth, an event; of publication.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:updat|modif|last edit|guncel|yenilen|deyisdir|обновл|измен|оновл|թարմաց|փոփոխ|განახლ|aktualis|mis a jour"
    r"|actualiz|geandert|aggiorn|bijgewerkt|atualiz|oppdater|uppdater"
    r"|born|birth|dogum|рожд|народж|ծնվ|დაბად|event|tedbir|etkinlik|мероприят|заход|deadline|son tarix|until)"
)
_PUBLISHED = re.compile(
    r"\b(?:publi|posted|published|yayin|derc|tarix|tarih|дата|опубл|հրապարակ|გამოქვეყ|veroffentl|erschien|stand|datum|date|pubbl)"
)
_WORD = re.compile(r"\w+")
# Blocks above and below the headline among which its date stands, and below the text.
_ABOVE, _BELOW, _AFTER = 8, 3, 12
_LONGEST_LINE = 250
# A date among more words than a byline has is one of a caption or of the text itself.
_MOST_WORDS_BESIDE = 6
# Per mille that a date below the text is less sure.
_BELOW_THE_TEXT = 250
_MOST_BLOCKS = 60
_ELSEWHERE = frozenset({"navigation", "related", "comments", "advertisement"})
# No page was printed on the web before.
_FIRST_PAGE = "1991"


@dataclass(frozen=True, slots=True)
class Printed:
    """Where to look for printed dates.

    Args:
        layout: what the page shows; None where that is not known.
        address: of the page, or "".
        language: as the page declares it ("en-GB"), or "".
    """

    layout: Layout | None
    address: str = ""
    language: str = ""

    def in_address(self) -> DateStatement | None:
        """The day in the address."""
        found = _IN_ADDRESS.search(self.address)
        if not found:
            return None
        edtf = day_edtf(*(int(found[name] or found[name[0]]) for name in ("year", "month", "day")))
        stated = StatedDate(edtf)
        return DateStatement(stated, "url", 750, found[0]) if edtf and is_past(stated) else None

    def by_headline(self) -> list[DateStatement]:
        """The days printed around the headline, the surest first; a date of change is none of them."""
        if self.layout is None:
            return []
        return sorted(self._near(self.layout), key=lambda date: -date.confidence)

    def _near(self, layout: Layout) -> Iterator[DateStatement]:
        kept, headline = layout.choice.kept, layout.headline
        text = kept[0] if kept else min(_MOST_BLOCKS, len(layout.blocks))
        top = headline if headline is not None and headline < text else max(0, text - _ABOVE)
        end = min(text + _BELOW, top + _MOST_BLOCKS)
        for block in layout.blocks[max(0, top - _ABOVE) : end]:
            yield from self._dates(block, 0)
        if kept:
            for block in layout.blocks[kept[-1] + 1 : kept[-1] + 1 + _AFTER]:
                yield from self._dates(block, _BELOW_THE_TEXT)

    def _dates(self, block: Block, doubt: int) -> Iterator[DateStatement]:
        if block.zone in _ELSEWHERE or len(block.text) > _LONGEST_LINE:
            return
        if block.stamp and (stated := parse_date(block.stamp)) and _is_day(stated):
            if not _OF_SOMETHING_ELSE.search(fold(block.text)):
                yield DateStatement(stated, "time", 850 - doubt, block.stamp)
            return
        dates, before = find(block.text, self.language or None), 0
        words = len(_WORD.findall(block.text)) - sum(len(_WORD.findall(date.verbatim)) for date in dates)
        for date in dates:
            label, before = fold(block.text[before : date.start]), date.end
            stated = StatedDate(date.edtf, date.time, date.zone)
            if not _is_day(stated) or _OF_SOMETHING_ELSE.search(label):
                continue
            if _PUBLISHED.search(label):
                sure = 800 - doubt // 2
            else:
                sure = (700 if words <= _MOST_WORDS_BESIDE else 400) - doubt
            yield DateStatement(stated, "text", min(date.confidence, sure), date.verbatim)


def _is_day(stated: StatedDate) -> bool:
    return len(stated.day) == 10 and stated.day >= _FIRST_PAGE and is_past(stated)
