"""The sample archive: articles from `resources/sample/`, imported and curated as a person would, act by act."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator import paths
from curator.archive import Archive, articles
from curator.errors import Cancelled, CuratorError
from curator.i18n import _
from curator.model.authority import KINDS, AuthorityKind
from curator.model.progress import ProgressSink, no_progress
from curator.operations import (
    accession,
    authorities,
    authority_links,
    collect,
    describe,
    notes,
    passages,
    saved_searches,
    tag,
)
from curator.operations.context import Context
from curator.operations.indexing import Indexer
from curator.operations.outcomes import ItemOutcome

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SampleName:
    """A name on record.

    Args:
        forms: language -> the form that it prefers; all stand in parallel.
        variants: other names, each with its language or "".
        broader: names of the same kind.
        related: other names, each with the type of the relation.
    """

    kind: AuthorityKind
    name: str
    dates: str | None = None
    note: str = ""
    forms: dict[str, str] = field(default_factory=dict)
    variants: tuple[Pair, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[Pair, ...] = ()
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """A file of the sample, and what is done to the article made from it.

    Args:
        language: that it is written in, for the tests: the archive finds it out by itself.
        fields: what its description is set to, as typed.
        passages: words of the text, each with the name to tag them with.
        notes: words of the text, each with a note on them.
    """

    file: str
    language: str
    fields: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    passages: tuple[Pair, ...] = ()
    notes: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleCollection:
    """A collection, by its path, and the files whose articles are in it."""

    title: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleSearch:
    """A saved search."""

    title: str
    query: str
    sort: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """All that the sample archive is made of; names are unique, whatever their kind."""

    folder: Path
    title: str
    names: tuple[SampleName, ...]
    articles: tuple[SampleArticle, ...]
    collections: tuple[SampleCollection, ...]
    searches: tuple[SampleSearch, ...]


def read_sample(folder: Path | None = None) -> Sample:
    """Return what `names.toml` and `sample.toml` in `folder` say; Curator's own sample unless given."""
    folder = folder or paths.resources() / "sample"
    names: dict[str, Any] = tomllib.loads((folder / "names.toml").read_text("utf-8"))
    plan: dict[str, Any] = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
    return Sample(
        folder,
        plan["title"],
        tuple(SampleName(kind, **_frozen(each)) for kind in KINDS for each in names[kind]),
        tuple(SampleArticle(**_frozen(each)) for each in plan["article"]),
        tuple(SampleCollection(**_frozen(each)) for each in plan["collection"]),
        tuple(SampleSearch(**each) for each in plan["search"]),
    )


def make(path: Path, actor: str, progress: ProgressSink = no_progress) -> Sample:
    """Make the sample archive in a new or empty folder.

    Args:
        actor: the name that its acts are signed with.
        progress: told of the import; may raise `Cancelled`, as it may be interrupted at any other time: then nothing
            stays at `path`.

    Raises:
        CuratorError: when something is in the way.
    """
    sample = read_sample()
    with Archive.create(path, sample.title, actor) as archive:
        try:
            fill(Context(archive, progress), sample)
        except BaseException:
            archive.close()
            shutil.rmtree(path, ignore_errors=True)
            raise
    return sample


def fill(context: Context, sample: Sample) -> None:
    """Do with an empty archive all that a sample says, and bring its index up to date."""
    ids = _import(context, sample)
    known = {name.name: (name.kind, f"#{_record(context, name)}") for name in sample.names}
    for name in sample.names:
        _connect(context, name, known)
    for article in sample.articles:
        _curate(context, article, ids[article.file], known)
    for collection in sample.collections:
        collect.put(context, collection.title, [ids[file] for file in collection.files])
    for search in sample.searches:
        saved_searches.add(context, search.title, search.query, search.sort, search.note)
    with Indexer(context.archive) as indexer:
        indexer.drain()


def _import(context: Context, sample: Sample) -> dict[str, int]:
    """Import the files; return file -> number of its article."""
    ids: dict[str, int] = {}
    files = [sample.folder / "articles" / article.file for article in sample.articles]

    def remember(outcome: ItemOutcome) -> None:
        if outcome.outcome != "added" or outcome.article_id is None:
            reasons = " ".join(problem.message for problem in outcome.problems)
            raise CuratorError(
                _("The sample is damaged: %(file)s. %(reasons)s") % {"file": outcome.path.name, "reasons": reasons},
                _("Install Curator again."),
            )
        ids[outcome.path.name] = outcome.article_id

    if accession.import_paths(context, files, remember).cancelled:
        raise Cancelled
    return ids


def _record(context: Context, name: SampleName) -> int:
    authority_id, _changes = authorities.add(context, name.kind, name.name, dates=name.dates)
    number = f"#{authority_id}"
    for language, form in name.forms.items():
        authority_links.prefer(context, number, form, language)
    for variant, language in name.variants:
        authorities.add_variant(context, number, variant, language=language or None)
    if name.note:
        authority_links.set_note(context, number, name.note)
    if name.wikidata:
        authority_links.identify(context, number, "wikidata", name.wikidata)
    return authority_id


def _connect(context: Context, name: SampleName, known: dict[str, tuple[AuthorityKind, str]]) -> None:
    _kind, number = known[name.name]
    for broader in name.broader:
        authority_links.add_broader(context, number, known[broader][1])
    for other, type_ in name.related:
        authority_links.relate(context, number, known[other][1], type_=type_)


def _curate(
    context: Context, article: SampleArticle, article_id: int, known: dict[str, tuple[AuthorityKind, str]]
) -> None:
    if article.fields:
        describe.describe(context, [article_id], article.fields)
    if article.tags:
        tag.add(context, [article_id], [known[name] for name in article.tags])
    body = articles.text(context.archive.read(), article_id).body
    for (start, end), name in _places(body, article.passages):
        passages.tag_passage(context, article_id, start, end, *known[name])
    for place, note in _places(body, article.notes):
        notes.add(context, article_id, note, place)


def _places(body: str, pairs: Sequence[Pair]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield start and end of the words in each pair, where they first stand in the text, and the other half."""
    for words, other in pairs:
        start = body.index(words)
        yield (start, start + len(words)), other


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table with its lists, and those in them, as tuples."""
    return {key: _tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
