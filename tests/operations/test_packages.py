"""Packages: what comes in is what went out, in records and bytes; what is not whole is refused, and nothing written."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.archive import Archive, authorities
from curator.archive.connection import one_state
from curator.archive.journal import RECORDS
from curator.archive.originals import Staged, Staging, stored_path
from curator.errors import Cancelled, CuratorError
from curator.model.revision import Label
from curator.operations import bags, packages
from curator.operations.context import Context
from curator.operations.export import export
from curator.operations.export_source import ArchiveSource

from .curated import fill


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of a whole archive; never changed by a test."""
    place = tmp_path_factory.mktemp("source")
    with Archive.create(place / "Letters.curator", actor="Tester") as archive:
        fill(archive, place / "pages")
        export(Context(archive), place / "bag", "package")
        export(Context(archive), place / "Letters.zip", "package")
        export(Context(archive), place / "part", "package", collection="Cellars")
    return place / "bag"


@pytest.fixture
def copy(bag: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bag, tmp_path / "copy"))


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"data/records/{table}.jsonl").read_text("utf-8").split("\n")[:-1]]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def state(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in archive.read().execute(f'SELECT * FROM "{table}"')] for table in RECORDS}


def seal(folder: Path) -> None:
    """Make the manifests of a changed package right again, as somebody might who means harm."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files(folder).items())}
    payload = [f"{sums[name]}  {name}\n" for name in sums if name.startswith("data/")]
    (folder / "manifest-sha256.txt").write_text("".join(payload), "utf-8")
    sums["manifest-sha256.txt"] = hashlib.sha256("".join(payload).encode()).hexdigest()
    tags = [f"{sums[name]}  {name}\n" for name in sums if not name.startswith(("data/", "tagmanifest"))]
    (folder / "tagmanifest-sha256.txt").write_text("".join(tags), "utf-8")


def edit(folder: Path, table: str, change: Callable[[list[dict[str, object]]], None]) -> None:
    found = rows(folder, table)
    change(found)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    (folder / f"data/records/{table}.jsonl").write_text(text, "utf-8")
    seal(folder)


def refused(context: Context, package: Path, words: str) -> None:
    """Both the import and its dry run refuse a package in words, and leave no trace."""
    before = state(context.archive)
    for attempt in (packages.examine, packages.bring_in):
        with pytest.raises(CuratorError, match=words) as raised:
            attempt(context, package)
        assert raised.value.hint
    assert state(context.archive) == before
    assert not [path for path in context.archive.folder.originals.rglob("*") if path.is_file()]


def test_the_reference_implementation_finds_the_bags_valid(bag: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bag.parent / "Letters.zip") as packed:
        packed.extractall(tmp_path)
    folders = [bag, bag.parent / "part", tmp_path / "Letters"]
    command = [sys.executable, "-m", "bagit", "--quiet", "--validate", *map(str, folders)]
    subprocess.run(command, check=True, capture_output=True)
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    in_zip, in_folder = files(tmp_path / "Letters"), files(bag)
    assert in_zip.keys() == in_folder.keys()
    assert {name for name in in_zip if in_zip[name] != in_folder[name]} == set()


def test_records_are_sorted_and_point_by_uid(bag: Path) -> None:
    uids = {row["uid"] for table in RECORDS for row in rows(bag, table)}
    for table in RECORDS:
        found = rows(bag, table)
        assert [row["uid"] for row in found] == sorted(str(row["uid"]) for row in found)
        for row in found:
            assert list(row) == sorted(row) and not {"id", "folded"} & set(row)
            pointing = [
                value for name, value in row.items() if name.endswith("_id") or name in ("merged_into", "based_on")
            ]
            assert {value for value in pointing if value is not None} <= uids
    assert all(rows(bag, table) for table in RECORDS)  # the archive of the test has a record of every kind
    texts = {path.stem: path.read_text("utf-8") for path in (bag / "data/text").iterdir()}
    assert len(texts) == len(rows(bag, "article")) == 5
    assert "Gəncə kitabxanası açıldı." in texts.values()  # the version in use


@pytest.mark.parametrize("form", ["bag", "Letters.zip"])
def test_export_import_export_gives_the_same_bytes(bag: Path, context: Context, tmp_path: Path, form: str) -> None:
    done = packages.bring_in(context, bag.parent / form)
    assert done.counts == {"added": 5}
    export(context, tmp_path / "again", "package")
    assert files(tmp_path / "again" / "data") == files(bag / "data")
    problems = context.archive.read().execute("PRAGMA foreign_key_check").fetchall()
    assert problems == []


def test_an_import_is_one_act_that_undo_takes_back(bag: Path, context: Context, tmp_path: Path) -> None:
    before = state(context.archive)
    reported: list[object] = []
    done = packages.bring_in(context, bag, reported.append)
    after = state(context.archive)
    assert len(reported) == 5 and done.changes.ids("article")
    assert context.archive.read().execute("SELECT count(*) FROM revision").fetchone()[0] == 2
    context.archive.undo()
    assert state(context.archive) == before
    context.archive.redo()
    assert state(context.archive) == after
    with pytest.raises(CuratorError, match="is not empty"):
        packages.bring_in(context, bag)


def test_names_meet_in_any_spelling_after_an_import(bag: Path, context: Context) -> None:
    packages.bring_in(context, bag)
    connection = context.archive.read()
    assert [found.preferred_name for found in authorities.named(connection, "GENCE")] == ["Gəncə"]
    assert [found.preferred_name for found in authorities.named(connection, "лючия бандини")] == ["Lucia Bandini"]


def test_a_choice_holds_what_belongs_to_it_and_nothing_dangles(bag: Path, context: Context) -> None:
    part = bag.parent / "part"
    assert {row["language"] for row in rows(part, "article")} == {"az", "en"}
    names = {row["preferred_name"] for row in rows(part, "authority")}
    # Tagged, the speaker, one merged into her, a broader term; neither the theme nobody used nor the one like her.
    assert names == {"Gəncə", "Lucia Bandini", "Лючия Бандини", "The region"}
    assert {row["title"] for row in rows(part, "collection")} == {"Newspapers", "Cellars"}
    assert {row["outcome"] for row in rows(part, "accession_item")} == {"added"}
    for table in ("archive", "saved_search", "article_relation", "not_same"):
        assert rows(part, table) == []
    title, uid = context.archive.read().execute("SELECT title, uid FROM archive").fetchone()
    packages.bring_in(context, part)
    assert tuple(context.archive.read().execute("SELECT title, uid FROM archive").fetchone()) == (title, uid)


def test_a_dry_run_counts_and_writes_nothing(bag: Path, context: Context) -> None:
    before = state(context.archive)
    contents = packages.examine(context, bag)
    assert (contents.title, contents.chosen) == ("Letters", None)
    assert (contents.records["article"], contents.records["mention"], contents.bytes) == (5, 5, 567)
    assert state(context.archive) == before


def test_only_an_empty_archive_takes_a_package(bag: Path, context: Context) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        authorities.add(transaction, "person", "Edith Marlow")
    with pytest.raises(CuratorError, match="is not empty"):
        packages.bring_in(context, bag)


@settings(max_examples=25)
@given(st.data())
def test_any_changed_byte_is_noticed(bag: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    # In the last list a digit may change its case and still mean the same.
    names = sorted(name for name in files(bag) if name != "tagmanifest-sha256.txt")
    name = data.draw(st.sampled_from(names))
    copy = Path(shutil.copytree(bag, tmp_path_factory.mktemp("flip") / "bag"))
    content = bytearray((copy / name).read_bytes())
    if not content:
        content = bytearray(b"x")
    else:
        content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (copy / name).write_bytes(content)
    with bags.opened(copy) as opened, pytest.raises(CuratorError, match="is not whole"):
        opened.verify(lambda done, total: None)


def test_missing_and_added_files_are_named(copy: Path, context: Context) -> None:
    text = next((copy / "data/text").iterdir())
    kept = text.read_bytes()
    text.unlink()
    refused(context, copy, f"{text.name} is missing")
    text.write_bytes(kept)
    (copy / "data" / "more.txt").write_text("x")
    refused(context, copy, "data/more.txt was added")
    (copy / "data" / "more.txt").unlink()
    (copy / "data" / ".DS_Store").write_text("a file manager was here")
    assert packages.bring_in(context, copy).counts == {"added": 5}


def test_a_manifest_that_leads_out_is_refused(copy: Path, context: Context) -> None:
    manifest = copy / "manifest-sha256.txt"
    for path in ("data/../../x", "/etc/passwd", "data\\..\\x", "data/C:x", "README.txt"):
        manifest.write_text(manifest.read_text() + f"{'0' * 64}  {path}\n")
        refused(context, copy, "names “")


def test_a_link_is_refused(copy: Path, context: Context, tmp_path: Path) -> None:
    text = next((copy / "data/text").iterdir())
    text.rename(tmp_path / "elsewhere")
    try:
        text.symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("links are not allowed here")
    refused(context, copy, "is a link")


def zipped(folder: Path, out: Path, **more: bytes) -> Path:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files(folder).items():
            packed.writestr(f"top/{name}", content)
        for name, content in more.items():
            packed.writestr(name, content)
    return out


@pytest.mark.parametrize("name", ["../x", "/x", "top/../../x", "other/x", "top\\..\\x"])
def test_a_zip_that_leads_out_is_refused(bag: Path, context: Context, tmp_path: Path, name: str) -> None:
    refused(context, zipped(bag, tmp_path / "evil.zip", **{name: b"x"}), "names “")
    assert not (tmp_path.parent / "x").exists()


def test_a_zip_bomb_is_refused_before_it_unpacks(bag: Path, context: Context, tmp_path: Path) -> None:
    bomb = zipped(bag, tmp_path / "bomb.zip", **{"top/data/text/zeros.txt": bytes(120_000_000)})
    assert bomb.stat().st_size < 1_000_000
    refused(context, bomb, "far more than a package holds")


def test_a_damaged_zip_is_told_in_words(bag: Path, context: Context, tmp_path: Path) -> None:
    packed = zipped(bag, tmp_path / "torn.zip")
    data = bytearray(packed.read_bytes())
    data[3000:3040] = bytes(40)
    packed.write_bytes(data)
    refused(context, packed, "is not whole|was changed")


def circle(found: list[dict[str, object]], field: str) -> None:
    for row, following in zip(found, [*found[1:], found[0]], strict=True):
        row[field] = following["uid"]


UNKNOWN = "01a00000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("article", lambda found: found[0].update(mood="calm"), "newer Curator.*field mood"),
        ("article", lambda found: found[0].update(title=3), "wrong kind"),
        ("article", lambda found: found[0].update(published_earliest="x"), "wrong kind"),
        ("article", lambda found: found[0].update(trashed=True), "wrong kind"),
        ("article", lambda found: found[0].update(title="a\0b"), "wrong kind"),
        ("article", lambda found: found[0].update(uid="../x"), "no record with a uid"),
        ("article", lambda found: found.append(found[0]), "twice"),
        ("article", lambda found: found[0].pop("text_id"), "no record speaks of the file data/text"),
        ("article_text", lambda found: found[0].update(body="other"), "positions were counted"),
        ("mention", lambda found: found[0].update(authority_id=UNKNOWN), "points to"),
        ("mention", lambda found: found[0].pop("article_id"), "has no article_id"),
        ("original", lambda found: found.pop(), "points to|no record speaks"),
        ("original", lambda found: found[0].update(sha256="0" * 64), "is missing"),
        ("original", lambda found: found[0].update(sha256="../x"), "is missing"),
        ("archive", lambda found: found.append({**found[0], "uid": UNKNOWN}), "more than one archive"),
        ("authority", lambda found: found[0].update(merged_into=found[0]["uid"]), "leads back to itself"),
        ("collection", lambda found: circle(found, "parent_id"), "leads back to itself"),
    ],
)
def test_records_that_do_not_fit_are_refused(
    copy: Path, context: Context, table: str, change: Callable[[list[dict[str, object]]], None], words: str
) -> None:
    edit(copy, table, change)
    refused(context, copy, words)


def test_a_value_that_breaks_a_rule_takes_the_whole_import_back(copy: Path, context: Context) -> None:
    edit(copy, "authority", lambda found: found[0].update(kind="animal"))
    before = state(context.archive)
    with pytest.raises(CuratorError, match="breaks a rule"):
        packages.bring_in(context, copy)
    assert state(context.archive) == before
    assert not list(context.archive.folder.incoming.glob("*"))


def test_newer_packages_are_refused_as_newer(copy: Path, context: Context) -> None:
    (copy / "data/records/feeling.jsonl").write_text("")
    seal(copy)
    refused(context, copy, "newer Curator.*feeling.jsonl")
    (copy / "data/records/feeling.jsonl").unlink()
    marker = json.loads((copy / "curator-package.json").read_text())
    (copy / "curator-package.json").write_text(json.dumps(marker | {"format": 2}))
    seal(copy)
    refused(context, copy, "newer Curator.*format 2")
    (copy / "curator-package.json").write_text("[]")
    seal(copy)
    refused(context, copy, "cannot be understood")


def test_fields_that_an_older_package_lacks_get_their_defaults(copy: Path, context: Context) -> None:
    edit(copy, "article", lambda found: [row.pop("level") for row in found] and None)
    packages.bring_in(context, copy)
    assert {row[0] for row in context.archive.read().execute("SELECT level FROM article")} == {"item"}


def test_what_is_not_a_package_is_not_taken_for_one(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("x")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("a/b/curator-package.json", "{}")
        packed.writestr("bagit.txt", "")
    for path in (tmp_path, tmp_path / "text.txt", tmp_path / "other.zip", tmp_path / "missing"):
        assert not bags.is_package(path)
    assert packages.only_package([copy]) == copy
    assert packages.only_package([tmp_path / "text.txt"]) is None
    with pytest.raises(CuratorError, match="by itself"):
        packages.only_package([tmp_path / "text.txt", copy])


def test_a_stopped_import_brings_nothing_in(bag: Path, context: Context) -> None:
    before = state(context.archive)

    def stop(_progress: object) -> None:
        raise Cancelled

    context.progress = stop
    assert packages.bring_in(context, bag).cancelled
    assert state(context.archive) == before


def test_a_disk_that_fills_up_at_the_end_leaves_nothing(
    bag: Path, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(context.archive)
    keep = Staging.keep

    def full(staging: Staging, staged: list[Staged]) -> None:
        keep(staging, staged)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(packages.Staging, "keep", full)
    with pytest.raises(CuratorError, match="is full"):
        packages.bring_in(context, bag)
    assert state(context.archive) == before
    assert not [path for path in context.archive.folder.originals.rglob("*") if path.is_file()]


def test_originals_that_an_undone_import_left_stay_for_its_redo(
    bag: Path, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.bring_in(context, bag)
    context.archive.undo()
    monkeypatch.setattr(packages.Arrival, "take", lambda *_arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        packages.bring_in(context, bag)
    context.archive.redo()
    sha256 = [str(row["sha256"]) for row in rows(bag, "original")]
    assert all(stored_path(context.archive.folder, digest).is_file() for digest in sha256)


def test_damaged_originals_do_not_leave(archive: Archive, tmp_path: Path) -> None:
    fill(archive, tmp_path / "pages")
    sha256 = archive.read().execute("SELECT sha256 FROM original").fetchone()[0]
    path = stored_path(archive.folder, sha256)
    path.write_bytes(b"other")
    with pytest.raises(CuratorError, match="bytes have changed"):
        export(Context(archive), tmp_path / "bag", "package")
    path.unlink()
    with pytest.raises(CuratorError, match="cannot be read"):
        export(Context(archive), tmp_path / "bag.zip", "package")
    assert not list(tmp_path.glob("*bag*")) and not list(tmp_path.glob(".*"))


def test_an_export_sees_one_state_of_the_archive(archive: Archive, tmp_path: Path) -> None:
    fill(archive, tmp_path / "pages")
    source = ArchiveSource(Context(archive), [1, 2])
    with one_state(archive.read()):
        tables = source.tables()
        assert len(list(next(tables)[1])) == 1
        with archive.transaction(Label("Late")) as transaction:
            authorities.add(transaction, "person", "Late Comer")
        seen = {table: [row.get("preferred_name") for row in found] for table, found in tables}
    assert len(seen["authority"]) == 6 and "Late Comer" not in seen["authority"]
    assert "Late Comer" in [row.get("preferred_name") for row in dict(source.tables())["authority"]]


def test_a_whole_archive_without_articles_makes_a_package(context: Context, tmp_path: Path) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        authorities.add(transaction, "person", "Edith Marlow")
    report = export(context, tmp_path / "names", "package")
    assert report.count == 0 and len(rows(tmp_path / "names", "authority")) == 1
    with pytest.raises(CuratorError, match="nothing to export"):
        export(context, tmp_path / "x.csv", "csv")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield
