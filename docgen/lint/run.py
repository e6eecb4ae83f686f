"""Running rules over readings: what they find, less what is allowed; a rule that breaks is told, the others go on."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docgen.lint.allow import Allowance, sifted
from docgen.lint.finding import Finding, Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Loaded
from docgen.lint.rules.allow import unused_allowance


@dataclass(frozen=True)
class Broken:
    """A rule that crashed: a bug of docgen."""

    code: str
    name: str
    checked: str
    trace: str


@dataclass(frozen=True)
class Outcome:
    """All that was found in one reading, by place; ``allowed``: so much more was found and is allowed."""

    findings: tuple[Finding, ...] = ()
    broken: tuple[Broken, ...] = ()
    allowed: int = 0


def outcome_of(reading: Reading, rules: Sequence[Loaded]) -> Outcome:
    """What the rules find in a reading, sorted by place."""
    findings: list[Finding] = []
    broken: list[Broken] = []
    for one in rules:
        rule = one.rule
        if rule.needs and not reading.has(rule.needs):
            continue
        try:
            hits = list(one.check(reading))
        except Exception:
            broken.append(Broken(rule.code, rule.name, reading.name, traceback.format_exc()))
            continue
        findings += [Finding(rule.code, rule.name, hit.severity or rule.severity, hit) for hit in _once(hits)]
    told, silenced = sifted(dict.fromkeys(findings), reading.allowances)
    told += _unused(reading, rules, {allowance for _finding, allowance in silenced}) if reading.allowances else []
    return Outcome(tuple(sorted(told, key=_order)), tuple(broken), len(silenced))


def _unused(reading: Reading, rules: Sequence[Loaded], used: Collection[Allowance]) -> list[Finding]:
    rule = next((one.rule for one in rules if one.rule.code == unused_allowance.RULE.code), None)
    if rule is None:
        return []
    asked = {word for one in rules for word in (one.rule.code, one.rule.name)}
    return [Finding(rule.code, rule.name, rule.severity, hit) for hit in unused_allowance.unused(reading, used, asked)]


def _once(hits: Sequence[Hit]) -> list[Hit]:
    """A fault of a value is told where the value was typed, not once more wherever an expression wrote it."""
    values = {_words(hit) for hit in hits if hit.passage and hit.passage.part in ("value", "number")}
    return [hit for hit in hits if not (_is_made(hit) and _words(hit) in values)]


def _words(hit: Hit) -> str:
    return hit.passage.text[hit.start : hit.end] if hit.passage else ""


def _is_made(hit: Hit) -> bool:
    return hit.passage is not None and hit.passage.is_made(hit.start, hit.end)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return place.file, place.line or 0, place.column or 0, finding.code
