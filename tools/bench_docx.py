"""docgen's DOCX engine against its peers: the same form, the same data, whole processes in pairs.

    python tools/bench_docx.py [--documents 1000] [--runs 3] [--folder FOLDER]

The form is an annex of the repository as docgen renders it, its fields' values replaced by tags (docxtpl) or merge
fields (docx-mailmerge2). Each peer writes every document to a file in a process of its own, after one run that does
not count; then docgen and the peer run in turn, and each pair gives a ratio. Before anything is timed, the texts of
the documents are compared.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench_pairs import MEMORY, Pairs, a_process, environment_in, in_turns, pair_line

CHECKOUT = Path(__file__).parent.parent
CAMPAIGN, ANNEX = CHECKOUT / "data/tianjin/2020.yaml", 1
GOALS = {"docxtpl": 40, "docx-mailmerge2": 8}
MODULES = {"docxtpl": "docxtpl", "docx-mailmerge2": "mailmerge"}
PEERS = Path(__file__).with_name("bench_peers.py")
_DOCUMENT = "word/document.xml"

Rows = list[dict[str, str]]


def main() -> None:
    """Makes the form and the data, then measures each peer that is installed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=1000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=told.folder) as folder:
        Bench(Path(folder), told.documents, told.runs).all()


class Bench:
    """A form and data in a folder, and what came of each peer."""

    def __init__(self, folder: Path, documents: int, runs: int) -> None:
        self._folder, self._documents, self._runs = folder, documents, runs
        fields, docx = rendered_form()
        self._data = folder / "data.json"
        self._data.write_text(json.dumps(rows(fields, documents), ensure_ascii=False), encoding="utf-8")
        (folder / "docgen.docx").write_bytes(with_tags(docx))
        (folder / "docxtpl.docx").write_bytes(with_tags(docx))
        (folder / "docx-mailmerge2.docx").write_bytes(with_merge_fields(docx))
        print(f"{documents} documents of {len(fields)} fields, {self._runs} pairs of whole processes\n")

    def all(self) -> None:
        """A line for each peer."""
        ours = self._texts("docgen")
        for name, goal in GOALS.items():
            if importlib.util.find_spec(MODULES[name]) is None:
                print(f"{name:18} not installed: pip install docgen[bench]")
            elif self._texts(name) != ours:
                print(f"{name:18} makes other texts: not compared")
            else:
                self._compare(name, goal)

    def _compare(self, name: str, goal: int) -> None:
        pairs = Pairs(*in_turns(self._runs, partial(self._run, name), partial(self._run, "docgen")))
        print(pair_line(f"{self._documents:,} forms as DOCX", (name, "docgen"), pairs, goal), flush=True)

    def _run(self, name: str) -> float:
        """Seconds of a process."""
        out = self._folder / f"out-{name}"
        out.mkdir(exist_ok=True)
        command = [sys.executable, PEERS, name, self._folder / f"{name}.docx", self._data, out]
        return a_process(command, CHECKOUT, environment_in(self._folder))

    def _texts(self, name: str) -> list[str]:
        """The run that does not count: the texts of its first and last documents."""
        self._run(name)
        out = self._folder / f"out-{name}"
        return [text_of((out / f"{number}.docx").read_bytes()) for number in (0, self._documents - 1)]


# ---------------------------------------------------------------- form and data


def rendered_form() -> tuple[list[str], bytes]:
    """The annex as docgen renders it, each field's value a mark: §unit_name§."""
    from docgen.compose.units import UnitForms
    from docgen.document.tree import Form, fields_of
    from docgen.render import Setting
    from docgen.render.docx import render_docx
    from docgen.workflow.prepare import prepare
    from docgen.world.fonts import find_fonts

    prepared = prepare(CAMPAIGN)
    forms = UnitForms(prepared.loaded, prepared.forms, prepared.notice)
    content = forms.blank[ANNEX].annex.content
    assert isinstance(content, Form)
    names = [field.id for field in fields_of(content)]
    marked = forms.with_values(ANNEX, {name: f"§{name}§" for name in names})
    return names, render_docx(marked, Setting(prepared.look, find_fonts())).data


def rows(fields: list[str], count: int) -> Rows:
    """Values as long as units' are: a line, or a few sentences; without the signs that bare docxtpl loses."""
    sentence = "本单位高度重视专家服务基层工作，建立了完善的工作机制和服务保障体系。"
    long = ("situation", "activities", "support", "plans")
    return [
        {name: f"第{number}号单位{sentence * (5 if name in long else 0)}" for name in fields} for number in range(count)
    ]


def with_tags(docx: bytes) -> bytes:
    """The form for docxtpl and for docgen."""
    return changed(docx, lambda xml: re.sub(r"§(\w+)§", r"{{ \1 }}", xml))


def with_merge_fields(docx: bytes) -> bytes:
    """The form for docx-mailmerge2, with Word's own fields."""
    run = r"(<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>)§(\w+)§(</w:t></w:r>)"
    field = r'<w:fldSimple w:instr=" MERGEFIELD \2 ">\1«\2»\3</w:fldSimple>'
    return changed(docx, lambda xml: re.sub(run, field, xml))


def changed(docx: bytes, change: Callable[[str], str]) -> bytes:
    """A .docx with another document.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, change(content.decode()) if info.filename == _DOCUMENT else content)
    return out.getvalue()


def text_of(docx: bytes) -> str:
    """All text of a document, paragraphs on lines."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        xml = file.read(_DOCUMENT).decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))


if __name__ == "__main__":
    main()
