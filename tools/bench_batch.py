"""Forms for every unit of a roster: how fast, how much memory, what a second run costs.

    python tools/bench_batch.py [--quick] [--runs N] [--only pdf,large,again,jobs] [--folder FOLDER]

All times are those of whole processes, ``docgen build --units``, from start to exit, with everything it does for a
roster: reading and checking the rows, making each form, reading it back and searching it for other units' values, the
manifest. The campaign's own files are there before. The form is one of the repository's, three pages in PDF, twelve
columns of the roster in it, four of them long texts. Pairs are measured in turn, after runs that do not count.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench_memory import Watched, watched
from bench_pairs import (
    DOCGEN,
    MEMORY,
    Pairs,
    Run,
    a_process,
    environment_in,
    in_turns,
    pair_line,
    share_line,
    verdict,
)

from docgen.world.fontconfig import fontconfig_file
from docgen.world.fonts import find_fonts
from docgen.world.programs import find_soffice

PAGES, AGAIN, TWO = 300, 1000, 2000
"""Units of the rows of PDF, second runs, two processes."""

LARGE, QUICK = 100_000, 5_000
GOALS = {"soffice": 9.0, "again": 10.0, "two": 1.7, "memory": 400.0}
"""Times as fast, per cent, times as fast, MB.

DOCX alone is made so fast that start-up and the roster weigh as much as the forms. Second runs and two processes are
measured for it, too, but the goals are for what a build makes, PDF as well.
"""

DISK_PER_UNIT = 28_000
"""Bytes: a DOCX in blocks of the disk, its folder, its lines in the roster, the plan and the manifest."""

CAMPAIGN = """\
id: bench
year: 2020
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2020〕1号
title: 关于开展{{ year }}年国家级专家服务基地申报工作的通知
issued: 2020-03-02
disclosure: 主动公开
addressees: [各区人力资源和社会保障局]
annexes:
  - {id: base, form: tianjin-2020-base}
body: |
  请填写{{ annexes.base.title | title_mark }}（见{{ annexes.base.ref }}）。
"""
HEADER = (
    *("单位名称", "单位编码", "所在地区", "联系人", "联系电话", "通讯地址", "填表日期", "基地名称"),
    "专家服务基地建设基本情况",
    "与对口专家联系及开展服务活动基本情况",
    "能为对口专家及其团队开展服务活动提供的支持措施和保障条件",
    "专家服务基地建设目标及未来三年工作打算",
)
SENTENCE = "本单位高度重视专家服务基层工作，建立了完善的工作机制和服务保障体系。"


def main() -> None:
    """The rows that were asked for, one after the other."""
    told = arguments()
    print(f"{len(os.sched_getaffinity(0))} cores; median of {told.runs} runs, and the least\n", flush=True)
    for name in told.only:
        BENCHES[name](told)


def arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--quick", action="store_true", help=f"{QUICK:,} units in place of {LARGE:,}")
    asked.add_argument("--only", type=lambda text: text.split(","), default=list(BENCHES))
    asked.add_argument("--folder", type=Path, help="where the files are written, and removed again")
    told = asked.parse_args()
    if wrong := set(told.only) - set(BENCHES):
        asked.error(f"--only {', '.join(sorted(wrong))}: there are {', '.join(BENCHES)}")
    return told


class Project:
    """A campaign in a folder of its own, with a roster of so many units; its own files are made."""

    def __init__(self, folder: Path, units: int) -> None:
        self.units, self.folder = units, folder / "project"
        self.output = self.folder / "output" / "bench"
        self.environment = environment_in(folder)
        campaign = self.folder / "data/bench/2020.yaml"
        campaign.parent.mkdir(parents=True)
        campaign.write_text(CAMPAIGN, encoding="utf-8")
        with (self.folder / "roster.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(itertools.chain([HEADER], rows(units)))
        a_process([*DOCGEN, "build", "--quiet", "--format", "docx,pdf"], self.folder, self.environment)
        self._manifest = (self.output / "manifest.json").read_bytes()

    def command(self, *options: str) -> list[str]:
        return [*DOCGEN, "build", "--quiet", "--units", "roster.csv", *options]

    def first(self, *options: str) -> float:
        """Seconds of a build that finds nothing of the units."""
        self.clear()
        return self.again(*options)

    def again(self, *options: str) -> float:
        """Seconds of a build that finds whatever there is."""
        return a_process(self.command(*options), self.folder, self.environment)

    def clear(self) -> None:
        """Back to the campaign's own files."""
        for name in ("units", ".docgen"):
            shutil.rmtree(self.output / name, ignore_errors=True)
        (self.output / "manifest.json").write_bytes(self._manifest)

    def files(self, format: str) -> list[Path]:
        return sorted((self.output / "units").glob(f"*/*.{format}"))


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Units that do not exist."""
    for number in range(1, count + 1):
        name, place = f"示例第{number}专家服务基地管理中心", f"示例第{number % 16 + 1}区"
        phone, address = f"022-{10_000_000 + number}", f"示例路{number}号"
        texts = (f"第{number}号单位：{SENTENCE * 2}",) * 4
        yield (name, f"SL{number:06}", place, "示例一", phone, address, "2020-03-09", f"第{number}号示例基地", *texts)


# ---------------------------------------------------------------- PDF


def pages(told: argparse.Namespace) -> None:
    """The forms as PDF by docgen, and by LibreOffice from the same forms as DOCX."""
    with roomy_folder(told) as name:
        project = Project(Path(name), PAGES)
        one, usual = (partial(project.first, "--format", "pdf", *jobs) for jobs in (("--jobs", "1"), ()))
        project.first("--format", "docx")
        peer = LibreOffice(Path(name), project.files("docx"))
        if peer.program is None:
            print("LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui): no peer")
            seconds = in_turns(told.runs, one)[0]
            print(f"{PAGES} forms as PDF, on one core: {min(seconds):.2f} s at least", flush=True)
            return
        peer.start_once()
        one()
        theirs, alone, together = in_turns(told.runs, peer, one, usual)
        for what, ours, goal in (
            (f"{PAGES} PDFs", together, GOALS["soffice"]),
            (f"{PAGES} PDFs, on one core", alone, None),
        ):
            print(pair_line(what, ("LibreOffice", "docgen"), Pairs(theirs, ours), goal), flush=True)
        print("", flush=True)


class LibreOffice:
    """``soffice --convert-to pdf`` for all of the files at once, in the faces that docgen sets them in."""

    def __init__(self, folder: Path, files: list[Path]) -> None:
        self.program = find_soffice()
        self._home = folder / "libreoffice"
        self._documents, self._out = self._home / "docx", self._home / "pdf"
        self._documents.mkdir(parents=True)
        for number, path in enumerate(files):
            shutil.copy(path, self._documents / f"{number}.docx")
        config = self._home / "fonts.conf"
        config.write_text(fontconfig_file(find_fonts(), self._home / "fontconfig"), encoding="utf-8")
        self._environment = {**os.environ, "FONTCONFIG_FILE": str(config)}

    def start_once(self) -> None:
        """What does not count: the profile and the cache of fonts are made."""
        assert self.program
        self._convert(self.program, self._files()[:1])

    def __call__(self) -> float:
        assert self.program
        shutil.rmtree(self._out)
        # The program that starts it hands on 254 words of a command line and drops the others without a word.
        itself = self.program.resolve().with_name("soffice.bin")
        seconds = self._convert(itself if itself.is_file() else self.program, self._files())
        made, wanted = len(list(self._out.glob("*.pdf"))), len(self._files())
        if made != wanted:
            raise SystemExit(f"LibreOffice made {made} of {wanted} PDFs: not compared")
        return seconds

    def _files(self) -> list[Path]:
        return sorted(self._documents.iterdir())

    def _convert(self, program: Path, files: list[Path]) -> float:
        profile = f"-env:UserInstallation={(self._home / 'profile').as_uri()}"
        options = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", self._out)
        return a_process([program, profile, *options, *files], self._home, self._environment)


# ---------------------------------------------------------------- very many


def large(told: argparse.Namespace) -> None:
    """Files a second and memory over time for very many units; then once more with nothing changed."""
    units = QUICK if told.quick else LARGE
    needed = units * DISK_PER_UNIT
    with tempfile.TemporaryDirectory(dir=told.folder) as name:
        free = shutil.disk_usage(name).free
        print(f"{units:,} forms as DOCX need {needed / 1e9:.1f} GB in {Path(name).parent}, removed at the end", end="")
        if free < needed:
            print(f": not measured, {free / 1e9:.1f} GB are free (--folder FOLDER, or --quick)")
            return
        print(flush=True)
        small, project = (Project(Path(name) / str(number), number) for number in (units // 10, units))
        fewer = run_watched(small)
        first = run_watched(project)
        print(f"  {units / first.seconds:.0f} files a second ({first.seconds:.1f} s)")
        print(f"  MB of memory, all processes, the most in each tenth of the time: {_listed(first)}")
        met = verdict(first.peak < GOALS["memory"])
        print(
            f"  peak {first.peak:.0f} MB; of {units // 10:,} units {fewer.peak:.0f} MB   "
            f"goal {GOALS['memory']:g} MB   {met}",
            flush=True,
        )
        again = watched(project.command("--format", "docx"), project.folder, project.environment)
        made = len(project.files("docx"))
        if made != units:
            raise SystemExit(f"{made:,} of {units:,} forms were made")
        pair = Pairs([first.seconds], [again.seconds])
        print(share_line(f"{units:,} DOCX, second run", ("first", "second"), pair, None))
        print(f"  peak {again.peak:.0f} MB\n", flush=True)


def run_watched(project: Project) -> Watched:
    project.clear()
    return watched(project.command("--format", "docx"), project.folder, project.environment)


def _listed(run: Watched) -> str:
    return " ".join(f"{megabytes:.0f}" for megabytes in run.parts())


# ---------------------------------------------------------------- again, together


def again(told: argparse.Namespace) -> None:
    """A first run, and a second one that finds nothing changed."""
    with roomy_folder(told) as name:
        project = Project(Path(name), AGAIN)
        for formats, goal in (("docx,pdf", GOALS["again"]), ("docx", None)):
            first, second = (partial(run, "--format", formats) for run in (project.first, project.again))
            pairs = measured(told.runs, first, second)
            what = f"{AGAIN:,} units, {formats}, again"
            print(share_line(what, ("first", "second"), pairs, goal), flush=True)
        print("", flush=True)


def jobs(told: argparse.Namespace) -> None:
    """One process against two, each on one core."""
    with roomy_folder(told) as name:
        project = Project(Path(name), TWO)
        for format, goal in (("pdf", GOALS["two"]), ("docx", None)):
            one, two = (partial(project.first, "--format", format, "--jobs", number) for number in "12")
            pairs = measured(told.runs, one, two)
            names = ("--jobs 1", "--jobs 2")
            print(pair_line(f"{TWO:,} forms as {format}", names, pairs, goal), flush=True)
        print("", flush=True)


def measured(runs: int, slow: Run, fast: Run) -> Pairs:
    return Pairs(*in_turns(runs, slow, fast))


def roomy_folder(told: argparse.Namespace) -> tempfile.TemporaryDirectory[str]:
    """In memory, if there is room: then the disk is not what is compared."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2e9
    return tempfile.TemporaryDirectory(dir=told.folder or (MEMORY if roomy else None))


BENCHES = {"pdf": pages, "again": again, "jobs": jobs, "large": large}


if __name__ == "__main__":
    main()
