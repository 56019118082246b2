"""curator search."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from curator.cli.articles import brief, count_words, line_of
from curator.cli.name_lists import NameList, name_list_options, show_names
from curator.cli.options import COUNT_MOST, ID, archive_argument, json_option, opened, text
from curator.cli.output import result, tell
from curator.cli.typed_query import completed
from curator.i18n import _, ngettext
from curator.operations import facets, find
from curator.operations.context import Context
from curator.operations.did_you_mean import did_you_mean
from curator.operations.find import Finder
from curator.operations.names_in_query import names_in_query
from curator.operations.similar_to import Similar, similar_to
from curator.search import Facets, Snippet

# Values of a facet shown to people.
_LINES = 10


@click.command("search")
@archive_argument
@click.argument("query", type=text, default="", shell_complete=completed)
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
@click.option("--similar", type=ID, metavar="ID", help="Articles like this one instead, and why.")
@name_list_options
@json_option
def search_command(
    archive: Path,
    query: str,
    limit: int,
    sort: find.Sort,
    with_facets: bool,
    similar: int | None,
    names: NameList,
    as_json: bool,
) -> None:
    """Search in titles and texts, in any spelling: gence finds Gəncə.

    Words are joined by AND. Also: "a phrase", OR, NOT or -word, (brackets), prefix*, and fields: person:
    organisation: event: place: theme: tag: name: date: collection: language: publication: status: has: title:

    \b
      curator search letters.curator 'flood NOT (river OR rain)'
      curator search letters.curator 'person:"Lucia Bandini" date:1966-11..1967'
      curator search letters.curator '"mud and water" librar*' --sort date
      curator search letters.curator 'has:person -has:date' --facets
      curator search letters.curator --similar 12
      curator search letters.curator --names people.txt --out found.csv
    """
    if [bool(query), similar is not None, names.file is not None].count(True) != 1:
        raise click.UsageError(_("Give a query, or an article with --similar, or a list with --names."))
    with opened(archive) as context:
        if names.file is not None:
            show_names(context, names, as_json)
        elif similar is not None:
            _show_similar(context, similar, limit or COUNT_MOST, as_json)
        else:
            _search(context, query, limit, sort, with_facets, as_json)


def _search(context: Context, query: str, limit: int, sort: find.Sort, with_facets: bool, as_json: bool) -> None:
    found = find.search(context, query, limit or None, sort, with_facets)
    for item in found.items:
        fields = brief(item.article) | {
            "score": round(item.score, 4),
            "snippets": [snippet.text for snippet in item.snippets],
            "hits": [[list(hit) for hit in snippet.hits] for snippet in item.snippets],
        }
        words = [line_of(item.article), *(f"        … {_marked(snippet)} …" for snippet in item.snippets)]
        result(as_json, fields, "\n".join(words))
    if found.facets is not None:
        _show_facets(found.facets, as_json)
    shown = len(found.items)
    more = _(", the first %(n)d shown") % {"n": shown} if shown < found.total else ""
    tell(count_words(found.total, more))
    _tell_of_names(context, query)
    with Finder(context) as finder:
        for meant in did_you_mean(finder, query, found.total):
            tell(f"  {_('Did you mean %(query)s?') % {'query': meant.query}} {count_words(meant.total)}")


def _tell_of_names(context: Context, query: str) -> None:
    """Say which names on record the query was for, and by which names it did not search for them."""
    for name in names_in_query(context, query):
        variants = ", ".join(name.variants)
        if name.is_searched:
            tell("  " + _("%(name)s was looked for as: %(variants)s") % {"name": name.name, "variants": variants})
        else:
            words = _("%(name)s is on record also as %(variants)s: search for %(query)s")
            tell("  " + words % {"name": name.name, "variants": variants, "query": name.query})


def _show_similar(context: Context, article_id: int, limit: int, as_json: bool) -> None:
    with Finder(context) as finder:
        found = similar_to(finder, article_id, limit)
    for each in found:
        fields = brief(each.article) | {
            "score": each.score,
            "words": list(each.words),
            "names": list(each.names),
            "days": each.days,
        }
        result(as_json, fields, "\n".join([line_of(each.article), *_why(each)]))
    tell(count_words(len(found)))


def _why(found: Similar) -> list[str]:
    shared = []
    if found.words:
        shared.append(_("words: %(words)s") % {"words": ", ".join(found.words)})
    if found.names:
        shared.append(_("names: %(names)s") % {"names": ", ".join(found.names)})
    if found.days is not None:
        shared.append(ngettext("%(n)d day apart", "%(n)d days apart", found.days) % {"n": found.days})
    return [f"        {' · '.join(shared)}"] if shared else []


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


def _marked(snippet: Snippet) -> str:
    """Return a snippet with its hits in bold."""
    pieces, last = [], 0
    for start, end in snippet.hits:
        pieces += [snippet.text[last:start], click.style(snippet.text[start:end], bold=True, underline=True)]
        last = end
    return " ".join("".join([*pieces, snippet.text[last:]]).split())
