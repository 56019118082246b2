"""curator list, show."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from curator.cli.options import ID, archive_argument, json_option, opened, query_option
from curator.cli.output import result, tell
from curator.i18n import _, ngettext
from curator.model.article import Article
from curator.operations import detail, find


@click.command("list")
@archive_argument
@query_option
@click.option(
    "--sort",
    type=click.Choice(get_args(find.Sort)),
    default="accession",
    show_default=True,
    help="-date: newest first.",
)
@json_option
def list_command(archive: Path, query: str | None, sort: find.Sort, as_json: bool) -> None:
    """List the articles, or those that a query finds, with their numbers.

    \b
      curator list letters.curator
      curator list letters.curator --query 'status:inbox date:1966'
      curator list letters.curator --query '-has:date' --sort title
    """
    with opened(archive) as context:
        ids = find.select(context, query or "", sort)
        for article in find.describe(context, ids):
            result(as_json, brief(article), line_of(article))
    tell(count_words(len(ids)))


@click.command("show")
@archive_argument
@click.argument("article_id", type=ID, metavar="ID")
@click.option("--text", "with_text", is_flag=True, help="With the text.")
@json_option
def show_command(archive: Path, article_id: int, with_text: bool, as_json: bool) -> None:
    """Show everything that is known of one article.

    \b
      curator show letters.curator 3 --text
    """
    with opened(archive) as context:
        fields = detail.shown(context, article_id, with_text)
    result(as_json, fields, _sheet(fields))


def brief(article: Article) -> dict[str, object]:
    """Return what programs are told of an article in a list."""
    return {
        "article": article.id,
        "title": article.title,
        "date": article.published,
        "publication": article.publication,
        "language": article.language,
        "status": article.status,
    }


def line_of(article: Article) -> str:
    """Return the line of an article in a list."""
    about = [part for part in (article.published, article.publication, article.language) if part]
    return f"{article.id:>6}  {article.title or _('no title')}  ({' · '.join(about) or _('no date')})"


def count_words(number: int, more: str = "") -> str:
    """Return how many articles a list has, and `more`."""
    return ngettext("%(n)d article%(more)s.", "%(n)d articles%(more)s.", number) % {"n": number, "more": more}


# Shown below the fields, or numbers and repetitions that only programs need.
_NOT_ON_THE_SHEET = frozenset(
    {"text", "tags", "originals", "pictures", "accession", "sources", "id", "accession_id", "text_id", "date"}
)


def _sheet(fields: dict[str, object]) -> str:
    """Return the fields that are known, one a line, then the text."""
    lines = []
    for name, value in fields.items():
        if name not in _NOT_ON_THE_SHEET and value not in (None, (), "", 0):
            shown = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
            lines.append(f"{name:<20} {shown}")
    for tag in _dicts(fields["tags"]):
        dates = f" ({tag['dates']})" if tag["dates"] else ""
        lines.append(f"{tag['kind']:<20} {tag['name']}{dates}")
    for original in _dicts(fields["originals"]):
        lines.append(f"{'original':<20} {original['file_name']}, {original['size']} bytes, {original['sha256']}")
    for picture in _dicts(fields["pictures"]):
        called = picture["words"] or picture["file_name"]
        lines.append(f"{'picture':<20} {called}, {picture['size']} bytes, {picture['sha256']}")
    if "text" in fields:
        lines += ["", str(fields["text"])]
    return "\n".join(lines)


def _dicts(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, (list, tuple)) else []
