from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def drafts(curator, tmp_path: Path, saved_pages: Path, monkeypatch: pytest.MonkeyPatch):
    """An archive with a batch of four files of which two are clean."""
    monkeypatch.chdir(tmp_path)
    curator("new", "drafts.curator")
    (saved_pages / "empty.txt").write_bytes(b"")
    return lambda *arguments: curator("review", "drafts.curator", *map(str, arguments))


def test_clean_files_enter_and_the_rest_waits(curator, drafts) -> None:
    done = curator("import", "drafts.curator", "saved-pages", "--accept", "clean", "--rights", "Not stated", "--json")
    outcomes = {line["path"]: (line["outcome"], line["article"]) for line in done.lines}
    assert outcomes == {
        "saved-pages/cellar.html": ("added", 1),
        "saved-pages/library.md": ("added", 2),
        "saved-pages/room.txt": ("review", None),
        "saved-pages/empty.txt": ("failed", None),
    }
    assert done.code == 1
    assert done.err == "2 articles added, 2 wait for review.\n"
    waiting = {line["path"]: line for line in drafts("list", "--json").lines}
    assert [reason["code"] for reason in waiting["saved-pages/room.txt"]["problems"]] == ["no-title", "no-date"]
    assert curator("show", "drafts.curator", "1", "--json").line["rights_note"] == "Not stated"
    assert drafts("batches", "--json").line["needs"] == {"look": 1, "failed": 1}


def test_nothing_enters_unless_it_is_wanted(curator, drafts) -> None:
    done = curator("import", "drafts.curator", "saved-pages", "--accept", "none")
    assert "4 wait for review" in done.err
    assert curator("list", "drafts.curator").out == ""
    assert drafts("accept", "--clean").err == "2 items.\n"
    assert drafts("commit").code == 0
    assert len(curator("list", "drafts.curator", "--json").lines) == 2


def test_an_import_of_all_is_as_it_was(curator, drafts) -> None:
    done = curator("import", "drafts.curator", "saved-pages", "--collection", "Letters", "--json")
    assert [line["outcome"] for line in done.lines].count("added") == 3
    assert all("item" not in line for line in done.lines)
    assert curator("collections", "drafts.curator", "--json").line["articles"] == 3
    assert drafts("list").out == ""


def test_an_item_is_corrected_and_committed(curator, drafts) -> None:
    curator("import", "drafts.curator", "saved-pages", "--accept", "none")
    item = next(line["item"] for line in drafts("list", "--json").lines if line["path"].endswith("room.txt"))
    assert drafts("set", item, "--title", "The room", "--date", "May 1966", "--json").line["need"] == "clean"
    assert drafts("undo", "--json").line == {"act": "Set title, published", "items": [item]}
    assert drafts("redo").out == "Brought back: Set title, published.\n"
    shown = drafts("show", item, "--json").line
    assert shown["fields"]["published"]["source"] == "person"
    assert "The room" in drafts("show", item).out
    drafts("accept", item)
    assert drafts("put-back", item).code == drafts("reject", item).code == drafts("accept", item).code == 0
    added = drafts("commit", "--json").line
    assert (added["title"], added["date"], added["item"]) == ("The room", "1966-05", item)
    assert curator("undo", "drafts.curator").out == "Undone: Import an article from saved-pages\n"
    again = next(line for line in drafts("list", "--json").lines if line["item"] == item)
    assert (again["state"], again["title"]) == ("accepted", "The room")


def test_parts_are_restored_and_cut(curator, drafts) -> None:
    curator("import", "drafts.curator", "saved-pages/cellar.html", "--accept", "none")
    (item,) = [line["item"] for line in drafts("list", "--json").lines]
    cut = [part["part"] for part in drafts("show", item, "--json").line["parts"] if not part["kept"]]
    assert cut
    drafts("restore", item, *cut)
    assert all(part["kept"] for part in drafts("show", item, "--json").line["parts"])
    drafts("cut", item, cut[0])
    assert not drafts("show", item, "--json").line["parts"][cut[0]]["kept"]
    drafts("restore", item)
    assert all(part["kept"] for part in drafts("show", item, "--json").line["parts"])


def test_a_duplicate_is_decided(curator, drafts) -> None:
    curator("import", "drafts.curator", "saved-pages/library.md")
    assert curator("import", "drafts.curator", "saved-pages/library.md", "--accept", "none", "--json").lines[0][
        "outcome"
    ] == ("duplicate")
    (item,) = [line["item"] for line in drafts("list", "--need", "duplicate", "--json").lines]
    assert drafts("decide", "keep", item, "--json").line["need"] == "clean"
    drafts("accept", item)
    assert drafts("commit", "--json").line["article"] == 2
    again = curator("import", "drafts.curator", "saved-pages/library.md", "--accept", "clean", "--json")
    assert (again.code, again.line["outcome"], again.line["article"]) == (0, "duplicate", 1)


def test_what_a_batch_gives_is_set_and_cleared(curator, drafts) -> None:
    curator("import", "drafts.curator", "saved-pages", "--accept", "none", "--batch", "A box")
    given = drafts("defaults", "--publication", "Courier", "--access", "restricted", "--json").line
    assert given["defaults"] == {"title": "A box", "publication": "Courier", "access": "restricted"}
    assert drafts("defaults", "--clear", "access", "--json").line["defaults"].keys() == {"title", "publication"}
    refused = drafts("defaults", "--access", "embargo")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "The articles would be under an embargo without an end.")


def test_a_batch_is_dropped_only_on_demand(curator, drafts) -> None:
    curator("import", "drafts.curator", "saved-pages", "--accept", "none")
    assert drafts("drop").code == 2
    assert drafts("drop", "--yes", "--json").line == {"review": 1, "dropped": 4}
    assert drafts("commit").err.splitlines()[0] == "Nothing waits for review."


def test_several_batches_have_to_be_told_apart(curator, drafts) -> None:
    for name in ("library.md", "cellar.html"):
        curator("import", "drafts.curator", f"saved-pages/{name}", "--accept", "none")
    assert drafts("commit").err.splitlines()[0] == "Which batch? Several wait: 2, 1."
    assert drafts("accept", "--clean", "--review", "2").code == 0
    assert drafts("commit", "2").code == drafts("resume", "1").code == 0


def test_a_failed_file_is_tried_again(curator, drafts, saved_pages: Path) -> None:
    curator("import", "drafts.curator", "saved-pages/empty.txt", "--accept", "none")
    assert drafts("retry", "1").code == 1
    (saved_pages / "empty.txt").write_text("Not empty any more, this letter.\n", encoding="utf-8")
    assert drafts("retry", "1", "--json").line["outcome"] == "review"


def test_a_folder_is_watched(curator, drafts) -> None:
    watched = curator("watch", "drafts.curator", "saved-pages", "--once", "--json")
    assert [line["outcome"] for line in watched.lines].count("review") == 3
    assert curator("watch", "drafts.curator", "saved-pages", "--once").out == ""
    assert curator("watch", "drafts.curator").err.splitlines()[0] == "No folder is watched."
    assert curator("watch", "drafts.curator", "saved-pages", "--remember").code == 0
    assert curator("watch", "drafts.curator", "--once").code == curator("watch", "drafts.curator", "--off").code == 0
    assert drafts("batches", "--json").line["origin"] == "watch"
