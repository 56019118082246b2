"""Stories: articles that are copies of one another, as one group with its versions, the earliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curator.archive import articles, sketches
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.article import Article
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.text.differences import Difference, differences

# Less alike texts are named beside each other, but do not pull others into one story with them.
_ONE_STORY = 600
_NO_DAY = 1 << 60
# A formula that fills thousands of texts may link them all; the story of one article is shown up to so many.
_MOST = 500


@dataclass(frozen=True, slots=True)
class StoryVersion:
    """An article of a story.

    Args:
        like: per mille of the shorter text that it shares with the version it is most like.
    """

    article: Article
    like: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, and how the first became the second, word by word (offsets in code points)."""

    old: str
    new: str
    differences: tuple[Difference, ...]


def listed(context: Context) -> list[tuple[StoryVersion, ...]]:
    """Return the stories of two articles and more, those with most versions first; versions by date of publication.

    Copies are looked for first among the articles that were added since (`similar_articles.catch_up` does it alone).
    """
    connection = context.archive.read()
    pairs = list(sketches.pairs(connection))
    best: dict[int, int] = {}
    for one, other, share in pairs:
        best[one], best[other] = max(share, best.get(one, 0)), max(share, best.get(other, 0))
    groups = _groups((one, other) for one, other, share in pairs if share >= _ONE_STORY)
    stories = [_by_date(context, group, best) for group in groups]
    return sorted(stories, key=lambda story: (-len(story), story[0].article.id))


def of_article(context: Context, article_id: int) -> tuple[StoryVersion, ...]:
    """Return the story that an article belongs to, itself included; empty when it stands alone.

    Only the pairs of this story are looked at, however many articles there are; of a story of more than 500 versions
    those that are nearest to the article.
    """
    connection = context.archive.read()
    best: dict[int, int] = {}
    members, fresh = {article_id}, {article_id}
    while fresh and len(members) < _MOST:
        reached = set()
        for one, other, share in sketches.pairs_with(connection, fresh):
            best[one], best[other] = max(share, best.get(one, 0)), max(share, best.get(other, 0))
            if share >= _ONE_STORY:
                reached |= {one, other}
        fresh = set(sorted(reached - members)[: _MOST - len(members)])
        members |= fresh
    return _by_date(context, members, best) if len(members) > 1 else ()


def compare(context: Context, one: int, other: int) -> Comparison:
    """Return how the text of one article differs from that of another, word by word.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    old, new = (articles.text(connection, article_id).body for article_id in (one, other))
    return Comparison(old, new, tuple(differences(old, new)))


def part(context: Context, one: int, other: int) -> Changes:
    """Keep that two articles are not the same, for good: they are no longer shown as versions of one story.

    Raises:
        CuratorError: when there is no such article, or both are one.
    """
    connection = context.archive.read()
    titles = [articles.get(connection, article_id).title or _("untitled") for article_id in (one, other)]
    if one == other:
        raise CuratorError(_("Both are article %(id)d.") % {"id": one}, _("Name two articles."))
    label = Label(N_("Note that “%(one)s” and “%(other)s” are not the same"), {"one": titles[0], "other": titles[1]})
    with context.archive.transaction(label) as transaction:
        articles.not_same(transaction, one, other)
    return transaction.changes


def leave(context: Context, article_id: int) -> Changes:
    """Keep that an article is the same as no other version of its story, for good, in one act.

    Raises:
        CuratorError: when there is no such article, or it stands alone.
    """
    title = articles.get(context.archive.read(), article_id).title or _("untitled")
    others = [each.article for each in of_article(context, article_id) if each.article.id != article_id]
    if not others:
        raise CuratorError(_("“%(title)s” is no version of a story.") % {"title": title}, _("Nothing was changed."))
    label = Label(
        N_("Note that “%(one)s” and “%(other)s” are not the same"),
        {"one": title, "other": others[0].title or _("untitled")},
    )
    with context.archive.transaction(label) as transaction:
        for other in others:
            articles.not_same(transaction, article_id, other.id)
    return transaction.changes


def _groups(pairs: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the sets of articles that pairs connect."""
    parent: dict[int, int] = {}

    def root(of: int) -> int:
        while parent.setdefault(of, of) != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[int, list[int]] = {}
    for each in parent:
        groups.setdefault(root(each), []).append(each)
    yield from groups.values()


def _by_date(context: Context, group: Iterable[int], best: dict[int, int]) -> tuple[StoryVersion, ...]:
    found = articles.get_many(context.archive.read(), list(group))
    versions = [StoryVersion(article, best[article.id]) for article in found]
    return tuple(sorted(versions, key=lambda each: (_first_day(each.article), each.article.id)))


def _first_day(article: Article) -> int:
    return _NO_DAY if article.published_earliest is None else article.published_earliest
