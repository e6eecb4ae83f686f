"""Values that changed: each is told once, by its kind, and not again where the words repeat it."""

from __future__ import annotations

from pathlib import Path

import pytest
from diffing import CAMPAIGN, Edit, change, edited, kinds, only, shown, side, told

from docgen.diff.compare import compare

ONE_EDIT = {
    "deadline": (
        ("date: 2023-03-10", "date: 2023-03-15"),
        ("deadline-moved", "2023年3月10日（星期五）", "2023年3月15日（星期三）"),
    ),
    "time": (
        ("date: 2023-03-10", 'date: 2023-03-10, time: "17:30"'),
        ("deadline-moved", "2023年3月10日（星期五）", "2023年3月10日（星期五）17时30分"),
    ),
    "what is due": (
        ("what: 推荐材料报送", "what: 推荐材料报送, hard: false"),
        ("deadline-changed", "推荐材料报送（逾期不受理）", "推荐材料报送（非硬性）"),
    ),
    "quota": (("max: 2", "max: 3"), ("quota-changed", "不超过2名", "不超过3名")),
    "contact": (("0000-1234567", "0000-7654321"), ("contact-changed", "0000-1234567", "0000-7654321")),
    "material": (
        ("copies: 3", "copies: 2"),
        ("material-changed", "推荐表，一式三份，纸质和电子版", "推荐表，一式二份，纸质和电子版"),
    ),
    "basis": (
        ("示人社规〔2021〕5号", "示人社规〔2023〕1号"),
        (
            "basis-changed",
            "《示例市专家管理办法》（示人社规〔2021〕5号）",
            "《示例市专家管理办法》（示人社规〔2023〕1号）",
        ),
    ),
    "number": (
        ("示人社函〔2023〕12号", "示人社函〔2023〕13号"),
        ("number-changed", "示人社函〔2023〕12号", "示人社函〔2023〕13号"),
    ),
    "issued": (("issued: 2023-02-14", "issued: 2023-02-13"), ("issued-changed", "2023年2月14日", "2023年2月13日")),
    "title": (
        ("专家推荐工作的通知", "专家选拔工作的通知"),
        ("title-changed", "关于做好2023年专家推荐工作的通知", "关于做好2023年专家选拔工作的通知"),
    ),
    "addressee": ((", 各有关单位]", "]"), ("addressee-dropped", "各有关单位", "")),
    "another addressee": ((", 各有关单位]", ", 各有关单位, 市科协]"), ("addressee-added", "", "市科协")),
    "short name": (
        ("short: 市人社局}", "short: 市人力资源社会保障局}"),
        (
            "issuer-changed",
            "示例市人力资源和社会保障局（市人社局）",
            "示例市人力资源和社会保障局（市人力资源社会保障局）",
        ),
    ),
    "printed": (
        ("printed: 2023-02-15", "printed: 2023-02-16"),
        ("head-changed", "2023年2月15日印发", "2023年2月16日印发"),
    ),
    "disclosure": (("imprint:", "disclosure: 主动公开\nimprint:"), ("head-changed", "", "（此件主动公开）")),
}


@pytest.mark.parametrize("name", ONE_EDIT)
def test_one_edit_is_one_change(tmp_path: Path, name: str) -> None:
    edit, expected = ONE_EDIT[name]
    assert told(change(tmp_path, edit)) == [expected]


@pytest.mark.parametrize("name", ONE_EDIT)
def test_taken_back_it_is_the_opposite_change(tmp_path: Path, name: str) -> None:
    edit, (_kind, old, new) = ONE_EDIT[name]
    before, after = side(tmp_path / "old"), side(tmp_path / "new", edited(CAMPAIGN, edit))
    item = only(compare(after, before))
    assert (item.old, item.new) == (new, old)


def test_a_fact_is_told_in_its_sentence(tmp_path: Path) -> None:
    item = only(change(tmp_path, ("years: 3", "years: 5")))
    assert item.kind == "fact-changed"
    assert shown(item.pieces) == "（二）专家应在基层一线工作满[-3年-]{+5年+}，取得突出成绩。"


def test_a_deadline_knows_by_how_many_days_it_moved_and_how_many_are_left(tmp_path: Path) -> None:
    item = only(change(tmp_path, ("date: 2023-03-10", "date: 2023-03-15")))
    assert item.shift == 5
    assert item.detail == "推后5天；发文后留29天（上次24天）"
    assert item.subject == "推荐材料报送"
    assert item.where == "二、推荐程序（三）"
    assert str(item.new_place).endswith("new/c.yaml:11:15")


def test_a_contact_names_what_changed_of_it(tmp_path: Path) -> None:
    edits = (("[李示例]", "[王示例]"), ("zhuanji@example.com", "zj@example.com"))
    item = only(change(tmp_path, *edits))
    assert item.detail == "联系人、电子邮箱"
    assert (item.old, item.new) == (
        "联系人：李示例；电子邮箱：zhuanji@example.com",
        "联系人：王示例；电子邮箱：zj@example.com",
    )


def test_a_contact_line_that_came_is_told_with_the_contact(tmp_path: Path) -> None:
    item = only(change(tmp_path, ("email: zhuanji@example.com", 'email: zhuanji@example.com, fax: "0000-7654321"')))
    assert (item.kind, item.old, item.new, item.detail) == ("contact-changed", "", "0000-7654321", "传真")


# ---------------------------------------------------------------- the year

YEAR: tuple[Edit, ...] = (
    ("year: 2023", "year: 2024"),
    ("id: shi-2023", "id: shi-2024"),
)


def test_the_year_moved_everywhere_is_one_change(tmp_path: Path) -> None:
    changes = change(tmp_path, *YEAR)
    assert told(changes) == [("year-moved", "2023年", "2024年")]
    assert {row.changes for row in changes.blocks if row.op != "same"} == {("year",)}


def test_the_year_is_one_change_also_where_it_was_typed_by_hand(tmp_path: Path) -> None:
    before = edited(CAMPAIGN, ("现就{{ year }}年推荐", "现就2023年推荐"))
    after = edited(before, *YEAR, ("现就2023年推荐", "现就2024年推荐"))
    assert kinds(compare(side(tmp_path / "old", before), side(tmp_path / "new", after))) == ["year-moved"]


def test_dates_that_moved_with_the_year_alone_have_not_changed(tmp_path: Path) -> None:
    changes = change(
        tmp_path, *YEAR, ("date: 2023-03-10", "date: 2024-03-10"), ("issued: 2023-02-14", "issued: 2024-02-14")
    )
    assert kinds(changes) == ["year-moved"]


def test_across_years_a_deadline_is_measured_by_the_day_of_the_year(tmp_path: Path) -> None:
    changes = change(tmp_path, *YEAR, ("date: 2023-03-10", "date: 2024-03-05"))
    moved = changes.items[1]
    assert (moved.kind, moved.shift) == ("deadline-moved", -5)
    assert moved.detail.startswith("比上次同期提前5天")


def test_a_leap_day_counts_alike_from_either_side(tmp_path: Path) -> None:
    old = side(tmp_path / "old")
    new = side(tmp_path / "new", edited(CAMPAIGN, *YEAR, ("date: 2023-03-10", "date: 2024-02-29")))
    assert compare(old, new).items[1].shift == -10
    assert compare(new, old).items[1].shift == 10


def test_another_year_that_stayed_is_no_change(tmp_path: Path) -> None:
    before = edited(CAMPAIGN, ("取得突出成绩", "取得突出成绩，2022年以来未受处分"))
    after = edited(before, *YEAR)
    assert kinds(compare(side(tmp_path / "old", before), side(tmp_path / "new", after))) == ["year-moved"]


# ---------------------------------------------------------------- values that come and go


def test_a_deadline_that_came_with_its_sentence_is_one_change(tmp_path: Path) -> None:
    item = only(
        change(
            tmp_path,
            ("deadlines:\n", "deadlines:\n  review: {date: 2023-04-28, what: 评审}\n"),
            ("结果向社会公布。", "结果向社会公布。评审于{{ deadlines.review | day }}前完成。"),
        )
    )
    assert (item.kind, item.new) == ("deadline-added", "2023年4月28日（星期五）")
    assert item.detail == "评审于4月28日前完成。"


def test_a_material_that_came_into_a_list_is_one_change(tmp_path: Path) -> None:
    item = only(
        change(
            tmp_path,
            ("materials:\n", "materials:\n  letter: {what: 推荐函, copies: 1}\n"),
            ("{{ materials.form | copies }}（见", "{{ materials.form | copies }}、{{ materials.letter.what }}（见"),
        )
    )
    assert (item.kind, item.new) == ("material-added", "推荐函，一式一份，纸质")


def test_a_material_typed_by_hand_is_told_as_one(tmp_path: Path) -> None:
    item = only(
        change(tmp_path, ("{{ materials.form | copies }}（见", "{{ materials.form | copies }}、身份证复印件（见"))
    )
    assert item.kind == "material-added"
    assert "{+、身份证复印件+}" in shown(item.pieces)


def test_a_value_with_another_id_is_still_itself(tmp_path: Path) -> None:
    edits = (("  unit: {what: 推荐人选", "  person: {what: 推荐人选"), ("quotas.unit | limit", "quotas.person | limit"))
    assert told(change(tmp_path, *edits)) == []


def test_a_date_typed_by_hand_is_a_deadline_where_something_is_due(tmp_path: Path) -> None:
    before = edited(CAMPAIGN, ("结果向社会公布。", "申报系统于4月1日前关闭。"))
    after = edited(before, ("4月1日前", "4月8日前"))
    item = only(compare(side(tmp_path / "old", before), side(tmp_path / "new", after)))
    assert (item.kind, item.shift) == ("deadline-moved", 7)
    assert shown(item.pieces).endswith("申报系统于[-4月1日-]{+4月8日+}前关闭。")
