"""curator search --names: a list of names looked for at once."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from curator.cli.options import text
from curator.cli.output import ProgressLine, result, tell
from curator.i18n import _, ngettext
from curator.model.progress import Progress
from curator.operations import names_search
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.names_search import COLUMNS, NameHits
from curator.paths import display

_Function = TypeVar("_Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class NameList:
    """What the options say of a list: its file, which column of it, whether likenesses count, the table to write."""

    file: Path | None
    column: str | None
    alike: bool
    out: Path | None
    replace: bool


def name_list_options(function: _Function) -> Any:
    """Add the options of a list of names, handed on as `names`."""

    @functools.wraps(function)
    def with_list(
        *rest: Any,
        names_file: Path | None,
        column: str | None,
        alike: bool,
        out: Path | None,
        replace: bool,
        **more: Any,
    ) -> Any:
        return function(*rest, names=NameList(names_file, column, alike, out, replace), **more)

    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    for option in (
        click.option("--replace", is_flag=True, help="OUT may be replaced."),
        click.option("--out", type=click.Path(path_type=Path), help="With --names: write a table (CSV) instead."),
        click.option("--alike/--no-alike", default=True, help="With --names: words one letter apart, too; slower."),
        click.option("--column", type=text, help='With --names: the column of a table; "name" or else the first.'),
        click.option("--names", "names_file", type=file, metavar="FILE", help="Names: one a line, or CSV."),
    ):
        with_list = option(with_list)
    return with_list


def show_names(context: Context, names: NameList, as_json: bool) -> None:
    """Look for the names of a list and show how often each stands in texts, or write it as a table."""
    assert names.file is not None
    wanted = names_search.read_names(names.file, names.column)
    line, started = ProgressLine(), time.monotonic()

    def tick(done: int) -> None:
        line(Progress(done, len(wanted), time.monotonic() - started))

    with Finder(context) as finder:
        found = list(names_search.search_names(finder, wanted, names.alike, tick))
    line.clear()
    if names.out is None:
        _show(found, as_json)
    else:
        report = names_search.write_table(found, names.out, names.replace)
        words = ngettext("Wrote %(n)d name to %(out)s.", "Wrote %(n)d names to %(out)s.", report.count)
        fields: dict[str, object] = {"names": report.count, "file": display(names.out), "bytes": report.bytes}
        result(as_json, fields, words % {"n": report.count, "out": display(names.out)})
    there = sum(hits.exact.articles + hits.variants.articles > 0 for hits in found)
    tell(_("%(found)d of %(names)d names are in articles.") % {"found": there, "names": len(found)})


def _show(found: Iterable[NameHits], as_json: bool) -> None:
    for hits in found:
        fields: dict[str, object] = dict(zip(COLUMNS, hits.cells(), strict=True))
        fields |= {"record": list(hits.records), "alike_spellings": list(hits.alike_spellings)}
        articles, places = hits.exact.articles + hits.variants.articles, hits.exact.places + hits.variants.places
        in_articles = ngettext("%(n)6d article", "%(n)6d articles", articles) % {"n": articles}
        in_places = ngettext("%(n)6d place", "%(n)6d places", places) % {"n": places}
        others = []
        if hits.variants.places:
            by_others = ngettext(
                "%(n)d place by other names or forms", "%(n)d places by other names or forms", hits.variants.places
            )
            others.append(by_others % {"n": hits.variants.places})
        if hits.alike.articles:
            like = {"n": hits.alike.articles, "spellings": ", ".join(hits.alike_spellings)}
            alike = ngettext(
                "%(n)d article spelled alike: %(spellings)s",
                "%(n)d articles spelled alike: %(spellings)s",
                hits.alike.articles,
            )
            others.append(alike % like)
        more = f"  ({'; '.join(others)})" if others else ""
        result(as_json, fields, f"{in_articles}, {in_places}  {hits.name}{more}")
