"""curator stories: articles that are copies of one another."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import say_done
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.output import ProgressLine, result
from curator.i18n import _, ngettext
from curator.operations import similar_articles, stories
from curator.operations.context import Context
from curator.operations.stories import StoryVersion


@click.group("stories")
@archive_argument
@click.pass_context
def stories_command(invocation: click.Context, archive: Path) -> None:
    """Copies of one text: syndicated, shortened, edited, or joined with another.

    Curator compares the texts and groups what is alike as versions of one story, the earliest first. A report of
    another outlet on the same event is not a copy. Nothing is changed or removed.

    \b
      curator stories letters.curator list
      curator stories letters.curator compare 3 17
    """
    invocation.obj = archive


@stories_command.command("list")
@json_option
@click.pass_obj
def list_stories(archive: Path, as_json: bool) -> None:
    """List the stories that have more than one version.

    \b
      curator stories letters.curator list
    """
    line = ProgressLine()
    with opened(archive) as context:
        if context.archive.writable:
            similar_articles.catch_up(Context(context.archive, line))
        line.clear()
        for story in stories.listed(context):
            result(as_json, {"versions": [_fields(each) for each in story]}, _words(story))


@stories_command.command("compare")
@click.argument("one", type=int)
@click.argument("other", type=int)
@json_option
@click.pass_obj
def compare_articles(archive: Path, one: int, other: int, as_json: bool) -> None:
    """Show how the text of one article differs from that of another, word by word.

    [-...-] stands only in the first, {+...+} only in the second.

    \b
      curator stories letters.curator compare 3 17
    """
    with opened(archive) as context:
        found = stories.compare(context, one, other)
    rows, words = [], []
    for each in found.differences:
        old, new = found.old[each.old_start : each.old_end], found.new[each.new_start : each.new_end]
        rows.append({"kind": each.kind, "old": old, "new": new})
        if each.kind == "equal":
            words.append(old)
        else:
            words.append((f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else ""))
    result(as_json, {"article": one, "other": other, "differences": rows}, "".join(words))


@stories_command.command("apart")
@click.argument("one", type=int)
@click.argument("other", type=int)
@json_option
@click.pass_obj
def part_articles(archive: Path, one: int, other: int, as_json: bool) -> int:
    """Say that two articles are not the same, for good.

    \b
      curator stories letters.curator apart 3 17
    """
    with opened(archive) as context:
        changes = stories.part(context, one, other)
    return say_done(as_json, changes)


def _fields(version: StoryVersion) -> dict[str, object]:
    article = version.article
    return {
        "article": article.id,
        "title": article.title,
        "publication": article.publication,
        "date": article.published,
        "like": version.like,
    }


def _words(story: tuple[StoryVersion, ...]) -> str:
    head = ngettext("%(n)d version", "%(n)d versions", len(story)) % {"n": len(story)}
    lines = [
        "  "
        + _("%(id)d  %(date)s  %(publication)s  %(title)s  (%(percent)d %% alike)")
        % {
            "id": each.article.id,
            "date": each.article.published or _("no date"),
            "publication": each.article.publication or _("no publication"),
            "title": each.article.title or _("untitled"),
            "percent": each.like // 10,
        }
        for each in story
    ]
    return "\n".join([head, *lines])
