"""``tools/need.sh``: Debian packages are installed if this user may, else the exact line is said."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NEED = Path(__file__).parent.parent / "tools" / "need.sh"


class Machine:
    """A search path with programs of our own: a user, perhaps apt-get, perhaps sudo."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.bin.mkdir()
        self.log.touch()
        for name in ("sh", "env"):
            (self.bin / name).symlink_to(str(shutil.which(name)))

    def program(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def need(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [NEED, *arguments], env={"PATH": str(self.bin)}, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Debian, an ordinary user."""
    machine = Machine(tmp_path)
    machine.program("id", "echo 1000")
    machine.program("apt-get", f'echo "apt-get $*" >> {machine.log}')
    return machine


def test_nothing_is_said_where_all_is_there(machine: Machine) -> None:
    assert machine.need("python3-venv", "true", "fontconfig", "true") == (0, "")


def test_an_ordinary_user_gets_the_line_to_run(machine: Machine) -> None:
    code, said = machine.need("fontconfig", "true", "poppler-utils", "false", "sudo", "false")
    assert code == 1
    line = "    sudo apt-get update && sudo apt-get install -y --no-install-recommends poppler-utils sudo\n"
    assert line in said
    assert machine.log.read_text() == ""


def test_root_gets_the_packages(machine: Machine) -> None:
    machine.program("id", "echo 0")
    code, said = machine.need("poppler-utils", "false")
    assert (code, said) == (0, "Installing Debian packages: poppler-utils\n")
    (line,) = machine.log.read_text().splitlines()
    assert line.endswith("install -y --no-install-recommends poppler-utils")


def test_package_lists_are_fetched_where_they_are_missing(machine: Machine) -> None:
    machine.program("id", "echo 0")
    lists = machine.log.with_name("lists")
    act = f'case "$*" in *update*) : > {lists} ;; *) test -e {lists} ;; esac'
    machine.program("apt-get", f'echo "$*" >> {machine.log}; {act}')
    assert machine.need("poppler-utils", "false")[0] == 0
    assert ["update" in line for line in machine.log.read_text().splitlines()] == [False, True, False]


def test_sudo_is_used_where_it_asks_for_no_password(machine: Machine) -> None:
    machine.program("sudo", f'echo "sudo $*" >> {machine.log}; [ "$1" = -n ] || "$@"')
    assert machine.need("poppler-utils", "false")[0] == 0
    assert "apt-get -qq" in machine.log.read_text()


def test_a_package_that_cannot_be_had_is_a_failure(machine: Machine) -> None:
    machine.program("id", "echo 0")
    machine.program("apt-get", 'echo "E: Unable to locate package" >&2; exit 100')
    code, said = machine.need("poppler-utils", "false")
    assert code == 100
    assert "E: Unable to locate package" in said


def test_another_system_is_told_what_is_missing(machine: Machine) -> None:
    (machine.bin / "apt-get").unlink()
    code, said = machine.need("poppler-utils", "false")
    assert code == 1
    assert said.endswith("missing: poppler-utils\n")
