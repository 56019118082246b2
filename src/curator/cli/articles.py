"""curator list, show, search."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from curator.cli.options import COUNT_MOST, ID, archive_argument, json_option, opened, query_option, text
from curator.cli.output import result, tell
from curator.i18n import _, ngettext
from curator.model.article import Article
from curator.operations import detail, facets, find
from curator.search import Facets, Snippet

# Values of a facet shown to people.
_LINES = 10


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
            result(as_json, _brief(article), _line(article))
    tell(_count(len(ids)))


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


@click.command("search")
@archive_argument
@click.argument("query", type=text)
@click.option(
    "--limit", type=click.IntRange(0, COUNT_MOST), default=20, show_default=True, help="How many to show; 0: all."
)
@click.option(
    "--sort",
    type=click.Choice(get_args(find.Sort)),
    default="relevance",
    show_default=True,
    help="-date: newest first.",
)
@click.option("--facets", "with_facets", is_flag=True, help="Count people, places, years ... among all that is found.")
@json_option
def search_command(archive: Path, query: str, limit: int, sort: find.Sort, with_facets: bool, as_json: bool) -> None:
    """Search in titles and texts, in any spelling: gence finds Gəncə.

    Words are joined by AND. Also: "a phrase", OR, NOT or -word, (brackets), prefix*, and fields: person:
    organisation: event: place: theme: tag: date: collection: language: publication: status: has: title:

    \b
      curator search letters.curator 'flood NOT (river OR rain)'
      curator search letters.curator 'person:"Lucia Bandini" date:1966-11..1967'
      curator search letters.curator '"mud and water" librar*' --sort date
      curator search letters.curator 'has:person -has:date' --facets
    """
    with opened(archive) as context:
        found = find.search(context, query, limit or None, sort, with_facets)
    for item in found.items:
        fields = _brief(item.article) | {
            "score": round(item.score, 4),
            "snippets": [snippet.text for snippet in item.snippets],
            "hits": [[list(hit) for hit in snippet.hits] for snippet in item.snippets],
        }
        words = [_line(item.article), *(f"        … {_marked(snippet)} …" for snippet in item.snippets)]
        result(as_json, fields, "\n".join(words))
    if found.facets is not None:
        _show_facets(found.facets, as_json)
    shown = len(found.items)
    more = _(", the first %(n)d shown") % {"n": shown} if shown < found.total else ""
    tell(_count(found.total, more))


def _show_facets(found: Facets, as_json: bool) -> None:
    """Write the counts: all of them for programs, the highest of each facet for people, a facet on a line."""
    if as_json:
        result(True, {"facets": facets.listed(found), "total": found.total}, "")
        return
    click.echo()
    for name, lines in facets.listed(found).items():
        if not lines:
            continue
        most = sorted(lines, key=lambda line: -int(line["count"]))[:_LINES]
        shown = [f"{line['value']} ({line['count']})" for line in lines if line in most]
        if len(lines) > _LINES:
            shown.append(ngettext("%(n)d more", "%(n)d more", len(lines) - _LINES) % {"n": len(lines) - _LINES})
        click.echo(f"{name:<14}{' · '.join(shown)}")


def _brief(article: Article) -> dict[str, object]:
    return {
        "article": article.id,
        "title": article.title,
        "date": article.published,
        "publication": article.publication,
        "language": article.language,
        "status": article.status,
    }


def _line(article: Article) -> str:
    about = [part for part in (article.published, article.publication, article.language) if part]
    return f"{article.id:>6}  {article.title or _('no title')}  ({' · '.join(about) or _('no date')})"


def _marked(snippet: Snippet) -> str:
    """Return a snippet with its hits in bold."""
    pieces, last = [], 0
    for start, end in snippet.hits:
        pieces += [snippet.text[last:start], click.style(snippet.text[start:end], bold=True, underline=True)]
        last = end
    return " ".join("".join([*pieces, snippet.text[last:]]).split())


def _count(number: int, more: str = "") -> str:
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
