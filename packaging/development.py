"""The commands of dev.py: set-up, run, test."""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import desktop_entry
import system_libraries
from environment import ROOT, Environment, SetUpError

HELP = """\
Set up this checkout of Curator, run it, test it. Needs Python 3.11 or newer, and a network the first time.

  python3 packaging/dev.py setup              make .venv, install everything into it
  python3 packaging/dev.py run                the main job, from a sample archive to an exported collection
  python3 packaging/dev.py run search build/demo/Sample.curator library
                                              any command of Curator; `run -- --help` lists them
  python3 packaging/dev.py test               all tests
  python3 packaging/dev.py test tests/text -k dates
                                              some of them: what follows `test` goes to pytest
  python3 packaging/dev.py desktop            Linux: Curator in the menu, archives open by a double click
  python3 packaging/dev.py desktop --remove   take that out again

`run` and `test` set up what is missing or out of date by themselves, so `setup` is seldom needed.
On Debian and Ubuntu, missing system libraries are installed when this runs as root (CURATOR_NO_APT=1: never);
otherwise the command that installs them is printed.
"""
NO_VENV = "This Python cannot make virtual environments: its modules venv and ensurepip are absent."
STOPPED = 130  # what a shell reports for a program that Ctrl+C ended


def main(arguments: list[str]) -> int:
    """Do what the command line says; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    command, rest = parse(arguments)
    try:
        environment = Environment()
        set_up(environment)
        if command == "setup":
            say(f"Ready: {environment.folder}")
            return 0
        if command == "desktop":
            return desktop(environment, rest)
        return start(*(run_command if command == "run" else test_command)(environment, rest))
    except SetUpError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return STOPPED


def parse(arguments: list[str]) -> tuple[str, list[str]]:
    """Return the command and what follows it, untouched: it belongs to Curator or to pytest."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="dev.py setup | run [ARGUMENTS] | test [ARGUMENTS] | desktop [--remove]",
    )
    parser.add_argument("command", choices=["setup", "run", "test", "desktop"], help="what to do")
    # Only the first word is ours; argparse would take a later --help for its own.
    command = parser.parse_args(arguments[:1]).command
    rest = arguments[1:]
    if (command == "setup" and rest) or (command == "desktop" and rest not in ([], ["--remove"])):
        parser.parse_args(arguments)
    return command, rest[1:] if rest[:1] == ["--"] else rest


def say(sentence: str) -> None:
    """Print a line about the set-up, apart from what the started program prints."""
    print(f"dev.py: {sentence}", file=sys.stderr)


def set_up(environment: Environment) -> None:
    """Bring libraries and packages up to date; quick when nothing is to be done.

    Raises:
        SetUpError: something is missing that cannot be installed from here.
    """
    ready = environment.is_ready()
    absent = system_libraries.missing(system_libraries.needed())
    can_make = environment.folder.exists() or can_make_environments()
    if system_libraries.on_debian():
        provide(absent, can_make)
    elif not can_make:
        raise SetUpError(f"{NO_VENV} Install the package of your system that holds them.")
    if not ready:
        fill(environment)
    if absent and not system_libraries.on_debian():
        check_qt(environment, list(absent))


def can_make_environments() -> bool:
    """Say whether this Python can make virtual environments: Debian parts off what that takes."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def provide(absent: Mapping[str, str], can_make: bool) -> None:
    """Install by apt-get the `absent` libraries (file name to package), and venv unless Python `can_make` one.

    Raises:
        SetUpError: a person has to install them, or they cannot be loaded all the same.
    """
    reasons = [] if can_make else [NO_VENV]
    packages = [] if can_make else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    if absent:
        reasons.append(f"Qt needs libraries of the system: {', '.join(absent)}.")
        packages += absent.values()
    if packages:
        provide_packages(packages, " ".join(reasons))
        check_loaded(absent)


def check_loaded(absent: Mapping[str, str]) -> None:
    """Look again for libraries that were `absent` before their packages were installed.

    Raises:
        SetUpError: some still are.
    """
    if left := system_libraries.missing(absent):
        raise SetUpError(f"Still not to be loaded after installing their packages: {', '.join(left)}.")


def provide_packages(packages: list[str], why: str) -> None:
    """Install Debian `packages` when this may be done here.

    Raises:
        SetUpError: `why`, with the line to type.
    """
    line = system_libraries.apt_line(packages)
    if not system_libraries.may_use_apt():
        raise SetUpError(f"{why} This installs what is missing:\n  {line}\nThen start this again.")
    say(f"{why} Installing {' '.join(sorted(packages))} with apt-get (CURATOR_NO_APT=1 turns this off).")
    if not system_libraries.apt_install(packages):
        raise SetUpError(f"apt-get could not install them; what it says stands above. By hand:\n  {line}")


def fill(environment: Environment) -> None:
    """Make the environment if there is none that can be used, and install into it."""
    began = time.monotonic()
    if reason := environment.why_remake():
        say(f"Making .venv again: {reason}.")
        environment.remove()
    if not environment.folder.exists():
        say(f"Making {environment.folder} with Python {sys.version.split()[0]}.")
        environment.make()
    say("Installing packages; the first time takes a minute or more.")
    environment.install()
    say(f"Installed in {time.monotonic() - began:.0f} s.")


def check_qt(environment: Environment, absent: list[str]) -> None:
    """Ask Qt itself on a Linux whose packages this does not know.

    Raises:
        SetUpError: it does not start.
    """
    program = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if subprocess.call([environment.python, "-c", program], env=environ):
        raise SetUpError(
            f"Qt does not start. It looks for these libraries of the system, which are not found: "
            f"{', '.join(absent)}. Install the packages that hold them, then start this again."
        )


def desktop(environment: Environment, rest: list[str]) -> int:
    """Put Curator into the menu of a Linux desktop, or take it out; return the exit code.

    Raises:
        SetUpError: this is no Linux.
    """
    if not sys.platform.startswith("linux"):
        raise SetUpError("This is for Linux. On Windows and macOS, installers register archives.")
    data = desktop_entry.user_data()
    if rest:
        missing = desktop_entry.remove(data)
        say(f"Taken out of {data}.")
    else:
        missing = desktop_entry.install(environment.python.with_name("curator"), data)
        say(f"Installed in {data}: a double click on the archive.sqlite of an archive opens it.")
    if missing:
        say(f"Not found: {', '.join(missing)}. The desktop sees the change when it next starts.")
    return 0


def run_command(environment: Environment, rest: list[str]) -> tuple[list[str | Path], dict[str, str]]:
    """Return the command line and environment of `run`: a command of Curator, the window, or the main job."""
    root = environment.root
    if rest:
        return [environment.python, "-m", "curator", *rest], dict(os.environ)
    shown = ["--window"] if (root / "src" / "curator" / "gui").is_dir() and system_libraries.has_display() else []
    return [environment.python, root / "packaging" / "demo.py", root / "build" / "demo", *shown], dict(os.environ)


def test_command(environment: Environment, rest: list[str]) -> tuple[list[str | Path], dict[str, str]]:
    """Return the command line and environment of `test`: pytest, with windows that nobody sees.

    All tests are shared out to processes, a file to each at a time: most of the time the tests of the window wait for
    threads and child processes. What is asked for by name runs in one.
    """
    several = ["-n", str(2 * max(2, os.cpu_count() or 2)), "--dist", "loadfile"] if not rest else []
    return [environment.python, "-m", "pytest", *several, *rest], {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def start(command: list[str | Path], environ: Mapping[str, str]) -> int:
    """Run `command` in the checkout to its end and return its exit code as a shell would.

    Ctrl+C reaches the child by itself; waiting on lets it clean up and have the last word.
    """
    with subprocess.Popen(command, env=dict(environ), cwd=ROOT) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code
