"""``docgen diff``: both sides found and read, compared, and written as wanted; files only at the very end.

A side is a campaign, by id or file, or a Word file. Codes: C920 a file of another kind, C921 a file that is there
already, C922 a file that would take the place of a side, D106 what two Word files differ in besides their text, D107
what a 修订稿 cannot show, D108 changes that were tracked before.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.workflow.compare_sides import is_word, paths_of, sides_of

if TYPE_CHECKING:
    from docgen.diff.beyond import Beyond
    from docgen.diff.changes import Changes, Kind, Side
    from docgen.diff.readers.report import Reader
    from docgen.diff.tracked import Marked
    from docgen.diff.write import Comparison, Manner
    from docgen.render.setting import Setting


@dataclass(frozen=True)
class Wanted:
    """How the comparison is wanted. ``kinds``: those changes alone, all if empty; the rest as in ``Manner``."""

    format: str = "text"
    reader: Reader = "all"
    kinds: frozenset[Kind] = frozenset()
    colour: bool = False
    marks: Literal["tracked", "struck"] = "tracked"
    source_date: int | None = None


@dataclass(frozen=True)
class Compared:
    """What comes back: the file's bytes, whether anything changed at all, the files that were compared."""

    data: bytes
    differ: bool
    paths: tuple[Path, Path]
    notes: tuple[Problem, ...] = ()


def compare_files(old: str, new: str, wanted: Wanted) -> Compared:
    """Both sides compared and written in the format. Raises ``DocgenError`` (exit 3, or that of what is wrong)."""
    from docgen.diff.compare import compare
    from docgen.diff.readers import READERS
    from docgen.diff.write import PAGED, WRITERS, Comparison

    paths = paths_of(old, new)
    if wanted.format == "docx" and wanted.reader == "all" and all(is_word(path) for path in paths):
        return _word_files(paths, wanted)
    sides = sides_of(paths)
    manner = _manner(sides[1], paths[1], wanted)
    changes, others = compare(*sides), _beyond(paths)
    changes = only(replace(changes, remarks=(*changes.remarks, *(one.said for one in others))), wanted.kinds)
    comparison = Comparison(*sides, changes, READERS[wanted.reader](changes), wanted.reader)
    if wanted.format in PAGED and not manner.setting:
        manner = replace(manner, setting=_setting(sides[1], paths[1], wanted, _text_of(comparison)))
    data = WRITERS[wanted.format](comparison, manner)
    return Compared(data, bool(changes), paths, tuple(_notes(others, paths[1])))


def only(changes: Changes, kinds: Collection[Kind]) -> Changes:
    """The changes of these kinds, and the clauses in which they are seen; all without kinds."""
    if not kinds:
        return changes
    items = tuple(item for item in changes.items if item.kind in kinds)
    ids = {item.id for item in items}
    rows = tuple(replace(row, changes=tuple(id for id in row.changes if id in ids)) for row in changes.blocks)
    return replace(changes, items=items, blocks=tuple(row for row in rows if row.changes))


def write_out(path: Path, compared: Compared, force: bool) -> None:
    """The file at ``path``, which must not be there unless ``force``, and is never one of the sides."""
    from docgen.world.files import write_all

    if any(_same_file(path, side) for side in compared.paths):
        message = _("the result would take the place of what is compared")
        raise _refused("C922", message, path, _("name another file with --out"))
    if path.exists() and not force:
        hint = _("name another file with --out, or write over it with --force")
        raise _refused("C921", _("this is there already"), path, hint)
    write_all(path.parent, {path.name: compared.data})


def _refused(code: str, message: str, path: Path, hint: str) -> DocgenError:
    return DocgenError(Problem(code, message, Place(str(path)), hint), Exit.CAMPAIGN)


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


# ---------------------------------------------------------------- pages


def _word_files(paths: tuple[Path, Path], wanted: Wanted) -> Compared:
    """修订稿 or 花脸稿 on the new Word file itself."""
    from docgen.diff.foreign import tracked_files
    from docgen.diff.tracked import struck

    marked = tracked_files(*paths, moment=wanted.source_date or 0)
    data = marked.data if wanted.marks == "tracked" else struck(marked.data)
    notes = (*_notes(_beyond(paths), paths[1]), *_notes_on(marked, paths[1]))
    return Compared(data, bool(marked.marks or marked.lost), paths, notes)


def _manner(new: Side, path: Path, wanted: Wanted) -> Manner:
    """The manner, without a setting that depends on the changes. For the notice itself with its changes marked, the
    pages are set meanwhile: where 版记 goes takes as long to know as what has changed.
    """
    from docgen.diff.write import Manner

    if wanted.format != "docx" or wanted.reader != "all":
        return Manner(wanted.colour, marks=wanted.marks)
    from docgen.diff.tracked import asked_for_place
    from docgen.render.glyphs import text_by_role

    setting = _setting(new, path, wanted, "".join(text_by_role(new.notice).values()))
    return Manner(wanted.colour, marks=wanted.marks, setting=setting, place=asked_for_place(new.notice, setting))


def _setting(new: Side, path: Path, wanted: Wanted, text: str) -> Setting:
    """Look and fonts for pages with this text; the look is the new campaign's."""
    from docgen.render.setting import Setting
    from docgen.templates.find import find_templates
    from docgen.workflow.select import project_of
    from docgen.world.fonts import FontSet, find_fonts

    campaign = new.campaign
    look = find_templates(project_of(path)).look(campaign.look if campaign else "gbt9704")
    # A report in Word needs no fonts; the notice with its changes does, as where 版记 goes is a question of pages.
    report = wanted.format == "docx" and wanted.reader != "all"
    return Setting(look, FontSet({}) if report else find_fonts(text), "auto", _moment(new, wanted))


def _text_of(comparison: Comparison) -> str:
    """Every character that the pages show."""
    report = comparison.report
    pieces = [piece for section in report.sections for item in section.items for piece in item.pieces]
    pieces += [piece for row in report.rows for piece in (*row.old, *row.new)]
    words = [report.title, *report.lead, *report.columns, *(row.remark for row in report.rows)]
    return "".join({char for text in (*words, *(piece.text for piece in pieces)) for char in text})


def _moment(new: Side, wanted: Wanted) -> int:
    """Seconds since 1970: the new notice's day of issue, unless another is given."""
    if wanted.source_date is not None:
        return wanted.source_date
    campaign = new.campaign
    day = (campaign.issued or datetime.date(campaign.year, 1, 1)) if campaign else datetime.date(1980, 1, 1)
    return calendar.timegm(day.timetuple())


# ---------------------------------------------------------------- what is not compared


def _beyond(paths: tuple[Path, Path]) -> tuple[Beyond, ...]:
    """In what else two Word files differ; nothing where one is a campaign."""
    if not all(is_word(path) for path in paths):
        return ()
    from docgen.diff.beyond import beyond
    from docgen.diff.foreign import read_word_file

    old, new = (read_word_file(path) for path in paths)
    return () if old == new else beyond(old, new, (str(paths[0]), str(paths[1])))


def _notes(others: Collection[Beyond], path: Path) -> Iterator[Problem]:
    words = {
        "margins": _("headers or footers differ; they are not compared"),
        "footnotes": _("footnotes or endnotes differ; they are not compared"),
        "comments": _("comments differ; they are not compared"),
        "pictures": _("pictures differ; they are not compared"),
        "looks": _("paragraphs that read the same are set differently: {count}; formatting is not compared"),
    }
    for one in others:
        yield Problem("D106", words[one.what].format(count=one.times), Place(str(path)), severity="note")


def _notes_on(marked: Marked, path: Path) -> Iterator[Problem]:
    """What the marked file does not show."""
    if marked.lost:
        message = _("only the old file has these, and they cannot be shown as deleted: {count} (pictures, footnotes)")
        hint = _("look at them in the old file")
        yield Problem("D107", message.format(count=marked.lost), Place(str(path)), hint, severity="warning")
    if marked.settled:
        message = _("changes tracked in the files before were taken as accepted: {count}").format(count=marked.settled)
        yield Problem("D108", message, Place(str(path)), severity="note")
