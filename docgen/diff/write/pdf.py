"""PDF: a reader's report, set by Typst through ``report.typ`` beside this file; no external program."""

from __future__ import annotations

import dataclasses
import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.diff.readers.report import Report

if TYPE_CHECKING:
    from docgen.diff.write import Comparison, Manner
    from docgen.render.setting import Setting


def write_pdf(comparison: Comparison, manner: Manner) -> bytes:
    """The report of a comparison; needs ``manner.setting``."""
    if manner.setting is None:
        raise ValueError("a PDF needs a setting")
    return report_pdf(comparison.report, manner.setting)


def report_pdf(report: Report, setting: Setting) -> bytes:
    """A report; landscape if it has a table. Equal reports and fonts give equal bytes."""
    from docgen.render.pdf.typst import families_by_role

    families = json.dumps(families_by_role(setting.fonts), ensure_ascii=False, sort_keys=True)
    return bytes(_compiler(families, setting.fonts.folders).compile(_source(report), format="pdf"))


@functools.lru_cache(maxsize=2)
def _compiler(families: str, folders: tuple[Path, ...]) -> Any:
    import typst

    return typst.Compiler(
        root=str(Path(__file__).parent),
        font_paths=[str(folder) for folder in folders],
        ignore_system_fonts=True,
        sys_inputs={"fonts": families},
    )


def _source(report: Report) -> bytes:
    from docgen.diff.readers.one_page import BOTTOM, SIDE, TOP, type_for
    from docgen.diff.write.docx import widths

    page = (
        {"side": SIDE, "top": TOP, "bottom": BOTTOM, **dataclasses.asdict(type_for(report))}
        if report.one_page
        else None
    )
    data = json.dumps(dataclasses.asdict(report) | {"widths": widths(report), "page": page}, ensure_ascii=False)
    literal = data.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/report.typ": report\n#report(json(bytes("{literal}")))\n'.encode()
