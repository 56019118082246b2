"""Joins the short forms of a text with the full name: "Surname", "E. Surname", abbreviations, firms without "Inc"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace

from curator.names.candidate_groups import Forms, Group, Key
from curator.names.candidate_reasons import FIRST, SEVERAL
from curator.names.candidate_roles import COMMON, COMPANY, KNOWN, NEVER, ORGANISATION, PEOPLE, PLACE
from curator.names.candidate_text import CandidateText

_FEWEST_LETTERS = 2
_NOT_SHORT = KNOWN | PEOPLE | COMMON | NEVER | ORGANISATION | PLACE


def joined(text: CandidateText, groups: dict[Key, Group], forms: Forms, surnames: Collection[str] = ()) -> list[Group]:
    """Return the names of a text, each with its short forms.

    Args:
        surnames: of people on record who are named in the text, folded.
    """
    if not text.by_role.has_endings:
        _settle(groups, surnames)
    people = [group for group in groups.values() if group.is_person and len(group.words) > 1]
    by_surname: dict[str, list[Group]] = {}
    for group in sorted(people, key=lambda each: (-_fullness(each.words), each.parts[0])):
        same = next((each for each in by_surname.get(group.words[-1], ()) if _same_person(group, each)), None)
        if same is None:
            by_surname.setdefault(group.words[-1], []).append(group)
        else:
            same.take(group)
            del groups[group.words]
    _join_surnames(groups, by_surname, forms)
    _join_organisations(text, groups)
    _join_abbreviations(text, groups)
    # A word that only begins sentences is as likely no name.
    return [group for group in groups.values() if group.evidence.template != FIRST or not group.raw[1:].islower()]


def _settle(groups: dict[Key, Group], surnames: Collection[str]) -> None:
    """Tell people from organisations, where only capitals spoke for them, by the word that stands alone elsewhere."""
    for key, group in groups.items():
        unsure = group.evidence.template == SEVERAL and group.is_person and not _has_particle(group)
        by_surname = (key[-1],) in groups or key[-1] in surnames
        if unsure and (not by_surname or (key[0],) in groups):
            group.evidence = replace(group.evidence, kind="organisation")


def _has_particle(group: Group) -> bool:
    return any(word[0].islower() for word in group.raw.split())


def _fullness(words: Key) -> int:
    return sum(10 + len(word) if len(word) > 1 else 1 for word in words)


def _same_person(group: Group, full: Group) -> bool:
    """Return whether two names with one surname can be one person's: by initial, without middle name."""
    one, other = group.words[:-1], full.words[:-1]
    if one[0] == other[0]:
        rest, others = one[1:], other[1:]
        return not rest or not others or all(a[0] == b[0] for a, b in zip(rest, others, strict=False))
    return len(one[0]) == 1 and one[0] == other[0][0]


def _join_surnames(groups: dict[Key, Group], by_surname: dict[str, list[Group]], forms: Forms) -> None:
    """Join surnames alone with the person of that surname who was named before, or else first."""
    beginnings: dict[str, list[str]] = {}
    for surname in by_surname:
        beginnings.setdefault(surname[:2], []).append(surname)
    for key, group in list(groups.items()):
        if len(key) != 1:
            continue
        full = [
            each
            for surname in beginnings.get(key[0][:2], ())
            if forms.is_form(key[0], surname)
            for each in by_surname[surname]
        ]
        if full:
            named = sorted((part, at) for at, each in enumerate(full) for part in each.parts)
            for place in group.parts:
                # Who of several people of one surname was named last; the first of them where nobody was yet.
                before = bisect_left(named, (place, 0))
                full[named[before - 1][1] if before else 0].parts.append(place)
            del groups[key]


def _join_organisations(text: CandidateText, groups: dict[Key, Group]) -> None:
    """Join a firm without its legal form, or by its first word, with its full name."""
    roles = text.by_role
    full = [group for key, group in groups.items() if len(key) > 1 and group.evidence.kind == "organisation"]
    for group in sorted(full, key=lambda each: -len(each.words)):
        words = group.words
        core = words
        while len(core) > 1 and roles[core[-1]] & COMPANY:
            core = core[:-1]
        shorter = [core] if core != words else []
        if core != words:
            shorter += [core[:length] for length in range(len(core) - 1, 0, -1)]
        elif len(core) == 2 and roles[core[-1]] & ORGANISATION and not group.raw.split()[0].isupper():
            shorter.append(core[:1])
        for short in shorter:
            if len(short) == 1 and (roles[short[0]] & _NOT_SHORT or len(short[0]) <= _FEWEST_LETTERS):
                continue
            other = groups.get(short)
            if other is not None and other is not group and group.words in groups:
                if roles[short[-1]] & COMPANY or (other.is_person and other.evidence.weight > group.evidence.weight):
                    continue
                group.take(other)
                del groups[short]


def _join_abbreviations(text: CandidateText, groups: dict[Key, Group]) -> None:
    """Join "OPEC" with the full name that it stands after in brackets, or whose first letters it has."""
    starts = {part[1]: group for group in groups.values() for part in group.parts if len(group.words) > 1}
    by_letters: dict[str, Group] = {}
    for group in groups.values():
        if len(group.words) > 1 and group.evidence.kind == "organisation":
            for letters in _letters(text, group):
                by_letters.setdefault(letters, group)
    for key, group in list(groups.items()):
        if len(key) != 1 or group.evidence.kind != "organisation" or not _is_upper(text, group):
            continue
        full = by_letters.get(key[0]) or _in_brackets(text, group, starts)
        if full is not None and full.words in groups and full is not group:
            full.take(group)
            del groups[key]


def _is_upper(text: CandidateText, group: Group) -> bool:
    return any(text.words.raw[first].isupper() for first, _last in group.parts)


def _letters(text: CandidateText, group: Group) -> Iterable[str]:
    """Yield the first letters of a name, with and without its small words and legal form."""
    first, last = group.parts[0]
    raw = text.words.raw[first : last + 1]
    capitals = [word[0].lower() for word in raw if word[0].isupper()]
    yield "".join(capitals)
    yield "".join(word[0].lower() for word in raw)
    if text.by_role[group.words[-1]] & COMPANY:
        yield "".join(capitals[:-1])


def _in_brackets(text: CandidateText, group: Group, starts: dict[int, Group]) -> Group | None:
    """Return the full name right before brackets in which an abbreviation stands, or after which one does."""
    for first, last in group.parts:
        if first and text.gap(first - 1) in (" (", ", ", "\n(") and text.gap(last)[:1] in (")", ",", "."):
            full = starts.get(first - 1)
            if full and full.evidence.kind == "organisation" and full.words[0][0] == group.words[0][0]:
                return full
    return None
