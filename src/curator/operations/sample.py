"""The sample archive: articles from `resources/sample/`, imported and curated as a person would, act by act."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from curator.archive import Archive, articles
from curator.errors import Cancelled, CuratorError
from curator.i18n import _
from curator.model.authority import AuthorityKind
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
from curator.operations.sample_plan import Pair, Sample, SampleArticle, SampleName, read_sample


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
    if name.scope:
        authority_links.set_scope_note(context, number, name.scope)
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
