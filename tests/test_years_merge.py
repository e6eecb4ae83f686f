"""Three texts into one: the superior's changes go into the local wording, clause by clause, and nothing is lost."""

from __future__ import annotations

import random

import pytest

from docgen.sources.open_points import MIDDLE, OURS, THEIRS
from docgen.years.clauses import Clause, clauses_of, matched, renumbered, text_of
from docgen.years.three_way import Note, merged_text
from docgen.years.wording import joined

BASE = """\
现就有关事项通知如下：

一、申报范围

（一）专家服务团。围绕发展需要，组织专家到基层开展服务。

（二）专家服务基地。每年组织活动不少于50人次，示范作用突出。

二、申报要求

各单位于3月1日前报送材料，逾期不予受理。
"""

STATION = "（二）专家服务站。支持设立专家服务站，方便基层。\n\n"


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


# ---------------------------------------------------------------- clauses


def test_clauses_and_back() -> None:
    clauses = clauses_of(BASE + "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n")
    assert clauses[1:3] == [Clause("一、", "申报范围", 1, 1), Clause("（一）", clauses[2].words, 2, 1)]
    assert clauses[-1].words == "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
    assert text_of(clauses_of(BASE)) == BASE


def test_a_clause_is_known_by_what_it_says() -> None:
    other = changed(
        BASE, ("不少于50人次", "不少于80人次"), ("二、申报要求\n\n", ""), ("一、申报", "二、申报要求\n\n一、申报")
    )
    pairs = matched(clauses_of(BASE), clauses_of(other))
    assert pairs == {0: 0, 1: 4, 2: 1, 3: 2, 4: 3, 5: 5}


def test_numbers_in_a_row() -> None:
    text = "一、甲\n（一）子\n（三）丑\n二、乙\n（二）寅\n主要内容为：\n（一）卯\n1.辰\n3.巳\n"
    assert text_of(renumbered(clauses_of(text))) == (
        "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n主要内容为：\n（一）卯\n1.辰\n2.巳\n"
    )


# ---------------------------------------------------------------- one side changed


def test_what_only_the_superior_changed_is_taken_over() -> None:
    theirs = changed(BASE, ("3月1日", "3月8日"))
    found = merged_text(BASE, BASE, theirs)
    assert found.text == theirs
    (note,) = found.notes
    assert (note.kind, note.ours, note.theirs) == (
        "taken",
        "各单位于3月1日前报送材料，逾期不予受理。",
        "各单位于3月8日前报送材料，逾期不予受理。",
    )


def test_what_only_the_local_text_changed_stays() -> None:
    ours = changed(BASE, ("各单位", "各区人社局"))
    found = merged_text(BASE, ours, BASE)
    assert found.text == ours
    assert [note.kind for note in found.notes] == ["local"]


def test_a_new_clause_gets_its_number() -> None:
    theirs = changed(BASE, ("（二）专家服务基地", STATION + "（三）专家服务基地"))
    ours = changed(BASE, ("二、申报要求", "（三）市级基地由我局认定。\n\n二、申报要求"))
    found = merged_text(BASE, ours, theirs)
    assert [clause.label for clause in clauses_of(found.text) if clause.level == 2] == [
        "（一）",
        "（二）",
        "（三）",
        "（四）",
    ]
    assert [note.kind for note in found.notes] == ["added"]


def test_a_clause_that_the_superior_moved_is_moved() -> None:
    first, second = BASE.split("\n\n")[2:4]
    theirs = changed(
        BASE, (f"{first}\n\n", ""), (second, f"{second.replace('二', '一')}\n\n{first.replace('一', '二')}")
    )
    found = merged_text(BASE, BASE, theirs)
    assert found.text == theirs
    assert [note.kind for note in found.notes] == ["moved"]


def test_a_clause_that_the_superior_dropped_is_gone_and_told() -> None:
    dropped = "（二）专家服务基地。每年组织活动不少于50人次，示范作用突出。"
    found = merged_text(BASE, BASE, changed(BASE, (f"{dropped}\n\n", "")))
    assert dropped not in found.text
    assert found.notes == (Note("dropped", ours=dropped),)


def test_what_the_local_text_leaves_out_stays_out_and_is_told() -> None:
    left_out = "（一）专家服务团。围绕发展需要，组织专家到基层开展服务。"
    ours = changed(BASE, (f"{left_out}\n\n", ""))
    theirs = changed(BASE, ("专家到基层", "专家到乡村基层"))
    assert merged_text(BASE, ours, theirs).notes == (Note("left out", theirs=left_out.replace("到基层", "到乡村基层")),)


# ---------------------------------------------------------------- both changed


def test_changes_that_do_not_touch_are_made_one() -> None:
    ours = changed(BASE, ("示范作用突出", "在本市示范作用突出"))
    theirs = changed(BASE, ("不少于50人次", "不少于60人次"))
    found = merged_text(BASE, ours, theirs)
    assert "每年组织活动不少于60人次，在本市示范作用突出。" in found.text
    assert [note.kind for note in found.notes] == ["joined"]


def test_changes_that_touch_both_stand_there() -> None:
    ours, theirs = changed(BASE, ("3月1日", "2月20日")), changed(BASE, ("3月1日", "3月8日"))
    found = merged_text(BASE, ours, theirs)
    assert found.text.endswith(
        f"{OURS}\n各单位于2月20日前报送材料，逾期不予受理。\n{MIDDLE}\n各单位于3月8日前报送材料，逾期不予受理。\n{THEIRS}\n"
    )


def test_both_texts_of_a_clause_have_its_number() -> None:
    ours, theirs = (
        changed(BASE, ("50人次", "40人次")),
        changed(BASE, ("50人次", "60人次"), ("（二）", STATION + "（三）")),
    )
    lines = merged_text(BASE, ours, theirs).text.splitlines()
    at = lines.index(OURS)
    assert (lines[at + 1][:9], lines[at + 3][:9]) == ("（三）专家服务基地", "（三）专家服务基地")


def test_what_one_reworded_and_the_other_dropped_is_a_conflict() -> None:
    ours = changed(BASE, ("示范作用突出", "在本市示范作用突出"))
    theirs = changed(BASE, ("（二）专家服务基地。每年组织活动不少于50人次，示范作用突出。\n\n", ""))
    lines = merged_text(BASE, ours, theirs).text.splitlines()
    assert lines[lines.index(MIDDLE) + 1] == THEIRS


def test_what_both_put_in_stands_there_once() -> None:
    both = changed(BASE, ("（二）专家服务基地", STATION + "（三）专家服务基地"))
    assert merged_text(BASE, both, both).text == both


def test_expressions_are_not_cut() -> None:
    base = "于{{ deadlines.a | day }}前报送，逾期不予受理。"
    assert joined(base, base.replace("报送", "报我局"), base.replace("不予", "不再")) == (
        "于{{ deadlines.a | day }}前报我局，逾期不再受理。"
    )
    assert joined(base, base.replace("| day }", "| date }"), base.replace("deadlines.a", "deadlines.b")) is None


# ---------------------------------------------------------------- whatever is changed

WORDS = "申报推荐服务基地专家单位材料报送评审公示名额期限条件范围要求联系方式支持经费乡村振兴"


def sentence(rng: random.Random) -> str:
    return "，".join("".join(rng.choices(WORDS, k=rng.randint(6, 12))) for _ in range(rng.randint(1, 3))) + "。"


def document(rng: random.Random) -> list[str]:
    return [sentence(rng) for _ in range(rng.randint(4, 9))]


def edited_at_random(clauses: list[str], rng: random.Random) -> list[str]:
    clauses = list(clauses)
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(clauses)) if clauses else 0
        match rng.choice(["reword", "add", "drop", "move"]):
            case "reword" if clauses:
                pieces = clauses[at].split("，")
                pieces[rng.randrange(len(pieces))] = "".join(rng.choices(WORDS, k=6))
                clauses[at] = "，".join(pieces).rstrip("。") + "。"
            case "add":
                clauses.insert(at, sentence(rng))
            case "drop" if len(clauses) > 1:
                clauses.pop(at)
            case "move" if clauses:
                clauses.insert(rng.randrange(len(clauses)), clauses.pop(at))
            case _:
                pass
    return clauses


def as_text(clauses: list[str]) -> str:
    return "\n\n".join(clauses) + "\n"


@pytest.mark.parametrize("block", range(5))
def test_nothing_is_lost(block: int) -> None:
    """Of 500 pairs of random edits: each clause of either side is in the result, or a note tells of it."""
    for seed in range(100 * block, 100 * block + 100):
        rng = random.Random(seed)
        base = document(rng)
        ours, theirs = edited_at_random(base, rng), edited_at_random(base, rng)
        found = merged_text(as_text(base), as_text(ours), as_text(theirs))
        told = {text for note in found.notes for text in (note.ours, note.theirs)}
        standing = found.text.splitlines()
        lost = [clause for clause in (*ours, *theirs) if clause not in standing and clause not in told]
        assert lost == [], f"seed {seed}"
        known = {*ours, *theirs, OURS, MIDDLE, THEIRS, ""}
        invented = [line for line in standing if line not in known]
        assert len(invented) <= sum(note.kind == "joined" for note in found.notes), f"seed {seed}"


@pytest.mark.parametrize("seed", range(100))
def test_one_side_alone_is_followed(seed: int) -> None:
    rng = random.Random(seed)
    base = document(rng)
    side = edited_at_random(base, rng)
    assert merged_text(as_text(base), as_text(side), as_text(base)).text == as_text(side)
    assert merged_text(as_text(base), as_text(base), as_text(side)).text == as_text(side)
    assert merged_text(as_text(base), as_text(side), as_text(side)).text == as_text(side)
