"""Everything the archive knows of one article, gathered for showing and for export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from curator.archive import Connection, accessions, articles, authorities, collections, mentions, originals
from curator.model.article import Article
from curator.model.authority import Authority
from curator.model.export import ExportAccession, ExportOriginal, ExportPassage, ExportPicture, ExportRecord, ExportTag
from curator.model.julian import iso_day
from curator.model.passage import Mention
from curator.operations import page_pictures
from curator.operations.context import Context

_SAME_FIELDS = tuple(set(ExportRecord.__slots__) & set(Article.__slots__) - {"published_earliest", "published_latest"})


def records(context: Context, ids: Sequence[int]) -> Iterator[ExportRecord]:
    """Yield articles with their tags, collections, originals and text, in the order of `ids`, one at a time."""
    connection = context.archive.read()
    for article in articles.get_many(connection, ids):
        yield record(context, article)


def record(context: Context, article: Article) -> ExportRecord:
    """Return one article with everything that belongs to it."""
    connection = context.archive.read()
    return ExportRecord(
        **{name: getattr(article, name) for name in _SAME_FIELDS},
        text=articles.text(connection, article.id).body,
        published_earliest=_iso(article.published_earliest),
        published_latest=_iso(article.published_latest),
        collections=tuple(collections.of_article(connection, article.id)),
        tags=tuple(_tags(connection, mentions.of_article(connection, article.id))),
        originals=tuple(
            ExportOriginal(file.sha256, file.file_name, file.media_type, file.size)
            for file in originals.of_article(connection, article.id)
        ),
        pictures=tuple(_pictures(context, article.id)),
        accession=_accession(connection, article.accession_id),
    )


def shown(context: Context, article_id: int, with_text: bool = False) -> dict[str, object]:
    """Return every field of an article by name, None where unknown, for `curator show`.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    article = articles.get(connection, article_id)
    fields = asdict(article) | asdict(record(context, article))
    text = fields.pop("text")
    fields["sources"] = {
        field: {"source": source, "confidence": confidence}
        for field, (source, confidence) in articles.sources(connection, article_id).items()
    }
    item = accessions.of_article(connection, article_id)
    fields["file"] = item["path"] if item else None
    fields["reader"] = f"{item['reader']} {item['reader_version']}" if item else None
    fields["date"] = article.published
    if with_text:
        fields["text"] = text
    return {"article": article_id} | fields


def _tags(connection: Connection, found: Iterable[Mention]) -> Iterator[ExportTag]:
    by_authority: dict[int, tuple[Authority, list[ExportPassage]]] = {}
    for mention in found:
        _authority, passages = by_authority.setdefault(mention.authority.id, (mention.authority, []))
        # The offsets of a detached passage count in an older version of the text.
        if mention.passage and mention.passage.state != "detached":
            passages.append(ExportPassage(mention.passage.start, mention.passage.end, mention.passage.quote))
    for authority, passages in by_authority.values():
        names = tuple(variant.name for variant in authorities.variants(connection, authority.id))
        yield ExportTag(
            authority.kind, authority.preferred_name, authority.uid, names, authority.dates, tuple(passages)
        )


def _pictures(context: Context, article_id: int) -> Iterator[ExportPicture]:
    for each in page_pictures.kept(context, article_id):
        file = each.original
        size = (each.width, each.height)
        yield ExportPicture(file.sha256, file.file_name, file.media_type, file.size, each.words, *size)


def _accession(connection: Connection, accession_id: int | None) -> ExportAccession | None:
    found = accessions.get(connection, accession_id) if accession_id else None
    return ExportAccession(found.started, found.by_whom, found.source) if found else None


def _iso(day: int | None) -> str | None:
    return None if day is None else iso_day(day)
