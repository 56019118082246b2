"""The virtual environment of a checkout: is it there, is it whole, is it up to date; make it, fill it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = "curator-installed.json"  # written last: what stands in .venv is what was asked for
UNFINISHED = "curator-unfinished"  # there while pip works: left behind, pip was killed
DECLARED_IN = ("pyproject.toml", "packaging/constraints.txt", "packaging/whoosh3.txt")


class SetUpError(Exception):
    """Set-up cannot go on; the message says what a person can do."""


class Environment:
    """The folder `.venv` of a checkout.

    Args:
        root: the checkout, a folder with pyproject.toml.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.script("python")

    def script(self, name: str) -> Path:
        """Return the path of the installed program `name` (no suffix), there or not."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))

    def wanted(self) -> dict[str, str]:
        """Return what the stamp must say: digest of the declared packages, Python, place."""
        digest = hashlib.sha256()
        for name in DECLARED_IN:
            digest.update((self.root / name).read_bytes() + b"\0")
        return {"packages": digest.hexdigest(), **identity(self.folder)}

    def is_ready(self) -> bool:
        """Say whether everything asked for is installed, without starting a process."""
        return self.stamp() == self.wanted() and self.python.exists() and base_exists(self.folder)

    def stamp(self) -> dict[str, str]:
        """Return what the last finished set-up recorded; empty when there was none."""
        try:
            recorded = json.loads((self.folder / INSTALLED).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return recorded if isinstance(recorded, dict) else {}

    def why_remake(self) -> str:
        """Return why the folder cannot be used on; empty when it can, or when there is none."""
        if not os.path.lexists(self.folder):
            return ""
        if (self.folder / UNFINISHED).exists():
            return "the last set-up was interrupted"
        if not (self.python.exists() and base_exists(self.folder)):
            return "its Python is gone"
        stamp = self.stamp()
        here = identity(self.folder)
        if stamp and stamp.get("folder") != here["folder"]:
            return "the checkout was moved"
        if version_of(self.folder) != here["python"]:
            return "it belongs to another Python"
        probe = subprocess.run([self.python, "-c", "import pip"], capture_output=True)
        return "it has no pip" if probe.returncode else ""

    def make(self) -> None:
        """Make the folder anew, empty but for pip.

        Raises:
            SetUpError: `python -m venv` failed.
        """
        self.remove()
        self.folder.mkdir(parents=True)
        (self.folder / UNFINISHED).touch()
        if subprocess.call([base_python(), "-m", "venv", self.folder]):
            raise SetUpError(f"Python could not make {self.folder}; what it says stands above.")

    def remove(self) -> None:
        """Delete the folder, or the link that stands in its place."""
        if self.folder.is_symlink():
            self.folder.unlink()
        elif self.folder.exists():
            shutil.rmtree(self.folder)

    def install(self) -> None:
        """Install the project and the tools of its developers; Whoosh first, its wheel checked by hash.

        Raises:
            SetUpError: pip failed.
        """
        (self.folder / UNFINISHED).touch()
        (self.folder / INSTALLED).unlink(missing_ok=True)
        # A call of its own: a hash in a list makes pip ask for the hash of everything in that list.
        self.pip("--no-deps", "--requirement", self.root / "packaging" / "whoosh3.txt")
        constraints = self.root / "packaging" / "constraints.txt"
        self.pip("--constraint", constraints, "--editable", f"{self.root}[dev]")
        self.name_source_by_relative_path()
        (self.folder / INSTALLED).write_text(json.dumps(self.wanted()), "utf-8")
        (self.folder / UNFINISHED).unlink()

    def pip(self, *arguments: str | Path) -> None:
        """Run `pip install` inside with `arguments`."""
        command = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
        if code := subprocess.call(command, cwd=self.root):
            if code > 0:  # pip ended by itself, and so left things whole
                (self.folder / UNFINISHED).unlink(missing_ok=True)
            raise SetUpError("pip could not install the packages; what it says stands above.")

    def name_source_by_relative_path(self) -> None:
        """Let the editable install name `src` relatively: Python before 3.13 reads the file in the
        locale's encoding, in which a path with letters beyond ASCII may not be what was written."""
        source = self.root / "src"
        for listing in self.site_packages().glob("*.pth"):
            if listing.read_text("utf-8", "replace").strip() == str(source):
                listing.write_text(os.path.relpath(source, listing.parent) + "\n", "ascii")

    def site_packages(self) -> Path:
        """Return the folder that packages are installed into."""
        places = {"base": str(self.folder), "platbase": str(self.folder)}
        return Path(sysconfig.get_path("purelib", "venv", places))


def identity(folder: Path) -> dict[str, str]:
    """Return what an environment is bound to: the version of Python ("3.11") and the place of `folder`."""
    return {"python": f"{sys.version_info[0]}.{sys.version_info[1]}", "folder": str(folder)}


def configuration(folder: Path) -> dict[str, str]:
    """Return the lines of pyvenv.cfg in `folder`; empty when there is no such file."""
    try:
        lines = (folder / "pyvenv.cfg").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.partition("=") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs}


def version_of(folder: Path) -> str:
    """Return the version of Python ("3.11") that the environment in `folder` was made with."""
    lines = configuration(folder)
    return ".".join((lines.get("version") or lines.get("version_info", "")).split(".")[:2])


def base_exists(folder: Path) -> bool:
    """Say whether the Python that made the environment in `folder` is still installed."""
    home = configuration(folder).get("home", "")
    return bool(home) and Path(home).is_dir()


def base_python() -> str:
    """Return the Python to make environments with: the one beneath, when this is itself inside one."""
    return getattr(sys, "_base_executable", "") or sys.executable
