"""curator tag --mentions: all places where a name on record stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from curator.cli.options import opened
from curator.cli.output import ProgressLine, result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.operations import tag_mentions
from curator.operations.authorities import record_of
from curator.operations.context import Context
from curator.operations.name_contexts import NameContext
from curator.operations.tag_mentions import MentionPreview


def tag_all_mentions(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    tags: list[tuple[AuthorityKind, str]],
    wishes: tuple[bool, bool, bool],
) -> None:
    """Carry out `curator tag --mentions`.

    Args:
        tags: kind and name; exactly one.
        wishes: whether it is only shown, whether doubtful places are tagged as well, whether the answer is JSON.

    Raises:
        CuratorError: more than one name, no such name, numbers and a query, nothing to tag.
    """
    only_shown, with_doubtful, as_json = wishes
    if len(tags) != 1 or (ids and query is not None):
        raise CuratorError(
            _("Which name, and where? Give one name with --mentions, and numbers or a query, or neither."),
            _("Without numbers and query, all articles are looked at."),
        )
    line = ProgressLine()
    with opened(archive) as opened_context:
        context = Context(opened_context.archive, line)
        record = record_of(context.archive.read(), tags[0][1], tags[0][0])
        found = tag_mentions.preview(context, record.id, list(dict.fromkeys(ids)) or None, query)
        line.clear()
        changes = None if only_shown else tag_mentions.apply(context, found, with_doubtful)
        line.clear()
    _say(found, changes.revision_id if changes else None, (only_shown, with_doubtful, as_json))


def context_fields(contexts: Iterable[NameContext]) -> list[dict[str, Any]]:
    """Return places with their sentences for programs."""
    names = ("article_id", "title", "date", "before", "words", "after", "start", "end")
    return [{name.removesuffix("_id"): getattr(each, name) for name in names} for each in contexts]


def context_words(contexts: Iterable[NameContext]) -> list[str]:
    """Return places with their sentences for people, the name in brackets."""
    return [f"{each.article_id:>10}  {each.before}[{each.words}]{each.after}" for each in contexts]


def _say(found: MentionPreview, revision: int | None, wishes: tuple[bool, bool, bool]) -> None:
    only_shown, with_doubtful, as_json = wishes
    fields = {
        "revision": revision,
        "authority": found.authority_id,
        "name": found.name,
        "articles": len(found.places),
        "places": found.count,
        "doubtful_articles": len(found.doubtful),
        "doubtful_places": found.doubtful_count,
        "contexts": context_fields(found.contexts),
        "doubtful_contexts": context_fields(found.doubtful_contexts),
    }
    words = [_sure(found, only_shown)]
    words += context_words(found.contexts) if only_shown else []
    if found.doubtful:
        words.append(_doubtful(found, only_shown or not with_doubtful))
        words += context_words(found.doubtful_contexts) if only_shown else []
    result(as_json, fields, "\n".join(words))
    if only_shown:
        tell(_("Nothing was changed. Without --preview the places are tagged, in one act."))


def _sure(found: MentionPreview, only_shown: bool) -> str:
    values = {"n": found.count, "articles": len(found.places), "name": found.name}
    if only_shown:
        words = ngettext(
            "%(name)s stands in %(n)d place (articles: %(articles)d).",
            "%(name)s stands in %(n)d places (articles: %(articles)d).",
            found.count,
        )
    else:
        words = ngettext(
            "%(n)d place tagged with %(name)s (articles: %(articles)d).",
            "%(n)d places tagged with %(name)s (articles: %(articles)d).",
            found.count,
        )
    return words % values


def _doubtful(found: MentionPreview, left_out: bool) -> str:
    values = {"n": found.doubtful_count, "articles": len(found.doubtful)}
    if left_out:
        words = ngettext(
            "%(n)d doubtful place (articles: %(articles)d), tagged only with --doubtful.",
            "%(n)d doubtful places (articles: %(articles)d), tagged only with --doubtful.",
            found.doubtful_count,
        )
    else:
        words = ngettext(
            "%(n)d doubtful place tagged as well (articles: %(articles)d).",
            "%(n)d doubtful places tagged as well (articles: %(articles)d).",
            found.doubtful_count,
        )
    return words % values
