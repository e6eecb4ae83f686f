"""Free fonts for all roles from Debian's packages, unpacked into docgen's own font folder.

Two packages are downloaded by apt, which checks their signatures; nothing is installed, and no right beyond
the user's own is needed. From ``texlive-lang-chinese`` (hundreds of files, no TeX wanted) only the six Fandol
text fonts are taken, from ``fonts-noto-cjk`` the regular and bold of Noto Serif and Sans, which lend rare
characters. What the packages say about the fonts' licences is put beside them.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.world.file_problems import told_as_letter
from docgen.world.files import remove_stale
from docgen.world.font_folders import user_font_folder
from docgen.world.programs import Finished, find_program, run

Report = Callable[[str], None]

_WORK = ".docgen-fonts-"


@dataclass(frozen=True)
class FontPackage:
    """A Debian package, the font files wanted of it, and the texts in it that state their licence."""

    name: str
    files: tuple[str, ...]
    licence: str
    licence_files: tuple[str, ...]


PACKAGES = (
    FontPackage(
        name="texlive-lang-chinese",
        files=(
            "FandolFang-Regular.otf",
            "FandolHei-Bold.otf",
            "FandolHei-Regular.otf",
            "FandolKai-Regular.otf",
            "FandolSong-Bold.otf",
            "FandolSong-Regular.otf",
        ),
        licence="GPL-3.0 with font exception",
        licence_files=("texlive-doc/fonts/fandol/README", "texlive-doc/fonts/fandol/COPYING.gz"),
    ),
    FontPackage(
        name="fonts-noto-cjk",
        files=(
            "NotoSansCJK-Bold.ttc",
            "NotoSansCJK-Regular.ttc",
            "NotoSerifCJK-Bold.ttc",
            "NotoSerifCJK-Regular.ttc",
        ),
        licence="SIL OFL 1.1",
        licence_files=("doc/fonts-noto-cjk/copyright",),
    ),
)


def fetch_fonts(report: Report, folder: Path | None = None) -> tuple[Path, ...]:
    """Every font of ``PACKAGES`` is in ``folder`` afterwards (docgen's own by default); returns their paths.

    What is already there is not fetched again. Raises ``DocgenError`` (exit 5) where there is no apt, where
    it cannot download, or the disk is full; (exit 2) where the folder cannot be written to.
    """
    folder = folder or user_font_folder()
    with told_as_letter(folder, or_elsewhere=False):
        folder.mkdir(parents=True, exist_ok=True)
        remove_stale(folder, _WORK)
        missing = [package for package in PACKAGES if not _is_there(package, folder)]
        if missing:
            # Within the folder, so that the fonts need only be renamed into their places.
            with tempfile.TemporaryDirectory(prefix=f"{_WORK}{os.getpid()}-", dir=folder) as work:
                _fetch(missing, Path(work), folder, report)
    return tuple(folder / name for package in PACKAGES for name in package.files)


def _is_there(package: FontPackage, folder: Path) -> bool:
    return all((folder / name).is_file() for name in package.files)


def _fetch(packages: list[FontPackage], work: Path, folder: Path, report: Report) -> None:
    _require_apt(folder)
    names = [package.name for package in packages]
    report(_("downloading fonts from Debian's packages {packages}").format(packages=listed(names)))
    _download(names, work, folder)
    for package in packages:
        unpacked = _unpack(package, work)
        for path in unpacked:
            path.replace(folder / path.name)
        message = _("{count} fonts ({licence}) unpacked into {folder}")
        report(message.format(count=len(package.files), licence=package.licence, folder=folder))


# ---------------------------------------------------------------- downloading


def _require_apt(folder: Path) -> None:
    if find_program("apt-get") and find_program("dpkg-deb"):
        return
    message = _("fonts are fetched from Debian's packages, and this system has no apt-get")
    hint = _("put the Fandol fonts and Noto Serif CJK, or fonts of your own, into {folder}")
    raise DocgenError(Problem("W311", message, hint=hint.format(folder=folder)), Exit.MISSING)


def _download(names: list[str], work: Path, folder: Path) -> None:
    """The packages as ``*.deb`` in ``work``: by the system's package lists, or by lists fetched now."""
    if _apt(["download", *names], work).code == 0:
        return
    # A fresh or long unused machine has no lists, or old ones; new ones in a folder of ours need no rights.
    own = [f"-o=Dir::State::Lists={_made(work / 'lists')}", f"-o=Dir::Cache={_made(work / 'cache')}"]
    # Whether this went well shows in the download: clean-up hooks of a container may fail for want of rights.
    updated = _apt([*own, "update"], work)
    finished = _apt([*own, "download", *names], work)
    if finished.code != 0:
        raise DocgenError(_no_download(names, [updated, finished], folder), Exit.MISSING)


def _apt(arguments: list[str], work: Path) -> Finished:
    # Run by root, apt would download as another user, who may not write into our folder.
    options = ["-q", "-o=APT::Sandbox::User=root", "-o=Acquire::Retries=2"]
    return run(["apt-get", *options, *arguments], timeout=900, env={"LC_ALL": "C"}, cwd=work)


def _made(folder: Path) -> Path:
    (folder / "partial").mkdir(parents=True, exist_ok=True)
    return folder


def _no_download(names: list[str], attempts: list[Finished], folder: Path) -> Problem:
    lines = [line for finished in attempts for line in finished.errors.splitlines()]
    said = [line for line in lines if line.startswith(("E:", "W:"))]
    late = any(finished.code is None for finished in attempts)
    reason = _("it took too long") if late else " ".join(dict.fromkeys(said[:1] + said[-1:]))
    message = _("apt-get could not download {packages}: {reason}")
    hint = _("check the network and the sources of apt, or put fonts into {folder} yourself")
    return Problem("W312", message.format(packages=" ".join(names), reason=reason), hint=hint.format(folder=folder))


# ---------------------------------------------------------------- unpacking


def _unpack(package: FontPackage, work: Path) -> list[Path]:
    """The wanted fonts of the package, and its licence texts as one file."""
    (archive,) = work.glob(f"{package.name}_*.deb")
    command = ["dpkg-deb", "--fsys-tarfile", str(archive)]
    licences: list[bytes] = []
    with (
        contextlib.suppress(tarfile.TarError),
        subprocess.Popen(command, stdout=subprocess.PIPE) as process,
        tarfile.open(fileobj=process.stdout, mode="r|") as tar,
    ):
        licences += (text for member in tar if (text := _take(package, tar, member, work)))
    return [_licence(package, licences, work), *_present(package, work, archive)]


def _present(package: FontPackage, work: Path, archive: Path) -> list[Path]:
    absent = [name for name in package.files if not (work / name).is_file()]
    if absent:
        message = _("the package {archive} does not hold {files}")
        message = message.format(archive=archive.name, files=listed(absent))
        raise DocgenError(Problem("W313", message), Exit.MISSING)
    return [work / name for name in package.files]


def _take(package: FontPackage, tar: tarfile.TarFile, member: tarfile.TarInfo, work: Path) -> bytes | None:
    """Unpack a wanted font; give back the text of a wanted licence."""
    name = PurePosixPath(member.name).name
    wanted = name in package.files or member.name.endswith(package.licence_files)
    source = tar.extractfile(member) if wanted and member.isfile() else None
    if source is None:
        return None
    if name in package.files:
        with (work / name).open("wb") as file:
            shutil.copyfileobj(source, file)
        return None
    return gzip.decompress(source.read()) if name.endswith(".gz") else source.read()


def _licence(package: FontPackage, texts: list[bytes], work: Path) -> Path:
    """Under which terms the fonts stand, in a line and then word for word as the package states it."""
    head = f"{', '.join(package.files)}\n{package.licence} (Debian package {package.name})\n"
    path = work / f"LICENCE {package.name}.txt"
    path.write_bytes(f"\n\n{'=' * 78}\n\n".encode().join([head.encode(), *texts]))
    return path
