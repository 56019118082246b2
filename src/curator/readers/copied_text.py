"""Text copied off a page: the article kept, what stood around it cut and named, nothing lost.

What bears no sign of a page stays whole, but for a headline that is plainly one. In doubt a line is kept: a line of
a menu in the text is less harm than a sentence missing from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from curator.model.reading import Part
from curator.readers.copied_fields import CopiedFields, fields_of
from curator.readers.cut_reasons import reason_of
from curator.readers.foreign_tail import foreign_tail
from curator.readers.line_context import best_stretch, probability
from curator.readers.line_features import Lines, Matrix, is_finished, look_at
from curator.readers.line_scores import body_scores, headline_of
from curator.readers.page_head import plain_head
from curator.readers.page_signs import headline_twice, is_dateline, page_signs
from curator.readers.text_units import Unit, body_of_parts, parts_of, units_of
from curator.readers.title_lines import TitleSearch
from curator.text.language import language_of
from curator.text.scripts import script_of

_MOST_UNITS, _MOST_LETTERS = 3_000, 400_000
_SURE_SIGNS = 2
_STRAY, _FEW_STRAYS, _MOST_ABOVE, _ENOUGH = 60, 2, 3, 7
# The odds below which a whole sentence within the article is cut.
_SENTENCE_ODDS = -1.0
_LEAST_SENTENCE = 80
# How often a headline with such a lead was right on pages that were not learned from, per mille.
_SURE_BY_LEAD = ((0.0, 600), (1.0, 650), (2.0, 800), (5.0, 900))
_SURE_IF_TWICE, _SURE_ABOVE_DATE, _SMALL_HEAD = 850, 750, 8
_FEWEST_WORDS = 12
_LONGEST_HEADLINE = 160
_PARAGRAPHS = 20
_MOSTLY_BEFORE = 0.5
_VERSE_ENDS, _MOSTLY = frozenset(",.;:!?…—։"), 0.6
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a text.

    Args:
        body: the kept parts.
        parts: all of it in its order; empty when nothing was cut.
        fields: what its head gave.
        is_page: whether it was taken for a copy of a page.
    """

    body: str
    parts: tuple[Part, ...]
    fields: CopiedFields
    is_page: bool


def clean(text: str) -> Copied:
    """Return a text (NFC, LF) without what stood around its article on the page it was copied from."""
    units = units_of(text) if len(text) <= _MOST_LETTERS else []
    if not 1 < len(units) <= _MOST_UNITS:
        return Copied(text, (), CopiedFields(), is_page=False)
    strays = [at for at, unit in enumerate(units) if len(unit.text) < _STRAY and not is_finished(unit.text)]
    if not strays:
        return Copied(text, (), CopiedFields(), is_page=False)
    if strays[-1] < _MOST_ABOVE and len(strays) <= _FEW_STRAYS:
        # Sentences only, but for a line or two above them: most texts are such, and quickly told.
        head = look_at([_line(unit) for unit in units[:_ENOUGH]], as_head=True)
        if page_signs(head, strays[-1] + 1) < _SURE_SIGNS:
            return _headed(text, units, head)
    lines = look_at([_line(unit) for unit in units])
    scores = body_scores(lines)
    span = best_stretch(probability(scores), lines.counts)
    kept = _with_verse(units, _kept(lines, scores, span))
    if page_signs(lines, span[0]) >= _SURE_SIGNS and _is_article(lines, kept):
        return _of_page(text, units, lines, scores, kept)
    return _headed(text, units, lines)


def _line(unit: Unit) -> str:
    return unit.text.replace("\n", " ")


def _headed(text: str, units: list[Unit], lines: Lines) -> Copied:
    """The text without its head, if that is understood; `lines` are those of the first units at least."""
    fields = plain_head(units, lines)
    return _copied(text, units, lines, np.array([at not in fields.roles for at in range(len(units))]), fields, False)


def _kept(lines: Lines, scores: Matrix, span: tuple[int, int]) -> Flags:
    """Lines that more likely than not belong to the article; whole sentences within it also when it is in doubt."""
    places = np.arange(len(scores))
    inside = (places >= span[0]) & (places <= span[1])
    prose = (lines.column("finished") > 0) & (lines.column("small words") > 0) & (lines.sizes >= _LEAST_SENTENCE)
    found: Flags = (scores > 0) | (inside & prose & (scores > _SENTENCE_ODDS))
    return found


def _with_verse(units: list[Unit], kept: Flags) -> Flags:
    """Keep stanzas and dialogues whole, and those that follow them: their lines end in marks, those of menus do not."""
    found = kept.copy()
    for _number, block in groupby(range(len(units)), key=lambda at: units[at].block):
        places = list(block)
        marked = sum(units[at].text[-1] in _VERSE_ENDS for at in places)
        is_near = found[places].any() or (places[0] > 0 and found[places[0] - 1])
        if len(places) > 1 and is_near and marked >= _MOSTLY * len(places):
            found[places] = True
    return found


def _is_article(lines: Lines, kept: Flags) -> bool:
    """Whether what is kept is enough to be the article: else the text is of a kind that cannot be told apart."""
    return bool(lines.counts[kept].sum() >= _FEWEST_WORDS and (lines.column("finished") * kept).any())


def _of_page(text: str, units: list[Unit], lines: Lines, scores: Matrix, kept: Flags) -> Copied:
    search = TitleSearch(lines, probability(scores))
    headline = _headline(units, lines, search, kept, int(np.flatnonzero(kept)[0]))
    if headline:
        kept[headline[0]] = False
    places = np.flatnonzero(kept)
    span = (search.first, search.last)
    verdict = language_of("\n\n".join(lines.texts[at] for at in places[:_PARAGRAPHS]))
    language = verdict[0] if verdict else ""
    strange = foreign_tail(units, kept, language)
    kept[strange] = False
    cut = [at for at in range(len(units)) if not kept[at]]
    fields = fields_of(lines, headline, cut, span, language or None)
    fields.roles.update(dict.fromkeys(strange, ("other-language", "")))
    kept[list(fields.roles)] = False
    return _copied(text, units, lines, kept, fields, True)


def _headline(units: list[Unit], lines: Lines, search: TitleSearch, kept: Flags, first: int) -> tuple[int, int] | None:
    """Return the line of the headline and how sure that is (per mille); None where the article stands first."""
    found = headline_of(search)
    if not found:
        return None
    at, lead = found
    is_paragraph = lines.column("finished")[at] > 0 and (not lines.column("question")[at] or _is_asked(units, at))
    is_within = first < at <= _SMALL_HEAD and kept[first:at].mean() >= _MOSTLY_BEFORE
    if at >= first and kept[at] and (is_within or is_paragraph or lines.sizes[at] > _LONGEST_HEADLINE):
        return None
    if search.share_of_known(at) == 0 and lines.folded.count(lines.folded[at]) < 2:
        return None
    sure = max(confidence for least, confidence in _SURE_BY_LEAD if lead >= least)
    return at, max(sure, _sure_by_place(lines, at, first))


def _is_asked(units: list[Unit], at: int) -> bool:
    """Whether a question is one of a talk: a short line answers it without an empty line between."""
    following = units[at + 1] if at + 1 < len(units) else None
    return bool(following and following.block == units[at].block and len(following.text) < _LEAST_SENTENCE)


def _sure_by_place(lines: Lines, at: int, first: int) -> int:
    """In a small head a headline that stands twice, or right above a date, can hardly be anything else."""
    if first > _SMALL_HEAD or at > first:
        return 0
    if headline_twice(lines, at + 1) and lines.folded.count(lines.folded[at]) > 1:
        return _SURE_IF_TWICE
    return _SURE_ABOVE_DATE if at + 1 < len(lines.texts) and is_dateline(lines.texts[at + 1]) else 0


def _copied(text: str, units: list[Unit], lines: Lines, kept: Flags, fields: CopiedFields, is_page: bool) -> Copied:
    if kept.all():
        return Copied(text, (), fields, is_page)
    script = script_of(" ".join(unit.text for unit, is_kept in zip(units, kept, strict=True) if is_kept))
    fates = [_fate(lines, at, bool(kept[at]), fields, script) for at in range(len(units))]
    parts = parts_of(units, fates)
    return Copied(body_of_parts(parts), parts, fields, is_page)


def _fate(lines: Lines, at: int, is_kept: bool, fields: CopiedFields, script: str) -> tuple[bool, str, str]:
    if is_kept:
        return True, "", ""
    why, name = fields.roles.get(at) or (reason_of(lines, at, script, fields.language), "")
    return False, why, name
