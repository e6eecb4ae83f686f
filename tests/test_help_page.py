"""Help in Chinese fits the terminal, and its columns stand below each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_project import in_a_process

from docgen.cli.help_page import broken, columns


@pytest.mark.parametrize(
    "arguments", [(), ("build",), ("check",), ("explain",), ("init",), ("doctor",), ("schema",), ("fonts", "install")]
)
def test_no_line_is_wider_than_the_terminal(arguments: tuple[str, ...], tmp_path: Path) -> None:
    said = in_a_process(*arguments, "--help", cwd=tmp_path, DOCGEN_LANG="zh_CN", COLUMNS="70").out
    assert said.startswith("用法：docgen")
    assert [line for line in said.splitlines() if columns(line) > 70] == []


def test_descriptions_begin_in_one_column(tmp_path: Path) -> None:
    said = in_a_process("build", "--help", cwd=tmp_path, DOCGEN_LANG="zh_CN", COLUMNS="80").out
    rows = re.findall(r"^(  -.*?  +)[\u4e00-\u9fff]", said, flags=re.MULTILINE)
    assert len(rows) > 4
    assert len({columns(row) for row in rows}) == 1


def test_english_is_left_to_click(tmp_path: Path) -> None:
    said = in_a_process("build", "--help", cwd=tmp_path, DOCGEN_LANG="en", COLUMNS="80").out
    assert said.startswith("Usage: docgen build [OPTIONS]")
    assert "\nOptions:\n" in said


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("通知和附件表格。", 8, ["通知和附", "件表格。"]),
        ("通知和附件。", 10, ["通知和附", "件。"]),  # no full stop at the start of a line
        ("见“附件”", 4, ["见", "“附", "件”"]),  # nor an opening quotation mark at its end
        ("生成 output 文件夹", 9, ["生成", "output 文", "件夹"]),
        ("", 10, [""]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


def test_no_line_begins_with_a_mark_that_closes() -> None:
    text = "不是 docgen 生成的文件（.docx、.txt、.pdf）；都不写，就检查 data/ 下的全部（如 DOCNO,TIME-004）。"
    for width in range(20, 60):
        lines = broken(text, width)
        assert not [line for line in lines if line[0] in "，。；、）"], lines
        assert max(map(columns, lines)) <= width
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
