from __future__ import annotations

import gc
import pickle
import warnings
from pathlib import Path

import pytest

from curator.search import IndexDamaged, IndexDocument, IndexWriter, open_index, plain_pickles
from curator.search.searcher import Searcher


class Trap:
    """What an attacker would put into an index: unpickling it writes a file."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[Path, str]]:
        return (Path.write_text, (self.target, "sprung"))


def test_a_pickle_of_plain_data_comes_out_as_it_is() -> None:
    data = {"a": [1, 2.5, None, b"x", ("y", frozenset({3}))]}
    assert plain_pickles.loads(pickle.dumps(data)) == data


def test_a_pickle_that_would_run_code_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "sprung"
    with pytest.raises(pickle.UnpicklingError, match="no place in an index"):
        plain_pickles.loads(pickle.dumps(Trap(target)))
    assert not target.exists()


def test_an_index_with_a_trap_for_a_table_of_contents_is_damaged_not_dangerous(tmp_path: Path) -> None:
    index = open_index(tmp_path, "uid", create=True)
    with IndexWriter(index) as writer:
        writer.update([IndexDocument(1, "Cellar", "mud and water")])
        writer.commit()
    contents = max(index.path.glob("_MAIN_*.toc"))
    whole = contents.read_bytes()
    # The segments are the last pickle of the file.
    start = whole.rindex(pickle.PROTO + b"\x02")
    target = tmp_path / "sprung"
    contents.write_bytes(whole[:start] + pickle.dumps(Trap(target), 2))
    with warnings.catch_warnings():
        # Whoosh leaves the file of a table of contents that it cannot read to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        with pytest.raises(IndexDamaged):
            Searcher(open_index(tmp_path, "uid")).close()
        gc.collect()
    assert not target.exists()


def test_whoosh_reads_no_pickle_by_itself() -> None:
    from whoosh import columns
    from whoosh.filedb import structfile

    assert structfile.load is plain_pickles.load
    assert columns.loads is plain_pickles.loads


@pytest.mark.parametrize("damage", [b"\x80\x63K\x01.", b"", b"\x80\x02}q\x00(K\x01u", b"I99999999999999999999999z\n."])
def test_damage_is_said_to_be_damage(damage: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        plain_pickles.loads(damage)
