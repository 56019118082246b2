"""Fixity: whether the originals still have the bytes that came in, a thirtieth of them a day or all at once."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator

from curator.archive import originals, preservation
from curator.archive.opening import Archive
from curator.archive.originals import stored_path
from curator.archive.preservation import Event
from curator.i18n import _, ngettext
from curator.model.health import Finding, Fixity

# An original is looked at once in so many days.
ROUND_DAYS = 30
_BATCH = 200


def due(archive: Archive, total: int) -> int:
    """Return how many originals have to be hashed now: a thirtieth for each day since the last run of checks.

    A second run on the same day has none to do; a clock that was set back counts as one day.
    """
    last = preservation.last(archive.read(), "fixity check")
    if last is None:
        days = 1
    else:
        today = datetime.datetime.now(datetime.UTC).date()
        days = (today - datetime.datetime.fromisoformat(last).date()).days
    days = 1 if days < 0 else min(days, ROUND_DAYS)
    return -(-total * days // ROUND_DAYS)


def check(
    archive: Archive, fixity: Fixity, whole: bool = False, tick: Callable[[int, int], None] = lambda done, total: None
) -> Iterator[Finding]:
    """Look at the originals: that each is there, and of those that are due that their bytes are the same.

    What was found is kept as preservation events; of an archive on a read-only medium it is only told.

    Args:
        fixity: filled in on the way.
        whole: hash all of them.
        tick: called with the number hashed and how many there are to hash; what it raises ends the work.
    """
    queue = preservation.longest_unchecked(archive.read())
    fixity.total = len(queue)
    fixity.due = len(queue) if whole else due(archive, len(queue))
    position = 0
    while batch := queue[position : position + _BATCH]:
        events: list[Event] = []
        for sha256, size in batch:
            hashed = position < fixity.due
            if hashed:
                tick(position, fixity.due)
            position += 1
            event, finding = _look(archive, sha256, size, hashed)
            _count(fixity, event, finding)
            events += [event] if event else []
            if finding:
                yield finding
        _keep(archive, events)
    detail = f"{fixity.ok} of {fixity.total} ok, {fixity.changed} changed, {fixity.missing} missing"
    bad = fixity.changed + fixity.missing
    if fixity.due and archive.writable:
        run = Event("fixity check", archive.actor, None, "failure" if bad else "success", detail)
        archive.derived((preservation.INSERT, [run.row()]))


def orphans(archive: Archive) -> Iterator[Finding]:
    """Yield a note on files in the store that nothing in the archive knows, and one on files of other programs."""
    on_record, in_history = originals.wanted(archive.read())
    stored = dict(originals.stored(archive.folder))
    unknown = sorted(stored.keys() - on_record - in_history)
    if unknown:
        message = ngettext(
            "%(n)d file in originals/ belongs to no article, such as %(place)s.",
            "%(n)d files in originals/ belong to no article, such as %(place)s.",
            len(unknown),
        )
        hint = _("An import that was cut off may have left them. They do no harm; the same import uses them.")
        values = {"n": len(unknown), "place": _place(unknown[0])}
        yield Finding("original-unknown", unknown[0], message % values, hint, serious=False)
    place = archive.folder.originals
    files = itertools.chain(place.glob("*"), place.glob("[0-9a-f][0-9a-f]/*"))
    strange = sorted(path.name for path in set(files) - set(stored.values()) if path.is_file())
    if strange:
        message = ngettext(
            "%(n)d file in originals/ was not put there by Curator: %(name)s.",
            "%(n)d files in originals/ were not put there by Curator, such as %(name)s.",
            len(strange),
        )
        hint = _("Curator leaves them alone. Import what is an article.")
        yield Finding(
            "file-unknown", strange[0], message % {"n": len(strange), "name": strange[0]}, hint, serious=False
        )


def _look(archive: Archive, sha256: str, size: int, hashed: bool) -> tuple[Event | None, Finding | None]:
    path = stored_path(archive.folder, sha256)
    if not path.is_file():
        return Event("fixity check", archive.actor, sha256, "failure", "missing"), _missing(sha256)
    if not hashed and path.stat().st_size == size:
        return None, None
    try:
        found, _size = originals.digest(path)
    except OSError as error:
        return Event("fixity check", archive.actor, sha256, "failure", "unreadable"), _unreadable(sha256, error)
    if found != sha256:
        return Event("fixity check", archive.actor, sha256, "failure", f"changed to {found}"), _changed(sha256, found)
    return Event("fixity check", archive.actor, sha256, "success"), None


def _count(fixity: Fixity, event: Event | None, finding: Finding | None) -> None:
    if finding is None:
        fixity.ok += 1 if event else 0
    elif finding.code == "original-missing":
        fixity.missing += 1
    else:
        fixity.changed += 1


def _keep(archive: Archive, events: list[Event]) -> None:
    """Keep events; a file that is as bad as it was at its last check is no news."""
    if not archive.writable:
        return
    connection = archive.read()
    news = []
    for event in events:
        row = connection.execute(
            "SELECT outcome, detail FROM preservation_event WHERE object = ? AND type = ? ORDER BY id DESC LIMIT 1",
            (event.object, event.type),
        ).fetchone()
        if event.outcome == "success" or row is None or tuple(row) != (event.outcome, event.detail):
            news.append(event)
    if news:
        archive.derived(*preservation.checked(news))


def _missing(sha256: str) -> Finding:
    return Finding(
        "original-missing",
        sha256,
        _("The original originals/%(place)s is missing.") % {"place": _place(sha256)},
        _("The article and its text are there. A backup may hold the file: put it back under this name."),
    )


def _changed(sha256: str, found: str) -> Finding:
    words = _("The original originals/%(place)s was changed: its SHA-256 was %(hash)s and is now %(found)s.")
    return Finding(
        "original-changed",
        sha256,
        words % {"place": _place(sha256), "hash": sha256, "found": found},
        _("Another program wrote to it, or the disk is failing. A backup may hold the right one: put it in its place."),
    )


def _unreadable(sha256: str, error: OSError) -> Finding:
    return Finding(
        "original-unreadable",
        sha256,
        _("The original originals/%(place)s cannot be read: %(reason)s.")
        % {"place": _place(sha256), "reason": error.strerror},
        _("Check that you may read it, and the disk. A backup may hold it."),
    )


def _place(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:]}"
