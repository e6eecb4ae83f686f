"""``docgen doctor``: what is here, what is missing, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from small_project import Ended

from docgen.diagnostics import Exit
from docgen.workflow import doctor
from docgen.workflow.doctor import Report, as_json, examine, report_text


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


@pytest.fixture(scope="module")
def report() -> Report:
    """What the doctor says of this machine; the tests need it to be in good health."""
    return examine()


def test_every_role_has_a_font_with_file_licence_and_gaps(report: Report) -> None:
    assert [font.typeface for font in report.fonts] == ["仿宋", "楷体", "黑体", "宋体", "小标宋"]
    text = report_text(report)
    for font in report.fonts:
        assert Path(font.file).is_file()
        assert font.file in text
        assert font.licence in text
        if font.lacks_of_names:
            assert f"characters of names ({font.lacks_of_names})" in text
            assert font.lent_by


def test_engines_are_listed_with_versions_and_what_is_missing_with_advice(report: Report) -> None:
    engines = {engine.name: engine for engine in report.engines}
    assert list(engines) == ["typst", "libreoffice", "wkhtmltopdf", "rdocx"]
    assert engines["typst"].version.startswith("0.15")
    assert engines["libreoffice"].version[0].isdigit()
    assert Path(engines["libreoffice"].path).is_file()
    assert f"  typst       {engines['typst'].version} – sets the PDF\n" in report_text(report)


def test_a_healthy_machine_makes_docx_and_pdf(report: Report) -> None:
    assert report.exit_code == Exit.OK
    assert report_text(report).endswith("DOCX and PDF can be made.")
    assert any("templates" in root for root in report.templates)


def test_columns_stand_under_each_other_though_chinese_is_wide(report: Report) -> None:
    for font in report.fonts:
        line = next(line for line in report_text(report).splitlines() if line.startswith(f"  {font.typeface} "))
        assert cell_len(line[: line.index(font.family)]) == 14


def test_json_for_programs(report: Report) -> None:
    content = json.loads(as_json(report))
    assert content["exit_code"] == 0
    assert {font["role"] for font in content["fonts"]} == {"fangsong", "kaiti", "heiti", "songti", "title"}
    assert content["engines"][0]["name"] == "typst"


def test_without_fonts_it_says_so_and_ends_with_5(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_FONTS", str(tmp_path / "gone"))
    monkeypatch.setenv("DOCGEN_SYSTEM_FONTS", "0")
    report = examine()
    assert report.exit_code == Exit.MISSING
    text = report_text(report)
    assert "error[W301] no font for 仿宋 is installed" in text
    assert "docgen fonts install" in text
    assert "gone: warning[W306] DOCGEN_FONTS names a folder that does not exist" in text
    assert text.endswith("DOCX and PDF cannot be made before that is mended.")


def test_without_libreoffice_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_soffice", lambda: None)
    report = examine()
    assert "not installed – converts the DOCX" in report_text(report)
    assert "apt-get install libreoffice-writer-nogui" in report_text(report)
    assert report.exit_code == Exit.OK


def break_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    def import_module(name: str) -> object:
        raise ImportError(f"{name}.abi3.so: cannot open shared object file")

    monkeypatch.setattr(doctor.importlib, "import_module", import_module)


def test_without_typst_only_libreoffice_can_help(monkeypatch: pytest.MonkeyPatch) -> None:
    break_typst(monkeypatch)
    report = examine()
    assert report.exit_code == Exit.OK
    assert "warning[W307] typst is not there" in report_text(report)
    monkeypatch.setattr(doctor, "find_soffice", lambda: None)
    report = examine()
    assert report.exit_code == Exit.MISSING
    assert 'error[W307] typst is not there, which sets the PDF; run `pip install "typst' in report_text(report)


def test_the_command(docgen: Callable[..., Ended]) -> None:
    ended = docgen("doctor", "--json")
    assert ended.code == 0
    assert json.loads(ended.out)["exit_code"] == 0
    assert "仿宋" in docgen("doctor").out
