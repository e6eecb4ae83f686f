"""Plain text: a paragraph a line, a row a line, in the order in which the notice is read."""

from __future__ import annotations

import dataclasses

from documents import (
    IMPRINT,
    ISSUER,
    alone,
    annex,
    contact,
    cover,
    entry,
    form,
    heading,
    label,
    notice,
    row,
    table,
    text_annex,
    words,
)
from press import setting
from specimens import ATTACHED

from docgen.document.tree import Document, Letterhead, Line, Span
from docgen.render import RENDERERS


def text_of(document: Document) -> str:
    return RENDERERS["txt"](document, setting()).data.decode()


def test_a_notice_from_mark_to_imprint() -> None:
    one = notice(
        words("现通知如下："),
        heading(1, "一、范围"),
        heading(2, "（一）对象。", "在职人员。"),
        contact("联 系 人", "王五"),
        table(("区", "名额"), ("东区", "3")),
        letterhead=Letterhead((ISSUER,), "文件", "000001", "机密★1年", "特急"),
        annexes=(annex(form(), 1), annex(text_annex(words("细则。")), 2)),
        notes=("（此件主动公开）",),
        imprint=dataclasses.replace(IMPRINT, copies_to="示例市财政局。"),
    )
    assert text_of(one).splitlines() == [
        "000001",
        "机密★1年",
        "特急",
        "示例市人力资源和社会保障局文件",
        "示人社函〔2024〕1号",
        "",
        "关于做好推荐工作的通知",
        "",
        "各区人力资源和社会保障局：",
        "　　现通知如下：",
        "　　一、范围",
        "　　（一）对象。在职人员。",
        "　　联 系 人：王五",
        "区\t名额",
        "东区\t3",
        "",
        "　　附件：1.推荐表",
        "　　　　　2.推荐工作实施细则",
        "",
        "示例市人力资源和社会保障局",
        "2024年3月11日",
        "　　（此件主动公开）",
        "",
        "附件1",
        "",
        "推荐表",
        "",
        "姓名\t",
        "",
        "附件2",
        "",
        "推荐工作实施细则",
        "",
        "　　细则。",
        "",
        "抄送：示例市财政局。",
        "示例市人力资源和社会保障局办公室　　2024年3月11日印发",
    ]


def test_it_ends_with_one_line_feed() -> None:
    assert text_of(notice()).endswith("日\n")


def test_issuers_and_who_signed_stand_below_each_other() -> None:
    head = Letterhead((ISSUER, "示例市财政局"), "文件", signers=("张三丰", "李四光"))
    assert text_of(notice(letterhead=head)).splitlines()[:4] == [
        "示例市人力资源和社会保障局",
        "示例市财政局文件",
        "示人社函〔2024〕1号",
        "签发人：张三丰　李四光",
    ]


def test_a_number_without_a_letterhead_stands_below_the_title() -> None:
    lines = text_of(notice(letterhead=None)).splitlines()
    assert lines[:3] == ["关于做好推荐工作的通知", "", "示人社函〔2024〕1号"]


def test_a_draft_says_so_first() -> None:
    draft = dataclasses.replace(notice(), draft=True)
    assert text_of(draft) == f"【草稿】\n\n{text_of(notice())}"
    split = dataclasses.replace(alone(annex(form(), 1)), draft=True)
    assert text_of(split).splitlines()[:3] == ["【草稿】", "", "示人社函〔2024〕1号附件1"]


def test_a_forwarded_notice_follows_whole() -> None:
    text = text_of(notice(attached=(ATTACHED,)))
    assert text.index("2024年3月11日") < text.index("关于印发实施细则的通知") < text.index("人社厅函〔2024〕27号")
    assert text.rstrip().endswith("人力资源社会保障部办公厅\n2024年1月21日")


def test_lines_of_a_cell_are_divided_by_a_stroke_and_cells_by_a_tab() -> None:
    one = form(row(label("地址"), entry("address", "东区\n一号")), row(label("电话"), entry("phone", "83218136")))
    assert "地址\t东区 / 一号\n电话\t83218136\n" in text_of(notice(annexes=(annex(one),)))


def test_a_form_on_its_own_with_cover_captions_and_notes() -> None:
    one = form(
        cover=cover("推荐地区", "申报单位"),
        captions=(Line((Span("填表日期："),)),),
        notes=(Line((Span("注：一式三份。"),)),),
    )
    assert text_of(alone(annex(one, 2))).splitlines() == [
        "示人社函〔2024〕1号附件2",
        "",
        "国家级基地",
        "申报表",
        "",
        "推荐地区",
        "申报单位",
        "示例市人力资源和社会保障局制",
        "",
        "填表日期：",
        "姓名\t",
        "注：一式三份。",
    ]
