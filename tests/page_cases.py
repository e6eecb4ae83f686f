"""PDFs for cases: pages of 22 lines in the type area of the standard; a full-width space is a character.

{居中 22磅}关于报送材料的通知
现将有关事项通知如下。
{页码 居右}— 1 —                in the foot; {y250} sets a line at so many mm
{双线 y60}                     two lines, one thick and one thin, 170 mm wide; 宽156 another width
=== 横排                       the next page, here a landscape one
"""

from __future__ import annotations

import json
import re

_LINE = re.compile(r"(?:\{(?P<set>[^}]*)\})?(?P<indent>　*)(?P<text>.*)")
_ROW, _CHAR = 10.39, 15.75 / 72 * 25.4


def page_case(text: str) -> tuple[bytes, list[tuple[int, str]]]:
    """The PDF, and what is marked: number of the page and words."""
    marks: list[tuple[int, str]] = []
    pages = []
    for number, part in enumerate(re.split(r"^===", text, flags=re.MULTILINE), start=1):
        head, _break, lines = part.partition("\n") if number > 1 else ("", "", part)
        marks += [(number, match[1]) for match in re.finditer("⟦(.*?)⟧", part)]
        pages.append(_page(re.sub("[⟦⟧]", "", lines), "横排" in head))
    return _compiled("\n".join(pages)), marks


def _page(lines: str, landscape: bool) -> str:
    width, height = (297, 210) if landscape else (210, 297)
    placed, row = [], 0
    for line in lines.splitlines():
        match = _LINE.fullmatch(line)
        assert match
        options = (match["set"] or "").split()
        high = next((float(one[1:]) for one in options if one.startswith("y")), None)
        if "页码" in options:
            high = height - 35 + 7 + 2
        if "双线" in options:
            placed += _double_line(high or 0.0, options)
            continue
        row += high is None
        y = 37 + _ROW * row - 3.4 if high is None else high
        if match["text"].strip():
            placed.append(_placed(match["text"].strip(), options, width, y, len(match["indent"])))
    return "\n".join([f"#page(width: {width}mm, height: {height}mm, margin: 0mm)[", *placed, "]"])


def _double_line(y: float, options: list[str]) -> list[str]:
    wide = next((float(one[1:]) for one in options if one.startswith("宽")), 170.0)
    return [
        f"#place(top + left, dx: {105 - wide / 2}mm, dy: {y + down}mm, "
        f"rect(width: {wide}mm, height: {high}mm, fill: red))"
        for down, high in ((0, 0.9), (1.5, 0.3))
    ]


def _placed(words: str, options: list[str], width: int, y: float, indent: int) -> str:
    size = next((one[:-1] for one in options if one.endswith("磅")), "15.75")
    x = {"居中": width / 2, "居右": 184.0 - 4.94}.get(next(iter({"居中", "居右"} & set(options)), ""), 28.0)
    share = "0%" if x == 28.0 else "50%" if "居中" in options else "100%"
    text = f"text(size: {size}pt, {json.dumps(words, ensure_ascii=False)})"
    at = f"dx: {x + indent * _CHAR}mm - measure(t).width * {share}, dy: {y}mm"
    return f"#context {{ let t = {text}; place(top + left, {at}, t) }}"


def _compiled(source: str) -> bytes:
    import typst

    from docgen.world.fonts import find_fonts

    fonts = find_fonts()
    head = f'#set text(font: "{fonts.faces["fangsong"].family}", top-edge: "baseline", bottom-edge: "baseline")\n'
    compiler = typst.Compiler(
        (head + source).encode(), font_paths=[str(folder) for folder in fonts.folders], ignore_system_fonts=True
    )
    return bytes(compiler.compile(format="pdf"))
