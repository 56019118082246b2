from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from curator.errors import Cancelled, CuratorError
from curator.readers import Limits, ReaderPool, ReadJob, ReadResult

FAULTY = "fault_injection:FaultyReader"
MIB = 1024 * 1024
PARENT = """
from pathlib import Path
import sys
sys.path.insert(0, {here!r})
from curator.readers import ReaderPool, ReadJob

if __name__ == "__main__":
    pool = ReaderPool(1, extra_readers=["fault_injection:FaultyReader"])
    told = []

    def tick():
        if pool.pids and not told:
            told.append(print(pool.pids[0], flush=True))

    list(pool.read([ReadJob(1, Path({job!r}), "x.fault")], tick))
"""
Jobs = Callable[..., Iterator[ReadJob]]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and resource limits of POSIX")


def pool(workers: int = 1, **limits: float) -> ReaderPool:
    return ReaderPool(workers, Limits(**limits), extra_readers=[FAULTY])  # type: ignore[arg-type]


def bodies(results: list[ReadResult]) -> list[str]:
    return [result.readings[0].body.split()[0] if result.readings else "" for result in results]


def codes(results: list[ReadResult]) -> list[str]:
    return [result.problem.code if result.problem else "" for result in results]


def pid_in(result: ReadResult) -> int:
    return int(result.readings[0].body.split()[-1])


def test_results_come_in_the_order_of_the_jobs_whichever_is_slower(jobs_of: Jobs) -> None:
    orders = ["sleep 0.3", "b", "c", "sleep 0.1", "e", "f"]
    with pool(workers=2) as two:
        results = list(two.read(jobs_of(*[("x.fault", order) for order in orders])))
    assert [result.key for result in results] == list(range(6))
    assert bodies(results) == [order.split()[0] for order in orders]


def test_a_result_says_which_reader_made_it_of_what(jobs_of: Jobs) -> None:
    with ReaderPool(1) as one:
        (result,) = one.read(jobs_of(("yazı.txt", "Kitabxana yeni oxu zalını açdı və hamını dəvət etdi.")))
    assert (result.reader, result.version, result.media_type) == ("plain-text", "2", "text/plain")
    assert (result.encoding, result.problem) == ("utf-8", None)


@posix_only
def test_a_worker_that_is_killed_costs_its_file_only(jobs_of: Jobs) -> None:
    with pool() as one:
        results = list(one.read(jobs_of(("a.fault", "a"), ("b.fault", "kill"), ("c.fault", "c"))))
    assert codes(results) == ["", "crash", ""]
    assert "b.fault" in (results[1].problem.message if results[1].problem else "")
    assert pid_in(results[0]) != pid_in(results[2])


def test_a_file_that_takes_too_long_is_given_up(jobs_of: Jobs) -> None:
    with pool(wall_seconds=0.5) as one:
        results = list(one.read(jobs_of(("a.fault", "hang"), ("b.fault", "b"))))
    assert codes(results) == ["timeout", ""]


@posix_only
def test_a_file_that_uses_up_its_processor_time_is_given_up(jobs_of: Jobs) -> None:
    with pool(cpu_seconds=1) as one:
        results = list(one.read(jobs_of(("a.fault", "spin"), ("b.fault", "b"))))
    assert codes(results) == ["timeout", ""]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS ends the worker between two looks at its size")
def test_a_file_that_eats_memory_is_given_up_and_its_worker_replaced(jobs_of: Jobs) -> None:
    with pool(memory_bytes=512 * MIB) as one:
        results = list(one.read(jobs_of(("a.fault", "a"), ("b.fault", "memory"), ("c.fault", "c"))))
    assert codes(results) == ["", "memory", ""]
    assert pid_in(results[0]) != pid_in(results[2])


def test_a_reader_that_raises_is_named_and_its_worker_stays(jobs_of: Jobs) -> None:
    with pool() as one:
        results = list(one.read(jobs_of(("a.fault", "a"), ("b.fault", "raise"), ("c.fault", "c"))))
    assert codes(results) == ["", "reader", ""]
    assert "faulty" in (results[1].problem.message if results[1].problem else "")
    assert pid_in(results[0]) == pid_in(results[2])


def test_a_reading_that_cannot_cross_the_border_is_a_problem(jobs_of: Jobs) -> None:
    with pool() as one:
        assert codes(list(one.read(jobs_of(("a.fault", "alien"), ("b.fault", "b"))))) == ["reader", ""]


def test_no_reading_at_all_is_a_problem(jobs_of: Jobs) -> None:
    with pool() as one:
        assert codes(list(one.read(jobs_of(("a.fault", "nothing"))))) == ["no-text"]


def test_results_larger_than_the_buffer_of_a_pipe_pass(jobs_of: Jobs) -> None:
    with pool(workers=2) as two:
        results = list(two.read(jobs_of(*[("x.fault", "large")] * 4)))
    assert [len(result.readings[0].body) for result in results] == [8 * MIB] * 4


def test_workers_have_no_network(jobs_of: Jobs) -> None:
    with pool() as one:
        (result,) = one.read(jobs_of(("a.fault", "network")))
    assert result.problem is not None
    assert "no network" in result.problem.message


def test_a_worker_is_replaced_after_its_number_of_files(jobs_of: Jobs) -> None:
    with pool(files_per_worker=2) as one:
        results = list(one.read(jobs_of(*[("x.fault", "x")] * 6)))
    pids = [pid_in(result) for result in results]
    assert [len({pids[0], pids[1]}), len({pids[2], pids[3]}), len(set(pids))] == [1, 1, 3]


def test_a_worker_that_has_grown_is_replaced(jobs_of: Jobs) -> None:
    with pool(resident_bytes=1) as one:
        results = list(one.read(jobs_of(*[("x.fault", "x")] * 3)))
    assert len({pid_in(result) for result in results}) == 3


def test_a_pool_reads_one_batch_after_another_in_the_same_process(jobs_of: Jobs) -> None:
    with pool() as one:
        first = list(one.read(jobs_of(("a.fault", "a"))))
        second = list(one.read(jobs_of(("b.fault", "b"))))
    assert pid_in(first[0]) == pid_in(second[0])


@posix_only
def test_a_worker_that_died_between_batches_is_replaced_without_a_problem(jobs_of: Jobs) -> None:
    with pool() as one:
        (first,) = one.read(jobs_of(("a.fault", "a")))
        os.kill(pid_in(first), signal.SIGKILL)
        while psutil.Process(pid_in(first)).status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.01)
        assert codes(list(one.read(jobs_of(("b.fault", "b"))))) == [""]


def test_the_tick_ends_a_batch_while_a_file_hangs_and_the_pool_stays_good(jobs_of: Jobs) -> None:
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 3:
            raise Cancelled

    with pool() as one:
        with pytest.raises(Cancelled):
            list(one.read(jobs_of(("a.fault", "hang")), tick))
        assert bodies(list(one.read(jobs_of(("b.fault", "b"))))) == ["b"]


def test_closing_the_results_early_leaves_no_answer_to_the_next_batch(jobs_of: Jobs) -> None:
    with pool() as one:
        results = one.read(jobs_of(("a.fault", "a"), ("b.fault", "sleep 0.3")))
        next(results)
        results.close()  # type: ignore[attr-defined]
        assert bodies(list(one.read(jobs_of(("c.fault", "c"))))) == ["c"]


def test_a_pool_may_be_closed_before_the_results_of_a_batch_are(jobs_of: Jobs) -> None:
    one = pool()
    results = one.read(jobs_of(("a.fault", "a"), ("b.fault", "hang")))
    next(results)
    one.close()
    results.close()  # type: ignore[attr-defined]
    assert one.pids == ()


def test_jobs_are_asked_for_only_when_they_can_be_worked_on(tmp_path: Path) -> None:
    asked = 0

    def jobs() -> Iterator[ReadJob]:
        nonlocal asked
        for key in range(1000):
            asked += 1
            path = tmp_path / f"{key}"
            path.write_text("x")
            yield ReadJob(key, path, "x.fault")

    with pool() as one:
        for number, _result in enumerate(one.read(jobs()), 1):
            assert asked <= number + 8
            if number == 50:
                break


def test_the_memory_of_the_parent_stays_flat(jobs_of: Jobs) -> None:
    parent, most = psutil.Process(), 0
    with pool() as one:
        before = parent.memory_info().rss
        for result in one.read(jobs_of(*[("x.fault", "large")] * 40)):
            assert len(result.readings[0].body) == 8 * MIB
            most = max(most, parent.memory_info().rss - before)
    assert most < 100 * MIB


@posix_only
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    job = tmp_path / "job"
    job.write_text("hang")
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(here=str(Path(__file__).parent), job=str(job)))
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    assert psutil.wait_procs([worker], timeout=30)[1] == []


@posix_only
def test_an_interrupt_is_for_the_parent_alone(jobs_of: Jobs) -> None:
    with pool() as one:
        (first,) = one.read(jobs_of(("a.fault", "a")))
        os.kill(pid_in(first), signal.SIGINT)
        (second,) = one.read(jobs_of(("b.fault", "b")))
    assert pid_in(first) == pid_in(second)


def test_a_name_that_is_no_unicode_passes(tmp_path: Path) -> None:
    path = tmp_path / "staged"
    path.write_bytes(b"")
    with ReaderPool(1) as one:
        (result,) = one.read([ReadJob(1, path, "\udcff\udce9.html")])
    assert result.problem is not None
    assert result.problem.code == "empty"


def test_closing_leaves_no_process(jobs_of: Jobs) -> None:
    with pool(workers=2) as two:
        list(two.read(jobs_of(*[("x.fault", "sleep 0.05")] * 4)))
        pids = two.pids
    assert pids
    assert not any(psutil.pid_exists(pid) for pid in pids)


def test_processes_that_do_not_start_are_a_known_error(jobs_of: Jobs) -> None:
    with (
        ReaderPool(1, extra_readers=["fault_injection:DeadOnArrival"]) as one,
        pytest.raises(CuratorError, match="do not start"),
    ):
        list(one.read(jobs_of(("a.txt", "a"))))


def test_a_plug_in_that_does_not_load_breaks_nothing(jobs_of: Jobs) -> None:
    with ReaderPool(1, extra_readers=["no_such_module:Reader", "fault_injection:NotAReader"]) as one:
        (result,) = one.read(jobs_of(("a.txt", "a text")))
    assert result.reader == "plain-text"
    assert [reading.body for reading in result.readings] == ["a text"]


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    with ReaderPool(1) as one:
        (result,) = one.read([ReadJob(7, tmp_path / "none", "none.html")])
    assert result.key == 7
    assert result.problem is not None
    assert result.problem.code == "unreadable"


@pytest.mark.parametrize("depth", [100_000])
def test_a_page_nested_without_end_keeps_its_text(jobs_of: Jobs, depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + "Kitabxana açıldı" + "</div>" * depth + "</body></html>"
    with ReaderPool(1) as one:
        (result,) = one.read(jobs_of(("deep.html", page)))
    assert [reading.body for reading in result.readings] == ["Kitabxana açıldı"]
    assert [problem.code for problem in result.readings[0].problems] == ["all-text"]
