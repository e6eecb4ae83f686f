"""Which line of the words is what; the lines are those of the five notices."""

from __future__ import annotations

import pytest

from docgen.compose.structure import blocks_of
from docgen.document.tree import ContactLine, Heading, Paragraph, Span, TextTable, plain


def heading(line: str) -> tuple[int, str, list[tuple[str, str]]]:
    """Level, title and spans of the one heading."""
    (block,) = blocks_of(line)
    assert isinstance(block, Heading)
    return block.level, block.title, [(span.role, span.text) for span in block.spans]


@pytest.mark.parametrize(
    ("line", "level", "title", "spans"),
    [
        ("一、申报内容", 1, "一、申报内容", ["heiti:一、申报内容"]),
        (
            "一、提高认识，推进“行动计划”各项任务的贯彻落实",
            1,
            "一、提高认识，推进“行动计划”各项任务的贯彻落实",
            ["heiti:一、提高认识，推进“行动计划”各项任务的贯彻落实"],
        ),
        ("十二、其他。请各单位遵照。", 1, "十二、其他", ["heiti:十二、其他。", "fangsong:请各单位遵照。"]),
        ("一、附则。", 1, "一、附则", ["heiti:一、附则。"]),
        (
            "（一）申报。请各区人社局组织本区域的申报工作。",
            2,
            "（一）申报",
            ["kaiti:（一）申报。", "fangsong:请各区人社局组织本区域的申报工作。"],
        ),
        (
            "（一）组织专家服务团，开展短期服务活动。围绕本地重大发展战略。",
            2,
            "（一）组织专家服务团，开展短期服务活动",
            ["kaiti:（一）组织专家服务团，开展短期服务活动。", "fangsong:围绕本地重大发展战略。"],
        ),
        ("(一)专家服务团", 2, "（一）专家服务团", ["kaiti:（一）专家服务团"]),
        ("(一) 国家级专家服务团", 2, "（一）国家级专家服务团", ["kaiti:（一）国家级专家服务团"]),
        ("（ 二 ） 推荐。市人社局组织评审。", 2, "（二）推荐", ["kaiti:（二）推荐。", "fangsong:市人社局组织评审。"]),
        (
            "（一）各区人社局、各委办局（集团公司）人力资源部门要高度重视专家服务基层项目和国家级专家服务基地的申报工作。要鼓励。",
            2,
            "（一）各区人社局、各委办局（集团公司）人力资源部门要高度重视专家服务基层项目和国家级…",
            [
                "fangsong:（一）各区人社局、各委办局（集团公司）人力资源部门要高度重视专家服务基层项目和国家级专家服务基地的申报工作。要鼓励。"
            ],
        ),
        (
            "（一）基地的组织管理及运行机制完善程度；",
            2,
            "（一）基地的组织管理及运行机制完善程度",
            ["fangsong:（一）基地的组织管理及运行机制完善程度；"],
        ),
        (
            "（五）按时制定上报工作计划和工作总结情况。",
            2,
            "（五）按时制定上报工作计划和工作总结情况",
            ["fangsong:（五）按时制定上报工作计划和工作总结情况。"],
        ),
        (
            "1．主要产业方向及急需专家领域。",
            3,
            "1.主要产业方向及急需专家领域",
            ["fangsong:1.主要产业方向及急需专家领域。"],
        ),
        ("1.2023年示范团项目申报表", 3, "1.2023年示范团项目申报表", ["fangsong:1.2023年示范团项目申报表"]),
        ("2. 服务区域。在本市。", 3, "2.服务区域", ["fangsong:2.服务区域。在本市。"]),
        (
            "（1）与国家发展规划的相关性",
            4,
            "（1）与国家发展规划的相关性",
            ["fangsong:（1）与国家发展规划的相关性"],
        ),
        (
            "（一）**各区要高度重视，**切实抓好。",
            2,
            "（一）各区要高度重视，",
            ["kaiti:（一）各区要高度重视，", "fangsong:切实抓好。"],
        ),
        ("**（一）申报。**请组织。", 2, "（一）申报", ["kaiti:（一）申报。", "fangsong:请组织。"]),
        ("**（一）**申报。请组织。", 2, "（一）申报", ["kaiti:（一）申报。", "fangsong:请组织。"]),
        ("一、**总则**　本办法", 1, "一、总则", ["heiti:一、总则", "fangsong:　本办法"]),
        ("1.**范围。**本市。", 3, "1.范围", ["fangsong:1.范围。本市。"]),
    ],
)
def test_headings(line: str, level: int, title: str, spans: list[str]) -> None:
    found_level, found_title, found = heading(line)
    assert (found_level, found_title) == (level, title)
    assert [f"{role}:{text}" for role, text in found] == spans


@pytest.mark.parametrize(
    "line",
    [
        "2012年是全面实施“行动计划”的开局之年。",
        "2-3项具有一定代表性的重点项目上报我部。",
        "2.5万元以内的项目由各区审批。",
        "1、本表由申报部门填写。",
        "（0471）6268105",
        "（以下简称“行动计划”）",
        "（此件主动公开）",
        "专业技术人员管理处联系方式：",
        "联系人：",
        "各地区、各部门于2017年7月20日前，将申报表报送。",
        "一、",
    ],
)
def test_plain_paragraphs(line: str) -> None:
    assert blocks_of(line) == (Paragraph((Span(line),)),)


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("联 系 人：市人社局专业技术人员管理处 杨妤、祝露", "联 系 人", "市人社局专业技术人员管理处 杨妤、祝露"),
        ("联系人:刘海东", "联 系 人", "刘海东"),
        ("联系电话：83218136、83218119　", "联系电话", "83218136、83218119"),
        ("邮编：100716", "邮　　编", "100716"),
        ("联系方式：010-84207351", "联系方式", "010-84207351"),
        ("材料邮寄地址：呼和浩特市新华大街63号", "材料邮寄地址", "呼和浩特市新华大街63号"),
        ("传  真：0371-69690110", "传　　真", "0371-69690110"),
    ],
)
def test_contact_lines(line: str, label: str, value: str) -> None:
    assert blocks_of(line) == (ContactLine(label, value),)


def test_indents_and_empty_lines_are_dropped() -> None:
    blocks = blocks_of("\n　　各单位：\n\n  二、要求  \n")
    assert [plain(block.spans) for block in blocks] == ["各单位：", "二、要求"]  # type: ignore[union-attr]


def test_emphasis_in_a_paragraph() -> None:
    (block,) = blocks_of("请于**3月13日**前报送，2**3 不算。")
    assert isinstance(block, Paragraph)
    assert [(span.role, span.text) for span in block.spans] == [
        ("fangsong", "请于"),
        ("heiti", "3月13日"),
        ("fangsong", "前报送，2**3 不算。"),
    ]


def test_tables() -> None:
    text = "名额如下：\n| 地区 | 名额 | 备注 |\n|:-----|---:|---|\n| 和平 | 2 | a\\|b |\n| 河西 | 3 | | 多 |\n以上。"
    before, table, after = blocks_of(text)
    assert table == TextTable(
        header=("地区", "名额", "备注", ""),
        rows=(("和平", "2", "a|b", ""), ("河西", "3", "", "多")),
        align=("left", "right", "center", "center"),
    )
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)


def test_a_bar_alone_is_no_table() -> None:
    assert blocks_of("|甲|乙|") == (Paragraph((Span("|甲|乙|"),)),)
