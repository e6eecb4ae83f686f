"""Pages of cases: what a rule finds, and what it leaves alone.

    # DOCNO-001 year-in-other-brackets
    ## 方括号
    ```body
    根据示人社发⟦[2025]⟧3号文件办理。
    ```
    ```fixed
    根据示人社发〔2025〕3号文件办理。
    ```

A case is planted into the specimen, a campaign without a fault: ``body`` are lines of its text, ``yaml`` top-level keys
of its file, ``form`` and ``list`` top-level keys of its two forms, ``roster`` the roster, ``txt`` a file of its own,
``docx`` a Word file (written as in ``word_cases``), ``pdf`` a PDF (as in ``page_cases``); ``built`` is ``yaml`` for a
campaign whose PDF was built; ``drawn`` is the first form as drawn in Word.
``⟦…⟧`` marks what is found: the words, or the place alone. Nothing else may be found by any rule, except with
```` ```body with TIME-002 ```` what is named. ``superior``: keys of a superior's campaign, sheng-2026.
``fixed`` is the case after ``--fix``.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from page_cases import page_case
from word_cases import word_case

PAGES = Path(__file__).parent / "rules"
SPECIMEN = Path(__file__).parent / "rule_specimen"

_CASE = re.compile(r"^## (?P<title>.+?)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```(?P<kind>\w+)(?: with (?P<others>[\w\-, ]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILES = {
    "form": "annexes/tui/form.yaml",
    "list": "annexes/biao/form.yaml",
    "roster": "roster.csv",
    "yaml": "2026.yaml",
    "built": "2026.yaml",
}
_SPOT = "  {# 病例的段落种在这里 #}\n"


@dataclass(frozen=True)
class Case:
    """One case of a page; ``fixed`` is empty if nothing is mended."""

    code: str
    title: str
    kind: str
    text: str
    others: frozenset[str] = frozenset()
    fixed: str = ""
    superior: str = ""

    def __str__(self) -> str:
        return f"{self.code}-{self.title}"


@dataclass(frozen=True)
class Mark:
    """What ``⟦…⟧`` marks: line and column from 1 (of other files the number of a paragraph or page), the words."""

    line: int | None
    column: int | None
    words: str


def cases_of(page: Path) -> list[Case]:
    """The cases of a page, in order."""
    text = page.read_text(encoding="utf-8")
    code = text.split()[1]
    return [_case(code, match["title"], match["text"]) for match in _CASE.finditer(text)]


def _case(code: str, title: str, text: str) -> Case:
    fences = list(_FENCE.finditer(text))
    assert fences, f"{code}: the case {title} has no fence"
    planted = fences[0]
    others = frozenset(re.findall(r"[A-Z]+-\d+", planted["others"] or ""))
    fixed = next((fence["text"] for fence in fences if fence["kind"] == "fixed"), "")
    superior = next((fence["text"] for fence in fences if fence["kind"] == "superior"), "")
    return Case(code, title, planted["kind"], planted["text"], others, fixed, superior)


def planted(case: Case, folder: Path, text: str | None = None) -> tuple[Path, Path, list[Mark]]:
    """The case laid out in ``folder``: what is to be checked, the file it was planted into, its marks."""
    if case.kind in ("docx", "pdf"):
        return _document(case.kind, case.text if text is None else text, folder)
    home = folder / "data/shi"
    shutil.copytree(SPECIMEN, home)
    if case.superior:
        _superior(case.superior, folder / "data/sheng")
    text = case.text if text is None else text
    if case.kind == "txt":
        file = folder / "old.txt"
        marks = _written(file, text)
        return file, file, marks
    if case.kind == "drawn":
        return _drawn(text, home)
    file = home / _FILES.get(case.kind, "2026.yaml")
    whole = text if case.kind == "roster" else _planted(file.read_text(encoding="utf-8"), text, case.kind)
    marks = _written(file, whole)
    if case.kind == "built":
        _build(home / "2026.yaml", folder)
    return home / "2026.yaml", file, marks


def _superior(text: str, home: Path) -> None:
    """The specimen once more, as sheng-2026, with these top-level keys."""
    shutil.copytree(SPECIMEN, home)
    file = home / "2026.yaml"
    whole = file.read_text(encoding="utf-8").replace("id: shi-2026", "id: sheng-2026")
    file.write_text(_planted(whole, text, "yaml"), encoding="utf-8")


_DRAWN = """\
id: tui
title: 专家推荐表
docx: form.docx
fields:
  - {field: name, label: 姓名, required: true}
  - {field: unit_name, label: 工作单位, prefill: "{{ unit.name }}"}
  - {field: level, label: 类别, kind: choice, options: [国家级, 市级]}
"""


def _drawn(text: str, home: Path) -> tuple[Path, Path, list[Mark]]:
    """The form's fields are ``name``, ``unit_name`` and ``level``; its Word file is written as in ``word_cases``."""
    data, marks = word_case(text)
    (home / "annexes/tui/form.yaml").write_text(_DRAWN, encoding="utf-8")
    (home / "annexes/tui/form.docx").write_bytes(data)
    # What is wrong with the Word file is told of the file, a field that it lacks of the field.
    places = [Mark(_line_of(words) if words else None, None, "") for _number, words in marks]
    return home / "2026.yaml", home / "annexes/tui/form.docx", places


def _line_of(field: str) -> int:
    return next(n for n, line in enumerate(_DRAWN.splitlines(), start=1) if f"{{field: {field}," in line)


def _document(kind: str, text: str, folder: Path) -> tuple[Path, Path, list[Mark]]:
    """A file that docgen did not make; what is marked in none of its paragraphs is told of the file."""
    file = folder / f"old.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    data, marks = word_case(text) if kind == "docx" else page_case(text)
    file.write_bytes(data)
    return file, file, [Mark(number or None, None, words) for number, words in marks]


def _build(path: Path, folder: Path) -> None:
    from docgen.workflow.build import build
    from docgen.workflow.produce import Wish
    from docgen.workflow.select import choose

    os.chdir(folder)
    report = build(choose([str(path.relative_to(folder))]), Wish(formats=("pdf",)))
    assert not report.exit_code, report


def _planted(whole: str, text: str, kind: str) -> str:
    if kind == "body":
        assert _SPOT in whole
        lines = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
        return whole.replace(_SPOT, lines)
    assert kind in _FILES, f"no such kind of case: {kind}"
    for key, section in sections(text):
        own = dict(sections(whole))
        whole = whole.replace(own[key], section) if key in own else whole.rstrip("\n") + "\n" + section
    return whole


def sections(text: str) -> list[tuple[str, str]]:
    """The top-level keys of a YAML text, with all that belongs to each."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return [(part.partition(":")[0], part) for part in parts if re.match(r"[a-z_]+:", part)]


def _written(file: Path, text: str) -> list[Mark]:
    marks = []
    while (start := text.find("⟦")) >= 0:
        end = text.index("⟧", start)
        words = text[start + 1 : end]
        before = text[:start]
        marks.append(Mark(before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1, words))
        text = before + words + text[end + 1 :]
    file.write_text(text, encoding="utf-8")
    return marks
