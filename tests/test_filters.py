"""What each filter of the words prints."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from composing import letters, words

from docgen.compose.dates import chinese_date, time_of_day
from docgen.compose.numerals import chinese_digits, chinese_number

VALUES = """\
basis:
  ministry:
    issuer: 人社部
    title: 关于开展{{ year }}年工作的通知
    number: 人社专技司函〔2020〕016号
    issued: 2020-01-21
  bare: {title: 关于印发《管理办法》的通知}
deadlines:
  submission: {date: 2020-03-13, time: "17:00", what: 材料报送}
  reply: {date: 2020-03-06, time: "9:05"}
  review: {date: 2020-12-01, time: "17:30"}
quotas:
  most: {what: 项目, max: 1}
  least: {what: 专家, min: 10, unit: 名}
  between: {what: 项目, min: 2, max: 3}
  exact: {what: 项目, min: 2, max: 2, soft: true}
  own: {what: 项目, max: 1, by_unit: {和平区: 4}}
  only_own: {what: 项目, by_unit: {和平区: 4}}
contacts:
  office:
    unit: 专技处
    people: [塞夫, 梁晓蒙]
    phones: ["83218136", "83218119"]
    email: a@b.cn
    address: 建设路18号
funding:
  team: {what: 服务团, amount: "20"}
materials:
  form: {what: 申报表, copies: 5}
facts:
  opening: 2020-05-01
  batch: 12
  areas: [和平区, 河西区]
"""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{{ deadlines.submission | day }}", "3月13日"),
        ("{{ deadlines.submission.date | day }}", "3月13日"),
        ("{{ deadlines.submission | day_weekday }}", "3月13日（星期五）"),
        ("{{ deadlines.submission | date }}", "2020年3月13日"),
        ("{{ deadlines.submission | date_weekday }}", "2020年3月13日（星期五）"),
        ("{{ deadlines.submission | date_chinese }}", "二○二○年三月十三日"),
        ("{{ deadlines.review | weekday }}", "星期二"),
        ("{{ deadlines.submission | time }}", "17时"),
        ("{{ deadlines.review | time }}", "17时30分"),
        ("{{ deadlines.reply.time | time }}", "9时05分"),
        ("{{ issued }}", "2020年3月1日"),
        ("{{ issued | day }}", "3月1日"),
        ("{{ facts.opening | day }}", "5月1日"),
        ("{{ basis.ministry | day }}", "1月21日"),
        ("{{ basis.ministry | cite }}", "人社部《关于开展2020年工作的通知》（人社专技司函〔2020〕016号）"),
        ("{{ basis.ministry | cite_title }}", "《关于开展2020年工作的通知》（人社专技司函〔2020〕016号）"),
        ("{{ basis.bare | cite }}", "《关于印发〈管理办法〉的通知》"),
        ("{{ '申报表' | title_mark }}", "《申报表》"),
        ("{{ facts.batch | chinese }}", "十二"),
        ("{{ year | digits_chinese }}", "二○二○"),
        ("{{ materials.form | copies }}", "一式五份"),
        ("{{ 3 | copies }}", "一式三份"),
        ("{{ 3 | copies(false) }}", "一式3份"),
        ("{{ quotas.most | limit }}", "不超过1个"),
        ("{{ quotas.least | limit }}", "不少于10名"),
        ("{{ quotas.between | limit }}", "2—3个"),
        ("{{ quotas.exact | limit }}", "原则上2个"),
        ("{{ quotas.own | limit('和平区') }}", "不超过4个"),
        ("{{ quotas.own | limit('河西区') }}", "不超过1个"),
        ("{{ funding.team | amount }}", "20万元"),
        ("{{ facts.areas | join_cn }}", "和平区、河西区"),
        ("{{ facts.areas | enumerate_cn }}", "和平区、河西区"),
        ("{{ contacts.office.people | people }}", "塞夫、梁晓蒙"),
        ("{{ contacts.office.people | people('　　') }}", "塞　夫　　梁晓蒙"),
        ("{{ contacts.office.people | people('、', spread=true) }}", "塞　夫、梁晓蒙"),
        ("{{ '甲' | pad(3) }}乙", "甲　　乙"),
        ("{{ facts.areas | length }}{{ facts.areas | first }}", "2和平区"),
        ("{{ last_year }} {{ next_year }}", "2019 2021"),
        ("{{ issuer.name }}（{{ issuer.short }}）", "示例市人力资源和社会保障局（市人社局）"),
        ("{{ number }}{{ title }}", "示人社函〔2020〕124号关于开展2020年申报工作的通知"),
        ("{% for area in facts.areas %}{{ loop.index }}{{ area }}{% endfor %}", "1和平区2河西区"),
        ("{{ quotas.least.min * 2 + 1 }}", "21"),
    ],
)
def test_words(tmp_path: Path, written: str, printed: str) -> None:
    assert words(tmp_path, written, VALUES) == printed


def test_contact_lines(tmp_path: Path) -> None:
    from composing import composed

    text = '{{ contacts.office | contact_lines(address="邮寄地址", unit=true, separator="　　") }}'
    notice = composed(tmp_path, f"{VALUES}body: |\n  {text}\n")
    assert [(block.label, block.value) for block in notice.blocks] == [  # type: ignore[union-attr]
        ("联 系 人", "专技处　塞　夫　　梁晓蒙"),
        ("联系电话", "83218136　　83218119"),
        ("电子邮箱", "a@b.cn"),
        ("邮寄地址", "建设路18号"),
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{{ year | day }}", "day: a date, or a deadline with its date, is needed here"),
        ("{{ deadlines.submission.what | time }}", "time: a time such as 17:30"),
        ("{{ title | chinese }}", "chinese: a whole number is needed here"),
        ("{{ 100000000 | chinese }}", "only numbers from 0 to 99999999 can be written out"),
        ("{{ title | join_cn }}", "join_cn: a list is needed here"),
        ("{{ issuer | cite }}", 'cite: something with "issuer" is needed here'),
        ("{{ quotas.only_own | limit }}", "limit: this quota has neither min nor max"),
        ("{{ contacts | title_mark }}", "title_mark: a text is needed here"),
        ("{{ title | pad(1000000000) }}", "pad needs a number of characters up to 42"),
    ],
)
def test_a_filter_says_what_it_needs(tmp_path: Path, written: str, told: str) -> None:
    (letter,) = letters(tmp_path, f"{VALUES}body: |\n  文字{written}。\n")
    assert letter.startswith("c.yaml:41:5: error[T204] " + written)
    assert told in letter


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (1_001, "一千零一"),
        (1_010, "一千零一十"),
        (10_000, "一万"),
        (10_010, "一万零一十"),
        (11_000, "一万一千"),
        (120_000, "十二万"),
        (100_000, "十万"),
        (200_005, "二十万零五"),
        (1_000_001, "一百万零一"),
        (20_304_050, "二千零三十万四千零五十"),
        (99_999_999, "九千九百九十九万九千九百九十九"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_every_chinese_number_is_different() -> None:
    numbers = [*range(20_000), *range(99_980_000, 99_999_999, 7)]
    assert len({chinese_number(number) for number in numbers}) == len(numbers)


def test_dates_of_2012() -> None:
    assert chinese_date(datetime.date(2012, 2, 21)) == "二○一二年二月二十一日"
    assert chinese_date(datetime.date(2010, 10, 30)) == "二○一○年十月三十日"
    assert chinese_digits(2012)[1] == "\u25cb"
    assert time_of_day("24:00") == "24时"
