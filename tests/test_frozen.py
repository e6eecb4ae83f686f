"""``docgen.frozen.dataclass`` is as the standard library's, in all that one can see of a class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from docgen.frozen import dataclass


@dataclass(frozen=True)
class Ours:
    a: int
    b: str = "b"
    c: list[int] = field(default_factory=list)
    d: str = field(default="", repr=False, compare=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    a: int
    b: str = "b"
    c: list[int] = field(default_factory=list)
    d: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True)
class More(Ours):
    e: int = 0

    def __repr__(self) -> str:
        return "more"


@dataclass(frozen=True)
class Nothing:
    pass


MADE: list[Callable[[Any], Any]] = [
    lambda of: of(1),
    lambda of: of(a=1, d="x"),
    lambda of: dataclasses.replace(of(1, "x", [2]), a=3),
    lambda of: copy.deepcopy(of(1, c=[2])),
    lambda of: pickle.loads(pickle.dumps(of(1, "y"))),
]


@pytest.mark.parametrize("make", MADE)
def test_what_is_made_has_the_same_values(make: Callable[[Any], Any]) -> None:
    assert dataclasses.asdict(make(Ours)) == dataclasses.asdict(make(Theirs))
    assert repr(make(Ours)) == repr(make(Theirs)).replace("Theirs", "Ours")
    assert make(Ours) == make(Ours)


def test_equal_are_values_of_one_class_whose_compared_fields_are_equal() -> None:
    assert Ours(1, d="x") == Ours(1)
    assert Ours(1) != Ours(2)
    assert Ours(1) != More(1)
    assert More(1) != More(1, e=1)
    assert Ours(1) != Theirs(1)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_a_default_is_made_anew() -> None:
    assert Ours(1).c is not Ours(1).c


def test_nothing_can_be_set_or_deleted() -> None:
    one = More(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'a'"):
        one.a = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'e'"):
        del one.e  # type: ignore[misc]


@pytest.mark.parametrize("of", [Ours, Theirs])
def test_what_is_missing_or_too_much_is_refused(of: Any) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'a'"):
        of()
    with pytest.raises(TypeError, match="unexpected keyword argument 'x'"):
        of(1, x=2)


def test_its_own_methods_are_kept_and_fields_are_matched() -> None:
    assert repr(More(1)) == "more"
    match More(1, "x"):
        case More(a, b):
            assert (a, b) == (1, "x")
