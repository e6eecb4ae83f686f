"""``docgen check``: what is told and how, what is allowed, what is mended, how it ends."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType, SimpleNamespace
from typing import cast

import pytest
from docx import Document
from rule_cases import SPECIMEN
from small_project import Ended

from docgen.cli.help_page import columns
from docgen.diagnostics import Place
from docgen.lint.finding import Hit, at
from docgen.lint.listed import Listed
from docgen.lint.reading import Reading
from docgen.lint.rules import RULES
from docgen.lint.run import outcome_of
from docgen.workflow.check import read_file

Docgen = Callable[..., Ended]

BRACKETS = "根据示人社发[2025]3号文件办理。"
UNSEEN = "the layout was not checked (there is no PDF yet; docgen build makes it): shi-2026\n"
SPOT = "{# 病例的段落种在这里 #}"


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign without a fault, in the current folder's ``data/``."""
    shutil.copytree(SPECIMEN, tmp_path / "data/shi")
    monkeypatch.chdir(tmp_path)
    return Path("data/shi/2026.yaml")


def plant(campaign: Path, old: str, new: str) -> None:
    text = campaign.read_text(encoding="utf-8")
    assert old in text
    campaign.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def faulty(campaign: Path) -> Path:
    """With one fault, REF-003, in a paragraph of its body."""
    plant(campaign, SPOT, BRACKETS)
    return campaign


# ---------------------------------------------------------------- what is told


@pytest.mark.parametrize("roster", ["", "units: roster.csv\n"])
def test_a_wrong_key_of_columns(campaign: Path, docgen: Docgen, roster: str) -> None:
    """Whether the campaign names its roster or whoever builds it does."""
    plant(campaign, "units: roster.csv\n", f"{roster}columns: {{deadlines.submision.date: 本市截止日期}}\n")
    ended = docgen("check")
    assert ended.code == 3
    assert "L125" in ended.out
    assert 'columns: the campaign has no "submision" in deadlines.submision.date' in " ".join(ended.out.split())
    plant(campaign, "submision", "submission")
    assert "L125" not in docgen("check").out


def test_nothing_wrong(campaign: Path, docgen: Docgen) -> None:
    assert docgen("check") == Ended(0, f"1 document checked: no fault found\n{UNSEEN}", "")
    assert docgen("check", "--quiet") == Ended(0, "", "")


def test_a_fault_is_told_with_its_line(faulty: Path, docgen: Docgen) -> None:
    ended = docgen("check", "shi-2026")
    assert ended.code == 1
    line = 1 + faulty.read_text(encoding="utf-8").split("\n").index(f"  {BRACKETS}")
    assert ended.out.splitlines() == [
        f'data/shi/2026.yaml:{line}:9: error[REF-003] [*] the year of a cited number stands in "[2025]", not in 〔〕',
        "    | 根据示人社发[2025]3号文件办理。",
        "    |             ^^^^^^",
        "    = write 〔2025〕",
        "",
        "1 document checked: 1 error",
        "  REF-003",
        "[*] 1 can be mended: --fix",
        UNSEEN.rstrip(),
    ]


def test_from_which_severity_it_fails(campaign: Path, docgen: Docgen) -> None:
    campaign.write_text(campaign.read_text(encoding="utf-8") + "# docgen: allow REF-003\n", encoding="utf-8")
    assert [docgen("check", "--fail-on", one).code for one in ("error", "warning", "info")] == [0, 1, 1]


def test_a_campaign_that_cannot_be_read_does_not_stop_the_others(faulty: Path, docgen: Docgen) -> None:
    Path("data/shi/2027.yaml").write_text("id: shi-2027\nyear: 2027\nnubmer: 1\n", encoding="utf-8")
    ended = docgen("check", "--format", "json")
    assert ended.code == 3
    codes = [one["code"] for one in json.loads(ended.out)["findings"]]
    assert "REF-003" in codes
    assert any(code.startswith("C1") for code in codes)


def test_a_document_that_docgen_did_not_make(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(
        f"关于办理有关事项的通知\n\n各区人力资源和社会保障局：\n　　{BRACKETS}\n", encoding="utf-8"
    )
    ended = docgen("check", "old.txt", "--select", "REF-003")
    assert ended.code == 1
    assert ended.out.startswith("old.txt:4:9: error[REF-003]")


def test_three_times_the_paragraphs_are_three_times_the_work(tmp_path: Path) -> None:
    """Nothing in reading and asking goes through all paragraphs for each of them."""
    path = tmp_path / "old.docx"

    def calls(paragraphs: int) -> int:
        document = Document()
        for _number in range(paragraphs):
            document.add_paragraph("请各有关单位认真组织，按时报送材料。")
        document.save(str(path))
        seen = 0

        def count(frame: FrameType, _event: str, _argument: object) -> None:
            nonlocal seen
            seen += "docgen" in frame.f_code.co_filename

        sys.setprofile(count)
        try:
            outcome_of(read_file(path), RULES)
        finally:
            sys.setprofile(None)
        return seen

    calls(1)  # what is made once is made
    assert calls(1500) < 4 * calls(500)


def test_a_file_that_is_not_there(campaign: Path, docgen: Docgen) -> None:
    ended = docgen("check", "data/shi/2062.yaml", "missing.docx")
    assert ended.code == 3
    assert "2026.yaml" in ended.out
    assert "missing.docx" in ended.out


def test_of_long_words_the_beginning_is_shown(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading of a whole paragraph would fill the terminal, and a line of carets another."""
    monkeypatch.chdir(tmp_path)
    name = "推荐" * 60
    Path("old.txt").write_text(f"关于推荐的通知\n\n各有关单位：\n　　推荐({name})。\n", encoding="utf-8")
    lines = docgen("check", "old.txt", "--select", "PUNC-002").out.split("\n")
    assert lines[1:3] == [f"    | 推荐({name[:33]}…", f"    |     {'^' * 68}"]


def test_a_fault_that_a_file_has_often_is_shown_five_times(campaign: Path, docgen: Docgen) -> None:
    plant(campaign, SPOT, "\n  ".join([BRACKETS] * 7))
    said = docgen("check").out
    assert said.count("error[REF-003]") == 5
    assert "data/shi/2026.yaml: 2 more of REF-003 (--all shows them)" in said
    assert "1 document checked: 7 errors\n  REF-003 ×7" in said
    assert docgen("check", "--all").out.count("error[REF-003]") == 7
    assert len(json.loads(docgen("check", "--format", "json").out)["findings"]) == 7


# ---------------------------------------------------------------- a rule that breaks


def test_a_rule_that_breaks_is_named_and_the_others_go_on(
    faulty: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_reading: Reading) -> Iterator[Hit]:
        yield at(Place("x"), "never told")
        raise ZeroDivisionError("some mistake")

    monkeypatch.setitem(sys.modules, "docgen.lint.rules.breaking", cast(ModuleType, SimpleNamespace(check=breaks)))
    breaking = Listed("XX-001", "breaks-at-once", "error", "breaking")
    monkeypatch.setattr("docgen.lint.rules.RULES", (breaking, *RULES))
    ended = docgen("check")
    assert ended.code == 70
    assert "REF-003" in ended.out
    assert "never told" not in ended.out
    assert "the rule XX-001 (breaks-at-once) broke on data/shi/2026.yaml; the others went on" in ended.err
    assert "ZeroDivisionError: some mistake" in ended.err


# ---------------------------------------------------------------- which rules


def test_selected_and_ignored(faulty: Path, docgen: Docgen) -> None:
    assert docgen("check", "--select", "REF").code == 1
    assert docgen("check", "--select", "ref-003").code == 1
    assert docgen("check", "--select", "Cited-year-in-other-brackets").code == 1
    assert docgen("check", "--select", "ALLOW-001,ALLOW-002").code == 0
    assert docgen("check", "--ignore", "REF-003").code == 0
    ended = docgen("check", "--select", "DOCON")
    assert ended.code == 2
    far = docgen("check", "--select", "time-009,XX")
    assert "groups are DOCNO, HEAD," in far.err
    assert len(far.err) < 400
    assert 'error[U150] "DOCON" is neither a rule nor a group of rules; did you mean DOCNO?' in ended.err


@pytest.mark.parametrize(
    ("file", "head"), [("docgen.toml", "[check]"), ("pyproject.toml", "[tool.docgen.check]")], ids=["own", "pyproject"]
)
def test_settings(faulty: Path, docgen: Docgen, file: str, head: str) -> None:
    Path(file).write_text(f'{head}\nignore = ["REF-003"]\n', encoding="utf-8")
    assert docgen("check").code == 0
    Path(file).write_text(f'{head}\nselect = ["REF"]\nfail-on = "info"\n', encoding="utf-8")
    assert docgen("check").code == 1


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("[check]\nselct = []\n", 'there is no setting "selct"; did you mean select?'),
        ("[check]\nselect = 1\n", 'select is a list of texts: ["DOCNO", "TIME-004"]'),
        ('[check]\nfail-on = "fatal"\n', "fail-on is one of error, warning, info"),
        ("[check\n", "this is not TOML"),
        ("check = 1\n", "check is a table: write [check]"),
    ],
)
def test_settings_that_are_none(campaign: Path, docgen: Docgen, text: str, letter: str) -> None:
    Path("docgen.toml").write_text(text, encoding="utf-8")
    ended = docgen("check")
    assert (ended.code, ended.out) == (2, "")
    assert letter in ended.err


# ---------------------------------------------------------------- what is allowed


@pytest.mark.parametrize(
    "line",
    [
        f"{BRACKETS}{{# docgen: allow REF-003 引自原文 #}}",
        f"{{# docgen: allow cited-year-in-other-brackets 引自原文 #}}\n  {BRACKETS}",
    ],
)
def test_allowed_in_the_body(campaign: Path, docgen: Docgen, line: str) -> None:
    plant(campaign, SPOT, line)
    assert docgen("check").out == f"1 document checked: no fault found\n1 more is allowed\n{UNSEEN}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: 示人社发〔2026〕12号", "number: 示人社发[2026]12号  # docgen: allow DOCNO-001 照旧例"),
        ("number: 示人社发〔2026〕12号", "# docgen: allow DOCNO-001 照旧例\nnumber: 示人社发[2026]12号"),
        (
            "number: 示人社发〔2026〕12号",
            "number: 示人社发[2026]12号\nallow: [{code: DOCNO-001, at: number, reason: 照旧例}]",
        ),
    ],
)
def test_allowed_in_the_campaign(campaign: Path, docgen: Docgen, old: str, new: str) -> None:
    plant(campaign, old, new)
    assert docgen("check").out == f"1 document checked: no fault found\n1 more is allowed\n{UNSEEN}"


def test_allowed_by_its_words(faulty: Path, docgen: Docgen) -> None:
    plant(faulty, "\nbody:", "\nallow: [{code: REF-003, at: '示人社发[2025]3号', reason: 照旧例}]\nbody:")
    assert docgen("check").out == f"1 document checked: no fault found\n1 more is allowed\n{UNSEEN}"


def test_an_allowance_is_for_its_place_and_its_rule_alone(faulty: Path, docgen: Docgen) -> None:
    plant(faulty, "issued: 2026-03-05", "issued: 2026-03-05  # docgen: allow REF-003 照旧例")
    said = docgen("check").out
    assert "error[REF-003]" in said
    assert "warning[ALLOW-001] nothing is found here that REF-003 would allow" in said
    assert "ALLOW-001" not in docgen("check", "--ignore", "REF-003").out


# ---------------------------------------------------------------- mending


def test_mended_where_it_was_typed(faulty: Path, docgen: Docgen) -> None:
    before = faulty.read_bytes().replace(b"\n", b"\r\n")
    faulty.write_bytes(b"\xef\xbb\xbf" + before)
    ended = docgen("check", "--fix")
    assert ended.code == 0
    assert f"-  {BRACKETS}" in ended.out
    assert "+  根据示人社发〔2025〕3号文件办理。" in ended.out
    assert "1 place mended" in ended.out
    assert faulty.read_bytes() == b"\xef\xbb\xbf" + before.replace(b"[2025]", "〔2025〕".encode())
    assert docgen("check", "--fix").out == f"0 places mended\n1 document checked: no fault found\n{UNSEEN}"


def test_only_shown(faulty: Path, docgen: Docgen) -> None:
    before = faulty.read_bytes()
    ended = docgen("check", "--diff")
    assert ended.code == 1
    assert "+  根据示人社发〔2025〕3号文件办理。" in ended.out
    assert "1 place would be mended" in ended.out
    assert faulty.read_bytes() == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_report_for_programs_is_not_mixed_with_what_was_mended(faulty: Path, docgen: Docgen, option: str) -> None:
    ended = docgen("check", option, "--format", "json")
    assert json.loads(ended.out)["checked"] == ["data/shi/2026.yaml"]
    assert ended.err.startswith("--- data/shi/2026.yaml\n")


def test_what_is_allowed_or_not_selected_is_not_mended(faulty: Path, docgen: Docgen) -> None:
    plant(faulty, BRACKETS, f"{BRACKETS}{{# docgen: allow REF-003 引自原文 #}}")
    before = faulty.read_bytes()
    docgen("check", "--fix")
    docgen("check", "--fix", "--select", "ALLOW")
    assert faulty.read_bytes() == before


# ---------------------------------------------------------------- a rule's page


def test_a_rule_s_page(docgen: Docgen) -> None:
    for word in ("DOCNO-001", "docno-001", "year-in-other-brackets"):
        said = docgen("explain", word).out
        assert said.startswith("DOCNO-001 year-in-other-brackets\n年份必须用六角括号〔〕\n")
        assert "GB/T 9704-2012 7.2.5" in said
        assert "示人社发[2026]12号" in said


def test_lists_of_rules(docgen: Docgen) -> None:
    assert len(docgen("explain").out.splitlines()) == len(RULES)
    assert all(line.startswith("DOCNO-") for line in docgen("explain", "docno").out.splitlines())
    ended = docgen("explain", "DOCN-001")
    assert ended.code == 2
    assert '"DOCN-001" is neither a rule nor a group of rules; did you mean DOCNO-001?' in ended.err


def test_a_page_fits_the_terminal(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text, facts = docgen("explain", "DOCNO-001").out.split("severity: ")
    assert max(columns(line) for line in text.splitlines()) in (58, 59, 60)
    assert facts.splitlines()[-1] == "mended by --fix: yes"


@pytest.mark.parametrize("label", ["任现职以来主要业绩", "主要业绩（限300字）", "任现职以来主要业绩（限300字）"])
def test_a_promised_number_of_characters_for_a_field_with_a_longer_label(
    campaign: Path, docgen: Docgen, label: str
) -> None:
    form = campaign.parent / "annexes/tui/form.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("label: 主要业绩", f"label: {label}"), encoding="utf-8")
    plant(campaign, "（二）审核报送。", "（二）审核报送。所填主要业绩不超过800字。")
    result = docgen("check", "--select", "FORM-014", "--fail-on", "warning")
    assert result.code == 1
    assert "the notice promises 800 characters" in result.out
