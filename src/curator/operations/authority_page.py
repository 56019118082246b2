"""What the page of a name shows: what is on record of it at once, what the articles tell of it after that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from curator.archive import (
    articles,
    authorities,
    external_ids,
    hierarchy,
    mention_contexts,
    merge_history,
    name_facts,
    preferred_names,
    relations,
)
from curator.archive.connection import one_state
from curator.model.authority import Authority, VariantName
from curator.model.authority_links import RelatedName
from curator.model.authority_page import Mentioned, NameBeside, NameForm, NameInArticles, NameOnRecord, YearBar
from curator.model.julian import calendar_day
from curator.operations.context import Context
from curator.operations.events import is_participant, is_place
from curator.text.name_key import name_key

# A date such as "since 1900" would be a bar of every year.
_LONGEST_YEARS = 30


def facts(context: Context, authority_id: int) -> NameOnRecord:
    """Return what was written down of a name, with those merged into it, and in how many articles it is.

    Args:
        authority_id: of a record; of one that was merged, what it stands for is told.

    Raises:
        CuratorError: when there is no such record.
    """
    connection = context.archive.read()
    with one_state(connection):
        record = authorities.root(connection, authority_id)
        members = authorities.members(connection, [record.id])
        forms = [_form(each) for each in authorities.variants(connection, record.id)]
        parallel = _parallel(record, forms)
        related = relations.related(connection, record.id)
        places = [each for each in related if is_place(record, each)]
        participants = [each for each in related if is_participant(record, each)]
        return NameOnRecord(
            authority=record,
            parallel=tuple(parallel),
            variants=tuple(_others(each for each in forms if each not in parallel)),
            broader=tuple(relations.broader(connection, record.id)),
            narrower=tuple(relations.narrower(connection, record.id)),
            places=tuple(places),
            participants=tuple(sorted(participants, key=_role)),
            related=tuple(each for each in related if each not in places and each not in participants),
            identifiers=tuple(external_ids.of(connection, record.id)),
            merged=tuple(merge_history.members(connection, record.id)),
            articles=name_facts.articles(connection, members),
        )


def in_articles(context: Context, authority_id: int) -> NameInArticles:
    """Return what the articles tell of a name: mentions by date, years, words it was tagged by, names beside it."""
    connection = context.archive.read()
    with one_state(connection):
        record = authorities.root(connection, authority_id)
        members = authorities.members(connection, [record.id])
        below = hierarchy.with_narrower(connection, [record.id])
        uses: Counter[str] = Counter()
        for words, count in name_facts.quotes(connection, members).items():
            uses[name_key(words)] += count
        return NameInArticles(
            mentions=tuple(name_facts.mention_ids(connection, members)),
            with_narrower=hierarchy.counted(connection, {record.id: below})[record.id] if len(below) > 1 else None,
            years=tuple(_years(name_facts.published(connection, members))),
            uses=dict(uses),
            beside=tuple(NameBeside(*each) for each in name_facts.beside(connection, members)),
        )


def mentions(context: Context, authority_id: int, mention_ids: Sequence[int]) -> list[Mentioned]:
    """Return some mentions of a name with their sentences, in the order of their ids.

    Those that are gone by now are left out.
    """
    connection = context.archive.read()
    found = {each.mention_id: each for each in mention_contexts.of(connection, authority_id, mentions=mention_ids)}
    told = [found[each] for each in mention_ids if each in found]
    described = {each.id: each for each in articles.get_many(connection, list({each.article_id for each in told}))}
    return [
        Mentioned(each, described[each.article_id].publication, described[each.article_id].language)
        for each in told
        if each.article_id in described
    ]


def _form(variant: VariantName) -> NameForm:
    used_by = tuple(preferred_names.preferring(variant.preferred_in))
    return NameForm(variant.id, variant.name, variant.language, used_by, variant.name_kind)


def _parallel(record: Authority, forms: Sequence[NameForm]) -> list[NameForm]:
    found = sorted((each for each in forms if each.used_by), key=lambda each: (each.used_by, each.name))
    if record.preferred_name not in [each.name for each in found]:
        found.append(NameForm(0, record.preferred_name, None, (), "preferred"))
    return found


def _others(forms: Iterable[NameForm]) -> list[NameForm]:
    return sorted(forms, key=lambda each: (each.language is None, each.language or "", each.name))


def _role(participant: RelatedName) -> tuple[str, str]:
    return participant.type or "", participant.authority.preferred_name


def _years(published: Iterable[tuple[int | None, int | None]]) -> list[YearBar]:
    """Count articles by year: one whose date leaves several years open is possible in each of them."""
    certain: Counter[int] = Counter()
    possible: Counter[int] = Counter()
    for earliest, latest in published:
        first, last = (None if day is None else calendar_day(day)[0] for day in (earliest, latest))
        if first is None or last is None:
            possible.update(year for year in (first, last) if year is not None)
        elif first == last:
            certain[first] += 1
        else:
            possible.update(range(first, min(last, first + _LONGEST_YEARS) + 1))
    return [YearBar(year, certain[year], possible[year]) for year in sorted(certain | possible)]
