"""curator text: the text of an article in its versions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from curator.cli.options import ID, archive_argument, json_option, opened, text
from curator.cli.output import result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.passage import Passage
from curator.model.text_version import TextVersion
from curator.operations import passages, text_versions
from curator.operations.context import Context
from curator.operations.discovery import unreadable
from curator.text.encoding import decode

# Characters of the shared text that are shown to either side of a difference.
_AROUND = 60


@click.command("text")
@archive_argument
@click.argument("article_id", type=ID, metavar="ID")
@click.option("--edit", "file", type=text, metavar="FILE", help="Store the text of FILE as a new version; - is stdin.")
@click.option("--versions", "list_versions", is_flag=True, help="List the versions.")
@click.option("--diff", "pair", type=ID, nargs=2, metavar="A B", help="Show what differs between two versions.")
@click.option("--use", "number", type=ID, metavar="VERSION", help="Go back, or forward, to a version.")
@click.option("--passages", "list_passages", is_flag=True, help="List the tagged passages and whether they kept place.")
@click.option("--confirm", type=ID, multiple=True, metavar="PASSAGE", help="A passage that moved stands rightly.")
@click.option("--remove", type=ID, multiple=True, metavar="PASSAGE", help="Remove a passage with its tags.")
@json_option
def text_command(
    archive: Path,
    article_id: int,
    file: str | None,
    list_versions: bool,
    pair: tuple[int, int] | None,
    number: int | None,
    list_passages: bool,
    confirm: tuple[int, ...],
    remove: tuple[int, ...],
    as_json: bool,
) -> None:
    """Show, edit and compare the text of an article.

    Every edit makes a new version; the extracted text always stays. Tagged passages follow the edit: one whose words
    changed is marked as moved, one that is not found any more as detached, and none is lost. Look at those: --confirm
    says that one stands rightly, --remove takes it away; notes on it stay with the article.

    \b
      curator text letters.curator 3 > cellar.txt
      curator text letters.curator 3 --edit cellar.txt
      curator text letters.curator 3 --diff 1 2
      curator text letters.curator 3 --use 1
      curator text letters.curator 3 --confirm 12 --confirm 15
    """
    asked = [file is not None, list_versions, pair is not None, number is not None, list_passages, confirm, remove]
    if sum(map(bool, asked)) > 1:
        raise CuratorError(
            _("One thing at a time: --edit, --versions, --diff, --use, --passages, --confirm or --remove.")
        )
    with opened(archive) as context:
        if file is not None:
            _say_changed(as_json, article_id, text_versions.edit(context, article_id, _read(file)))
        elif number is not None:
            _say_changed(as_json, article_id, text_versions.use(context, article_id, number))
        elif pair is not None:
            _say_differences(as_json, text_versions.compared(context, article_id, *pair))
        elif list_passages or confirm or remove:
            _judge(context, article_id, confirm, remove)
            _say_passages(as_json, article_id, passages.of_article(context, article_id))
        else:
            _say_versions(context, as_json, article_id, list_versions)


def _read(file: str) -> str:
    if file == "-":
        return decode(sys.stdin.buffer.read()).text
    try:
        return decode(Path(file).read_bytes()).text
    except OSError as error:
        problem = unreadable(Path(file), error)
        raise CuratorError(problem.message, problem.hint) from error


def _say_versions(context: Context, as_json: bool, article_id: int, listed: bool) -> None:
    found = text_versions.listed(context, article_id)
    if not listed:
        body = text_versions.in_use(context, article_id)
        in_use = next(version for version in found if version.in_use)
        result(as_json, _version(article_id, in_use) | {"text": body}, body)
        return
    for version in found:
        mark = _("in use") if version.in_use else ""
        words = f"{version.number:>4}  {version.version:<10} {version.length:>8}  {version.made_by:<24} {mark}"
        result(as_json, _version(article_id, version), words.rstrip())


def _version(article_id: int, version: TextVersion) -> dict[str, object]:
    return {
        "article": article_id,
        "version": version.number,
        "kind": version.version,
        "made_by": version.made_by,
        "length": version.length,
        "sha256": version.body_hash,
        "in_use": version.in_use,
    }


def _say_changed(as_json: bool, article_id: int, done: text_versions.TextChange) -> None:
    changed = done.changes.ids("passage")
    touched = [passage for passage in done.passages if passage.id in changed]
    fields = _version(article_id, done.version) | {
        "revision": done.changes.revision_id,
        "passages": [_passage(passage) for passage in touched],
    }
    if not done.changes:
        result(as_json, fields, _("Nothing to change: it is so already."))
        return
    lines = [_("Version %(number)d is in use.") % {"number": done.version.number}]
    kept = sum(passage.state == "anchored" for passage in done.passages)
    if done.passages:
        lines.append(ngettext("%(n)d passage kept its words.", "%(n)d passages kept their words.", kept) % {"n": kept})
    lines += [_passage_line(passage) for passage in touched if passage.state != "anchored"]
    result(as_json, fields, "\n".join(lines))


def _say_passages(as_json: bool, article_id: int, found: list[Passage]) -> None:
    for passage in found:
        result(as_json, {"article": article_id} | _passage(passage), _passage_line(passage))
    tell(ngettext("%(n)d passage.", "%(n)d passages.", len(found)) % {"n": len(found)})


def _judge(context: Context, article_id: int, confirm: tuple[int, ...], remove: tuple[int, ...]) -> None:
    """Confirm or remove passages, all of them of the article that was named."""
    own = {passage.id for passage in passages.of_article(context, article_id)}
    for number in (*confirm, *remove):
        if number not in own:
            raise CuratorError(
                _("Article %(id)d has no passage %(number)d.") % {"id": article_id, "number": number},
                _("Its passages: curator text ARCHIVE %(id)d --passages") % {"id": article_id},
            )
    if confirm:
        passages.confirm(context, confirm)
    if remove:
        passages.remove(context, remove)


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "passage": passage.id,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "state": passage.state,
    }


def _passage_line(passage: Passage) -> str:
    states = {"anchored": _("anchored"), "moved": _("moved"), "detached": _("detached")}
    place = f"{passage.start}:{passage.end}"
    return f"{passage.id:>5}  {states[passage.state]:<10} {place:>13}  {' '.join(passage.quote.split())}"


def _say_differences(as_json: bool, found: text_versions.Comparison) -> None:
    pieces: list[str] = []
    for step in found.differences:
        old, new = found.old[step.old_start : step.old_end], found.new[step.new_start : step.new_end]
        if as_json and step.kind != "equal":
            places = {"old_start": step.old_start, "old_end": step.old_end, "new_start": step.new_start}
            result(True, {"kind": step.kind} | places | {"new_end": step.new_end, "old": old, "new": new}, "")
        if step.kind == "equal":
            pieces.append(_shortened(old, not pieces, step.old_end == len(found.old)))
        else:
            pieces += [f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else ""]
    if not as_json:
        result(False, {}, "".join(pieces) if len(found.differences) > 1 else _("They are the same."))


def _shortened(words: str, first: bool, last: bool) -> str:
    """Return what both versions share, cut to what stands near the differences."""
    before, after = ("" if first else words[:_AROUND]), ("" if last else words[-_AROUND:])
    return words if len(words) <= 2 * _AROUND else f"{before} … {after}"
