from __future__ import annotations

import json
from pathlib import Path


def test_a_list_is_frozen_shown_and_removed(curator, letters: Path, tmp_path: Path) -> None:
    made = curator("lists", letters, "freeze", "Ganja", "gence", "--sort", "date", "--note", "talk", "--json").line
    assert (made["query"], made["total"], made["note"], made["frozen_by"]) == ("gence", 2, "talk", "Vera")
    assert curator("lists", letters, "list").out.endswith(f"  Ganja: gence  ({made['sha256'][:12]})\n")
    curator("describe", letters, "1", "--title", "Another title")
    curator("trash", letters, "2")
    shown = curator("lists", letters, "show", made["sha256"][:8])
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "     1  2  Şəhər kitabxanası  (1966-11-04)  [gone since]",
        "     2  1  The cellar opens  (2019-03-04)  [changed since]",
    ]
    assert "1 changed, 1 gone, 0 not found any more." in shown.err
    *items, last = curator("lists", letters, "show", "ganja", "--json").lines
    assert [item["state"] for item in items] == ["gone", "changed"]
    assert last["whole"] is True and last["added"] == []
    assert curator("lists", letters, "export", "Ganja", tmp_path / "g.jsonl").out.startswith("Wrote 2 articles to")
    assert json.loads((tmp_path / "g.jsonl").read_text("utf-8").splitlines()[0])["sha256"] == made["sha256"]
    assert curator("lists", letters, "rename", "Ganja", "Gəncə").code == 0
    assert curator("lists", letters, "remove", "Gəncə").code == 0
    assert curator("lists", letters, "list").out == ""


def test_what_cannot_be_frozen_or_found(curator, letters: Path) -> None:
    assert "finds no article" in curator("lists", letters, "freeze", "X", "xylophone").err
    refused = curator("lists", letters, "show", "X")
    assert refused.code == 2 and "no frozen list" in refused.err
