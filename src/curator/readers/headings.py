"""The headings of a page and its title element: what a person sees as the title."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element, iterwalk

from curator.text.plain import one_line

_MOST_HEADINGS = 50
# Titles of related pieces stand in these; the title of a piece may stand in the header of its article.
_ASIDE = frozenset({"aside", "footer", "nav", "template", "noscript"})
_UNSEEN = frozenset({"script", "style", "svg", "template", "noscript"})
_BREAKS = frozenset({"br", "div", "p", "li", "h1", "h2", "h3"})


def main_headings(page: _Element) -> list[str]:
    """Return the texts of the h1 elements outside of asides, those marked as headline first."""
    found: list[tuple[bool, str]] = []
    for number, element in enumerate(page.iter("h1")):
        if number >= _MOST_HEADINGS:
            break
        text = text_of_element(element)
        if text and not _is_aside(element):
            found.append((_is_headline(element), text))
    return [text for _marked, text in sorted(found, key=lambda pair: not pair[0])]


def title_element(page: _Element) -> str:
    """Return the text of the title element outside of drawings (SVG has titles too), or ""."""
    for element in page.iter("title"):
        parent = element.getparent()
        if parent is None or parent.tag in ("head", "html", "body"):
            return text_of_element(element)
    return ""


def text_of_element(element: _Element) -> str:
    """Return the text within an element on one line; parts divided by line breaks get a space."""
    return one_line("".join(_pieces(element)))


def _pieces(element: _Element) -> Iterator[str]:
    walk = iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "start":
            if part.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                yield (" " if part.tag in _BREAKS else "") + (part.text or "")
        elif part is not element:
            yield (" " if part.tag in _BREAKS else "") + (part.tail or "")


def _is_headline(element: _Element) -> bool:
    marks = f"{element.get('itemprop')} {element.get('class')}".lower()
    return "headline" in marks or "title" in marks


def _is_aside(element: _Element) -> bool:
    return any(parent.tag in _ASIDE for parent in element.iterancestors())
