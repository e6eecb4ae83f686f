"""Three forms made one: nothing of either side is lost, whatever both changed."""

from __future__ import annotations

import random

import pytest

from docgen.years.form_merge import merged_form

BASE = "id: biao\ntitle: 申报表\nrows:\n" + "".join(f"  - [{{label: 第{n}栏}}, {{field: f{n}}}]\n" for n in range(12))


def edited(text: str, seed: int, mark: str) -> str:
    """The text with a few lines put in, dropped and changed."""
    chance = random.Random(seed)
    lines = text.rstrip("\n").split("\n")
    for step in range(3):
        at = chance.randrange(3, len(lines))
        match chance.randrange(3):
            case 0:
                lines.insert(at, f"  - [{{label: {mark}{step}}}, {{field: {mark}{step}}}]")
            case 1:
                del lines[at]
            case _:
                lines[at] += f"  # {mark}{step}"
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("block", range(5))
def test_nothing_that_either_wrote_is_lost(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        ours, theirs = edited(BASE, seed, "a"), edited(BASE, seed + 10_000, "b")
        merge = merged_form(BASE, ours, theirs)
        assert merge is not None
        lines = [line.strip().removeprefix("# ") for line in merge.text.split("\n")]
        written = [line.strip() for text in (ours, theirs) for line in text.split("\n") if line not in BASE.split("\n")]
        assert set(written) <= set(lines)
        in_effect = {line.strip() for line in merge.text.split("\n") if not line.lstrip().startswith("#")}
        assert len(merge.conflicts) == merge.text.count("# <<<<<<< ")
        assert {line.strip() for line in ours.split("\n") if line not in BASE.split("\n")} <= in_effect


@pytest.mark.parametrize("seed", range(30))
def test_one_side_alone_is_followed(seed: int) -> None:
    changed = edited(BASE, seed, "a")
    mine, their = merged_form(BASE, changed, BASE), merged_form(BASE, BASE, changed)
    assert mine is not None
    assert their is not None
    assert (mine.text, mine.taken, mine.conflicts) == (changed, 0, ())
    assert (their.text, their.conflicts) == (changed, ())
    assert their.taken > 0


def test_a_form_drawn_anew_is_left_alone() -> None:
    assert merged_form(BASE, "id: biao\ntitle: 另一张表\ncolumns: [10]\n", BASE) is None


def test_the_local_form_keeps_its_name_and_its_remarks() -> None:
    ours = "# 本局\n" + BASE.replace("id: biao", "id: zibiao")
    merge = merged_form("# 上级\n" + BASE, ours, "# 上级今年\n" + BASE.replace("id: biao", "id: xin") + "# 末尾\n")
    assert merge is not None
    assert merge.text == ours
