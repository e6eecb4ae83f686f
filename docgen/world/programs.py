"""External programs: where they are, which version, and running one without leaving anything behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.frozen import dataclass

# Programs that do not put themselves on the search path, by platform.
_HOMES: dict[str, dict[str, tuple[str, ...]]] = {
    "soffice": {
        "win32": (
            r"C:\Program Files\LibreOffice\program\soffice.com",
            r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
        ),
        "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
        "linux": ("/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice"),
    },
    "wkhtmltopdf": {
        "win32": (r"C:\Program Files\wkhtmltopdf\bin\wkhtmltopdf.exe",),
        "darwin": ("/usr/local/bin/wkhtmltopdf",),
    },
}


@dataclass(frozen=True)
class Finished:
    """How a program ended. ``code`` is None if its time ran out and it was stopped."""

    code: int | None
    output: str
    errors: str


def find_program(name: str) -> Path | None:
    """Where the program is: on the search path, else where its installer puts it; None if it is nowhere."""
    found = shutil.which(name)
    if found:
        return Path(found)
    homes = _HOMES.get(name, {}).get(sys.platform, ())
    return next((Path(home) for home in homes if Path(home).is_file()), None)


def find_soffice() -> Path | None:
    """LibreOffice's program, which some systems call libreoffice."""
    return find_program("soffice") or find_program("libreoffice")


def run(
    command: Sequence[str | Path],
    *,
    timeout: float,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Finished:
    """Run ``command`` for at most ``timeout`` seconds; what it started is ended with it, on Ctrl-C too."""
    with subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=None if env is None else {**os.environ, **env},
        cwd=cwd,
        # soffice is a script that starts the real program: only as a group can both be stopped.
        start_new_session=os.name == "posix",
    ) as process:
        try:
            output, errors = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            stop(process)
            output, errors = process.communicate()
            return Finished(None, _text(output), _text(errors))
        except BaseException:
            stop(process)
            raise
    return Finished(process.returncode, _text(output), _text(errors))


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process started with ``start_new_session`` and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def version_of(program: Path) -> str:
    """The first line that ``--version`` prints; empty if the program does not start."""
    try:
        finished = run([program, "--version"], timeout=20)
    except OSError:
        return ""
    lines = (finished.output or finished.errors).strip().splitlines()
    return lines[0].strip() if lines and finished.code == 0 else ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
