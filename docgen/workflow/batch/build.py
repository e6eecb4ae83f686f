"""A batch: the forms of a campaign for every unit of its roster, made, checked and listed.

    roster ── gather ──▶ units on disk ── plan ──▶ what is to be made ── make ──▶ files in place ──▶ manifest.json

The roster is read once, row by row; from then on units lie in a file, and one is in memory at a time. Before the first
file changes, the manifest is written anew with those files alone that stay as they are (``"complete": false``), and at
the end with all. So whatever it lists is there, at any moment.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docgen.compose import split_annexes
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.document.tree import Document, Form, WordForm
from docgen.frozen import dataclass
from docgen.language import _
from docgen.render.docx.tag_names import are_side_by_side, names_in_tags
from docgen.render.pdf import engine_for
from docgen.roster.read import Roster, open_roster, split_sheet
from docgen.workflow.batch.bundle import bundle
from docgen.workflow.batch.common import common_text
from docgen.workflow.batch.failures import leak_problem, leaks_of, put_failures
from docgen.workflow.batch.gather import Gathered, gather
from docgen.workflow.batch.hands import jobs_that_pay, lot_of
from docgen.workflow.batch.journal import NewRecords, Placed
from docgen.workflow.batch.keys import FORMATS, NOTICE_PIECE, keys
from docgen.workflow.batch.listing import write_manifest
from docgen.workflow.batch.making import Made, Tell, make
from docgen.workflow.batch.order import Order
from docgen.workflow.batch.plan import Wanted, as_written
from docgen.workflow.batch.planned import Planned, plan
from docgen.workflow.batch.report import Tally, UnitsReport
from docgen.workflow.batch.settled import Settled, is_listed, made_from
from docgen.workflow.batch.spool import Spool
from docgen.workflow.batch.values import IndexFile, make_index
from docgen.workflow.batch.work import Work, work_folder
from docgen.workflow.batch.workshop import Outcome
from docgen.workflow.manifest import sha256
from docgen.workflow.materials import Materials
from docgen.workflow.names import annex_names
from docgen.workflow.prepare import Prepared
from docgen.workflow.produce import Wish
from docgen.workflow.units import plan_of
from docgen.world.cores import cores
from docgen.world.file_problems import told_as_letter


@dataclass(frozen=True)
class UnitsOrder:
    """A campaign whose own files are made, in ``folder``, and the roster of its units."""

    prepared: Prepared
    materials: Materials
    folder: Path
    roster: Path


def build_units(order: UnitsOrder, wish: Wish, jobs: int | None, tell: Tell) -> UnitsReport:
    """Makes what is not there yet, for every good row; one unit that fails does not stop the others.

    At most ``jobs`` processes, each on one core (None: all cores that pay). What is wrong with the roster as a whole,
    or with the place for the files, comes back in the report, too.
    """
    try:
        with told_as_letter(order.folder), work_folder(order.folder) as work:
            settled = _settled(order, wish)
            if not wish.force and (units := settled.units()) is not None:
                return UnitsReport(Tally(units=units, unchanged=units))
            settled.forget()
            roster = open_roster(order.roster, plan_of(order.prepared))
            report = _Batch(order, wish, work, roster, settled).build(jobs, tell)
            if not (report.problems or report.is_part or report.exit_code):
                settled.remember(report.tally.units)
            return report
    except DocgenError as error:
        return UnitsReport(problems=error.problems, exit_code=error.exit_code)


def _settled(order: UnitsOrder, wish: Wish) -> Settled:
    file, _sheet = split_sheet(order.roster)
    # Where there is no such file, whoever opens it says so.
    checksum = sha256(file.read_bytes()) if file.is_file() else ""
    about = {"complete": True, "roster": {"path": order.roster.name, "sha256": checksum}}
    return Settled(order.folder, made_from(order.materials, order.roster, checksum, wish), about)


class _Batch:
    """One batch, step by step."""

    def __init__(self, order: UnitsOrder, wish: Wish, work: Work, roster: Roster, settled: Settled) -> None:
        self._order, self._wish, self._work, self._roster = order, wish, work, roster
        self._about = settled.about
        self._folder = order.folder
        annexes = enumerate(split_annexes(order.prepared.notice))
        self._forms = {number: one for number, one in annexes if isinstance(one.annex.content, Form | WordForm)}
        self._names = dict(enumerate(annex_names(order.prepared)))

    def build(self, jobs: int | None, tell: Tell) -> UnitsReport:
        """From the roster to the manifest."""
        gathered = gather(self._roster, self._folder, self._work)
        planned = plan(gathered, self._wanted(), self._folder, self._work)
        if self._is_done(planned):
            return self._report(gathered, planned, Made(), [])
        about = {**self._about}
        write_manifest(self._folder, self._work.path, about | {"complete": False}, planned.untouched())
        index = make_index(enumerate(gathered.units), self._work.path)
        records = self._work.kept(NewRecords(self._folder, self._work.path))
        crew = min(jobs or jobs_that_pay(planned.seconds, cores(), "pdf" in self._wish.formats), planned.jobs)
        share = 1 if jobs else max(1, cores() // max(1, crew))
        lot = lot_of(planned.converted, crew, self._largest_word_file)
        failures = self._work.kept(Spool[Outcome](self._work.path / "failures"))
        made = make(self._make_order(index, lot, share), planned, crew, records, failures, tell)
        leaks = leaks_of(made, gathered)
        checked = {"files": 0, "values": index.count, "leaks": leaks}
        archive = self._finish(records, planned, about | {"complete": not made.failed, "leak_check": checked})
        put_failures(self._roster, self._about["roster"]["sha256"], self._folder, gathered, made, self._letters(leaks))
        return self._report(gathered, planned, made, leaks, archive)

    def _wanted(self) -> Wanted:
        return Wanted(
            forms=tuple(self._forms),
            annexes=len(self._names),
            formats=tuple(format for format in FORMATS if format in self._wish.formats),
            keys=keys(self._order.prepared, self._order.materials, self._forms, self._names),
            converted=self._converted,
            pack=self._wish.zip == "unit",
            force=self._wish.force,
        )

    @functools.cached_property
    def _converted(self) -> frozenset[int]:
        """The documents of which LibreOffice makes the PDF."""
        setting, notice = self._order.materials.setting, self._order.prepared.notice
        documents: dict[int, Document] = {NOTICE_PIECE: notice, **dict(enumerate(split_annexes(notice)))}
        return frozenset(number for number, one in documents.items() if engine_for(one, setting) == "libreoffice")

    @property
    def _largest_word_file(self) -> int:
        """Bytes of the largest form that is drawn in Word."""
        drawn = [one.annex.content for one in self._forms.values()]
        return max((len(form.template) for form in drawn if isinstance(form, WordForm)), default=0)

    def _is_done(self, planned: Planned) -> bool:
        """Whether nothing is to be made, nothing to be removed, and the manifest says so."""
        work = planned.jobs or len(planned.gone) or planned.unsettled
        unbundled = self._wish.zip == "all" and self._is_unbundled(planned)
        return is_listed(self._folder, self._about) and not work and not unbundled

    def _is_unbundled(self, planned: Planned) -> bool:
        files = planned.whole.files if planned.whole else ()
        return not any(as_written(self._folder, placed) for placed in files)

    def _make_order(self, index: IndexFile, lot: int, cores: int) -> Order:
        prepared = self._order.prepared
        return Order(
            prepared=prepared,
            setting=self._order.materials.setting,
            names=self._names,
            folder=self._folder,
            work=self._work.path,
            index=index,
            common=common_text(prepared),
            converted=self._converted,
            lot=lot,
            cores=cores,
            explain=self._wish.explain,
        )

    # ---------------------------------------------------------------- the end

    def _finish(self, records: NewRecords, planned: Planned, about: dict[str, Any]) -> Path | None:
        """The archive of all, the manifest, and what is to be remembered, in this order."""
        moment = self._order.materials.setting.source_date
        whole = bundle(self._folder, self._work.path, records, planned.whole, self._wish.zip == "all", moment)
        if whole:
            records.add(whole)
        about["leak_check"]["files"] = sum(_is_document(placed) for record in records for placed in record.files)
        write_manifest(self._folder, self._work.path, about, records)
        records.take_over()
        return self._folder / whole.files[0].file.path if whole else None

    def _report(
        self,
        gathered: Gathered,
        planned: Planned,
        made: Made,
        leaks: list[dict[str, Any]],
        archive: Path | None = None,
    ) -> UnitsReport:
        missing = any(problem.severity == "error" for problem in self._roster.problems)
        return UnitsReport(
            tally=Tally(
                units=len(gathered.units),
                bad_rows=len(gathered.bad),
                made=made.units,
                unchanged=planned.unchanged,
                failed=made.failed,
                files=made.files,
                removed=made.removed,
            ),
            problems=(
                *gathered.problems,
                *gathered.failed.problems,
                *made.problems,
                *self._letters(leaks),
                *([] if self._forms or gathered.own_notices else [_nothing_to_make(self._roster.path)]),
                *_the_same_for_all(one.annex.content for one in self._forms.values()),
            ),
            exit_code=max(made.exit_code, Exit.FINDINGS if gathered.bad or missing else Exit.OK),
            failed_rows=gathered.failed.path,
            is_part=gathered.is_part,
            archive=archive,
            leaks=tuple(leak["path"] for leak in leaks),
            ways=tuple(self._ways(made)),
            reasons=planned.reasons,
            crash=made.crash,
        )

    def _letters(self, leaks: list[dict[str, Any]]) -> list[Problem]:
        return [leak_problem(leak, self._may_run_together(leak["path"])) for leak in leaks]

    def _may_run_together(self, path: str) -> bool:
        """Whether the file at ``path`` comes from a Word file whose tags stand side by side."""
        drawn = [one.annex.content for number, one in self._forms.items() if self._names[number] == Path(path).stem]
        return any(isinstance(form, WordForm) and are_side_by_side(form.template) for form in drawn)

    def _ways(self, made: Made) -> Iterator[str]:
        """How each annex was made: filled in, or laid out anew and why."""
        for (number, reason), count in sorted(made.ways.items()):
            form = self._names[number]
            if reason:
                yield _("{form}.docx: laid out anew for {n} of the units ({reason})").format(
                    form=form, n=count, reason=reason
                )
            else:
                yield _("{form}.docx: filled in as a compiled template for {n} of the units").format(form=form, n=count)


def _is_document(placed: Placed) -> bool:
    return placed.file.kind != "archive"


def _nothing_to_make(roster: Path) -> Problem:
    message = _(
        "nothing is made for the units: the campaign has no form, and no row has values for a notice of its own"
    )
    return Problem("W933", message, Place(str(roster)), severity="warning")


def _the_same_for_all(forms: Iterable[object]) -> Iterator[Problem]:
    """Forms drawn in Word that no unit's value can get into."""
    for form in forms:
        if isinstance(form, WordForm) and names_in_tags(form.template).isdisjoint(one.id for one in form.fields):
            message = _("none of the form's fields has a tag in the Word file; it is the same for every unit")
            hints = (_("write {tag} where it is to stand").format(tag=f"{{{{ {one.id} }}}}") for one in form.fields)
            yield Problem("W935", message, Place(form.file), next(hints, ""), "warning")
