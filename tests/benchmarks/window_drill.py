"""The process of window_100k.py that has the window: does what a person does, and notes how long it was blocked."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from measuring import MIB, proportional
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.gui.application import Application
from curator.gui.models.article_list import ROW
from curator.gui.models.listing import Listing
from curator.gui.program import application
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window
from curator.operations import tag
from curator.operations.reading import Reading
from curator.search import Filters, Selection

_BEAT_MS = 2
_BLOCKED_S = 0.030
_PATIENCE_S = 30.0
_KEY_PAUSE_S = 0.08
_REST_S = 2.5
_NOTCHES = 700
_TAGGED = 1_000
_DEPTH = 8


class Beat(QObject):
    """A timer in the window's thread.

    `phases` are (name, ms, longest block ms, longest without its waits for a processor, most ms of processor time in a
    block, blocks over 16 ms, over 100 ms). What the second has more than the third is waiting for Python or a disk.
    """

    def __init__(self, stacks: bool) -> None:
        super().__init__()
        self.phases: list[tuple[str, str, str, str, str, int, int]] = []
        self.seen: Counter[str] = Counter()
        self.over = False
        self._gaps: list[float] = []
        self._own: list[float] = []
        self._busy: list[float] = []
        # Kept open: it is read at every beat.
        told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._waits = os.open(told, os.O_RDONLY) if told.exists() else -1
        self._waited = self._waited_for_processor()
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._thread = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_BEAT_MS)
        if stacks:
            threading.Thread(target=self._look, daemon=True).start()

    def phase(self, name: str, work: Callable[[], object]) -> None:
        """Do something and note how long the thread was blocked meanwhile."""
        self._tick()
        self._gaps.clear()
        self._own.clear()
        self._busy.clear()
        started = time.monotonic()
        try:
            work()
        except TimeoutError:
            name += ": never"
        self._tick()
        took = time.monotonic() - started
        over = [sum(gap * 1000 > limit for gap in self._gaps) for limit in (16, 100)]
        longest, own, busy = (f"{max(times) * 1000:.0f}" for times in (self._gaps, self._own, self._busy))
        print(f"{name}: longest block {longest} ms, {own} of its own, busy {busy} ms", file=sys.stderr, flush=True)
        self.phases.append((name, f"{took * 1000:.0f}", longest, own, busy, over[0], over[1]))
        for stack, times in self.seen.most_common(4):
            print(f"-- {name}: {times} looks\n{stack}", flush=True)
        self.seen.clear()

    def _tick(self) -> None:
        now, worked, waited = time.monotonic(), time.thread_time(), self._waited_for_processor()
        self._own.append(now - self._last - (waited - self._waited))
        self._waited = waited
        self._gaps.append(now - self._last)
        self._busy.append(worked - self._worked)
        self._last, self._worked = now, worked

    def _waited_for_processor(self) -> float:
        """Return how long (s) the thread could have run but had no processor; 0 where the system does not tell."""
        return int(os.pread(self._waits, 100, 0).split()[1]) / 1e9 if self._waits >= 0 else 0.0

    def _look(self) -> None:
        while not self.over:
            time.sleep(0.005)
            if time.monotonic() - self._last > _BLOCKED_S:
                self.seen[_stack(self._thread)] += 1


def _stack(thread: int) -> str:
    """Return what a thread is at. No frame is kept: with it a painter would outlive its picture."""
    frame: FrameType | None = sys._current_frames()[thread]
    lines: list[str] = []
    while frame and len(lines) < _DEPTH:
        lines.append(f"   {frame.f_code.co_filename.rpartition('/')[2]}:{frame.f_lineno} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return "\n".join(lines)


class Paints(QObject):
    """Counts how often a widget was painted, and when the window was painted first."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.first = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count paint events."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            self.first = self.first or time.monotonic()
        return False


def main(archive: Path, files: Path, out: Path, began: float, stacks: bool) -> None:
    """Open the window and go through the drill."""
    facts = []
    loaded, loaded_cpu = time.monotonic() - began, time.process_time()
    app = application()
    beat = Beat(stacks)
    desk = Application(QSettings(str(out.with_name("window.ini")), QSettings.Format.IniFormat), out, listens=False)
    drill = Drill(desk, archive, beat)
    beat.phase("start", drill.start)
    facts.append(
        f"from start of the process: modules loaded {loaded * 1000:.0f} ms, first frame"
        f" {(drill.paints.first - began) * 1000:.0f} ms,"
        f" rows and article painted {(drill.painted - began) * 1000:.0f} ms; processor time until loaded"
        f" {loaded_cpu * 1000:.0f} ms, until painted {drill.painted_cpu * 1000:.0f} ms"
    )
    beat.phase("settle after start", drill.settle)
    drill.rest()
    facts.append(f"window at rest: {_held()}")
    for name, query in drill.queries():
        beat.phase(f"search: {name}", partial(drill.search, query))
    beat.phase("facet and years chosen", drill.narrow)
    beat.phase("all articles again", lambda: drill.list(Listing("All articles")))
    beat.phase("by title", lambda: drill.list(Listing("All articles", sort="title")))
    beat.phase("all articles again", lambda: drill.list(Listing("All articles")))
    facts.append("; ".join(drill.found))
    drill.rest()
    facts.append(f"after searching: {_held()}")
    beat.phase("scroll 2,000 rows", drill.scroll)
    facts.append(_frames("scrolling by wheel", drill.frames))
    beat.phase("scroll by PageDown, 100 pages", drill.page_down)
    facts.append(_frames("scrolling by PageDown", drill.frames))
    beat.phase("step through 60 articles", drill.step)
    beat.phase("article of 300,000 characters, 2,000 passages", drill.open_long)
    beat.phase("scroll it", drill.scroll_text)
    facts.append(_frames("scrolling the long article", drill.frames))
    beat.phase("open the people", drill.open_names)
    beat.phase(f"tag {_TAGGED:,} articles", drill.tag)
    beat.phase("undo it", drill.undo)
    beat.phase("import 200 files", lambda: drill.take_in(files))
    beat.phase("wait for the index", drill.settle)
    beat.phase("undo the import", drill.undo)
    beat.phase("wait for the index", drill.settle)
    drill.rest()
    facts.append(f"window in the end: {_held()}")
    out.write_text(json.dumps({"phases": beat.phases, "facts": facts}), encoding="utf-8")
    beat.over = True
    drill.window.close()
    drill.pass_time(0.2)
    app.processEvents()


class Drill:
    """What a person does."""

    window: Window

    def __init__(self, desk: Application, archive: Path, beat: Beat) -> None:
        self._desk, self._archive, self._beat = desk, archive, beat
        self.paints = Paints()
        self.painted = self.painted_cpu = 0.0
        self.frames: list[float] = []
        self.found: list[str] = []

    def start(self) -> None:
        """Open the window and wait until rows and article are painted."""
        window = self._desk.show_archive(self._archive)
        assert window is not None, "the archive has to be brought up to date: open it once"
        self.window = window
        self.window.table.viewport().installEventFilter(self.paints)
        self.window.resize(1600, 1000)
        self._painted_now(lambda: self.window.reader.reading is not None)
        self.painted, self.painted_cpu = time.monotonic(), time.process_time()

    def settle(self) -> None:
        """Wait until nothing is under way; nobody gives a name where one is asked for."""
        window = self.window
        for sheet in window.findChildren(Sheet):
            sheet.close_sheet()
        for work in window.works.open:
            if work.hidden_ms:
                # What the window does by itself, such as comparing 100,000 texts, takes longer than all of this.
                work.stop()
        self.wait(lambda: window.session.tasks.pending == 0 and window.index_waiting == 0 and not window.works.open)
        self.pass_time(0.7)

    def rest(self) -> None:
        """Wait until the window has given back what it does not need."""
        self.settle()
        self.pass_time(_REST_S)

    def queries(self) -> list[tuple[str, str]]:
        """Return what is searched for: words of the archive, by how they are asked for."""
        body = self._body_of(self._long()).lower().replace(".", "").split()
        return [
            ("a frequent word", body[3]),
            ("two words", f"{body[5]} {body[8]}"),
            ("a phrase", f'"{body[20]} {body[21]} {body[22]}"'),
            ("a prefix", "sen*"),
            ("person, word", f"person:#5 {body[3]}"),
        ]

    def search(self, query: str) -> None:
        """Type a query; wait until its rows are painted."""
        self.window.focus_search()
        for letter in query:
            # Not QTest.keyClicks: it knows no letters but the Latin ones.
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.window.toolbar.search.line, key)
            self.pass_time(_KEY_PAUSE_S)
        field, articles = self.window.toolbar.search, self.window.articles
        field.submit()
        self._listed(lambda: articles.listing.is_search and articles.listing is articles.wanted)
        self.found.append(f"{query}: {articles.found.total:,} articles in {articles.found.seconds * 1000:.0f} ms")
        field.clear()
        self._listed(lambda: not articles.listing.is_search)
        self.pass_time(0.3)

    def narrow(self) -> None:
        """Choose a person and a span of years."""
        filters = Filters({"person": Selection(frozenset({5}))}, (2_430_000, 2_440_000))
        self.list(Listing("All articles", filters=filters))

    def list(self, listing: Listing) -> None:
        """Show a list; wait until its rows are painted."""
        self.window.list_articles(listing)
        self._listed(lambda: self.window.articles.listing is listing)

    def scroll(self) -> None:
        """Turn the wheel a notch for every frame, down 2,000 rows."""
        bar = self.window.table.verticalScrollBar()
        bar.setValue(0)
        self._wheel(self.window.table.viewport(), lambda: bar.value() < 2_000 * 53)

    def scroll_text(self) -> None:
        """Turn the wheel over the text."""
        left = iter(range(300))
        self._wheel(self.window.reader.text.viewport(), lambda: next(left, None) is not None)

    def page_down(self) -> None:
        """Press PageDown; the current article follows."""
        self.frames = []
        self.window.table.setFocus()
        for _page in range(100):
            self._frame(self.window.table.viewport(), lambda: QTest.keyClick(self.window.table, Qt.Key.Key_PageDown))
            self.pass_time(0.033)

    def step(self) -> None:
        """Press J from the first article on, waiting for each: paging may have ended at the last."""
        QTest.keyClick(self.window.table, Qt.Key.Key_Home)
        self.settle()
        for _article in range(60):
            before = self.window.reader.reading
            QTest.keyClick(self.window.table, Qt.Key.Key_J)
            self.wait(partial(self._is_other, before))

    def _is_other(self, before: Reading | None) -> bool:
        return self.window.reader.reading is not before

    def open_long(self) -> None:
        """Open the longest article."""
        article = self._long()
        self.window.reader.show_article(article, None)
        reader = self.window.reader
        self._painted_now(lambda: reader.reading is not None and reader.reading.article.id == article)
        self.pass_time(0.5)

    def open_names(self) -> None:
        """Open the people of the navigator."""
        navigator = self.window.navigator
        model: Any = navigator.model()
        index = model.find("kind person")
        navigator.setExpanded(index, True)
        self.wait(lambda: model.rowCount(model.find("kind person")) > 0)
        self.pass_time(0.3)

    def tag(self) -> None:
        """Tag the first 1,000 articles."""
        ids = self.window.articles.ids()[:_TAGGED].tolist()
        self._written(lambda: self.window.write(lambda context: tag.add(context, ids, [("theme", "Emergency drying")])))

    def undo(self) -> None:
        """Take the last act back."""
        self._written(lambda: self.window.menus.run("undo"))

    def take_in(self, files: Path) -> None:
        """Import, and scroll and search meanwhile."""
        self.window.imports.start([files])
        bar = self.window.table.verticalScrollBar()
        turns = 0
        while self.window.works.open:
            turns += 1
            bar.setValue(bar.value() + 53 * 3)
            self.pass_time(0.05)
            if turns % 40 == 0:
                self.list(Listing("Search", "sen*", is_search=True))
            elif turns % 40 == 20:
                self.list(Listing("All articles"))
        self.list(Listing("All articles"))

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window go on until something has come to be."""
        if condition():
            return
        loop, end = QEventLoop(), time.monotonic() + _PATIENCE_S

        def look() -> None:
            if condition():
                loop.exit(0)
            elif time.monotonic() > end:
                loop.exit(1)

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(_BEAT_MS)
        if loop.exec():
            raise TimeoutError

    def pass_time(self, seconds: float) -> None:
        """Let the window go on for a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end)

    def _listed(self, listed: Callable[[], bool]) -> None:
        self.wait(listed)
        self._painted_now(listed)

    def _painted_now(self, also: Callable[[], bool]) -> None:
        """Wait until the first row in sight is there, and was painted."""
        window = self.window

        def ready() -> bool:
            if not also():
                return False
            row = window.table.rowAt(0)
            return not window.articles.rowCount() or window.articles.index(max(row, 0), 0).data(ROW) is not None

        self.wait(ready)
        before = self.paints.count
        window.table.viewport().update()
        self.wait(lambda: self.paints.count > before or not window.table.isVisible())

    def _written(self, write: Callable[[], object]) -> None:
        """Write something, and wait until the list shows it."""
        told: list[bool] = []
        listed: list[bool] = []
        self.window.session.changed.connect(lambda _changes: told.append(True))
        # The list may be there before this loop looks again.
        connection = self.window.articles.listed.connect(lambda _listing: listed.append(bool(told)))
        write()
        self.wait(lambda: any(listed))
        self.window.articles.listed.disconnect(connection)
        self._painted_now(lambda: True)
        self.pass_time(0.5)

    def _wheel(self, viewport: Any, on: Callable[[], bool]) -> None:
        self.frames = []
        at = QPointF(viewport.rect().center())
        for _notch in range(_NOTCHES):
            if not on():
                break
            event = QWheelEvent(
                at,
                QPointF(viewport.mapToGlobal(viewport.rect().center())),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            self._frame(viewport, partial(QApplication.sendEvent, viewport, event))
            self.pass_time(0.014)

    def _frame(self, viewport: Any, act: Callable[[], object]) -> None:
        """Note how long it takes until what was done is painted."""
        started = time.monotonic()
        act()
        viewport.repaint()
        self.frames.append((time.monotonic() - started) * 1000)

    def _body_of(self, article: int) -> str:
        row = self.window.session.archive.read().execute(
            "SELECT body FROM article_text WHERE article_id = ?", (article,)
        )
        return str(row.fetchone()[0])

    def _long(self) -> int:
        found = self.window.session.archive.read().execute("SELECT id FROM article WHERE uid = 'article-long'")
        return int(found.fetchone()[0])


def _held() -> str:
    """Return the memory of this process (PSS), how much of it is files, and what only it holds and has written."""
    own, files, dirty = (proportional(what=what) / MIB for what in ("Pss", "Pss_File", "Private_Dirty"))
    return f"{own:.0f} MiB, of these {files:.0f} MiB of files, {dirty:.0f} MiB private and written"


def _frames(what: str, frames: list[float]) -> str:
    ordered = sorted(frames)
    middle, nearly = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    times = f"median {middle:.1f} ms, 99 of 100 {nearly:.1f} ms, longest {ordered[-1]:.1f} ms"
    return f"{what}: {len(ordered)} frames, {times}"


def run() -> None:
    """Do what the command line says."""
    faulthandler.enable()
    archive, files, out = (Path(word) for word in sys.argv[1:4])
    main(archive, files, out, float(sys.argv[4]), "--stacks" in sys.argv)
