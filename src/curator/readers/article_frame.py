"""What stands around the text of an article within its box: headline, date, byline, credits, other stories below.

Given the paragraphs that an extractor took, this says which of them are such, and which standfirst it left out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from curator.readers.titles import alike
from curator.text.dates_in_text import find
from curator.text.tokens import folded_words

# Headings under which other stories, letters and calls to subscribe follow.
_AFTERWARDS = """
related|related stories|related articles|related news|related topics|related links|read more|read also|read next
more news|more stories|more from|more on this|more on this story|more on this topic|top stories|latest news
latest stories|don't miss|most read|most popular|you may also like|you might also like|recommended
recommended for you|recommended stories|trending|trending now|see also|also read|partner news|editor's picks
featured video|comments|leave a comment|leave a reply
həmçinin oxuyun|oxşar xəbərlər|digər xəbərlər|son xəbərlər|əlaqəli xəbərlər|ən çox oxunanlar|bənzər xəbərlər|şərhlər
ilgili haberler|benzer haberler|diğer haberler|son haberler|öne çıkan haberler|en çok okunanlar|yorumlar
читайте также|по теме|материалы по теме|другие новости|похожие новости|последние новости|смотрите также|комментарии
читайте також|за темою|інші новини|схожі новини|останні новини|дивіться також|коментарі
կարդացեք նաև|այլ նորություններ|առնչվող նորություններ|նմանատիպ նորություններ|վերջին նորություններ|մեկնաբանություններ
წაიკითხეთ ასევე|მსგავსი ამბები|სხვა ამბები|კომენტარები
mehr zum thema|lesen sie auch|das könnte sie auch interessieren|auch interessant|à lire aussi|lire aussi
sur le même sujet|lea también|te puede interesar|noticias relacionadas|leggi anche|leia também|lees ook|läs också
"""
_HEADINGS = frozenset(
    " ".join(folded_words(heading)) for line in _AFTERWARDS.strip().split("\n") for heading in line.split("|")
)
_CREDIT = re.compile(
    r"(?:image|photo|picture|photograph|foto|fotoğraf|fotoqraf|bild|quelle|source|credit|mənbə|kaynak|фото|источник"
    r"|джерело|լուսանկար|աղբյուր|ფოტო)(?: credit| by)?\s?[:©]|©",
    re.I,
)
_BY = re.compile(r"(?:by|von|par|por|di|av|af|автор|текст|yazan|müəllif|հեղինակ)\b", re.I)
_LONGEST_HEADING = 60
_LONGEST_LINE = 120
_MOST_LINES_ABOVE = 8
_LONGEST_STANDFIRST = 800
_SHORTEST_STANDFIRST = 40
# Above that share of the text such a heading stands for something else.
_LEAST_BEFORE = 0.25


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page says of its article elsewhere; a description often stands above the text too."""

    title: str = ""
    authors: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


def cuts(paragraphs: list[str], own: Container[int], frame: Frame) -> dict[int, str]:
    """Return the paragraphs that are no text of the article, each with why, in the words of `Part.why`.

    Args:
        paragraphs: what an extractor took.
        own: which of them stand in the boxes of the article, where the page shows it.
        frame: what the page says elsewhere.
    """
    found: dict[int, str] = {}
    opening = next((index for index, text in enumerate(paragraphs) if _is_text(text, frame)), len(paragraphs))
    for index in range(min(opening, _MOST_LINES_ABOVE)):
        if why := reason_beside(paragraphs[index], frame):
            found[index] = why
            if why == "headline":
                found |= {before: found.get(before, "section") for before in range(index)}
    found |= dict.fromkeys(_other_stories(paragraphs, own), "related")
    for index in range(len(paragraphs) - 1, opening, -1):
        why = found.get(index) or reason_beside(paragraphs[index], frame)
        if not why:
            break
        found[index] = why
    return found


def _is_text(text: str, frame: Frame) -> bool:
    return len(text) > _LONGEST_LINE and not (frame.title and alike(text, frame.title))


def reason_beside(text: str, frame: Frame) -> str:
    """Tell what a short paragraph above or below a text is, in the words of `Part.why`; "" for a part of the text."""
    if frame.title and alike(text, frame.title):
        return "headline"
    if len(text) > _LONGEST_LINE:
        return ""
    if _CREDIT.match(text):
        return "other"
    dates = find(text)
    letters = sum(map(str.isalnum, text))
    if dates and 2 * sum(len(date.verbatim) for date in dates if date.why != "no-year") >= letters:
        return "date"
    names = sum(len(name) for name in frame.authors if name in text)
    return "byline" if names and (2 * names >= letters and (_BY.match(text) or 3 * names >= 2 * letters)) else ""


def _other_stories(paragraphs: list[str], own: Container[int]) -> Iterator[int]:
    """What follows a heading that announces other stories, up to the next paragraph of the article itself."""
    total = sum(map(len, paragraphs))
    is_after, size = False, 0
    for index, text in enumerate(paragraphs):
        if len(text) <= _LONGEST_HEADING and " ".join(folded_words(text)) in _HEADINGS:
            is_after = size >= _LEAST_BEFORE * total
        elif len(text) > _LONGEST_LINE and index in own:
            is_after = False
        size += len(text)
        if is_after:
            yield index


def is_standfirst(text: str, frame: Frame) -> bool:
    """Tell whether a block above the text is its lead: the page gives the same words as its description."""
    if not _SHORTEST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST or alike(text, frame.title):
        return False
    plain = _letters(text)
    return any(_is_same(plain, _letters(description)) for description in frame.descriptions if description)


def _is_same(text: str, description: str) -> bool:
    """A description may be cut short ("...")."""
    shorter = min(len(text), len(description))
    return shorter >= _SHORTEST_STANDFIRST and text[:shorter] == description[:shorter] and 2 * shorter >= len(text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:_LONGEST_STANDFIRST].casefold()))
