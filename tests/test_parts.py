"""Parts: what a mapping that was typed becomes, and what is wrong with one that does not fit."""

# Annotations are not postponed: parts take them as they are.

import copy
import dataclasses
import pickle
from typing import Annotated, Any, Literal, Self

import pytest

from docgen.sources.marks import Before, Length, Refused, Within
from docgen.sources.part import Part, values_of
from docgen.sources.value_reader import Wrong, read_part


def whole(value: Any) -> Any:
    if isinstance(value, str) and not value.isdecimal():
        raise Refused("text_no_whole")
    return int(value) if isinstance(value, str) else value


Whole = Annotated[int, Before(whole)]


class Seal(Part):
    by: Annotated[str, Length(1, 4)]
    kind: Literal["round", "oval"] = "round"

    @classmethod
    def written_out(cls, value: Any) -> Any:
        return {"by": value} if isinstance(value, str) else value


class Letter(Part):
    copies: Annotated[Whole, Within(ge=1)]
    seal: Seal | None = None
    lines: list[Seal | str] = dataclasses.field(default_factory=list)
    days: dict[Annotated[str, Length(2)], Whole] = dataclasses.field(default_factory=dict)

    def agree(self) -> Self:
        if self.copies > 9 and not self.seal:
            raise Refused("no_seal", copies=self.copies)
        return self


class Reply(Letter):
    copies: Annotated[Whole, Within(ge=1)] = 2
    to: str


def made(typed: Any) -> Letter:
    part, wrong = read_part(Letter, typed)
    assert not wrong
    assert part
    return part


def faults(typed: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    part, wrong = read_part(Letter, typed)
    assert (part is None) == bool(wrong)
    return [(one.kind, one.loc) for one in wrong]


def test_what_is_typed_becomes_values() -> None:
    letter = made({"copies": "3", "seal": "局", "lines": [{"by": "厅", "kind": "oval"}, "处"], "days": {"周一": "1"}})
    assert letter.copies == 3
    assert letter.seal == Seal(by="局")
    assert letter.lines == [Seal(by="厅", kind="oval"), Seal(by="处")]
    assert letter.days == {"周一": 1}


def test_nothing_written_is_as_good_as_left_out_where_that_may_be() -> None:
    assert made({"copies": "1", "seal": None, "lines": None}) == made({"copies": "1"})
    assert faults({"copies": None}) == [("int_type", ("copies",))]


def test_all_that_is_wrong_comes_at_once() -> None:
    typed = {"copies": "0", "seal": {"kind": "square", "colour": "red"}, "lines": "x", "days": {"a": "b", "cc": "1"}}
    assert faults(typed) == [
        ("greater_than_equal", ("copies",)),
        ("missing", ("seal", "by")),
        ("literal_error", ("seal", "kind")),
        ("extra_forbidden", ("seal", "colour")),
        ("list_type", ("lines",)),
        ("string_too_short", ("days", "a")),
        ("text_no_whole", ("days", "a")),
    ]


def test_a_fault_has_what_was_typed_and_what_its_letter_needs() -> None:
    _part, wrong = read_part(Letter, {"copies": "0", "days": {"a": "1"}})
    assert wrong == [
        Wrong("greater_than_equal", ("copies",), "0", {"ge": 1}),
        Wrong("string_too_short", ("days", "a"), "a", {"min_length": 2}, at_key=True),
    ]


def test_spaces_alone_are_no_text() -> None:
    assert faults({"copies": "1", "seal": "　 "}) == [("string_too_short", ("seal", "by"))]


def test_of_several_kinds_of_value_each_says_what_is_wrong() -> None:
    assert faults({"copies": "1", "lines": [["x"]]}) == [("model_type", ("lines", 0)), ("string_type", ("lines", 0))]


def test_values_that_do_not_go_together() -> None:
    _part, wrong = read_part(Letter, {"copies": "10"})
    assert wrong == [Wrong("no_seal", (), {"copies": "10"}, {"copies": 10})]
    assert made({"copies": "10", "seal": "局"}).copies == 10


@pytest.mark.parametrize("typed", [None, "x", [], ["x"]])
def test_no_mapping(typed: Any) -> None:
    assert faults(typed) == [("model_type", ())]


def test_true_is_no_number() -> None:
    assert faults({"copies": True}) == [("int_type", ("copies",))]


def test_a_part_may_have_the_keys_of_another_with_other_defaults() -> None:
    assert Reply(to="局") == Reply(copies=2, to="局", seal=None, lines=[], days={})
    assert list(vars(Reply(to="局"))) == ["copies", "seal", "lines", "days", "to"]
    with pytest.raises(TypeError, match=r"Letter: unknown or missing: copies"):
        Letter()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"Letter: unknown or missing: to"):
        Letter(copies=1, to="x")  # type: ignore[call-arg]


def test_a_default_is_made_anew() -> None:
    assert Letter(copies=1).lines is not Letter(copies=1).lines


def test_parts_are_values() -> None:
    letter = Letter(copies=1, seal=Seal(by="局"))
    assert letter == Letter(copies=1, seal=Seal(by="局")) != Letter(copies=2)
    assert Seal(by="局") != "局"
    assert len({Seal(by="局"), Seal(by="局")}) == 1
    assert copy.deepcopy(letter) == pickle.loads(pickle.dumps(letter)) == letter
    assert repr(letter.seal) == "Seal(by='局', kind='round')"
    assert values_of(letter) == {"copies": 1, "seal": {"by": "局", "kind": "round"}, "lines": [], "days": {}}
    assert values_of(letter, without={"seal", "days"}) == {"copies": 1, "lines": []}
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to 'copies'"):
        letter.copies = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete 'copies'"):
        del letter.copies
