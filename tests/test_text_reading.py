"""Text files as offices have them, read for the rules: old encodings, lines broken at one width, pages' ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.diagnostics import DocgenError
from docgen.lint.foreign import reading_of_file

LINES = [
    "关于报送2026年推荐材料的通知",
    "各区人力资源和社会保障局，各有关单位：",
    "根据《示例省人力资源和社会保障厅关于做好推荐工作的意见》（示省人社发〔2021〕36号）要求，现就有关事项通知如下：",
    "一、推荐范围",
    "在本市企事业单位从事专业技术工作，具有副高级以上职称，并且已经在现岗位连续工作满三年的人员，均可以参加推荐。",
    "二、推荐程序",
    "请于2026年4月10日前将推荐表报送我局，电子版发送至zhuanjia@example.com，联系电话：0431-87654321，逾期不再受理。",
    "示例市人力资源和社会保障局",
    "2026年3月5日",
]
FLUSH = """\
关于报送2026年推荐材料的通知
各区人力资源和社会保障局，各有关单位：
根据《示例省人力资源和社会保障厅关于做好推荐工作的意见》
（示省人社发〔2021〕36号）要求，现就有关事项通知如下：
一、推荐范围
在本市企事业单位从事专业技术工作，具有副高级以上职称，并且
已经在现岗位连续工作满三年的人员，均可以参加推荐。
二、推荐程序
请于2026年4月10日前将推荐表报送我局，电子版发送至
zhuanjia@example.com，联系电话：0431-87654321，逾期不再受理。
示例市人力资源和社会保障局
2026年3月5日
"""
INDENTED = """\
        关于报送2026年推荐材料的通知

各区人力资源和社会保障局，各有关单位：
    根据《示例省人力资源和社会保障厅关于做好推荐工作的意见》
（示省人社发〔2021〕36号）要求，现就有关事项通知如下：
    一、推荐范围
    在本市企事业单位从事专业技术工作，具有副高级以上职称，
并且已经在现岗位连续工作满三年的人员，均可以参加推荐。
    二、推荐程序
    请于2026年4月10日前将推荐表报送我局，电子版发送至
zhuanjia@example.com，联系电话：0431-87654321，逾期不再受理。
                示例市人力资源和社会保障局
                    2026年3月5日
"""


def texts(path: Path) -> list[str]:
    return [passage.text for passage in reading_of_file(path).passages]


@pytest.mark.parametrize("text", [FLUSH, INDENTED])
def test_lines_of_one_width_become_paragraphs(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.txt"
    path.write_text(text, encoding="utf-8")
    assert texts(path) == LINES


def test_a_place_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(INDENTED, encoding="utf-8")
    (passage,) = [one for one in reading_of_file(path).passages if "36号" in one.text]
    places = [str(passage.place_of(passage.text.index(words))) for words in ("《示例省", "36号", "现就")]
    assert places == [f"{path}:4:7", f"{path}:5:13", f"{path}:5:20"]


def test_paragraphs_that_happen_to_be_of_one_length_stay_apart(tmp_path: Path) -> None:
    text = [f"请各有关单位在{month}月底之前报送推荐材料，逾期一律不再受理。" for month in ("一", "二", "三", "四")]
    path = tmp_path / "old.txt"
    path.write_text("\n".join(text), encoding="utf-8")
    assert texts(path) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_old_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "old.txt"
    path.write_text("\r\n".join(LINES), encoding=encoding)
    assert texts(path) == LINES


def test_the_end_of_a_page_is_none_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("\n".join(LINES[:4]) + "\n\f" + "\n".join(LINES[4:]) + "\n\f", encoding="utf-8")
    assert texts(path) == LINES


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocgenError):
        reading_of_file(path)
