"""Which of the names that were found stand: the longest of those over one another, with all who can be meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from curator.names.name_match import Candidate, NameMatch


class Hit(NamedTuple):
    """A name that fits a place (code points, end excluded)."""

    start: int
    end: int
    candidate: Candidate


def chosen(hits: Iterable[Hit]) -> list[NameMatch]:
    """Return the names that stand, in their order, with those that gave way within them."""
    places: dict[tuple[int, int], dict[int, Candidate]] = {}
    for hit in hits:
        here = places.setdefault((hit.start, hit.end), {})
        known = here.get(hit.candidate.authority_id)
        if known is None or hit.candidate.score > known.score:
            here[hit.candidate.authority_id] = hit.candidate
    matches = [NameMatch(start, end, _ranked(there.values())) for (start, end), there in places.items()]
    matches.sort(key=lambda match: (match.start, match.end))
    return [_resolved(group) for run in _runs(matches) for group in _grouped(run)]


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates, the likeliest first; the more there are that fit as well, the less likely is each."""
    best = sorted(candidates, key=lambda each: (-each.score, each.name, each.authority_id))
    return tuple(best) if len(best) == 1 else tuple(replace(each, score=each.score // len(best)) for each in best)


def _runs(matches: list[NameMatch]) -> Iterable[list[NameMatch]]:
    """Yield those that hang together by standing over one another."""
    run: list[NameMatch] = []
    end = 0
    for match in matches:
        if run and match.start >= end:
            yield run
            run = []
        run.append(match)
        end = max(end, match.end)
    if run:
        yield run


def _grouped(run: list[NameMatch]) -> list[list[NameMatch]]:
    """Return the names of a run that stand, each followed by those that gave way to it."""
    if len(run) == 1:
        return [run]
    groups: list[list[NameMatch]] = []
    for match in sorted(run, key=lambda each: (each.start - each.end, -each.candidates[0].score, each.start)):
        over = next((group for group in groups if _overlap(group[0], match)), None)
        if over:
            over.append(match)
        else:
            groups.append([match])
    return sorted(groups, key=lambda group: group[0].start)


def _overlap(one: NameMatch, other: NameMatch) -> bool:
    return one.start < other.end and other.start < one.end


def _resolved(group: list[NameMatch]) -> NameMatch:
    longest, *others = group
    return replace(longest, within=tuple(sorted(others, key=lambda each: each.start))) if others else longest
