"""packaging/linux: the entry of the menu and the media type of archives, as a Linux desktop reads them."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import desktop_entry
from curator.archive import Archive
from curator.archive.connection import APPLICATION_ID
from curator.archive.folder import DATABASE
from curator.cli import opening, run

SPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


def entry(file: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file, "utf-8")
    return dict(parser["Desktop Entry"])


def media_type() -> ElementTree.Element:
    found = ElementTree.parse(desktop_entry.SOURCE / "curator.xml").find("mime:mime-type", SPACE)
    assert found is not None
    return found


def test_what_the_entry_names_is_there() -> None:
    fields = entry(desktop_entry.SOURCE / "curator.desktop")
    assert fields["MimeType"] == f"{desktop_entry.MEDIA_TYPE};" == f"{media_type().get('type')};"
    assert (desktop_entry.SOURCE / f"{fields['Icon']}.svg").is_file()
    assert set(desktop_entry.PLACES) == {path.name for path in desktop_entry.SOURCE.iterdir()}
    scripts = (desktop_entry.SOURCE.parents[1] / "pyproject.toml").read_text("utf-8")
    assert re.search(rf"^{fields['TryExec']} = ", scripts, re.MULTILINE)
    assert fields["Exec"] == f"{fields['TryExec']} %f"
    icon = media_type().find("mime:icon", SPACE)
    assert icon is not None and any(
        place.endswith(f"/{icon.get('name')}.svg") for place in desktop_entry.PLACES["curator.svg"]
    )


def test_the_media_type_is_that_of_every_archive(tmp_path: Path) -> None:
    Archive.create(tmp_path / "Letters.curator").close()
    head = (tmp_path / "Letters.curator" / DATABASE).read_bytes()[:100]
    outer = media_type().find("mime:magic/mime:match", SPACE)
    inner = media_type().find("mime:magic/mime:match/mime:match", SPACE)
    assert outer is not None and inner is not None
    for match in (outer, inner):
        at, value = int(match.get("offset", "")), match.get("value", "").replace(r"\x00", "\0").encode()
        assert head[at : at + len(value)] == value
    assert inner.get("value", "").encode() == APPLICATION_ID.to_bytes(4, "big")
    glob = media_type().find("mime:glob", SPACE)
    assert glob is not None and glob.get("pattern") == DATABASE


def test_it_is_installed_for_one_user_and_taken_out_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    program = tmp_path / 'a "strange" $place 100%' / "curator"
    desktop_entry.install(program, data)
    installed = {place for places in desktop_entry.PLACES.values() for place in places}
    assert all((data / place).is_file() for place in installed)
    fields = entry(data / "applications" / "curator.desktop")
    assert fields["Exec"].endswith(" %f")
    unescaped = fields["Exec"].removesuffix(" %f").replace("\\\\", "\\").strip('"')
    assert re.sub(r"\\(.)", r"\1", unescaped).replace("%%", "%") == os.fspath(program)
    desktop_entry.remove(data)
    assert not any((data / place).exists() for place in installed)


def test_the_folder_of_data_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert desktop_entry.user_data() == tmp_path
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    assert desktop_entry.user_data() == Path.home() / ".local" / "share"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    desktop_entry.install(tmp_path / "a b" / "curator", tmp_path)
    for file in (desktop_entry.SOURCE / "curator.desktop", tmp_path / "applications" / "curator.desktop"):
        done = subprocess.run(["desktop-file-validate", os.fspath(file)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="shared-mime-info is not installed")
def test_the_database_of_media_types_takes_it(tmp_path: Path) -> None:
    desktop_entry.install(Path("/usr/bin/curator"), tmp_path)
    assert (tmp_path / "mime" / "application" / "vnd.curator.archive+sqlite3.xml").is_file()
    assert b"Cura" in (tmp_path / "mime" / "magic").read_bytes()


def test_the_folder_and_the_database_in_it_open_the_same_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.create(tmp_path / "Letters.curator").close()
    opened: list[list[Path]] = []
    monkeypatch.setattr(opening, "open_window", lambda archives: opened.append(archives) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for path in (tmp_path / "Letters.curator", tmp_path / "Letters.curator" / DATABASE):
        assert run([os.fspath(path)]) == 0
    assert opened == [[tmp_path / "Letters.curator"]] * 2
