"""The pictures of saved pages in a site: those kinds that every browser shows and that hold nothing that runs."""

from __future__ import annotations

import shutil

from curator.errors import CuratorError
from curator.i18n import _
from curator.model.export import ExportPicture, ExportRecord
from curator.writers.contract import ExportSource
from curator.writers.site.pages import Pages
from curator.writers.whole_file import writing

_FOLDER = "pictures"
# SVG may hold scripts, which run when it is opened by itself.
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}


def add_pictures(made: Pages, source: ExportSource, record: ExportRecord) -> list[tuple[str, ExportPicture]]:
    """Copy the pictures of an article into the site, each file once; return where each lies, from the top."""
    shown: list[tuple[str, ExportPicture]] = []
    for picture in record.pictures:
        suffix = _SUFFIXES.get(picture.media_type)
        if suffix:
            file = f"{_FOLDER}/{picture.sha256[:32]}{suffix}"
            _copy(made, source, picture, file)
            shown.append((file, picture))
    return shown


def _copy(made: Pages, source: ExportSource, picture: ExportPicture, file: str) -> None:
    target = made.folder / file
    if target.exists():
        return
    with source.open_original(picture.sha256) as stream, writing(made.out):
        target.parent.mkdir(exist_ok=True)
        with target.open("xb") as copy:
            shutil.copyfileobj(stream, copy)
    if target.stat().st_size != picture.size:
        raise CuratorError(
            _("The picture %(name)s is not what was received: its bytes have changed.") % {"name": picture.file_name},
            _("Bring it back from a copy of the archive, then export again."),
        )
    made.bytes += picture.size
