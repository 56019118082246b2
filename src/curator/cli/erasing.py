"""curator erase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from curator.cli.options import archive_argument, ids_argument, json_option, kind_options, opened, text
from curator.cli.output import complain, result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.authority import KINDS, AuthorityKind
from curator.operations import erase
from curator.operations.erase import Erased
from curator.paths import display


@click.command("erase")
@archive_argument
@ids_argument
@kind_options
@click.option("--reason", type=text, default="", help="Why; it stays in the archive, without the title or name.")
@click.option(
    "--confirm",
    type=text,
    multiple=True,
    metavar="TITLE-OR-NAME",
    help="The title or name in full, once for each; “untitled 12” for an article without a title.",
)
@click.option(
    "--also-titles/--keep-titles",
    "titles",
    default=None,
    help="Whether a name also goes from titles and notes that people wrote, such as of collections.",
)
@click.option("--list", "as_list", is_flag=True, help="List what was erased: numbers, dates and reasons.")
@json_option
def erase_command(
    archive: Path,
    ids: tuple[int, ...],
    reason: str,
    confirm: tuple[str, ...],
    titles: bool | None,
    as_list: bool,
    as_json: bool,
    **names: tuple[str, ...],
) -> int:
    """Erase articles or names for good, such as for a takedown or at a person's request. It cannot be undone.

    An article goes with its texts, tags, notes, history, its original files (unless another article was made from
    them), its words in the index, and the archive's own backups; a new backup is made after.

    A name goes with all its variants, the records merged into it, its tags and its history. The texts of articles are
    sources and stay as they are: those that still hold the name are listed. Titles of collections and saved searches,
    queries and notes that hold it are listed first: --also-titles puts […] in its place, there and in their history.

    Copies elsewhere are yours to look after: a backup made by curator backup forgets it at its next run; exports and
    copies of the folder do not.

    \b
      curator erase letters.curator 3 --reason "asked by the family" --confirm "The cellar opens"
      curator erase letters.curator --person "Lucia Bandini" --reason "her request" --confirm "Lucia Bandini"
      curator erase letters.curator --list
    """
    tags: list[tuple[AuthorityKind, str]] = [(kind, name) for kind in KINDS for name in names[f"{kind}s"]]
    if as_list:
        return _list(archive, as_json)
    if bool(ids) == bool(tags):
        raise CuratorError(
            _("What is to be erased? Give numbers of articles, or names with --person and the like; not both."),
            _("curator list ARCHIVE shows the numbers."),
        )
    with opened(archive) as context:
        if ids:
            erased = erase.articles(context, ids, reason, confirm)
        else:
            if titles is None:
                _tell_written(erase.written_with(context, tags))
            erased = erase.names(context, tags, reason, confirm, titles)
    result(as_json, _fields(erased), _words(erased))
    _tell_what_stays(erased)
    for problem in erased.problems:
        complain(problem.message, problem.hint)
    return 1 if erased.problems else 0


def _list(archive: Path, as_json: bool) -> int:
    with opened(archive) as context:
        found = erase.tombstones(context)
    for stone in found:
        fields = {name: getattr(stone, name) for name in stone.__slots__}
        result(as_json, fields, f"{stone.at[:10]}  {stone.record} {stone.row_id}  {stone.by_whom}: {stone.reason}")
    if not found:
        tell(_("Nothing was ever erased from this archive."))
    return 0


def _fields(erased: Erased) -> dict[str, object]:
    return {
        "record": erased.record,
        "ids": erased.ids,
        "originals": erased.originals,
        "shared": erased.shared,
        "still_named": erased.still_named,
        "other_names": erased.other_names,
        "written": [{name: getattr(each, name) for name in each.__slots__} for each in erased.written],
        "blotted": erased.blotted,
        "backup": display(erased.backup.path) if erased.backup else None,
        "problems": [problem.code for problem in erased.problems],
    }


def _words(erased: Erased) -> str:
    number = len(erased.ids)
    if erased.record == "authority":
        words = ngettext("Erased for good: %(n)d record of a name.", "Erased for good: %(n)d records of names.", number)
        return words % {"n": number}
    words = ngettext("Erased for good: %(n)d article", "Erased for good: %(n)d articles", number) % {"n": number}
    files = ngettext("with %(n)d original file.", "with %(n)d original files.", erased.originals)
    return f"{words} {files % {'n': erased.originals}}"


def _tell_what_stays(erased: Erased) -> None:
    for name in erased.shared:
        tell(_("The original %(file)s stays: another article was made from it.") % {"file": name})
    if erased.still_named:
        numbers = ", ".join(map(str, erased.still_named))
        tell(
            _("The texts of articles are sources and were not changed. These still hold the name: %(ids)s")
            % {"ids": numbers}
        )
    if erased.other_names:
        others = ", ".join(f"“{name}”" for name in erased.other_names)
        tell(_("These names on record hold it and were not changed: %(names)s") % {"names": others})
    if erased.blotted and erased.written:
        number = len(erased.written)
        words = ngettext(
            "%(n)d title or note holds […] in its place.", "%(n)d titles and notes hold […] in its place.", number
        )
        tell(words % {"n": number})


def _tell_written(found: Sequence[erase.Written]) -> None:
    """List what people wrote that holds a name."""
    for each in found:
        words = f"{each.record.replace('_', ' ')} {each.row_id}, {each.field}: {' '.join(each.words.split())}"
        tell(_("In the history: %s") % words if each.is_past else words)
