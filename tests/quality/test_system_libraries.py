"""packaging/system_libraries.py: which libraries Qt needs, which of them are absent, who may install them."""

from __future__ import annotations

import pytest

import system_libraries


def test_a_screen_takes_more_of_them() -> None:
    without = system_libraries.needed({}, "linux")
    assert "libEGL.so.1" in without
    assert "libxcb-cursor.so.0" not in without
    assert system_libraries.needed({"DISPLAY": ":0"}, "linux").items() > without.items()
    assert "libxcb-cursor.so.0" in system_libraries.needed({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_need_none_and_have_a_screen(platform: str) -> None:
    assert system_libraries.needed({}, platform) == {}
    assert system_libraries.has_display({}, platform)


def test_missing_are_those_that_do_not_load() -> None:
    def load(name: str) -> None:
        if name == "libGL.so.1":
            raise OSError(name)

    assert system_libraries.missing(system_libraries.ALWAYS, load) == {"libGL.so.1": "libgl1"}


def test_the_real_loader_tells_them_apart() -> None:
    assert system_libraries.missing({"libnothing-of-the-kind.so.7": "none"}) == {"libnothing-of-the-kind.so.7": "none"}


def test_the_line_to_type_is_sorted() -> None:
    assert system_libraries.apt_line(["libgl1", "libegl1"]) == (
        "sudo apt-get install --no-install-recommends libegl1 libgl1"
    )


@pytest.mark.parametrize(
    ("root", "environ", "allowed"),
    [(True, {}, True), (True, {"CURATOR_NO_APT": "1"}, False), (False, {}, False)],
)
def test_apt_is_for_root_only_and_can_be_turned_off(
    monkeypatch: pytest.MonkeyPatch, root: bool, environ: dict[str, str], allowed: bool
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: root)
    assert system_libraries.may_use_apt(environ) is allowed
