"""``docgen diff`` as one types it: what is printed, what is written, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import Ended, Project, in_a_process

Docgen = Callable[..., Ended]


@pytest.fixture
def two(project: Project) -> Project:
    """The small project with a second year: another deadline, another year."""
    text = project.campaign.read_text(encoding="utf-8")
    text = (
        text.replace("shi-2024", "shi-2025").replace("year: 2024", "year: 2025").replace("〔2024〕1号", "〔2025〕3号")
    )
    text = text.replace("2024-04-19", "2025-04-25").replace("2024-03-11", "2025-03-10")
    project.write("data/shi/2025.yaml", text)
    return project


def test_campaigns_are_named_by_id_or_file(two: Project, docgen: Docgen) -> None:
    by_id = docgen("diff", "shi-2024", "shi-2025")
    assert by_id.code == 0
    assert "时间调整　报送：[-2024年4月19日（星期五）-]{+2025年4月25日（星期五）+}" in by_id.out
    assert docgen("diff", "data/shi/2024.yaml", "data/shi/2025.yaml") == by_id


def test_each_edit_is_there_once(two: Project, docgen: Docgen) -> None:
    data = json.loads(docgen("diff", "shi-2024", "shi-2025", "--format", "json").out)
    assert data["summary"] == {"year-moved": 1, "number-changed": 1, "issued-changed": 1, "deadline-moved": 1}
    assert (data["old"]["label"], data["new"]["label"]) == ("2024年", "2025年")
    assert data["changes"][3]["new_place"] == {"file": "data/shi/2025.yaml", "line": 9, "column": 15}


def test_the_same_is_no_change(two: Project, docgen: Docgen) -> None:
    assert docgen("diff", "shi-2024", "shi-2024", "--exit-code") == Ended(0, "", "nothing changed\n")
    data = json.loads(docgen("diff", "shi-2024", "shi-2024", "--format", "json").out)
    assert (data["changes"], data["summary"]) == ([], {})
    assert {row["op"] for row in data["blocks"]} == {"same"}


def test_a_copy_of_a_campaign_is_no_change(two: Project, docgen: Docgen) -> None:
    two.write("data/shi/copy.yaml", two.campaign.read_text(encoding="utf-8"))
    assert docgen("diff", "data/shi/2024.yaml", "data/shi/copy.yaml", "--exit-code").code == 0


def test_differences_are_exit_1_only_if_asked(two: Project, docgen: Docgen) -> None:
    assert docgen("diff", "shi-2024", "shi-2025").code == 0
    assert docgen("diff", "shi-2024", "shi-2025", "--exit-code").code == 1


def test_kinds_are_picked_by_name_or_beginning(two: Project, docgen: Docgen) -> None:
    data = json.loads(
        docgen("diff", "shi-2024", "shi-2025", "--format", "json", "--kind", "deadline,number-changed").out
    )
    assert list(data["summary"]) == ["number-changed", "deadline-moved"]
    assert len(data["blocks"]) == 2
    none = docgen("diff", "shi-2024", "shi-2025", "--kind", "quota", "--exit-code")
    assert none == Ended(0, "", "nothing changed\n")


def test_an_unknown_kind_is_a_matter_of_usage(two: Project, docgen: Docgen) -> None:
    ended = docgen("diff", "shi-2024", "shi-2025", "--kind", "deadline-move")
    assert ended.code == 2
    assert "did you mean deadline-moved?" in " ".join(ended.err.split())


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.html", b"<!DOCTYPE html>"), ("a.md", "# 《关于".encode()), ("a.json", b"{"), ("a.txt", "《关于".encode())],
)
def test_the_ending_of_out_tells_the_format(two: Project, docgen: Docgen, name: str, beginning: bytes) -> None:
    assert docgen("diff", "shi-2024", "shi-2025", "--out", name) == Ended(0, "", "")
    assert Path(name).read_bytes().startswith(beginning)


def test_a_file_that_is_there_stays(two: Project, docgen: Docgen) -> None:
    Path("a.md").write_text("mine", encoding="utf-8")
    ended = docgen("diff", "shi-2024", "shi-2025", "--out", "a.md")
    assert ended.code == 3
    assert ended.err.startswith("a.md: error[C921] this is there already; name another file with --out")
    assert Path("a.md").read_text(encoding="utf-8") == "mine"
    assert docgen("diff", "shi-2024", "shi-2025", "--out", "a.md", "--force").code == 0
    assert Path("a.md").read_text(encoding="utf-8") != "mine"


def test_what_is_compared_is_never_written_over(two: Project, docgen: Docgen) -> None:
    before = two.campaign.read_bytes()
    ended = docgen("diff", "shi-2024", "shi-2025", "--format", "md", "--out", "data/shi/2024.yaml", "--force")
    assert (ended.code, "C922" in ended.err) == (3, True)
    assert two.campaign.read_bytes() == before


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_what_no_terminal_can_show_needs_a_file(two: Project, docgen: Docgen, format: str) -> None:
    ended = docgen("diff", "shi-2024", "shi-2025", "--format", format)
    assert ended.code == 2
    assert f"--out FILE.{format}" in ended.err


# ---------------------------------------------------------------- bad input


def test_what_is_missing_is_named_with_what_may_be_meant(two: Project, docgen: Docgen) -> None:
    ended = docgen("diff", "shi-2023", "data/shi/2026.yaml")
    assert ended.code == 3
    assert 'no campaign under data/ has the id "shi-2023"; did you mean shi-2025?' in ended.err
    assert "data/shi/2026.yaml: error[C160] there is no such file; did you mean 2025.yaml?" in ended.err


def test_both_sides_are_told_what_is_wrong_with_them(two: Project, docgen: Docgen) -> None:
    two.change("date: 2024-04-19", "date: 2024-04-31")
    two.change("date: 2025-04-25", "date: 2025-02-30", file="data/shi/2025.yaml")
    ended = docgen("diff", "shi-2024", "shi-2025", "--out", "a.md")
    assert ended.code == 3
    assert "data/shi/2024.yaml:9:22: error[C102]" in ended.err
    assert "data/shi/2025.yaml:9:22: error[C102]" in ended.err
    assert not Path("a.md").exists()


@pytest.mark.parametrize(
    ("start", "what"),
    [(b"PK\x03\x04 and so on", "a zip file"), (b"%PDF-1.7", "a PDF"), (b"\xd0\xcf\x11\xe0", "an old Word")],
)
def test_a_file_of_another_kind_under_a_campaigns_name(two: Project, docgen: Docgen, start: bytes, what: str) -> None:
    Path("x.yaml").write_bytes(start)
    ended = docgen("diff", "x.yaml", "shi-2025")
    assert ended.code == 3
    assert ended.err.startswith("x.yaml: error[C920] this is no campaign but ")
    assert what in ended.err


def test_a_folder_is_no_campaign(two: Project, docgen: Docgen) -> None:
    assert docgen("diff", "data/shi", "shi-2025").code == 3


def test_other_programmes_are_compared_and_said_to_be_others_first(two: Project, docgen: Docgen) -> None:
    two.change("name: 示例市人力资源和社会保障局", "name: 样板县人力资源和社会保障局", file="data/shi/2025.yaml")
    lines = docgen("diff", "shi-2024", "shi-2025").out.splitlines()
    assert lines[1].startswith("两份通知的发文机关不同")
    assert lines[2] == "共5处变化。"


# ---------------------------------------------------------------- as a process


def test_colour_is_for_terminals(two: Project) -> None:
    ended = in_a_process("diff", "shi-2024", "shi-2025", cwd=two.folder)
    assert ended.code == 0
    assert "\x1b" not in ended.out
    assert "{+2025年4月25日（星期五）+}" in ended.out
