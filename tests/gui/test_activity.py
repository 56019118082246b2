from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtWidgets import QApplication

from curator.gui.views.activity import Activity, job_of
from curator.gui.work import Work, Works
from curator.model.progress import Progress, ProgressSink

WaitFor = Callable[[Callable[[], bool]], None]


def test_work_is_told_with_count_rate_and_time_left(app: QApplication, wait_for: WaitFor) -> None:
    works, go_on = Works(), Event()
    activity = Activity(works)

    def run(progress: ProgressSink) -> object:
        progress(Progress(128, 200, 13.6))
        go_on.wait()
        return None

    work = Work("Importing “Letters”", run)
    works.start(work, "import")
    wait_for(lambda: work.progress is not None)
    job = job_of(work, 2)
    assert (job.done, job.total, job.more, job.paused) == (128, 200, 2, False)
    assert job.rate is not None and round(job.rate, 1) == 9.4
    assert job.seconds_left is not None and round(job.seconds_left) == 8
    activity.strip.pause.emit()
    assert job_of(work, 0).paused
    go_on.set()
    activity.strip.stop.emit()
    wait_for(lambda: not works.open)


def test_what_is_said_stands_for_a_while_although_work_goes_on(app: QApplication) -> None:
    works = Works()
    activity = Activity(works)
    activity.resize(900, 28)
    activity.say("The disk is full.", "error")
    works.changed.emit()
    assert activity.strip.accessibleDescription() == "The disk is full."


def test_the_report_is_offered_as_long_as_there_is_one(app: QApplication) -> None:
    activity = Activity(Works())
    wanted: list[bool] = []
    activity.report_wanted.connect(lambda: wanted.append(True))
    activity.show()
    activity.offer_report(2)
    assert activity._report.isVisible()
    activity._report.click()
    activity.offer_report(0)
    assert not activity._report.isVisible()
    assert wanted == [True]
