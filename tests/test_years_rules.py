"""Which year moves and which stays; how next year's dates are worked out."""

from __future__ import annotations

import datetime

import pytest

from docgen.years.dates import ahead_of, proposals, rule_in_file, same_day
from docgen.years.edits import Edit, edited, line_after
from docgen.years.rules import RULES, dates_in, rule_words, years_in
from docgen.years.source_text import SourceText, as_scalar
from docgen.years.workdays import day_off, holidays_known

Date = datetime.date

# ---------------------------------------------------------------- years

YEARS = [
    ("开展2023年国家和本市项目", "2024", "year"),
    ("截至2023 年底", "2024", "year"),
    ("二〇二三年度", "二〇二四", "year"),
    ("二○二三年", "二○二四", "year"),
    ("２０２３年度", "２０２４", "year"),
    ("填写《2023年专家服务基地申报表》", "2024", "year"),
    ("2023年5月至9月", "2024", "year"),
    ("（人社专技司函〔2023〕24号）", None, "document number"),
    ("（人社部发[2023]第8号）", None, "document number"),
    ("《关于做好2023年专家服务基层行动有关工作的通知》", None, "past title"),
    ("《条例》（2023年修订）", None, "law"),
    ("（2023年3月20日第二次修正）", None, "law"),
    ("国务院令2023年第5号", None, "law"),
    ("按2023版目录", None, "law"),
    ("GB/T 33476.2-2023", None, "standard"),
    ("2023—2025年行动计划", None, "span of years"),
    ("2022-2023学年", None, "span of years"),
    ("自2023年以来", None, "since"),
    ("2023年1月1日起施行", None, "since"),
    ("zjfw2023@example.com", None, "code"),
    ("见2023.restored.md", None, "code"),
    ("电话0000-2023-01", None, "code"),
    ("{{ 2023 }}年", None, "expression"),
    ("2023室", None, "no year"),
]


@pytest.mark.parametrize(("text", "new", "rule"), YEARS)
def test_a_year_moves_where_it_is_the_campaigns(text: str, new: str | None, rule: str) -> None:
    assert [(one.new, one.rule) for one in years_in(text, 2023, 2024)] == [(new, rule)]


@pytest.mark.parametrize("text", ["电话62023123", "12023", "2022年", "二千零二十三年", "邮编202300"])
def test_what_is_not_the_year_is_not_found(text: str) -> None:
    assert list(years_in(text, 2023, 2024)) == []


def test_every_rule_is_tried_here_and_has_words_in_the_report() -> None:
    assert {rule for _text, _new, rule in YEARS} == {name for name, _verdict, _pattern in RULES}
    assert all(rule_words(name) for name, _verdict, _pattern in RULES)


def test_dates_typed_in_the_words() -> None:
    text = "于2023年2月24日前、3月1日（星期三）前；每年5月4日、2022年12月31日、2023年2月30日、今年4月1日"
    found = [(one.day, one.full, one.weekday) for one in dates_in(text, 2023)]
    assert found == [
        (Date(2023, 2, 24), True, ""),
        (Date(2023, 3, 1), False, "（星期三）"),
        (Date(2023, 4, 1), False, ""),
    ]


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("old", "years", "new"),
    [
        (Date(2023, 2, 24), 1, Date(2024, 2, 23)),
        (Date(2020, 12, 31), 1, Date(2021, 12, 30)),  # a 53rd week becomes the 52nd
        (Date(2023, 1, 1), 1, Date(2024, 1, 7)),  # a Sunday of the last week of 2022
        (Date(2024, 12, 30), 1, Date(2025, 12, 29)),  # a Monday of the first week of 2025
        (Date(2017, 7, 20), 6, Date(2023, 7, 20)),
    ],
)
def test_the_same_weekday_of_the_same_week(old: Date, years: int, new: Date) -> None:
    assert same_day(old, years) == new
    assert new.weekday() == old.weekday()


def test_holidays_and_weekends_are_avoided() -> None:
    (proposal,) = proposals([Date(2023, 2, 14)], 1).values()
    assert (proposal.new, proposal.avoided) == (Date(2024, 2, 19), ("春节", "周末"))
    assert rule_in_file(proposal) == "按同一周（第7周）同一天（星期二）推算，避开春节、周末"


def test_a_saturday_that_is_worked_is_a_weekend_all_the_same() -> None:
    assert day_off(Date(2024, 2, 4)) == "周末"
    assert day_off(Date(2024, 10, 1)) == "国庆节"
    assert day_off(Date(2024, 2, 23)) == ""


def test_of_a_year_to_come_only_fixed_holidays_are_known() -> None:
    assert not holidays_known(2100)
    assert day_off(Date(2100, 10, 1)) == "国庆节"
    (proposal,) = proposals([Date(2023, 2, 14)], 77).values()
    assert not proposal.certain
    assert "2100年放假安排未知" in rule_in_file(proposal)


def test_the_order_of_dates_is_kept() -> None:
    days = [Date(2023, 2, 13), Date(2023, 2, 14), Date(2023, 2, 20), Date(2023, 2, 14)]
    found = proposals(days, 1)
    new = [found[day].new for day in sorted(set(days))]
    assert new == [Date(2024, 2, 19), Date(2024, 2, 20), Date(2024, 2, 21)]
    assert found[Date(2023, 2, 20)].moved_on
    assert "排在前一个日期之后" in rule_in_file(found[Date(2023, 2, 20)])


def test_a_deadline_goes_ahead_of_the_superiors() -> None:
    proposal = ahead_of(Date(2023, 2, 24), Date(2023, 3, 10), Date(2024, 2, 26))
    assert proposal.new == Date(2024, 2, 9)  # the 12th falls into the Spring Festival, as does the 10th
    assert proposal.ahead == 14


# ---------------------------------------------------------------- exact edits


def test_edits_are_made_at_their_places() -> None:
    text = "一\n二\n三\n"
    edits = [Edit(4, 4, "甲"), Edit(0, 1, "1\n1"), Edit(4, 4, "乙")]
    assert edited(text, edits) == "1\n1\n二\n甲乙三\n"
    assert [line_after(text, edits, offset) for offset in (0, 2, 4)] == [1, 3, 4]
    with pytest.raises(ValueError, match="two edits"):
        edited(text, [Edit(0, 2, ""), Edit(1, 3, "")])


@pytest.mark.parametrize(
    "text", ["市人社局", "a: b", "# 甲", "{甲}", "[乙", "- 丙", "null", " 丁 ", "戊\\", "'己'", '"', "16"]
)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    for file in (f"key: {as_scalar(text)}\n", f"key: {{a: {as_scalar(text)}, b: c}}\n"):
        assert text in [one.text for one in SourceText(file, "x").scalars]


def test_where_a_comment_may_stand() -> None:
    text = 'a: 1  # 一\nb: {c: 2,\n  d: "x\n  y", e: 3}\nbody: |\n  words\n'
    source = SourceText(text, "x")

    def line(name: str) -> str:
        start, end = source.remark_at(source.named[name])
        return (text[:start] + " # HERE" + text[end:]).split("HERE")[0].splitlines()[-1]

    assert line("a") == "a: 1  # 一 # "
    assert line("b.c") == "b: {c: 2, # "
    assert line("b.d") == '  y", e: 3} # '
    assert line("body") == "body: | # "
