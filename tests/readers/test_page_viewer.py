from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from curator.errors import Cancelled
from curator.readers import Limits, PageViewer, ViewJob, ViewResult
from curator.readers.page_viewer import LIMITS
from curator.text.safe_html import MOST_CHARACTERS

MIB = 1024 * 1024
Job = Callable[..., ViewJob]


def no_tick() -> None:
    """Nobody gives up."""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    def made(source: str | bytes, media_type: str = "text/html", **more: object) -> ViewJob:
        path = tmp_path / "original"
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        return ViewJob(1, path, "page.html", media_type, **more)  # type: ignore[arg-type]

    return made


@pytest.fixture
def viewer() -> Iterator[PageViewer]:
    made = PageViewer()
    yield made
    made.close()


def code(result: ViewResult) -> str:
    return result.problem.code if result.problem else ""


def test_a_page_is_taken_apart_in_a_child_that_loads_no_readers(viewer: PageViewer, job: Job) -> None:
    result = viewer.view(job("<p>Shelves<script>x"), no_tick)
    assert (result.html, result.is_cut, result.problem) == ("<p>Shelves</p>", False, None)
    (pid,) = viewer.pids
    assert psutil.Process(pid).ppid() == os.getpid()
    if sys.platform == "linux":
        loaded = [each.path for each in psutil.Process(pid).memory_maps()]
        assert not [path for path in loaded if "lxml" in path or "numpy" in path]


def test_pictures_are_named_by_their_files_and_the_others_counted(viewer: PageViewer, job: Job) -> None:
    name = "ab" * 32
    page = "<img src=b.png alt=Map><figure><img src=a.png><figcaption>A plan</figcaption></figure><img src=c.png>"
    result = viewer.view(job(page, pictures={"a.png": name, "b.png": name}), no_tick)
    assert list(result.captions.items()) == [("b.png", "Map"), ("a.png", "A plan")]
    assert result.missing == 1
    assert result.html is not None
    assert result.html.count(f"picture:{name}") == 2
    assert viewer.view(job(page, pictures={"a.png": name}, whole=False), no_tick).html is None


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{number}=x" for number in range(1_000_000)) + ">Shelves",
        "<div>" * 5_000 + "Shelves" + "</div>" * 5_000,
        "Shelves" + "x" * 10_000_000,
    ],
    ids=["a million attributes", "five thousand levels", "a line without end"],
)
def test_hostile_pages_come_back_small(viewer: PageViewer, job: Job, page: str) -> None:
    result = viewer.view(job(page), no_tick)
    assert code(result) == ""
    assert result.html is not None
    assert "Shelves" in result.html
    assert len(result.html) < 1.2 * MOST_CHARACTERS


@pytest.mark.parametrize(
    ("limits", "expected"),
    [(Limits(wall_seconds=0.3, idle_seconds=5), "timeout"), (Limits(memory_bytes=300 * MIB, idle_seconds=5), "memory")],
)
def test_a_page_that_costs_too_much_is_a_problem_and_the_next_is_shown(job: Job, limits: Limits, expected: str) -> None:
    if expected == "memory" and sys.platform == "darwin":
        pytest.skip("macOS ends the child between two looks at its size")
    dear = "<p " + " ".join(f"a{number}=x" for number in range(1_300_000)) + ">Shelves"
    viewer = PageViewer(limits)
    assert code(viewer.view(job(dear), no_tick)) == expected
    assert viewer.view(job("<p>Plans"), no_tick).html == "<p>Plans</p>"
    viewer.close()


def test_a_web_archive_without_a_page_and_a_page_without_end_are_problems(viewer: PageViewer, job: Job) -> None:
    assert code(viewer.view(job("From: x\n\nnothing", "multipart/related"), no_tick)) == "wrong-kind"
    assert code(viewer.view(job("<p>x</p>" * 2_500_000), no_tick)) == "too-large"


def test_a_text_is_cut_where_it_is_too_long(viewer: PageViewer, job: Job) -> None:
    short = viewer.view(job("Kitabxana\n<b>", "text/plain"), no_tick)
    assert (short.html, short.text, short.is_cut) == (None, "Kitabxana\n<b>", False)
    long = viewer.view(job("ə" * 5_000_000, "text/plain"), no_tick)
    assert long.is_cut
    assert long.text.replace("\u200b", "") == "ə" * MOST_CHARACTERS


def test_a_file_that_is_gone_is_a_problem(viewer: PageViewer, tmp_path: Path) -> None:
    assert code(viewer.view(ViewJob(1, tmp_path / "none", "none.html", "text/html"), no_tick)) == "unreadable"


def test_the_process_ends_when_nobody_looks_and_starts_again(job: Job) -> None:
    viewer = PageViewer(Limits(idle_seconds=0.1))
    viewer.view(job("<p>Shelves"), no_tick)
    (pid,) = viewer.pids
    child = psutil.Process(pid)
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.05)
    assert viewer.view(job("<p>Plans"), no_tick).html == "<p>Plans</p>"
    assert viewer.pids != (pid,)
    viewer.close()
    assert 0 < LIMITS.idle_seconds <= 10


def test_who_looks_elsewhere_waits_no_longer(viewer: PageViewer, job: Job) -> None:
    def give_up() -> None:
        raise Cancelled

    slow = "<p " + " ".join(f"a{number}=x" for number in range(1_300_000)) + ">"
    with pytest.raises(Cancelled):
        viewer.view(job(slow), give_up)
    assert viewer.view(job("<p>Plans"), no_tick).html == "<p>Plans</p>"
