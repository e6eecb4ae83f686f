"""One peer of ``bench_docx`` at work, each as it is usually written: ``bench_peers.py NAME FORM DATA OUT``.

Imports nothing that a peer does not need, for its process is timed from start to exit.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

Rows = list[dict[str, str]]


def by_docgen(form: Path, data: Rows, out: Path) -> None:
    from docgen.render.docx.compiled import compile_template

    compiled = compile_template(form.read_bytes())
    for number, row in enumerate(data):
        (out / f"{number}.docx").write_bytes(compiled.fill(row))


def by_docxtpl(form: Path, data: Rows, out: Path) -> None:
    from docxtpl import DocxTemplate

    for number, row in enumerate(data):
        document = DocxTemplate(form)
        document.render(row)
        document.save(out / f"{number}.docx")


def by_mailmerge(form: Path, data: Rows, out: Path) -> None:
    from mailmerge import MailMerge

    for number, row in enumerate(data):
        with MailMerge(str(form)) as document:
            document.merge(**row)
            document.write(str(out / f"{number}.docx"))


PEERS = {"docgen": by_docgen, "docxtpl": by_docxtpl, "docx-mailmerge2": by_mailmerge}


if __name__ == "__main__":
    name, form, data, out = sys.argv[1:]
    PEERS[name](Path(form), json.loads(Path(data).read_text(encoding="utf-8")), Path(out))
