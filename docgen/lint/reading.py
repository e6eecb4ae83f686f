"""What is checked, made ready for the rules: its texts as passages, and whatever else is known of it.

A rule takes what it needs and returns early where it is not there: a Word file from elsewhere has passages, but no
campaign; a campaign that was not built has no pages.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.campaign.loaded import LoadedCampaign
from docgen.compose.words import Written
from docgen.diagnostics import Place
from docgen.document.tree import Notice
from docgen.frozen import dataclass
from docgen.lint.passage import Part, Passage, passages_of
from docgen.sources.source_map import Loc
from docgen.templates.find import LoadedForm

if TYPE_CHECKING:
    from docgen.lint.allow import Allowance
    from docgen.lint.due import Due
    from docgen.lint.pages import Pages
    from docgen.lint.planned_cells import PlannedCell
    from docgen.lint.points import Section
    from docgen.lint.word import WordFile
    from docgen.roster.unit import BadRow, Unit


@dataclass(frozen=True)
class Superior:
    """上级's campaign and its forms."""

    loaded: LoadedCampaign
    forms: Mapping[str, LoadedForm]


@dataclass(frozen=True)
class Reading:
    """``passages`` in the order of the document, then those of its forms, then values.

    ``loaded``, ``notice`` and ``forms`` are there for a campaign; ``pages`` if its PDF is at hand and up to date, or
    if a PDF is checked; ``word`` if a Word file is checked; ``project`` is the folder of the campaign's project;
    ``notes`` say what could not be looked at.
    """

    name: str
    passages: tuple[Passage, ...]
    loaded: LoadedCampaign | None = None
    notice: Notice | None = None
    forms: Mapping[str, LoadedForm] = field(default_factory=dict)
    superior: Superior | None = None
    project: Path | None = None
    pages: Pages | None = None
    word: WordFile | None = field(default=None, repr=False)
    notes: tuple[str, ...] = ()

    @functools.cached_property
    def text(self) -> str:
        """All passages, a line each."""
        return "\n".join(passage.text for passage in self.passages)

    @functools.cached_property
    def closed_up(self) -> str:
        """The same without any white space within a line; before and behind each line stands a line break."""
        return "\n".join(["", *("".join(passage.text.split()) for passage in self.passages), ""])

    @functools.cached_property
    def rows(self) -> tuple[Unit | BadRow, ...]:
        """The first rows of the campaign's own roster, good and bad."""
        from docgen.lint.roster import rows_of

        return rows_of(self)

    @functools.cached_property
    def allowances(self) -> tuple[Allowance, ...]:
        """What is allowed, in the order it was written."""
        from docgen.lint.allow import allowances_of

        return allowances_of(self)

    @functools.cached_property
    def sections(self) -> tuple[Section, ...]:
        """The texts in which numbers follow one another: the body, each annex."""
        from docgen.lint.points import sections_of

        return sections_of(self)

    @functools.cached_property
    def due(self) -> tuple[tuple[Passage, Due], ...]:
        """Where the words ask for something by a day."""
        from docgen.lint.due import due_of

        return tuple(due_of(self))

    @functools.cached_property
    def planned_cells(self) -> tuple[PlannedCell, ...]:
        """Every cell of every form; of a row that is printed several times, the first."""
        from docgen.lint.planned_cells import planned_cells_of

        return tuple(planned_cells_of(self))

    @functools.cached_property
    def at_hand(self) -> frozenset[str]:
        """What rules may want."""
        known = {
            "campaign": self.loaded,
            "foreign": not self.loaded,
            "word": self.word,
            "pages": self.pages,
            "superior": self.superior,
            "roster": self.loaded and self.loaded.campaign.units,
            "forms": self.forms,
            "drawn forms": any(form.plan.docx for form in self.forms.values()),
            "allowances": self.allowances,
        }
        parts = {passage.part for passage in self.passages}
        keys = (f"{key}:" for key, value in self.loaded.data.items() if value) if self.loaded else ()
        return frozenset(name for name, value in known.items() if value).union(parts, keys)

    def has(self, needs: Iterable[str]) -> bool:
        """Whether one of these stands in some passage, as it is or with its white space left out; quick."""
        return any(word in self.text or word in self.closed_up for word in needs)

    def of(self, *parts: Part) -> Iterator[Passage]:
        """The passages of these parts, in order."""
        return (passage for passage in self.passages if passage.part in parts)

    def place(self, *loc: str | int) -> Place:
        """Where a value of the campaign was written."""
        return self.loaded.sources.place(loc) if self.loaded else Place(self.name)


# ---------------------------------------------------------------- of a campaign

_PARTS: tuple[tuple[str, Part], ...] = (
    ("title", "title"),
    ("addressees", "addressee"),
    ("body", "body"),
    ("note", "note"),
    ("attached", "attached"),
    ("secrecy", "letterhead"),
    ("signers", "letterhead"),
)
_IMPRINT: dict[str, Part] = {"copies_to": "copies_to", "printer": "imprint"}
_ANNEX: dict[str, Part] = {"title": "annex_title", "body": "annex_body"}
_ORDER: tuple[Part, ...] = (
    *("letterhead", "number", "title", "addressee", "body", "signature", "date", "note", "attached"),
    *("annex_note", "annex_label", "annex_title", "annex_body", "form", "cell"),
    *("copies_to", "imprint", "page_number", "value"),
)
_FORM_TITLES = ("title",)
_UNSEEN = ("prefill",)
_NO_VALUES = {
    "body",
    "title",
    "title_lines",
    "addressees",
    "note",
    "attached",
    "secrecy",
    "signers",
    "imprint",
    "annexes",
    "allow",
}


def reading_of_campaign(
    loaded: LoadedCampaign,
    notice: Notice,
    forms: Mapping[str, LoadedForm],
    trace: Iterable[Written],
    superior: Superior | None = None,
    project: Path | None = None,
    pages: Pages | None = None,
    notes: tuple[str, ...] = (),
) -> Reading:
    """A campaign as composed; ``trace`` is what composing wrote out."""
    passages = sorted([*_written(loaded, trace), *_values(loaded)], key=_rank)
    return Reading(str(loaded.path), tuple(passages), loaded, notice, forms, superior, project, pages, notes=notes)


def _rank(passage: Passage) -> tuple[int, int]:
    """The notice in the order of its page, then its annexes, its forms, the values."""
    annex = passage.loc[1] if passage.part in ("annex_title", "annex_body") and len(passage.loc) > 1 else 0
    return _ORDER.index(passage.part), annex if isinstance(annex, int) else 0


def _written(loaded: LoadedCampaign, trace: Iterable[Written]) -> Iterator[Passage]:
    seen: set[tuple[str, Loc]] = set()
    for written in trace:
        key = (written.sources.file, written.loc)
        own = written.sources.file == loaded.sources.file
        part = _part(written.loc) if own else _part_of_form(written.loc)
        if part is None or key in seen:
            continue
        seen.add(key)
        yield from passages_of(written.text, written.source, part, written.loc, written.sources, _way(written))


def _way(written: Written) -> Loc:
    """A single text may stand where a list is meant, and then bears no number 0."""
    loc = written.loc
    return loc[:-1] if loc[-1:] == (0,) and loc not in written.sources.text_lines else loc


def _part(loc: Loc) -> Part | None:
    """None for what is printed elsewhere, too."""
    match loc:
        case ("imprint", str(key), *_):
            return _IMPRINT.get(key)
        case ("annexes", int(), str(key), *_):
            return _ANNEX.get(key)
        case _:
            return dict(_PARTS).get(str(loc[0]))


def _part_of_form(loc: Loc) -> Part | None:
    if loc[-1] in _UNSEEN:
        return None
    return "annex_title" if loc[0] in _FORM_TITLES else "form"


def _values(loaded: LoadedCampaign) -> Iterator[Passage]:
    """Every other text of the file, as typed; the number among them."""
    for key, value in loaded.data.items():
        if key not in _NO_VALUES:
            for loc, text in _texts(value, (key,)):
                part: Part = "number" if key == "number" else "value"
                yield from passages_of(text, text, part, loc, loaded.sources)


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*loc, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index))
