"""Headers of a roster: what they mean, and what is said about those that mean nothing, or too much."""

from __future__ import annotations

from pathlib import Path

import pytest
from rosters import FORM, HEADER, ROW, csv_file, opened, plan_for, refused, remarks, units

from docgen.diagnostics import DocgenError
from docgen.roster.plan import RosterPlan
from docgen.roster.read import open_roster


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


def column(plan: RosterPlan, key: str) -> tuple[object, ...]:
    """A column's most telling parts."""
    (found,) = [one for one in plan.columns if one.key == key]
    return (found.label, found.kind, found.required, found.options, found.limit, found.feeds)


def test_a_plan_comes_from_expressions_and_fields(tmp_path: Path) -> None:
    plan = plan_for(tmp_path)
    assert plan.asked == ("name", "contact", "phone")
    assert column(plan, "name") == ("单位名称", "line", True, (), None, ())
    assert column(plan, "contact") == ("联系人", "line", True, (), None, ())
    assert column(plan, "phone") == ("联系电话", "phone", False, (), None, ())
    assert column(plan, "mobile") == ("手机", "mobile", False, (), None, ("form.mobile",))
    assert column(plan, "ways") == ("服务形式", "choice", False, ("技术指导", "项目对接"), None, ("form.ways",))
    assert column(plan, "content") == ("服务内容（不超过10字）", "text", False, (), 10, ("form.content",))


def test_what_the_words_ask_for_is_a_column_too(tmp_path: Path) -> None:
    more = "facts: {bank: 开户行}\nnote: ['{{ unit.bank | default(\"\") }}']\n"
    plan = plan_for(tmp_path, more)
    assert plan.asked == ("bank", "name", "contact", "phone")
    (unit,) = units(opened(tmp_path, csv_file(tmp_path, [(*HEADER, "bank"), (*ROW, "某银行")]), more))
    assert unit.values["bank"] == "某银行"


def test_a_made_up_property_has_the_words_and_kind_of_its_field(tmp_path: Path) -> None:
    form = """\
id: tui
title: 表
columns: [40, 116]
rows:
  - [{label: 开户日期}, {field: opening, kind: date, prefill: "{{ unit.bank_day }}", required: true}]
  - - {label: 账户}
    - lines: [{label: 开 户 行：, field: bank, prefill: "{{ unit.bank }}"}, {label: 账号：, field: account}]
"""
    plan = plan_for(tmp_path, form=form)
    assert column(plan, "bank_day") == ("开户日期", "date", True, (), None, ())
    assert column(plan, "bank") == ("开户行", "line", False, (), None, ())
    assert column(plan, "account") == ("账号", "line", False, (), None, ("form.account",))


def test_labels_stand_left_or_above(tmp_path: Path) -> None:
    form = """\
id: tui
title: 表
cover: {title: 表, lines: [{label: 推荐地区, field: region}]}
captions: [{label: 申报单位（盖章）：, field: applicant}, 一行字]
grids:
  - columns: [30, 30, 40, 56]
    header_rows: 1
    rows:
      - [{header: 编号}, {header: [服务, 地点]}, {header: 内容, span: 2}]
      - repeat: 2
        cells: [{field: number}, {field: place}, {field: what, span: 2}]
  - columns: [30, 30, 40, 56]
    rows:
      - [{label: "3. 经费（{{ year }}年）", rows: 2}, {field: money}, {label: 来　源：}, {field: source}]
      - [{field: more}, {label: 用途}, {field: use}]
"""
    plan = plan_for(tmp_path, form=form)
    assert {one.key: one.label for one in plan.columns if one.target == "field"} == {
        "region": "推荐地区",
        "applicant": "申报单位",
        "number": "编号",
        "place": "服务地点",
        "what": "内容",
        "money": "经费（2024年）（附件）（money）",
        "source": "来源",
        "more": "经费（2024年）（附件）（more）",
        "use": "用途",
    }


@pytest.mark.parametrize(
    "header",
    [
        "联系电话",
        "phone",
        "电话",
        "办公电话",
        " 联 系 电 话 ",
        "联系\n电话",
        "联系电话（必填）",
        "*联系电话",
        "联系电话：",
        "PHONE",
    ],
)
def test_a_header_is_known_however_it_is_written(tmp_path: Path, header: str) -> None:
    rows = [("单位全称*", "联系人 (必填)", header), ROW]
    roster = opened(tmp_path, csv_file(tmp_path, rows))
    assert units(roster)[0].values == {"name": "甲单位", "contact": "张某", "phone": "022-00000001"}
    assert remarks(roster) == []


@pytest.mark.parametrize("header", ["服务内容（不超过10字）", "服务内容", "content", "form.content", "附件服务内容"])
def test_a_field_is_known_by_label_and_by_id(tmp_path: Path, header: str) -> None:
    (unit,) = units(opened(tmp_path, csv_file(tmp_path, [(*HEADER, header), (*ROW, "文字")])))
    assert unit.fields == {"form.content": "文字"}


def test_the_label_of_a_filled_field_may_stand_for_its_property(tmp_path: Path) -> None:
    """承办单位 is what the form calls the unit's name."""
    rows = [("承办单位", *HEADER[1:]), ROW]
    (unit,) = units(opened(tmp_path, csv_file(tmp_path, rows)))
    assert (unit.name, unit.fields) == ("甲单位", {})


def test_beside_the_property_it_is_the_field(tmp_path: Path) -> None:
    rows = [(*HEADER, "承办单位"), (*ROW, "乙单位")]
    (unit,) = units(opened(tmp_path, csv_file(tmp_path, rows)))
    assert (unit.name, unit.fields) == ("甲单位", {"form.organizer": "乙单位"})


def test_the_campaign_may_name_its_columns(tmp_path: Path) -> None:
    more = "columns: {name: 申请机构, phone: 备注, bank: 开户行, deadlines.submission.date: 截止, content: 干什么}\n"
    header = ("申请机构", "联系人", "备注", "开户行", "截止", "干什么", "单位名称说明")
    roster = opened(tmp_path, csv_file(tmp_path, [header, (*ROW, "某银行", "2024-05-01", "文字", "x")]), more)
    (unit,) = units(roster)
    assert unit.values == {"name": "甲单位", "contact": "张某", "phone": "022-00000001", "bank": "某银行"}
    assert unit.overrides == {"deadlines.submission.date": "2024-05-01"}
    assert unit.fields == {"form.content": "文字"}
    assert remarks(roster) == [
        "a.csv:1:7: warning[L122] the column 单位名称说明 is not known and not read; did you mean 单位名称?"
    ]


def test_a_column_that_the_campaign_names_and_the_roster_lacks(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [HEADER, ROW]), "columns: {bank: 开户行}\n")
    assert remarks(roster) == ['a.csv:1: warning[L126] columns.bank: no column is called "开户行"']


def test_a_wrong_key_in_columns_is_told_at_its_place(tmp_path: Path) -> None:
    file = csv_file(tmp_path, [HEADER, ROW])
    with pytest.raises(DocgenError) as caught:
        opened(tmp_path, file, "columns: {deadlines.submision.date: 截止}\n")
    (letter,) = [str(problem).replace(f"{tmp_path}/", "") for problem in caught.value.problems]
    assert letter == (
        'campaign.yaml:15:11: error[L125] columns: the campaign has no "submision" in deadlines.submision.date; did '
        "you mean submission?"
    )


def test_unknown_columns_are_a_warning(tmp_path: Path) -> None:
    rows = [(*HEADER, "联系电活", "天气", "序号", "备注"), (*ROW, "", "晴", "1", "x")]
    roster = opened(tmp_path, csv_file(tmp_path, rows))
    assert remarks(roster) == [
        "a.csv:1:4: warning[L122] the column 联系电活 is not known and not read; did you mean 联系电话?",
        "a.csv:1:5: warning[L122] the column 天气 is not known and not read; name it in columns: of the campaign",
    ]
    assert len(units(roster)) == 1


def test_a_missing_column_is_an_error_that_holds_no_unit_up(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [("单位名称",), ("甲",), ("乙",)]))
    assert remarks(roster) == [
        "a.csv:1: error[L124] there is no column 联系人; the forms are filled in from it; add it"
    ]
    assert [unit.values for unit in units(roster)] == [
        {"name": "甲", "contact": "", "phone": ""},
        {"name": "乙", "contact": "", "phone": ""},
    ]


@pytest.mark.parametrize("other", ["电话", "联系电话", "phone"])
def test_two_columns_for_one_thing_are_refused(tmp_path: Path, other: str) -> None:
    assert refused(tmp_path, csv_file(tmp_path, [(*HEADER, other), (*ROW, "x")])) == [
        f"a.csv:1:4: error[L123] the columns 联系电话 (C1) and {other} (D1) are both 联系电话; delete one of them, "
        "or rename it"
    ]


def test_a_label_that_several_forms_have_must_say_which(tmp_path: Path) -> None:
    second = FORM.replace("id: tui", "id: er").replace("field: content", "field: words")
    plan = plan_for(tmp_path, second=second)
    file = csv_file(tmp_path, [(*HEADER, "服务内容"), (*ROW, "x")])
    with pytest.raises(DocgenError) as caught:
        open_roster(file, plan)
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in caught.value.problems] == [
        "a.csv:1:4: error[L127] the column 服务内容 could be several things; write one of: "
        "服务内容（不超过10字）（附件1）, 服务内容（不超过10字）（附件2）"
    ]
    file = csv_file(tmp_path, [(*HEADER, "服务内容（附件2）", "设立日期"), (*ROW, "x", "2024-01-02")])
    (unit,) = units(open_roster(file, plan))
    assert unit.fields == {"second.words": "x", "form.founded": "2024年1月2日", "second.founded": "2024年1月2日"}


def test_fields_of_several_forms_share_a_column_where_they_agree(tmp_path: Path) -> None:
    second = (
        FORM.replace("id: tui", "id: er")
        .replace("[技术指导, 项目对接]", "[项目对接, 其他]")
        .replace("limit: 10", "limit: 8")
    )
    plan = plan_for(tmp_path, second=second)
    assert column(plan, "ways") == ("服务形式", "choice", False, ("项目对接",), None, ("form.ways", "second.ways"))
    assert column(plan, "experts")[5] == ("form.experts", "second.experts")


LIST = """\
id: er
title: 一览表
columns: [78, 78]
header_rows: 1
rows:
  - [{header: 类别}, {header: 项目}]
  - repeat: 3
    cells: [{field: level}, {field: project}]
"""


def test_of_a_repeated_row_the_first_is_the_units(tmp_path: Path) -> None:
    plan = plan_for(tmp_path, second=LIST)
    for header in ("项目", "project", "second.project", "项目（附件2）"):
        (unit,) = units(open_roster(csv_file(tmp_path, [(*HEADER, header), (*ROW, "甲项目")]), plan))
        assert unit.fields == {"second.project_1": "甲项目"}


def test_a_choice_is_meant_rather_than_a_text_of_that_name(tmp_path: Path) -> None:
    form = FORM.replace("label: 类别", "label: 申报类别")
    plan = plan_for(tmp_path, form=form, second=LIST.replace("类别", "申报类别"))
    (unit,) = units(open_roster(csv_file(tmp_path, [(*HEADER, "申报类别"), (*ROW, "市级")]), plan))
    assert unit.fields == {"form.level": "市级"}
