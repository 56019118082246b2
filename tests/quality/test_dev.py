"""packaging/dev.py: what it decides, without a network, root or another system."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import development
import environment
import system_libraries
from environment import Environment, SetUpError

ONLY_GL = {"libGL.so.1": "libgl1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with what the stamp reads, in a folder with a space and letters beyond ASCII."""
    root = tmp_path / "Кураторский çıxarış"
    (root / "packaging").mkdir(parents=True)
    for name in environment.DECLARED_IN:
        (root / name).write_text("one", "utf-8")
    return root


@pytest.fixture
def installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment that a set-up has finished, but for the packages."""
    made = Environment(project)
    made.folder.mkdir()
    version = ".".join(map(str, sys.version_info[:3]))
    (made.folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\nversion = {version}\n", "utf-8")
    made.python.parent.mkdir()
    made.python.touch()
    monkeypatch.setattr(environment.subprocess, "call", lambda *_, **__: 0)
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0))
    made.install()
    return made


class TestPythonVersion:
    def test_an_old_python_is_told_what_to_do(self) -> None:
        message = dev.complaint((3, 10, 4))
        assert "3.11 or newer" in message
        assert "this is Python 3.10" in message

    @pytest.mark.parametrize("version", [(3, 11, 0), (3, 14), (4, 0)])
    def test_a_new_one_is_not(self, version: tuple[int, ...]) -> None:
        assert dev.complaint(version) == ""

    def test_the_check_itself_is_in_old_syntax(self) -> None:
        nodes = list(ast.walk(ast.parse(Path(dev.__file__).read_text("utf-8"))))
        assert not [node for node in nodes if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
        assert not [node for node in nodes if isinstance(node, ast.arg) and node.annotation]
        assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "__future__"]


class TestProvide:
    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """What apt-get was asked for by a root whose libraries load afterwards."""
        asked: list[list[str]] = []
        monkeypatch.setattr(system_libraries, "may_use_apt", lambda: True)
        monkeypatch.setattr(system_libraries, "missing", lambda _: {})
        monkeypatch.setattr(system_libraries, "apt_install", lambda packages: asked.append(packages) or True)
        return asked

    def test_nothing_missing_asks_for_nothing(self, asked: list[list[str]]) -> None:
        development.provide({}, can_make=True)
        assert asked == []

    def test_root_gets_all_at_once_and_is_told_first(
        self, asked: list[list[str]], capsys: pytest.CaptureFixture[str]
    ) -> None:
        development.provide(ONLY_GL, can_make=False)
        venv = f"python3.{sys.version_info[1]}-venv"
        assert asked == [[venv, "libgl1"]]
        assert f"Installing libgl1 {venv} with apt-get (CURATOR_NO_APT=1 turns this off)" in capsys.readouterr().err

    def test_others_get_the_line_to_type(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system_libraries, "may_use_apt", lambda: False)
        with pytest.raises(SetUpError, match=r"libGL\.so\.1.*\n  sudo apt-get install .* libgl1\n"):
            development.provide(ONLY_GL, can_make=True)

    def test_a_library_that_still_does_not_load_is_named(
        self, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system_libraries, "missing", lambda absent: absent)
        with pytest.raises(SetUpError, match=r"Still not to be loaded .* libGL\.so\.1"):
            development.provide(ONLY_GL, can_make=True)

    def test_an_apt_that_fails_ends_it(self, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system_libraries, "apt_install", lambda _: False)
        with pytest.raises(SetUpError, match="apt-get could not install"):
            development.provide(ONLY_GL, can_make=True)

    def test_elsewhere_than_on_debian_qt_itself_is_asked(
        self, installed: Environment, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system_libraries, "missing", lambda _: ONLY_GL)
        monkeypatch.setattr(system_libraries, "on_debian", lambda: False)
        development.set_up(installed)
        monkeypatch.setattr(development.subprocess, "call", lambda *_, **__: 1)
        with pytest.raises(SetUpError, match=r"Qt does not start.*libGL\.so\.1"):
            development.set_up(installed)


class TestStamp:
    def test_a_finished_set_up_is_ready(self, installed: Environment) -> None:
        assert installed.is_ready()
        assert installed.why_remake() == ""

    def test_no_environment_is_not_ready_and_needs_no_removal(self, project: Path) -> None:
        assert not Environment(project).is_ready()
        assert Environment(project).why_remake() == ""

    @pytest.mark.parametrize("name", environment.DECLARED_IN)
    def test_a_changed_declaration_installs_again_in_place(self, installed: Environment, name: str) -> None:
        (installed.root / name).write_text("two", "utf-8")
        assert not installed.is_ready()
        assert installed.why_remake() == ""

    @pytest.mark.parametrize("content", ["", "{", "[]", "null"])
    def test_a_damaged_stamp_counts_as_none(self, installed: Environment, content: str) -> None:
        (installed.folder / environment.INSTALLED).write_text(content, "utf-8")
        assert not installed.is_ready()

    def test_an_interrupted_set_up_starts_over(self, installed: Environment) -> None:
        (installed.folder / environment.UNFINISHED).touch()
        assert installed.why_remake() == "the last set-up was interrupted"

    def test_a_moved_checkout_starts_over(self, installed: Environment) -> None:
        moved = Environment(installed.root.rename(installed.root.with_name("elsewhere")))
        assert not moved.is_ready()
        assert moved.why_remake() == "the checkout was moved"

    @pytest.mark.parametrize("line", ["version = 3.9.1", "version_info = 3.9.1.final.0"])
    def test_another_python_starts_over(self, installed: Environment, line: str) -> None:
        (installed.folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\n{line}\n", "utf-8")
        assert installed.why_remake() == "it belongs to another Python"

    def test_a_python_that_was_removed_starts_over(self, installed: Environment) -> None:
        (installed.folder / "pyvenv.cfg").write_text(f"home = {installed.root / 'none'}\nversion = 3.11.2\n", "utf-8")
        assert not installed.is_ready()
        assert installed.why_remake() == "its Python is gone"

    def test_remove_takes_a_link_and_leaves_its_target(self, project: Path, tmp_path: Path) -> None:
        kept = tmp_path / "kept"
        kept.mkdir()
        (project / ".venv").symlink_to(kept, target_is_directory=True)
        Environment(project).remove()
        assert kept.is_dir()
        assert not (project / ".venv").is_symlink()


class TestInstall:
    def test_whoosh_comes_first_and_by_hash(self, installed: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
        commands: list[list[str]] = []
        monkeypatch.setattr(
            environment.subprocess, "call", lambda command, **_: commands.append([*map(str, command)]) or 0
        )
        installed.install()
        first, second = commands
        assert first[-3:] == ["--no-deps", "--requirement", str(installed.root / "packaging" / "whoosh3.txt")]
        assert second[-2:] == ["--editable", f"{installed.root}[dev]"]

    @pytest.mark.parametrize(("code", "starts_over"), [(1, ""), (-9, "the last set-up was interrupted")])
    def test_only_a_killed_pip_starts_over(
        self, installed: Environment, monkeypatch: pytest.MonkeyPatch, code: int, starts_over: str
    ) -> None:
        monkeypatch.setattr(environment.subprocess, "call", lambda *_, **__: code)
        with pytest.raises(SetUpError):
            installed.install()
        assert not installed.is_ready()
        assert installed.why_remake() == starts_over

    def test_the_source_is_named_in_ascii(self, installed: Environment) -> None:
        packages = installed.site_packages()
        packages.mkdir(parents=True)
        (packages / "_curator.pth").write_text(str(installed.root / "src"), "utf-8")
        (packages / "other.pth").write_text("elsewhere", "utf-8")
        installed.name_source_by_relative_path()
        line = (packages / "_curator.pth").read_text("ascii").strip()
        assert (packages / line).resolve() == installed.root / "src"
        assert (packages / "other.pth").read_text("utf-8") == "elsewhere"


class TestCommands:
    @pytest.mark.parametrize(
        ("typed", "command", "rest"),
        [
            (["setup"], "setup", []),
            (["test", "-k", "dates", "--help"], "test", ["-k", "dates", "--help"]),
            (["run", "--", "--help"], "run", ["--help"]),
            (["run", "search", "A", "x", "--", "-y"], "run", ["search", "A", "x", "--", "-y"]),
        ],
    )
    def test_what_follows_belongs_to_the_program(self, typed: list[str], command: str, rest: list[str]) -> None:
        assert development.parse(typed) == (command, rest)

    @pytest.mark.parametrize("typed", [[], ["bogus"], ["setup", "more"]])
    def test_anything_else_ends_with_the_usage(self, typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            development.parse(typed)
        assert ended.value.code == 2
        assert "usage: dev.py setup | run" in capsys.readouterr().err

    def test_help_shows_how_each_is_typed(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            development.parse(["--help"])
        assert ended.value.code == 0
        shown = capsys.readouterr().out
        assert all(f"packaging/dev.py {command}" in shown for command in ("setup", "run", "test"))

    def test_run_shows_the_window_once_there_is_one_and_a_screen(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system_libraries, "has_display", lambda: True)
        here = Environment(project)
        assert "--window" not in development.run_command(here, [])[0]
        (project / "src" / "curator" / "gui").mkdir(parents=True)
        assert "--window" in development.run_command(here, [])[0]
        monkeypatch.setattr(system_libraries, "has_display", lambda: False)
        assert "--window" not in development.run_command(here, [])[0]

    def test_run_with_words_is_the_command_line(self, project: Path) -> None:
        command, environ = development.run_command(Environment(project), ["list", "A"])
        assert command[1:] == ["-m", "curator", "list", "A"]
        assert environ == dict(os.environ)

    def test_tests_see_one_variable_more(self, project: Path) -> None:
        command, environ = development.test_command(Environment(project), ["-x"])
        assert command[1:] == ["-m", "pytest", "-x"]
        assert environ == {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    @pytest.mark.parametrize(
        ("program", "code"),
        [
            ("raise SystemExit(0)", 0),
            ("raise SystemExit(5)", 5),
            pytest.param(
                "import os; os.kill(os.getpid(), 9)", 137, marks=pytest.mark.skipif(os.name == "nt", reason="POSIX")
            ),
        ],
    )
    def test_exit_codes_pass_through(self, program: str, code: int) -> None:
        assert development.start([sys.executable, "-c", program], os.environ) == code

    def test_ctrl_c_is_quiet(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        def interrupted(_: Environment) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(development, "set_up", interrupted)
        assert development.main(["setup"]) == development.STOPPED
        assert capfd.readouterr() == ("", "")

    def test_what_cannot_be_set_up_is_a_sentence_and_exit_2(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        def refused(_: Environment) -> None:
            raise SetUpError("Qt needs more.")

        monkeypatch.setattr(development, "set_up", refused)
        assert development.main(["test"]) == 2
        assert capfd.readouterr().err == "dev.py: Qt needs more.\n"
