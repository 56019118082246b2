"""The names in one text: those on record, and those that could be put on record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple, cast

from curator.archive.suggestion_rows import NameInArticle, Place, TextToRead
from curator.model.authority import AuthorityKind
from curator.names.candidates import candidates
from curator.names.matcher import Matcher
from curator.names.name_match import NameMatch
from curator.text.name_key import name_key
from curator.text.tokens import folded_words

# To be raised when the rules by which names are found become others: all texts are read again then.
RULES = 2
_GAP = "\n\n"


class NameInText(NamedTuple):
    """A name at one place of a text.

    Args:
        authority_id: the record; None for a name that is not on record.
        name: what the suggestion is called: the preferred name; of a new one, its fullest form in the text.
        found: the name on record that was found; of a new one, the same as `name`.
        place: in code points of the body; of a name that stands only in the title, None and None.
        score: per mille, for ordering only.
        why: the reason, in words.
    """

    kind: AuthorityKind
    authority_id: int | None
    name: str
    found: str
    place: Place
    score: int
    why: str


def names_in(matcher: Matcher, text: TextToRead) -> list[NameInText]:
    """Return the names in an article, in the order of its text, those that stand only in the title first.

    Title and text are read as one, the title as its headline: who is named in full in the title can be meant by the
    surname in the text. A name on record that stands only in the title is told without a place; a name that is not on
    record is told only where it stands in the text.
    """
    head = _head(text)
    matches = matcher.find(head + text.body, text.languages)
    found = _told(matches, len(head))
    taken = [(match.start, match.end) for match in matches]
    for new in candidates(head + text.body, text.languages, taken, _surnames(matches)):
        for start, end in new.places:
            if start >= len(head):
                place = (start - len(head), end - len(head))
                found.append(NameInText(new.kind, None, new.name, new.name, place, new.score, new.why))
    return sorted(found, key=lambda each: (each.place[0] if each.place[0] is not None else -1, -each.score))


def known_names_in(matcher: Matcher, text: TextToRead) -> list[NameInText]:
    """Return those of `names_in` that are on record."""
    head = _head(text)
    return _told(matcher.find(head + text.body, text.languages), len(head))


def by_name(article_id: int, found: Iterable[NameInText]) -> list[NameInArticle]:
    """Return the names of an article with all their places, as the queue keeps them."""

    def key(each: NameInText) -> tuple[str, int, str]:
        return each.kind, each.authority_id or 0, name_key(each.found)

    names = []
    for (_kind, _id, folded), same in groupby(sorted(found, key=key), key):
        group = list(same)
        best = max(group, key=lambda each: each.score)
        places = tuple(each.place for each in group)
        name = NameInArticle(article_id, best.kind, best.authority_id, best.found, folded, places, best.score, best.why)
        names.append(name)
    return names


def _surnames(matches: Iterable[NameMatch]) -> set[str]:
    """Return the last words, folded, of the names of people that were found."""
    people = {each.variant for match in matches for each in match.candidates if each.kind == "person"}
    return {words[-1] for words in map(folded_words, people) if len(words) > 1}


def _head(text: TextToRead) -> str:
    return f"{text.title}{_GAP}" if text.title else ""


def _told(matches: Iterable[NameMatch], head: int) -> list[NameInText]:
    """Return the names on record, of those in the title only such as do not stand in the text."""
    found = [each for match in matches for each in _on_record(match, head)]
    in_text = {each.authority_id for each in found if each.place[0] is not None}
    return [each for each in _once(found) if each.place[0] is not None or each.authority_id not in in_text]


def _on_record(match: NameMatch, head: int) -> Iterable[NameInText]:
    is_in_title = match.start < head
    place = (None, None) if is_in_title else (match.start - head, match.end - head)
    for each in match.candidates:
        kind = cast(AuthorityKind, each.kind)
        yield NameInText(kind, each.authority_id, each.name, each.variant, place, each.score, each.why)


def _once(found: Iterable[NameInText]) -> Iterable[NameInText]:
    """Yield each record of the title once."""
    seen = set()
    for each in found:
        if each.place[0] is None:
            if each.authority_id in seen:
                continue
            seen.add(each.authority_id)
        yield each
