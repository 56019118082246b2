"""The title of a page: what JSON-LD, Open Graph, headings and the title element say, without the site's name."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from curator.model.reading import Found

_DIVIDER = re.compile(r"\s+(?:[|•·»—–-]|::)\s+|\s*[|：]\s*")
_LETTERS = re.compile(r"[\W_]+")
_ALIKE = 0.8
_LEAST_SHARE = 0.4
_COMPARED_LETTERS = 300
# A bar before a few last words is the mark of a site, whatever that is called.
_BARS = frozenset("|")
_MOST_WORDS_AFTER_A_BAR = 3
_MOST_WORDS_OF_A_SITE = 5
_FEWEST_LETTERS_OF_A_SITE = 3
_FEWEST_WORDS_OF_A_TITLE = 3


@dataclass(frozen=True, slots=True)
class TitleSources:
    """Where a page names its title; "" or () where it does not.

    Args:
        stated: the headline in JSON-LD.
        shared: og:title or its like.
        headings: the texts of h1 elements, the likelier first.
        element: the title element, which is written for search engines.
        sites: names of the publication and of its host, to be cut off.
    """

    stated: str = ""
    shared: str = ""
    headings: tuple[str, ...] = ()
    element: str = ""
    sites: tuple[str, ...] = ()


def choose_title(sources: TitleSources) -> Found | None:
    """Return the title that two sources agree on, in the words of the heading where it is one of them.

    Where JSON-LD and Open Graph stand alone against each other, the one that is not the title element wins:
    that and its copies are worded for search engines.
    """
    stated = without_site(sources.stated, sources.sites)
    shared = without_site(sources.shared, sources.sites)
    element = without_site(sources.element, sources.sites)
    named = [text for text in (shared, stated) if text]
    for heading in sources.headings:
        for text in named:
            if alike(heading, text):
                return _of_heading(heading, named)
    if stated and (not shared or (not alike(shared, stated) and not alike(stated, element))):
        return Found(stated, "json-ld", 850)
    if shared:
        return Found(shared, "opengraph", 850)
    return _without_statement(sources.headings, element)


def _of_heading(heading: str, named: list[str]) -> Found:
    """The heading, or the statement that it ends with: what comes before is a kicker or a section."""
    for text in named:
        if heading != text and heading.endswith(text) and len(text.split()) >= _FEWEST_WORDS_OF_A_TITLE:
            return Found(text, "heading", 950)
    return Found(heading, "heading", 980)


def _without_statement(headings: tuple[str, ...], element: str) -> Found | None:
    for heading in headings:
        if alike(heading, element) or (heading in element and len(heading) >= _LEAST_SHARE * len(element)):
            return Found(heading, "heading", 900)
    if element:
        return Found(element, "meta", 600)
    return Found(headings[0], "heading", 700) if headings else None


def without_site(title: str, sites: tuple[str, ...]) -> str:
    """Return `title` without a name of the site at its end or its start ("Title - Site" gives "Title")."""
    parts = _DIVIDER.split(title)
    ends = [(found.start(), found.end()) for found in _DIVIDER.finditer(title)]
    if not ends:
        return title
    if _is_site(parts[-1], sites):
        return title[: ends[-1][0]].strip()
    if _is_site(parts[0], sites):
        return title[ends[0][1] :].strip()
    if title[slice(*ends[-1])].strip() in _BARS and len(parts[-1].split()) <= _MOST_WORDS_AFTER_A_BAR:
        return title[: ends[-1][0]].strip()
    return title


def _is_site(part: str, sites: tuple[str, ...]) -> bool:
    if len(part.split()) > _MOST_WORDS_OF_A_SITE:
        return False
    name = _LETTERS.sub("", part).casefold()
    for site in sites:
        other = _LETTERS.sub("", site).casefold()
        shorter, longer = sorted((name, other), key=len)
        if shorter == longer or (len(shorter) >= _FEWEST_LETTERS_OF_A_SITE and longer.startswith(shorter)):
            return bool(shorter)
    return False


def alike(first: str, second: str) -> bool:
    """Tell whether two short texts are nearly the same, letter case aside."""
    first, second = first.casefold()[:_COMPARED_LETTERS], second.casefold()[:_COMPARED_LETTERS]
    if not first or not second:
        return False
    if first == second:
        return True
    matcher = difflib.SequenceMatcher(None, first, second)
    # Each is an upper bound of the next, which takes longer.
    return all(ratio() >= _ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
