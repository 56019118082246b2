"""Describing: editing the fields of one article, or the same fields of many, as one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.archive import Transaction, articles
from curator.archive.transaction import Value
from curator.errors import CuratorError, Problem
from curator.i18n import N_, _
from curator.model.article import Article
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.field_values import FieldValue, label, understood
from curator.operations.tag import require


@dataclass(frozen=True, slots=True)
class Described:
    """What became of a description.

    Args:
        changes: what was touched; articles that were so already are not among it.
        fields: each field as it was understood.
        problems: doubts; what was asked for is done nevertheless.
    """

    changes: Changes
    fields: Mapping[str, FieldValue]
    problems: tuple[Problem, ...]


def describe(context: Context, article_ids: Sequence[int], fields: Mapping[str, str | None]) -> Described:
    """Set fields of articles; one undo takes all of it back.

    A field that a person has set has no source any more ("no row: a person entered it"). An article whose field has
    the value already is left alone, its source too.

    Args:
        article_ids: the articles.
        fields: field of `DESCRIBABLE` -> what the person typed; None and "" clear it.

    Raises:
        CuratorError: naming the field, when a value is not understood; when an article does not exist, or would be
            under an embargo without a day on which it is looked at again. Nothing is changed then.
    """
    require(context, article_ids)
    read = {field: understood(field, typed) for field, typed in fields.items()}
    with context.archive.transaction(_label(article_ids, list(read))) as transaction:
        for article in articles.get_many(transaction.connection, article_ids):
            _set(transaction, article, read)
        _refuse_endless_embargo(transaction, article_ids)
    return Described(transaction.changes, read, tuple(_doubts(context, article_ids, read)))


def _set(transaction: Transaction, article: Article, read: Mapping[str, FieldValue]) -> None:
    columns: dict[str, Value] = {}
    for field, value in read.items():
        # The typed words of a date are no reason to write a date that is there already.
        if any(getattr(article, name) != new for name, new in value.columns.items() if not _is_aside(name, value)):
            columns |= value.columns
            articles.entered_by_person(transaction, article.id, [field, *value.columns])
    if columns:
        transaction.update("article", article.id, columns)


def _is_aside(column: str, value: FieldValue) -> bool:
    return column == "published_verbatim" and value.columns[column] is not None


def _refuse_endless_embargo(transaction: Transaction, article_ids: Sequence[int]) -> None:
    endless = [
        article.id
        for article in articles.get_many(transaction.connection, article_ids)
        if article.access == "embargo" and not article.access_review
    ]
    if endless:
        raise CuratorError(
            _("Article %(ids)s would be under an embargo without an end.") % {"ids": ", ".join(map(str, endless[:10]))},
            _("Nothing was changed. Give the day on which it is looked at again, with “%(field)s”.")
            % {"field": label("access_review")},
        )


def _doubts(context: Context, article_ids: Sequence[int], read: Mapping[str, FieldValue]) -> list[Problem]:
    code = read["reference_code"].columns["reference_code"] if "reference_code" in read else None
    if not code:
        return []
    sharing = articles.with_value(context.archive.read(), "reference_code", str(code))
    if len(sharing) < 2:
        return []
    return [
        Problem(
            "reference-code-shared",
            _("The reference code “%(code)s” stands at several articles: %(ids)s.")
            % {"code": code, "ids": ", ".join(map(str, sorted(sharing)[:10]))},
            _("It was set as asked. A code that names one article only is easier to cite."),
        )
    ]


def _label(article_ids: Sequence[int], fields: Sequence[str]) -> Label:
    # Labels are kept untranslated, so the fields stand in them by their names in the archive.
    return Label(
        N_("Describe an article: %(fields)s"),
        {"n": len(article_ids), "fields": ", ".join(fields)},
        N_("Describe %(n)d articles: %(fields)s"),
    )
