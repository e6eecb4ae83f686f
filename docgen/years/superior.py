"""The plan for next year's local campaign, with what the superior changed between the years merged in.

    plan + the superior's campaign of last year and of this year  →  plan, answers, notes

Its texts are merged clause by clause (``three_way``), its values by id (``superior_values``); the notice that the local
one rests on becomes the superior's new one (``basis``); a local deadline stays ahead of the superior's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from docgen.campaign.loaded import LoadedCampaign
from docgen.frozen import dataclass
from docgen.sources.strict_yaml import load_yaml
from docgen.years import todos
from docgen.years.basis import basis_answers
from docgen.years.dates import ahead_of, proposals
from docgen.years.edits import Edit, edited
from docgen.years.forwarded import Forwarded, Notices, forwarded
from docgen.years.outcomes import Decision
from docgen.years.plan import Plan
from docgen.years.source_text import SourceText, Written
from docgen.years.superior_edits import Put, new_sections, put
from docgen.years.superior_values import SECTIONS, Values, changes
from docgen.years.three_way import Note, merged_text
from docgen.years.words import typed_days, words_turned


@dataclass(frozen=True)
class Superior:
    """The superior's campaigns of last year (``base``) and of this year (``theirs``), and their files.

    ``notices`` are given where the local notice forwards others.
    """

    base: LoadedCampaign
    theirs: LoadedCampaign
    base_source: SourceText
    theirs_source: SourceText
    notices: Notices | None = None


@dataclass(frozen=True)
class Merge:
    """The plan with the superior's changes, the decisions made by them, the file of the words if there is one."""

    plan: Plan
    answers: Mapping[str, str]
    notes: tuple[Note, ...]
    body: str | None = None


def merged(plan: Plan, local: LoadedCampaign, superior: Superior) -> Merge:
    """The plan for the local campaign ``local``, merged."""
    into = Put(basis_answers(local, superior.base, superior.theirs))
    into.answers = {key: text for key, text in into.answers.items() if key in plan.source.named}
    into.notes += [Note("taken", theirs=f"{key}: {text}") for key, text in into.answers.items()]
    data, _sources = load_yaml(superior.theirs_source.text, superior.theirs_source.file)
    for change in changes(_base_values(superior), _local_values(plan), values_of(superior.theirs_source)):
        put(change, plan.source, data, into)
    into.edits += new_sections(into, plan.source)
    body = _texts(plan, local, superior, into)
    plan = _forwarded(plan, superior, into)
    decisions = tuple(_ahead(decision, local, superior) for decision in plan.decisions)
    into.remarks += _unknown_names(plan, into)
    outside = [one for one in plan.edits if not any(new.start < one.end and one.start < new.end for new in into.edits)]
    merged_plan = replace(
        plan, edits=(*outside, *into.edits), decisions=decisions, remarks=(*plan.remarks, *into.remarks)
    )
    return Merge(merged_plan, into.answers, tuple(into.notes), body)


def _forwarded(plan: Plan, superior: Superior, into: Put) -> Plan:
    """The superior's notice where it is forwarded: this year's instead of last year's."""
    found = forwarded(plan, superior.notices) if superior.notices else Forwarded()
    into.edits += found.edits
    into.notes += found.notes
    said = {written.start: todo for written, todo in found.todos}
    decisions = tuple(replace(one, todo=said[one.at.start]) if one.at.start in said else one for one in plan.decisions)
    gone = [(edit.start, edit.end) for edit in found.edits]
    years = tuple(one for one in plan.years if not any(start <= one.offset < end for start, end in gone))
    return replace(plan, decisions=decisions, years=years)


# ---------------------------------------------------------------- values


def values_of(source: SourceText) -> Values:
    """``quotas.team.max`` → as typed."""
    return {name: written.text or "" for name, written in source.named.items()}


def _base_values(superior: Superior) -> Values:
    """Last year's values of the superior as they would be this year if only the year had moved."""
    base, theirs = superior.base.campaign.year, superior.theirs.campaign.year
    return {name: turned(text, base, theirs) for name, text in values_of(superior.base_source).items()}


def _local_values(plan: Plan) -> Values:
    moved = SourceText(edited(plan.source.text, plan.edits), plan.source.file)
    return values_of(moved)


def turned(text: str, old: int, new: int) -> str:
    """Words with the year moved, and dates with it."""
    days = proposals(typed_days(text, old), new - old)
    return edited(text, (one for one in words_turned(text, old, new, days) if isinstance(one, Edit)))


def _ahead(decision: Decision, local: LoadedCampaign, superior: Superior) -> Decision:
    """A local deadline that would not be earlier than the superior's goes as far ahead of it as last year."""
    match decision.key.split("."):
        case ["deadlines", key, "date"]:
            ours, base, theirs = (one.campaign.deadlines.get(key) for one in (local, superior.base, superior.theirs))
        case _:
            return decision
    if not (ours and base and theirs and decision.proposal >= theirs.date.isoformat()):
        return decision
    proposal = ahead_of(ours.date, base.date, theirs.date)
    return replace(decision, proposal=proposal.new.isoformat(), proposed=proposal, todo=todos.day(proposal))


# ---------------------------------------------------------------- texts


def _texts(plan: Plan, local: LoadedCampaign, superior: Superior, into: Put) -> str | None:
    """Merges ``body`` and the annexes that are texts; the file of the words comes back, if there is one."""
    base, theirs = (
        {**_annex_texts(source), "body": loaded.body}
        for source, loaded in ((superior.base_source, superior.base), (superior.theirs_source, superior.theirs))
    )
    years = superior.base.campaign.year, superior.theirs.campaign.year
    for name in base.keys() & theirs.keys() & plan.source.named.keys():
        written = plan.source.named[name]
        start, end = plan.source.block(written)
        ours, indent = _unindented(_moved(plan, start, end))
        result = merged_text(turned(base[name], *years), ours, theirs[name])
        into.notes += result.notes
        into.edits.append(Edit(start, end, _indented(result.text, indent)))
    if plan.body is None:
        return None
    result = merged_text(turned(base["body"], *years), edited(plan.body.text, plan.body.edits), theirs["body"])
    into.notes += result.notes
    return result.text


def _annex_texts(source: SourceText) -> dict[str, str]:
    return {
        name: written.text or "" for name, written in source.named.items() if re.fullmatch(r"annexes\.\w+\.body", name)
    }


def _moved(plan: Plan, start: int, end: int) -> str:
    """A part of the local file with its year moved."""
    inside = [Edit(one.start - start, one.end - start, one.text) for one in plan.edits if start <= one.start < end]
    return edited(plan.source.text[start:end], inside)


def _unindented(block: str) -> tuple[str, str]:
    """A text below ``|`` and how far in it stands."""
    indent = re.search(r"^ +(?=\S)", block, re.MULTILINE)
    width = indent[0] if indent else "  "
    return "".join(line.removeprefix(width) + "\n" for line in block.split("\n")), width


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else "" for line in text.rstrip("\n").split("\n"))


def _unknown_names(plan: Plan, into: Put) -> Iterator[tuple[Written, str]]:
    """Names in the superior's clauses that the local campaign does not have."""
    known = {".".join(name.split(".")[:2]) for name in plan.source.named}
    known |= {note.theirs.partition(":")[0] for note in into.notes if note.kind == "added"}
    texts = [note.theirs for note in into.notes if note.kind in ("added", "taken", "joined", "conflict")]
    used = re.findall(rf"\b((?:{'|'.join([*SECTIONS, 'contacts', 'basis'])})\.\w+)", " ".join(chain(texts)))
    if missing := [name for name in dict.fromkeys(used) if name not in known]:
        where = next(plan.source.named[name] for name in ("body", "body_file") if name in plan.source.named)
        yield where, todos.UNKNOWN_NAMES.format(names="、".join(missing))
