"""A finding: one requirement of the standard, what was measured, what is asked, whether that is met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """``id`` is the requirement's, ``what`` says in words what was measured."""

    id: str
    what: str
    asked: str
    measured: str
    passed: bool


def near(id_: str, what: str, values: float | Iterable[float], asked: float, tolerance: float) -> list[Finding]:
    """A length against ``asked`` ± ``tolerance``; of several the one farthest off. No values, no finding."""
    found = [values] if isinstance(values, (int, float)) else list(values)
    if not found:
        return []
    worst = max(found, key=lambda value: abs(value - asked))
    wanted = f"{asked:.4g} ±{tolerance:g}" if tolerance else f"{asked:g}"
    measured = f"{worst:.2f}".removesuffix(".00")
    return [Finding(id_, what, wanted, measured, abs(worst - asked) <= tolerance)]


def equal(id_: str, what: str, measured: object, asked: object) -> list[Finding]:
    """Something that is either so or not."""
    return [Finding(id_, what, _said(asked), _said(measured), measured == asked)]


def _said(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def holds(id_: str, what: str, asked: str, wrong: Iterable[object], count: int) -> list[Finding]:
    """Something true of each of ``count`` things; the first three of which it is not true are named."""
    faults = [str(one) for one in wrong]
    if count == 0:
        return []
    said = ", ".join(faults[:3]) + (" …" if len(faults) > 3 else "")
    return [Finding(id_, what, asked, said or ("yes" if count == 1 else f"all {count}"), not faults)]
