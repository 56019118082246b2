"""The title of a page: what JSON-LD, Open Graph, headings and the title element agree on, without the site's name."""

from __future__ import annotations

import difflib
import re

from curator.model.reading import Found

_DIVIDER = re.compile(r"\s+[|•·—–-]\s+|\s*[|»]\s*|\s+::\s+")
_ALIKE = 0.8


def choose_title(stated: str, shared: str, headings: list[str], element: str, site: str) -> Found | None:
    """Return the title of the page.

    Args:
        stated: the headline in JSON-LD.
        shared: og:title or its like.
        headings: the texts of h1 elements.
        element: the title element.
        site: the name of the publication, to be cut off titles that carry it.
    """
    candidates = [
        Found(without_site(text, site, headings), source, confidence)
        for text, source, confidence in (
            (stated, "json-ld", 900),
            (shared, "opengraph", 900),
            (element, "meta", 600),
        )
        if text
    ]
    for heading in headings:
        if any(alike(heading, candidate.value) for candidate in candidates):
            return Found(heading, "heading", 980)
    if candidates:
        return candidates[0]
    return Found(headings[0], "heading", 700) if headings else None


def without_site(title: str, site: str, headings: list[str]) -> str:
    """Return `title` without a name of the site at its end or its start."""
    for divider in reversed(list(_DIVIDER.finditer(title))):
        before, after = title[: divider.start()].strip(), title[divider.end() :].strip()
        if alike(after, site) or before in headings:
            return before or title
        if alike(before, site) or after in headings:
            return after or title
    return title


def alike(first: str, second: str) -> bool:
    """Tell whether two short texts are nearly the same, letter case aside."""
    first, second = first.casefold()[:300], second.casefold()[:300]
    if not first or not second:
        return False
    return first == second or difflib.SequenceMatcher(None, first, second).ratio() >= _ALIKE
