"""Running rules over readings: what they find, less what is allowed; a rule that breaks is told, the others go on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from docgen.frozen import dataclass
from docgen.lint.allow import Allowance, sifted
from docgen.lint.finding import Finding, Hit
from docgen.lint.listed import Listed
from docgen.lint.reading import Reading


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


def outcome_of(reading: Reading, rules: Sequence[Listed]) -> Outcome:
    """What the rules find in a reading, sorted by place."""
    findings: list[Finding] = []
    broken: list[Broken] = []
    for one in rules:
        if not is_asked(one, reading):
            continue
        try:
            hits = list(one.check(reading))
        except Exception:
            import traceback

            broken.append(Broken(one.code, one.name, reading.name, traceback.format_exc()))
            continue
        findings += [Finding(one.code, one.name, hit.severity or one.severity, hit) for hit in _once(hits)]
    told, silenced = sifted(dict.fromkeys(findings), reading.allowances)
    told += _unused(reading, rules, {allowance for _finding, allowance in silenced}) if reading.allowances else []
    return Outcome(tuple(sorted(told, key=_order)), tuple(broken), len(silenced))


def is_asked(one: Listed, reading: Reading) -> bool:
    """Whether there is anything for the rule to look at."""
    if one.wants and reading.at_hand.isdisjoint(one.wants):
        return False
    return not one.needs or reading.has(one.needs)


def _unused(reading: Reading, rules: Sequence[Listed], used: Collection[Allowance]) -> list[Finding]:
    from docgen.lint.rules.allow import unused_allowance

    rule = next((one for one in rules if one.code == unused_allowance.RULE.code), None)
    if rule is None:
        return []
    asked = {word for one in rules for word in (one.code, one.name)}
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
