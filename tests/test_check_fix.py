"""``docgen check --fix`` on everything that can be mended, at once: what comes out, and what stays as it was."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rule_cases import PAGES, SPECIMEN, Case, cases_of, sections
from small_project import Ended

Docgen = Callable[..., Ended]

FIXED = [case for page in sorted(PAGES.glob("*.md")) for case in cases_of(page) if case.fixed]
BODY = [case for case in FIXED if case.kind == "body"]
FILES = {"yaml": "2026.yaml", "form": "annexes/tui/form.yaml", "list": "annexes/biao/form.yaml"}
SPOT = "  {# 病例的段落种在这里 #}\n"
CAMPAIGN = Path("data/shi/2026.yaml")


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The specimen, in the current folder's ``data/``."""
    shutil.copytree(SPECIMEN, tmp_path / "data/shi")
    monkeypatch.chdir(tmp_path)


def plain(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def with_body(lines: Sequence[str]) -> str:
    """The campaign with these paragraphs."""
    text = (SPECIMEN / "2026.yaml").read_text(encoding="utf-8")
    return text.replace(SPOT, "".join(f"  {line}\n" if line else "\n" for line in "\n".join(lines).split("\n")))


@pytest.mark.parametrize("case", FIXED, ids=str)
def test_only_what_is_marked_is_replaced(case: Case) -> None:
    around = re.split(r"⟦[^⟦⟧]*⟧", case.text)
    assert re.fullmatch("(?s:.*?)".join(map(re.escape, around)), case.fixed), case.fixed


@pytest.mark.parametrize("seed", range(4))
def test_all_at_once(seed: int, docgen: Docgen) -> None:
    """In any order: each paragraph becomes what its case says, the rest of the file stays byte for byte."""
    assert len(BODY) > 60
    cases = BODY if seed == 0 else random.Random(seed).sample(BODY, len(BODY))
    # Comments between them, and the line breaks of Windows, stay.
    before, after = (
        with_body([f"{{# {n} #}}\n{text}" for n, text in enumerate(texts)]).replace("\n", "\r\n")
        for texts in ([plain(case.text) for case in cases], [case.fixed for case in cases])
    )
    CAMPAIGN.write_bytes(before.encode())
    first = docgen("check", "--fix")
    assert CAMPAIGN.read_bytes().decode() == after
    assert "[*]" not in first.out
    assert docgen("check", "--fix").out.startswith("0 places mended\n")
    assert CAMPAIGN.read_bytes().decode() == after


def test_all_values_and_forms_at_once(docgen: Docgen) -> None:
    """Cases of one key take turns."""
    waiting = [case for case in FIXED if case.kind in FILES and not case.superior]
    assert len(waiting) > 10
    while waiting:
        taken: set[tuple[str, str]] = set()
        now = []
        for case in waiting:
            keys = {(case.kind, key) for key, _section in sections(case.text)}
            if not keys & taken:
                taken |= keys
                now.append(case)
        waiting = [case for case in waiting if case not in now]
        wanted = laid_out(now, fixed=True)
        assert laid_out(now, fixed=False) != wanted
        assert docgen("check", "--fix").code in (0, 1)
        assert texts() == wanted, [str(case) for case in now]
        docgen("check", "--fix")
        assert texts() == wanted


def laid_out(cases: Sequence[Case], fixed: bool) -> dict[str, str]:
    for name in FILES.values():
        shutil.copy(SPECIMEN / name, CAMPAIGN.parent / name)
    for case in cases:
        file = CAMPAIGN.parent / FILES[case.kind]
        text = file.read_text(encoding="utf-8")
        for key, section in sections(case.fixed if fixed else plain(case.text)):
            own = dict(sections(text))
            text = text.replace(own[key], section) if key in own else text.replace("\nbody:", f"\n{section}body:")
        file.write_text(text, encoding="utf-8")
    return texts()


def texts() -> dict[str, str]:
    return {name: (CAMPAIGN.parent / name).read_text(encoding="utf-8") for name in FILES.values()}


# ---------------------------------------------------------------- what is not touched


def test_nothing_that_is_quoted_is_mended(docgen: Docgen) -> None:
    text = with_body([f"原文是：“{line}”。" for case in BODY for line in plain(case.text).split("\n") if line])
    CAMPAIGN.write_text(text, encoding="utf-8")
    assert docgen("check", "--fix").out.startswith("0 places mended\n")
    assert CAMPAIGN.read_text(encoding="utf-8") == text


def test_no_title_that_is_cited_is_mended(docgen: Docgen) -> None:
    """Marks of titles within it alone: those are not the cited title's, but the writer's."""
    lines = [line for case in BODY for line in plain(case.text).split("\n") if line and not set("《》<☑√✓") & set(line)]
    assert len(lines) > 50
    text = with_body([f"见《{line}》。" for line in lines])
    CAMPAIGN.write_text(text, encoding="utf-8")
    assert docgen("check", "--fix").out.startswith("0 places mended\n")
    assert CAMPAIGN.read_text(encoding="utf-8") == text


def test_no_document_is_written(docgen: Docgen) -> None:
    text = "\n".join(["关于办理有关事项的通知", "各有关单位：", *(plain(case.text) for case in BODY)])
    Path("old.txt").write_text(text, encoding="utf-8")
    ended = docgen("check", "old.txt", "--fix")
    assert ended.out.startswith("0 places mended\n")
    assert "[*]" not in ended.out
    assert ended.code == 1
    assert Path("old.txt").read_text(encoding="utf-8") == text


def test_what_an_expression_wrote_is_not_mended(docgen: Docgen) -> None:
    """The value is, where it was typed; what prints it stays an expression."""
    text = with_body(["根据{{ basis.province.number }}办理。"]).replace(
        "示省人社发〔2021〕36号", "示省人社发[2021]36号"
    )
    CAMPAIGN.write_text(text, encoding="utf-8")
    docgen("check", "--fix")
    assert CAMPAIGN.read_text(encoding="utf-8") == text.replace("[2021]", "〔2021〕")


# ---------------------------------------------------------------- however the YAML is written

FAULTY = [
    "根据示人社发[2025]3号文件(见附表)和",
    "以及示人社发[2025]4号文件,{{ year }}年办理,",
    "",
    "另据示人社发[2025]5号文件办理,原文为“甲,乙”。",
]
MENDED = [
    "根据示人社发〔2025〕3号文件（见附表）和",
    "以及示人社发〔2025〕4号文件，{{ year }}年办理，",
    "",
    "另据示人社发〔2025〕5号文件办理，原文为“甲,乙”。",
]


def in_shape(shape: str, lines: Sequence[str]) -> str:
    """The campaign with these lines in its body, written in one of the ways that YAML has."""
    head, body = with_body(lines).split("body: |\n")
    words = re.sub("^  ", "", body, flags=re.MULTILINE).rstrip("\n")
    indented = re.sub("^(?=.)", "    ", words, flags=re.MULTILINE)
    match shape:
        case "'" | '"':
            return f"{head}body: &words {shape}{indented.lstrip()}{shape}  # 注(一)\n"
        case "\\n":
            return head + 'body: "' + words.replace("\n", "\\n") + '"\n'
        case _:
            return f"{head}body: {shape}\n{indented}\n"


@pytest.mark.parametrize("shape", ["|", "|-", "|2+", ">", ">-", "&words >2", "'", '"'])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_words_are_found_in_every_shape(docgen: Docgen, shape: str, line_end: str) -> None:
    CAMPAIGN.write_bytes(in_shape(shape, FAULTY).replace("\n", line_end).encode())
    wanted = in_shape(shape, MENDED).replace("\n", line_end).encode()
    assert "\n7 places mended\n" in docgen("check", "--fix").out
    assert CAMPAIGN.read_bytes() == wanted
    assert docgen("check", "--fix").out.startswith("0 places mended\n")


def test_what_escapes_hide_is_told_and_not_said_to_be_mended(docgen: Docgen) -> None:
    text = in_shape("\\n", FAULTY)
    CAMPAIGN.write_text(text, encoding="utf-8")
    ended = docgen("check", "--fix")
    assert ended.out.startswith("0 places mended\n")
    assert "REF-003" in ended.out
    assert "[*]" not in ended.out
    assert CAMPAIGN.read_text(encoding="utf-8") == text


def test_a_fault_in_a_folded_text_has_the_place_where_it_was_typed(docgen: Docgen) -> None:
    CAMPAIGN.write_text(in_shape(">", FAULTY), encoding="utf-8")
    number = in_shape(">", FAULTY).split("\n").index(f"    {FAULTY[1]}") + 1
    assert f"{CAMPAIGN}:{number}:11: error[REF-003] [*]" in docgen("check").out


# ---------------------------------------------------------------- what is shown, and what is written


def test_what_is_shown_is_what_is_written(docgen: Docgen) -> None:
    """One fault hides behind another: the comma stands in a Chinese sentence once the brackets are Chinese."""
    text = with_body(["根据附表(附后),按规定办理。"])
    CAMPAIGN.write_text(text, encoding="utf-8")
    shown, _mark, _rest = docgen("check", "--diff").out.partition("2 places would be mended\n")
    assert CAMPAIGN.read_text(encoding="utf-8") == text
    assert docgen("check", "--fix").out.startswith(f"{shown}2 places mended\n")
    assert CAMPAIGN.read_text(encoding="utf-8") == text.replace("(附后),", "（附后），")


def test_a_campaign_that_cannot_be_read_does_not_keep_others_from_being_mended(docgen: Docgen) -> None:
    CAMPAIGN.write_text(with_body([FAULTY[0]]), encoding="utf-8")
    CAMPAIGN.with_name("2027.yaml").write_text("id: shi-2027\nyear: [\n", encoding="utf-8")
    assert "\n2 places mended\n" in docgen("check", "--fix").out
    assert CAMPAIGN.read_text(encoding="utf-8") == with_body([MENDED[0]])


def test_who_may_read_it_stays_as_it_was(docgen: Docgen) -> None:
    CAMPAIGN.write_text(with_body([FAULTY[0]]), encoding="utf-8")
    CAMPAIGN.chmod(0o640)
    assert docgen("check", "--fix").code == 0
    assert CAMPAIGN.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(docgen: Docgen) -> None:
    CAMPAIGN.write_text(with_body([FAULTY[0]]), encoding="utf-8")
    real = CAMPAIGN.rename("正文.yaml").resolve()
    CAMPAIGN.symlink_to(real)
    assert docgen("check", "--fix").code == 0
    assert CAMPAIGN.is_symlink()
    assert real.read_text(encoding="utf-8") == with_body([MENDED[0]])


def test_a_read_only_file_is_left_alone(docgen: Docgen) -> None:
    CAMPAIGN.write_text(with_body([FAULTY[0]]), encoding="utf-8")
    CAMPAIGN.chmod(0o444)
    ended = docgen("check", "--fix")
    assert ended == Ended(
        2, "", f"{CAMPAIGN}: error[W408] the file is read-only; nothing was mended; make it writable\n"
    )
    assert CAMPAIGN.read_text(encoding="utf-8") == with_body([FAULTY[0]])
