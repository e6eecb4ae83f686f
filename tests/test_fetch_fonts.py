"""``docgen fonts install``: fonts out of Debian's packages, with an apt-get of the test's own."""

from __future__ import annotations

import gzip
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.diagnostics import DocgenError, Exit
from docgen.workflow import fonts as workflow
from docgen.world.fetch_fonts import PACKAGES, fetch_fonts
from docgen.world.fonts import find_fonts
from docgen.world.programs import find_program

APT = """#!/bin/sh
echo "$@" >> {log}
{fails}
case "$*" in
*download*) cp {store}/*.deb . ;;
esac
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The two packages with tiny stand-ins for the fonts, some licence texts, and a file that nobody wants."""
    store = tmp_path / "store"
    store.mkdir()
    for package in PACKAGES:
        root = tmp_path / package.name
        files = {
            "DEBIAN/control": f"Package: {package.name}\nVersion: 1\nArchitecture: all\n"
            "Maintainer: nobody <nobody@example.org>\nDescription: fonts\n",
            "usr/share/fonts/unwanted.otf": "unwanted",
            **{f"usr/share/fonts/{name}": f"font {name}" for name in package.files},
        }
        for name, text in files.items():
            write(root / name, text.encode())
        for name in package.licence_files:
            text = f"terms of {package.name}".encode()
            write(root / "usr/share" / name, gzip.compress(text) if name.endswith(".gz") else text)
        build_deb(root, store / f"{package.name}_1_all.deb")
    return store


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def build_deb(root: Path, deb: Path) -> None:
    subprocess.run(["dpkg-deb", "--build", "-Znone", root, deb], check=True, capture_output=True)


@pytest.fixture
def apt(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """``apt(fails)`` puts an apt-get in front that runs the shell line ``fails`` first; returns its log."""
    monkeypatch.setenv("DOCGEN_LANG", "en")

    def install(fails: str = "") -> Path:
        log = tmp_path / "apt.log"
        program = tmp_path / "bin" / "apt-get"
        write(program, APT.format(log=log, store=store, fails=fails).encode())
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
        return log

    return install


def test_all_fonts_and_their_licences_are_there_afterwards(apt: Callable[..., Path], tmp_path: Path) -> None:
    apt()
    said: list[str] = []
    fonts = fetch_fonts(said.append, tmp_path / "fonts")
    assert len(fonts) == 10
    assert all(path.read_text() == f"font {path.name}" for path in fonts)
    licences = {path.name: path.read_text() for path in (tmp_path / "fonts").glob("LICENCE*")}
    assert set(licences) == {f"LICENCE {package.name}.txt" for package in PACKAGES}
    for package in PACKAGES:
        text = licences[f"LICENCE {package.name}.txt"]
        assert package.licence in text
        assert text.count(f"terms of {package.name}") == len(package.licence_files)
    assert "Debian's packages texlive-lang-chinese, fonts-noto-cjk" in said[0]
    assert "6 fonts (GPL-3.0 with font exception) unpacked into" in said[1]
    assert len(list((tmp_path / "fonts").iterdir())) == 12


def test_what_is_there_is_not_fetched_again(apt: Callable[..., Path], tmp_path: Path) -> None:
    log = apt()
    fetch_fonts(print, tmp_path / "fonts")
    fetch_fonts(print, tmp_path / "fonts")
    assert len(log.read_text().splitlines()) == 1
    (tmp_path / "fonts" / "NotoSansCJK-Bold.ttc").unlink()
    fetch_fonts(print, tmp_path / "fonts")
    assert log.read_text().splitlines()[1].endswith("download fonts-noto-cjk")


def test_without_package_lists_they_are_fetched_into_a_folder_of_our_own(
    apt: Callable[..., Path], tmp_path: Path
) -> None:
    log = apt('case "$*" in *State::Lists*) ;; *) echo "E: No packages found" >&2; exit 100 ;; esac')
    assert len(fetch_fonts(print, tmp_path / "fonts")) == 10
    first, update, download = log.read_text().splitlines()
    assert "State::Lists" not in first
    assert "State::Lists" in update
    assert update.endswith(" update")
    assert "State::Lists" in download


def test_offline_it_says_what_apt_said_and_leaves_nothing(apt: Callable[..., Path], tmp_path: Path) -> None:
    apt('echo "E: Temporary failure resolving deb.debian.org" >&2; exit 100')
    with pytest.raises(DocgenError, match=r"W312.*Temporary failure resolving.*check the network") as caught:
        fetch_fonts(print, tmp_path / "fonts")
    assert caught.value.exit_code == Exit.MISSING
    assert list((tmp_path / "fonts").iterdir()) == []


def test_a_package_without_the_fonts(apt: Callable[..., Path], store: Path, tmp_path: Path) -> None:
    apt()
    (tmp_path / "texlive-lang-chinese/usr/share/fonts/FandolKai-Regular.otf").unlink()
    build_deb(tmp_path / "texlive-lang-chinese", store / "texlive-lang-chinese_1_all.deb")
    with pytest.raises(DocgenError, match=r"W313.*texlive-lang-chinese_1_all.deb does not hold FandolKai-Regular.otf"):
        fetch_fonts(print, tmp_path / "fonts")
    assert list((tmp_path / "fonts").iterdir()) == []


def test_a_system_without_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocgenError, match=r"W311.*no apt-get.*put the Fandol fonts"):
        fetch_fonts(print, tmp_path / "fonts")


def test_a_font_folder_that_cannot_be_made(apt: Callable[..., Path], tmp_path: Path) -> None:
    apt()
    (tmp_path / "fonts").write_text("a file")
    with pytest.raises(DocgenError, match=r"W403.*fonts is a file, not a folder; remove or rename the file$"):
        fetch_fonts(print, tmp_path / "fonts")


def test_nothing_is_fetched_where_the_installed_fonts_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.setattr(workflow, "fetch_fonts", lambda report: pytest.fail("fetched"))
    said: list[str] = []
    assert find_fonts().faces["fangsong"].likeness != "stopgap"
    assert workflow.install_fonts(said.append, if_needed=True) == ()
    assert "the installed fonts will do" in said[0]


def test_fonts_are_needed_where_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_FONTS", str(tmp_path))
    monkeypatch.setenv("DOCGEN_SYSTEM_FONTS", "0")
    assert workflow.fonts_needed()


def test_the_programs_of_debian_are_found() -> None:
    found = find_program("dpkg-deb")
    assert found is not None
    assert found.name == "dpkg-deb"
    assert find_program("no-such-program") is None
