"""The report of a build: what was made and where, with how many pages, by which engine, in which fonts."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import docgen
from docgen.cli import batch_report, console
from docgen.diagnostics import Problem
from docgen.language import _, listed, ngettext
from docgen.workflow.build import Report
from docgen.workflow.manifest import MadeFile
from docgen.workflow.produce import Product


class Silent:
    """Says nothing: the report is for a program."""

    def problems(self, problems: Iterable[Problem]) -> None:
        """What was wrong with the choice of campaigns."""

    def product(self, product: Product) -> None:
        """A campaign is finished."""

    def summary(self, report: Report) -> None:
        """All are finished."""


class Spoken(Silent):
    """Tells of each campaign as soon as it is finished; ``quiet`` tells only what is wrong.

    ``explain``: why and how the files of units were made, too.
    """

    def __init__(self, quiet: bool = False, explain: bool = False) -> None:
        self.quiet, self.explain = quiet, explain

    def problems(self, problems: Iterable[Problem]) -> None:
        """Each in its line."""
        console.complain(problems)

    def product(self, product: Product) -> None:
        """Its files, a line for each document; then what is to be said about them."""
        units = product.units
        if not self.quiet:
            for line in (*_lines(product), *(batch_report.lines(units, self.explain) if units else ())):
                console.say(line)
        problems = (*product.problems, *(units.problems if units else ()))
        console.complain(one for one in problems if not self.quiet or one.severity != "note")
        if crash := product.crash or (units.crash if units else ""):
            console.own_up(crash)

    def summary(self, report: Report) -> None:
        """How many of what, the engine, the fonts."""
        if not self.quiet and report.products:
            console.say("")
            for line in _summary(report):
                console.say(line)


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    content = {
        "docgen": docgen.__version__,
        "exit_code": int(report.exit_code),
        "problems": [problem_as_data(one) for one in report.problems],
        "campaigns": [_product(one) for one in report.products],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


# ---------------------------------------------------------------- for people


def _lines(product: Product) -> Iterable[str]:
    match product.status:
        case "made":
            yield _("{id}: made in {folder}").format(id=product.id, folder=_folder(product.folder))
            yield from _documents(product.manifest.files if product.manifest else ())
            for name in product.removed:
                yield "  " + _("{file} was out of date and is removed").format(file=name)
        case "unchanged":
            yield _("{id}: unchanged in {folder}").format(id=product.id, folder=_folder(product.folder))
        case "failed":
            words = _("{name}: not built; what was there before is untouched")
            yield words.format(name=product.id or product.path)


def _documents(files: Sequence[MadeFile]) -> Iterable[str]:
    """``  通知: docx, pdf (9 pages), txt``, a line for each document."""
    stems = dict.fromkeys(file.path.removesuffix(f".{file.format}") for file in files)
    for stem in stems:
        formats = [_format(file) for file in files if file.path == f"{stem}.{file.format}"]
        yield "  " + _("{document}: {formats}").format(document=stem, formats=listed(formats))


def _format(file: MadeFile) -> str:
    if file.pages is None:
        return file.format
    return ngettext("{format} ({n} page)", "{format} ({n} pages)", file.pages).format(format=file.format, n=file.pages)


def _summary(report: Report) -> Iterable[str]:
    counts = Counter(product.status for product in report.products)
    told = _("{made} made, {unchanged} unchanged, {failed} failed").format(
        made=counts["made"], unchanged=counts["unchanged"], failed=counts["failed"]
    )
    units = [product.units for product in report.products if product.units]
    # Beside units' files, "0 made" alone would be taken to count them, too.
    yield _("campaigns: {counts}").format(counts=told) if units else told
    if units:
        yield batch_report.total(units)
    means = [one.manifest.means for one in report.products if one.manifest and one.manifest.means]
    if engines := dict.fromkeys(one.engine for one in means if one.engine):
        yield _("PDF by {engines}").format(engines=listed(engines))
    fonts = {official: family for one in report.products for official, family in one.fonts.items()}
    pair = _("{family} for {official}")
    if pairs := [pair.format(family=family, official=official) for official, family in fonts.items()]:
        yield _("fonts that stand in for the official ones in PDF: {pairs}").format(pairs=listed(pairs))


def _folder(path: Path) -> str:
    return f"{path}/"


# ---------------------------------------------------------------- for programs


def _product(product: Product) -> dict[str, Any]:
    manifest = product.manifest
    return {
        "campaign": product.id or None,
        "path": str(product.path),
        "folder": str(product.folder) if product.id else None,
        "status": product.status,
        "engine": manifest.means.engine if manifest and manifest.means else None,
        "fonts": dict(product.fonts),
        "files": [dataclasses.asdict(file) for file in manifest.files] if manifest else [],
        "removed": list(product.removed),
        "units": batch_report.as_data(product.units) if product.units else None,
        "problems": [
            problem_as_data(one) for one in (*product.problems, *(product.units.problems if product.units else ()))
        ],
        "bug": product.crash.strip().splitlines()[-1] if product.crash else None,
        "exit_code": int(product.exit_code),
    }


def problem_as_data(problem: Problem) -> dict[str, Any]:
    """A letter in parts."""
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": problem.message,
        "hint": problem.hint,
    }
