"""Clauses: found again by what they say; added, dropped, reworded and moved, each edit once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from applied import DoesNotFitError, apply
from diffing import CAMPAIGN, Edit, change, edited, kinds, only, shown, side, texts

from docgen.diff.changes import Changes
from docgen.diff.compare import compare

NOTICE = "  （二）公示。所在单位公示5个工作日，公示期间受理举报。\n\n"
REVIEW = "  （四）评审。{{ issuer.short }}组织专家评审，结果向社会公布。\n"
NEW = "  （二）初审。各区人力资源和社会保障局对推荐材料进行初审。\n\n"
RENUMBERED: tuple[Edit, ...] = (("（三）报送", "（四）报送"), ("（四）评审", "（五）评审"))


def ops(changes: Changes) -> list[str]:
    return [row.op for row in changes.blocks if row.op != "same"]


def test_nothing_changed(tmp_path: Path) -> None:
    changes = change(tmp_path)
    assert not changes
    assert changes.items == ()
    assert ops(changes) == []


def test_a_clause_that_came_is_one_change_and_those_behind_it_are_only_renumbered(tmp_path: Path) -> None:
    changes = change(tmp_path, (NOTICE, NEW + NOTICE.replace("（二）", "（三）")), *RENUMBERED)
    item = only(changes)
    assert (item.kind, item.where) == ("condition-added", "二、推荐程序（二）")
    assert item.new == "（二）初审。各区人力资源和社会保障局对推荐材料进行初审。"
    assert ops(changes) == ["added", "changed", "changed", "changed"]
    renumbered = [row for row in changes.blocks if row.op == "changed"]
    assert [row.changes for row in renumbered] == [(), (), ()]
    assert shown(renumbered[0].pieces).startswith("[-（二）-]{+（三）+}公示。")


def test_a_clause_that_went_is_one_change(tmp_path: Path) -> None:
    item = only(change(tmp_path, (NOTICE, ""), ("（三）报送", "（二）报送"), ("（四）评审", "（三）评审")))
    assert (item.kind, item.old) == ("condition-dropped", NOTICE.strip())


def test_a_clause_that_moved_is_one_change(tmp_path: Path) -> None:
    changes = change(
        tmp_path,
        (NOTICE, ""),
        ("（三）报送", "（二）报送"),
        ("（四）评审", "（三）评审"),
        ("结果向社会公布。\n", "结果向社会公布。\n\n" + NOTICE.replace("（二）", "（四）").rstrip("\n") + "\n"),
    )
    item = only(changes)
    assert item.kind == "clause-moved"
    assert item.detail == "由“二、推荐程序（二）”移至“二、推荐程序（四）”"
    moved = [row for row in changes.blocks if row.op.startswith("moved")]
    assert [row.op for row in moved] == ["moved-from", "moved-to"]
    assert moved[0].move == moved[1].move > 0


def test_a_section_that_moved_is_one_change(tmp_path: Path) -> None:
    body = CAMPAIGN.index("  一、推荐条件")
    other = CAMPAIGN.index("  二、推荐程序")
    contact = CAMPAIGN.index("  {{ contacts.office")
    after = (
        CAMPAIGN[:body]
        + CAMPAIGN[other:contact].replace("二、推荐程序", "一、推荐程序")
        + CAMPAIGN[body:other].replace("一、推荐条件", "二、推荐条件")
        + CAMPAIGN[contact:]
    )
    item = only(compare(side(tmp_path / "old"), side(tmp_path / "new", after)))
    assert (item.kind, item.detail) == ("clause-moved", "由“一、推荐条件”移至“二、推荐条件”，共3段")


def test_a_clause_that_moved_and_was_reworded_is_told_as_both(tmp_path: Path) -> None:
    moved = NOTICE.replace("（二）", "（四）").replace("5个工作日", "7个工作日").rstrip("\n") + "\n"
    changes = change(
        tmp_path,
        (NOTICE, ""),
        ("（三）报送", "（二）报送"),
        ("（四）评审", "（三）评审"),
        ("结果向社会公布。\n", "结果向社会公布。\n\n" + moved),
    )
    assert kinds(changes) == ["condition-reworded", "clause-moved"]
    assert "公示[-5个-]{+7个+}工作日" in shown(changes.items[0].pieces)


def test_a_section_that_came_is_one_change(tmp_path: Path) -> None:
    section = "  三、纪律要求\n\n  （一）不得弄虚作假。\n\n  （二）违反规定的取消资格。\n\n"
    item = only(change(tmp_path, ("  {{ contacts.office", section + "  {{ contacts.office")))
    assert (item.kind, item.where, item.detail) == ("condition-added", "三、纪律要求", "共3段")


def test_each_sentence_of_a_clause_is_a_change_of_its_own(tmp_path: Path) -> None:
    changes = change(tmp_path, ("副高级以上", "中级以上"), ("不超过60周岁", "不超过55周岁"))
    assert [shown(item.pieces) for item in changes.items] == [
        "（一）专家应具有[-副高级-]{+中级+}以上专业技术职称，身体健康。",
        "年龄不超过[-60周岁-]{+55周岁+}。",
    ]
    assert [item.kind for item in changes.items] == ["condition-reworded"] * 2
    assert changes.items[1].shift == -5


def test_a_sentence_that_came_is_a_condition(tmp_path: Path) -> None:
    item = only(change(tmp_path, ("不超过60周岁。", "不超过60周岁。近三年无违法违纪行为。")))
    assert (item.kind, item.new) == ("condition-added", "近三年无违法违纪行为。")


def test_a_sentence_that_went_to_another_clause_has_moved(tmp_path: Path) -> None:
    sentence = "推荐单位应当对材料的真实性负责。"
    before = edited(CAMPAIGN, ("不超过60周岁。", f"不超过60周岁。{sentence}"))
    after = edited(CAMPAIGN, ("公示期间受理举报。", f"公示期间受理举报。{sentence}"))
    item = only(compare(side(tmp_path / "old", before), side(tmp_path / "new", after)))
    assert (item.kind, item.new) == ("clause-moved", sentence)
    assert item.detail == "由“一、推荐条件（一）”移至“二、推荐程序（二）”"


WORDING = {
    "a mark of punctuation": ("专业技术职称，身体健康", "专业技术职称、身体健康"),
    "a matter of style": ("组织专家评审", "认真组织专家评审"),
    "the preamble": ("为加强专家队伍建设", "为深入贯彻人才工作会议精神"),
}


@pytest.mark.parametrize("name", WORDING)
def test_wording_is_told_from_conditions(tmp_path: Path, name: str) -> None:
    assert kinds(change(tmp_path, WORDING[name])) == ["wording"]


def test_a_value_and_the_words_around_it_are_two_changes(tmp_path: Path) -> None:
    changes = change(tmp_path, ("max: 2", "max: 3"), ("所在单位集体研究确定人选", "所在单位民主推荐确定人选"))
    assert sorted(kinds(changes)) == ["condition-reworded", "quota-changed"]
    reworded = next(item for item in changes.items if item.kind == "condition-reworded")
    assert "[-集体研究-]{+民主推荐+}" in shown(reworded.pieces)


def test_rows_are_linked_to_their_changes(tmp_path: Path) -> None:
    changes = change(tmp_path, ("max: 2", "max: 3"), ("date: 2023-03-10", "date: 2023-03-13"))
    linked = {row.new.where: row.changes for row in changes.blocks if row.op == "changed" and row.new}
    assert linked == {
        "二、推荐程序（一）": ("quotas.unit",),
        "二、推荐程序（三）": ("deadlines.submission",),
    }


def test_an_annex_that_came_renumbers_the_others_without_a_word(tmp_path: Path) -> None:
    changes = change(
        tmp_path, ("  - {id: team,", "  - {id: note, title: 填表说明, body: 请如实填写。}\n  - {id: team,")
    )
    item = only(changes)
    assert (item.kind, item.new, item.detail) == (
        "annex-added",
        "附件1《填表说明》",
        "原附件1改为附件2，原附件2改为附件3",
    )


def test_annexes_that_changed_places_are_one_change(tmp_path: Path) -> None:
    changes = change(
        tmp_path,
        (
            "  - {id: team, form: tui}\n  - {id: list, form: huizong}",
            "  - {id: list, form: huizong}\n  - {id: team, form: tui}",
        ),
    )
    assert kinds(changes) == ["annex-renumbered"]


def test_the_changes_applied_to_the_old_clauses_give_the_new_ones(tmp_path: Path) -> None:
    old, new = side(tmp_path / "old"), side(tmp_path / "new", edited(CAMPAIGN, (NOTICE, NEW), ("max: 2", "max: 3")))
    changes = compare(old, new)
    assert apply(changes, texts(old)) == tuple(texts(new))
    with pytest.raises(DoesNotFitError):
        apply(changes, texts(new))


def test_other_programmes_are_said_to_be_others(tmp_path: Path) -> None:
    other = edited(CAMPAIGN, ("name: 示例市人力资源和社会保障局,", "name: 样板县人力资源和社会保障局,"))
    changes = compare(side(tmp_path / "old"), side(tmp_path / "new", other))
    assert changes.remarks == (
        "两份通知的发文机关不同（示例市人力资源和社会保障局、样板县人力资源和社会保障局），"
        "不是同一项目的两个年度，只比较可比的部分。",
    )


def test_documents_without_a_campaign_are_compared_by_their_words(tmp_path: Path) -> None:
    old, new = (
        side(tmp_path / "old"),
        side(tmp_path / "new", edited(CAMPAIGN, ("date: 2023-03-10", "date: 2023-03-15"))),
    )
    bare = [replace(one, campaign=None, sources=None, loaded=None, forms=()) for one in (old, new)]
    item = only(compare(*bare))
    assert (item.kind, item.shift) == ("deadline-moved", 5)
    assert shown(item.pieces).startswith("于[-3月10日（星期五）-]{+3月15日（星期三）+}前报送推荐表一式三份")
