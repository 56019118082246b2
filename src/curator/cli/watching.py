"""curator watch."""

from __future__ import annotations

import time
from pathlib import Path

import click

from curator.cli.long_run import Stop
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.outcome_lines import outcome_fields, outcome_words
from curator.cli.output import ProgressLine, result, tell
from curator.errors import Cancelled, CuratorError
from curator.i18n import _
from curator.operations import watch_folder
from curator.operations.outcomes import ItemOutcome
from curator.operations.watch_folder import STILL_S, Watcher
from curator.paths import display

# Between two looks, and between two askings whether the user wants to stop.
_LOOK_S, _ASK_S = 5.0, 0.1


@click.command("watch")
@archive_argument
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--once", is_flag=True, help="Read what is there now, and end.")
@click.option("--remember", is_flag=True, help="Only set FOLDER as the folder that the window watches.")
@click.option("--off", is_flag=True, help="Only let the window watch no folder any more.")
@json_option
def watch_command(archive: Path, folder: Path | None, once: bool, remember: bool, off: bool, as_json: bool) -> None:
    """Read new files of a folder into a review, until Ctrl+C; each file once, however often it is copied there.

    Files are not moved or altered, and nothing enters the archive by itself: curator review ARCHIVE list shows what
    was read. Without FOLDER, the one that was set is watched.

    \b
      curator watch letters.curator ~/saved-pages
      curator watch letters.curator ~/saved-pages --once
      curator watch letters.curator ~/saved-pages --remember
      curator watch letters.curator --off
    """
    line, stop = ProgressLine(), Stop()

    def report(outcome: ItemOutcome) -> None:
        line.clear()
        result(as_json, outcome_fields(outcome), outcome_words(outcome))

    with opened(archive) as context, stop.on_interrupt():
        if off:
            watch_folder.set_folder(context, None)
            return
        place = folder or watch_folder.folder_of(context)
        if place is None:
            raise CuratorError(_("No folder is watched."), _("Name one: curator watch ARCHIVE FOLDER"))
        if remember:
            watch_folder.set_folder(context, place)
            tell(_("The window watches %(path)s.") % {"path": display(place.absolute())})
            return
        watch_folder.refuse(context, place)
        context.progress = stop.watched(line)
        watcher = Watcher(context, place)
        try:
            watcher.step(report=report)
            _wait(stop, STILL_S)
            watcher.step(report=report)
            while not once:
                _wait(stop, _LOOK_S)
                watcher.step(report=report)
        except Cancelled:
            return


def _wait(stop: Stop, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() <= end:
        stop.check()
        time.sleep(_ASK_S)
