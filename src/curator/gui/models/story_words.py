"""What is said of a story: how many versions it has, which of them this is, when and where the earliest appeared."""

from __future__ import annotations

from collections.abc import Sequence

from curator.i18n import _, ngettext
from curator.model.article import Article
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations.stories import StoryVersion


def date_of(article: Article) -> str:
    """Return when an article was published, in words."""
    return describe(parse_edtf(article.published)) if article.published else _("No date")


def place_line(article: Article) -> str:
    """Return when and where an article was published: "3 Sep 2020, Town Paper"."""
    return ", ".join(part for part in (date_of(article), article.publication) if part)


def counted(story: Sequence[StoryVersion]) -> str:
    """Return how many versions there are: "3 versions of this story"."""
    number = len(story)
    return ngettext("%(n)d version of this story", "%(n)d versions of this story", number) % {"n": number}


def story_line(story: Sequence[StoryVersion], article_id: int) -> str:
    """Return which version of its story an article is, and which one is the earliest.

    Args:
        story: its versions, the earliest first.
        article_id: one of them.
    """
    values = {"n": [each.article.id for each in story].index(article_id) + 1, "count": len(story)}
    words = _("Version %(n)d of %(count)d of this story") % values
    earliest = story[0].article
    if not earliest.published:
        return words
    if earliest.id == article_id:
        return _("%(version)s, the earliest") % {"version": words}
    return _("%(version)s; earliest %(earliest)s") % {"version": words, "earliest": place_line(earliest)}


def alike(version: StoryVersion) -> str:
    """Return how much a version shares with the one that it is most like, in per cent of the shorter text."""
    return _("%(n)d %%") % {"n": version.like // 10}
