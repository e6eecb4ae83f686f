"""Titles in lines: by meaning, as a trapezoid or a lozenge (GB/T 9704-2012 7.3.1)."""

from __future__ import annotations

import itertools

import pytest

from docgen.compose.title import LANDSCAPE_LINE_WIDTH, break_title
from docgen.compose.widths import width_of

REAL = {
    "市人社局关于开展2020年专家服务基层项目和国家级专家服务基地申报工作的通知": (
        "市人社局关于开展2020年专家服务基层项目",
        "和国家级专家服务基地申报工作的通知",
    ),
    "关于开展2017年自治区级专家服务基地申报工作的通知": (
        "关于开展2017年自治区级",
        "专家服务基地申报工作的通知",
    ),
    "上海市人力资源和社会保障局关于组织申报2023年国家和本市专家服务基层项目的通知": (
        "上海市人力资源和社会保障局关于",
        "组织申报2023年国家和本市",
        "专家服务基层项目的通知",
    ),
    "关于做好2023年专家服务基层行动有关工作的通知": ("关于做好2023年专家服务基层行动", "有关工作的通知"),
    "关于转发人力资源和社会保障部办公厅人社厅函[2012]27号文件实施2012年万名专家服务基层行动计划的通知": (
        "关于转发人力资源和社会保障部办公厅",
        "人社厅函[2012]27号文件实施2012年",
        "万名专家服务基层行动计划的通知",
    ),
    "关于实施2012年万名专家服务基层行动计划的通知": ("关于实施2012年", "万名专家服务基层行动计划的通知"),
    "专家服务基层服务团项目申报表": ("专家服务基层服务团项目申报表",),
    "2023年专家服务基层申报情况一览表": ("2023年专家服务基层申报情况一览表",),
}

OTHERS = [
    "关于印发《专家服务基地建设管理办法》的通知",
    "人力资源社会保障部办公厅关于印发《国家级专家服务基地建设管理办法（试行）》的通知",
    "河南省人力资源和社会保障厅 河南省财政厅关于开展2024年度高层次人才引进培养专项资金申报工作的通知",
    "关于进一步加强和改进新时代专业技术人才继续教育工作的通知",
    "内蒙古自治区人力资源和社会保障厅关于做好2024年度自治区有突出贡献的中青年专家选拔推荐工作的通知",
    "关于开展乌兰察布市额尔古纳河流域湿地保护志愿者招募选拔与培训工作的通知",
]

ODD = ["甲" * 120, "的" * 50, "A" * 100, "关于" * 60, "《" + "书" * 50 + "》", "一" * 21, "（" * 30, " 甲 "]


@pytest.mark.parametrize("title", REAL)
def test_titles_of_the_five_notices(title: str) -> None:
    assert break_title(title) == REAL[title]


@pytest.mark.parametrize("title", [*REAL, *OTHERS])
def test_a_title_is_well_shaped(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(width_of(line) <= 20 for line in lines)
    assert not any(line[0] in "的）》、，" or line[-1] in "（《和与及" for line in lines)
    widths = [width_of(line) for line in lines]
    turns = [b > a for a, b in itertools.pairwise(widths) if a != b]
    assert turns == sorted(turns, reverse=True), f"an hourglass: {lines}"
    assert lines[-1] not in ("通知", "的通知")


@pytest.mark.parametrize("title", ODD)
def test_odd_titles_keep_all_their_characters(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title.strip()
    assert all(width_of(line) <= 20 for line in lines)


def test_numbers_stay_with_their_measure_word() -> None:
    lines = break_title("关于报送示人社函〔2020〕124号文件要求的2019年度和2020年度专家服务基层工作总结的通知")
    for whole in ("示人社函〔2020〕124号", "2019年度", "2020年度"):
        assert any(whole in line for line in lines)


def test_the_issuers_name_is_kept_whole() -> None:
    title = "额尔古纳市人力资源和社会保障局关于开展专家工作的通知"
    lines = break_title(title, names=["额尔古纳市人力资源和社会保障局"])
    assert lines[0].startswith("额尔古纳市人力资源和社会保障局")


def test_a_wide_page_takes_more() -> None:
    title = "2023年专家服务基层申报情况和基地建设情况一览表"
    assert len(break_title(title)) == 2
    assert break_title(title, LANDSCAPE_LINE_WIDTH) == (title,)
