"""A row may have its own values for the campaign; what does not fit is told at its cell."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from rosters import HEADER, ROW, bad_rows, csv_file, opened, plan_for, refused, said, units, write

from docgen.campaign.model import Campaign
from docgen.diagnostics import DocgenError
from docgen.roster.overrides import apply_overrides, override_problems
from docgen.roster.unit import Unit


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


KEYS = ("issuer.name", "发文字号", "deadlines.submission.date", "contacts.office.phones", "成文日期")
VALUES = ("某省人力资源和社会保障厅", "某人社函〔2024〕9号", "2024年5月1日", "0471-6268105，12333", "2024/3/12")


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return plan_for(tmp_path).campaign


def test_a_row_changes_the_campaign_for_itself(tmp_path: Path, campaign: Campaign) -> None:
    rows = [(*HEADER, *KEYS), (*ROW, *VALUES), ("乙", *ROW[1:], *("" for _key in KEYS))]
    first, second = units(opened(tmp_path, csv_file(tmp_path, rows)))
    assert first.overrides == {
        "issuer.name": "某省人力资源和社会保障厅",
        "number": "某人社函〔2024〕9号",
        "deadlines.submission.date": "2024-05-01",
        "contacts.office.phones": "0471-6268105，12333",
        "issued": "2024-03-12",
    }
    changed = apply_overrides(campaign, first.overrides, first.place)
    assert vars(changed.issuer[0]) == {"name": "某省人力资源和社会保障厅", "short": "", "mark": ""}
    assert str(changed.number) == "某人社函〔2024〕9号"
    assert changed.deadlines["submission"].date == datetime.date(2024, 5, 1)
    assert changed.deadlines["submission"].what == "报送"
    assert changed.contacts["office"].phones == ["0471-6268105", "12333"]
    assert changed.issued == datetime.date(2024, 3, 12)
    assert second.overrides == {}
    assert apply_overrides(campaign, second.overrides) is campaign


def test_a_short_name_may_come_along(campaign: Campaign) -> None:
    changed = apply_overrides(campaign, {"issuer.name": "某厅", "issuer.short": "厅"})
    assert changed.issuer[0].short == "厅"


def test_yaml_may_nest_them(tmp_path: Path) -> None:
    text = """\
- name: 甲
  contact: 张某
  phone: 022-00000001
  issuer: {name: 某厅}
  contacts: {office: {phones: [0471-6268105, 12333]}}
"""
    (unit,) = units(opened(tmp_path, write(tmp_path, "a.yaml", text)))
    assert unit.overrides == {"issuer.name": "某厅", "contacts.office.phones": "0471-6268105、12333"}


def test_values_that_do_not_fit_are_told_at_their_cells(tmp_path: Path) -> None:
    rows = [(*HEADER, *KEYS[:3]), (*ROW, "某厅", "某人社函2024-9", "2024-02-30"), ("乙", *ROW[1:], "某厅", "9号", "")]
    roster = opened(tmp_path, csv_file(tmp_path, rows))
    assert said(roster) == [
        'a.csv:2:6: error[L147] F2 deadlines.submission.date: "2024-02-30" is not a date; did you mean 2024-02-29?',
        'a.csv:2:5: error[L155] E2 发文字号: "某人社函2024-9" is not a document number; did you mean '
        "某人社函〔2024〕9号?",
        'a.csv:3:5: error[L155] E3 发文字号: "9号" is not a document number; write it as 津人社办函〔2020〕124号',
    ]
    assert [row.row for row in bad_rows(roster)] == [2, 3]


def test_whom_to_call_and_write_to_is_checked_like_the_units_own(tmp_path: Path) -> None:
    header = (*HEADER, "contacts.office.phones", "contacts.office.email")
    assert said(opened(tmp_path, csv_file(tmp_path, [header, (*ROW, "123", "x.cn")]))) == [
        'a.csv:2:4: error[L149] D2 contacts.office.phones: "123" is not a telephone number; write it as 0471-6268105 '
        "or 13812345678",
        'a.csv:2:5: error[L151] E2 contacts.office.email: "x.cn" is not a mail address; the @ is missing',
    ]


@pytest.mark.parametrize("header", ["addressees", "主送机关"])
def test_a_notice_of_its_own_has_addressees_of_its_own(tmp_path: Path, header: str) -> None:
    """、 stands within one of them."""
    file = csv_file(tmp_path, [(*HEADER, header), (*ROW, "各市、州人社局，省直各部门")])
    yaml = write(tmp_path, "a.yaml", f"- {{单位名称: 甲, 联系人: 张, {header}: [各市、州人社局, 省直各部门]}}\n")
    for roster in (file, yaml):
        (unit,) = units(opened(tmp_path, roster))
        changed = apply_overrides(plan_for(tmp_path).campaign, unit.overrides)
        assert changed.addressees == ["各市、州人社局", "省直各部门"]


@pytest.mark.parametrize(
    ("key", "letter"),
    [
        (
            "deadlines.submision.date",
            'the campaign has no "submision" in deadlines.submision.date; did you mean submission?',
        ),
        ("issuer.nam", 'the campaign has no "nam" in issuer.nam; did you mean name?'),
        ("contacts.office", "contacts.office has parts; name one of them; known are: unit, people, phones"),
        ("annexes.form.title", '"annexes" is the same for all units of a campaign; delete the column'),
        ("issuer.2.name", 'the campaign has no "2" in issuer.2.name; known are: 1'),
    ],
)
def test_a_column_for_no_key_of_the_campaign_is_refused(tmp_path: Path, key: str, letter: str) -> None:
    (told,) = refused(tmp_path, csv_file(tmp_path, [(*HEADER, key), (*ROW, "x")]))
    assert told.startswith(f"a.csv:1:4: error[L125] {letter}")


def test_what_does_not_fit_is_told_with_the_rows_place(campaign: Campaign) -> None:
    with pytest.raises(DocgenError) as caught:
        apply_overrides(campaign, {"number": "x", "issuer.nam": "y", "facts.z": "1"}, "花名册.xlsx, row 12")
    assert caught.value.exit_code == 3
    assert [str(problem) for problem in caught.value.problems] == [
        '花名册.xlsx, row 12, issuer.nam: error[L125] the campaign has no "nam" in issuer.nam; did you mean name?',
        '花名册.xlsx, row 12, facts.z: error[L125] the campaign has no "z" in facts.z',
        '花名册.xlsx, row 12, number: error[C111] "x" is not a document number; write it as 津人社办函〔2020〕124号',
    ]


def test_facts_and_numbers_of_the_campaign(tmp_path: Path) -> None:
    more = "facts: {months: 3}\nquotas: {team: {what: 项目, max: 2}}\ntitle_lines: [关于做好2024年推荐工作的通知]\n"
    header = (*HEADER, "facts.months", "quotas.team.max")
    (unit,) = units(opened(tmp_path, csv_file(tmp_path, [header, (*ROW, "5", "7")]), more))
    changed = apply_overrides(plan_for(tmp_path, more).campaign, unit.overrides)
    assert (changed.facts["months"], changed.quotas["team"].max) == (5, 7)


def test_a_deadline_that_nobody_can_keep_is_told(tmp_path: Path) -> None:
    """The campaign is issued on 2024-03-11, and its deadline is 2024-04-19; whatever the row has not, it takes over."""
    header = (*HEADER, "deadlines.submission.date", "issued")
    days = [
        ("2024-03-11", ""),
        ("2024-03-01", ""),
        ("", "2024-04-20"),
        ("2024-05-01", "2024-05-02"),
        ("", "2024-04-18"),
    ]
    rows = [(str(number), *ROW[1:], *both) for number, both in enumerate(days)]
    roster = opened(tmp_path, csv_file(tmp_path, [header, *rows]))
    later = "; put the deadline later, or the day of issue earlier"
    assert said(roster) == [
        f"a.csv:2:4: error[L155] D2 deadlines.submission.date: the deadline 2024年3月11日 is the day of issue{later}",
        "a.csv:3:4: error[L155] D3 deadlines.submission.date: the deadline 2024年3月1日 is before the day of issue, "
        f"2024年3月11日{later}",
        "a.csv:4:5: error[L155] E4 issued: the deadline 2024年4月19日 is before the day of issue, "
        f"2024年4月20日{later}",
        "a.csv:5:4: error[L155] D5 deadlines.submission.date: the deadline 2024年5月1日 is before the day of issue, "
        f"2024年5月2日{later}",
    ]
    assert [row.faults[0].value for row in bad_rows(roster)] == ["2024-03-11", "2024-03-01", "2024-04-20", "2024-05-01"]
    assert [row.name for row in roster.units() if isinstance(row, Unit)] == ["4"]


def test_what_is_the_campaigns_own_fault_is_not_told_of_a_row(campaign: Campaign) -> None:
    """``docgen check`` says it of the campaign."""
    late = apply_overrides(campaign, {"issued": "2024-12-01"})
    assert override_problems(late, {"number": "某人社函〔2024〕9号"}) == ()
    assert [key for key, _problem in override_problems(late, {"issued": "2024-12-02"})] == ["issued"]
