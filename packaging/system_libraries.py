"""The shared libraries that Qt takes from the system on Linux: which are missing, and how to get them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

# File name of the library -> Debian package that holds it (Ubuntu and newer Debians provide the same names).
ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    # Qt's network module needs it, which the window uses to raise one that is open already.
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WITH_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def has_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Say whether a window can be shown: always on Windows and macOS, else when X11 or Wayland is named."""
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def needed(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> dict[str, str]:
    """Return the libraries that Qt needs here, file name to Debian package; none outside Linux."""
    if not platform.startswith("linux"):
        return {}
    return {**ALWAYS, **WITH_A_SCREEN} if has_display(environ, platform) else dict(ALWAYS)


def missing(wanted: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL) -> dict[str, str]:
    """Return those of `wanted` that the system's loader cannot load, tried one by one with `load`."""
    absent = {}
    for name, package in wanted.items():
        try:
            load(name)
        except OSError:
            absent[name] = package
    return absent


def apt_line(packages: list[str]) -> str:
    """Return the command that installs the Debian `packages`, for a person to copy."""
    return "sudo apt-get install --no-install-recommends " + " ".join(sorted(packages))


def may_use_apt(environ: Mapping[str, str] = os.environ) -> bool:
    """Say whether packages may be installed here: as root, and not switched off by CURATOR_NO_APT=1."""
    return is_root() and environ.get("CURATOR_NO_APT", "") in ("", "0")


def is_root() -> bool:
    """Say whether this process may write the system; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def on_debian() -> bool:
    """Say whether packages come by apt-get here."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def apt_install(packages: list[str]) -> bool:
    """Fetch the package lists, install the Debian `packages`, and say whether that went well."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "-qq", *sorted(packages)]
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)  # a list that failed may still be good enough
    return subprocess.call(install, env=quiet) == 0
