"""Documents at the edges of what docgen writes, by what is special about them; each is printed by both PDF engines."""

from __future__ import annotations

from documents import (
    IMPRINT,
    ISSUER,
    SENTENCE,
    alone,
    annex,
    contact,
    cover,
    entry,
    form,
    heading,
    label,
    listing,
    notice,
    outline,
    prose,
    row,
    table,
    text_annex,
    words,
)

from docgen.document.tree import Document, Imprint, Letterhead, Notice, Signature

DAY = "2024年3月11日"
JOINT = (ISSUER, "示例市财政局", "示例市教育局")
URL = "https://www.example.gov.cn/notice/" + "abcdefghij" * 8 + "/2024.html"

ATTACHED = Notice(
    metadata=notice().metadata,
    title=("关于印发实施细则的通知",),
    addressees="各省、自治区、直辖市人力资源社会保障厅（局）：",
    blocks=(heading(1, "一、提高认识"), *prose(2)),
    signature=Signature(("人力资源社会保障部办公厅",), "2024年1月21日"),
    number="人社厅函〔2024〕27号",
)
SPANNING = form(
    row(label("对口帮扶情况", rows=3), label("跨省帮扶"), entry("a", "国家乡村振兴重点帮扶县")),
    row(label("省内帮扶", column=1), entry("b", "省级乡村振兴重点帮扶县")),
    row(label("其他", column=1), entry("c", "其他地区")),
    row(label("联系人"), entry("d", "王五", span=2)),
    columns=(40, 40, 76),
)
COVERED = form(
    row(label("基地名称"), entry("name", "示例基地")),
    row(label("建设情况"), entry("text", "建设情况说明", valign="top"), height=120),
    cover=cover("推荐地区", "申报单位", "填表日期"),
)
LONG_NAMED = form(
    cover=cover("推荐地区", "申报单位", "填表日期", f0="示例区", f1="示例自治区示例市人力资源和社会保障局")
)
OUTGROWN = form(
    row(label("姓名"), entry("name", "王五")),
    row(label("事迹"), entry("deeds", "\n".join(f"{i + 1}.{SENTENCE}" for i in range(30))), height=60, splits=True),
)
FULL_PAGE = form(row(label("事迹"), entry("deeds"), height=185))
COPIED = Imprint(
    "示例市委组织部，示例市财政局、教育局、科学技术局、卫生健康委员会，示例市人大常委会办公厅。",
    IMPRINT.printer,
    IMPRINT.printed,
    "各区人民政府，市政府各委、办、局。",
)

LENT = "characters that the substitute fonts lack"
SPANNED = "cells over several rows"

SPECIMENS: dict[str, Document] = {
    "angle brackets, ampersands, quotes": notice(
        words("年龄<35岁、A & B、“双引号”与‘单引号’、\"直引号\"与'直撇'、&lt;不是标签&gt;、《书名〈内〉》、……——。"),
        contact("联 系 人", "A & B <研发部>"),
        table(("项目<一>", "数量 & 单位"), ("“甲”", "1<2")),
    ),
    LENT: notice(words("联系人：王珺、李喆、赵昇、钱堃、孙玥。"), contact("联 系 人", "王珺")),
    "forty paragraphs of four levels": notice(*outline(4)),
    "an empty body": notice(blocks=()),
    "a word of 120 characters": notice(words(f"材料下载地址：{URL}。" + SENTENCE), contact("网　　址", URL)),
    # Letterheads
    "three joint issuers with 文件": notice(letterhead=Letterhead(JOINT, "文件"), signature=Signature(JOINT, DAY)),
    "three joint issuers without 文件": notice(letterhead=Letterhead(JOINT)),
    "a short mark with 文件": notice(letterhead=Letterhead(("示例市人民政府",), "文件")),
    "one who signed": notice(letterhead=Letterhead((ISSUER,), signers=("张三丰",))),
    "three who signed": notice(letterhead=Letterhead((ISSUER,), "文件", signers=("张三丰", "李四光", "王五"))),
    "copy number, secrecy, urgency": notice(letterhead=Letterhead((ISSUER,), "", "000001", "机密★1年", "特急")),
    "no letterhead": notice(letterhead=None),
    # Signatures
    "unsealed": notice(signature=Signature((ISSUER,), DAY, "unsealed")),
    "unsealed, the date longer than the issuer": notice(signature=Signature(("示例局",), DAY, "unsealed")),
    "only a date": notice(signature=Signature((), DAY, "date_only")),
    "an issuer longer than the date allows": notice(signature=Signature((ISSUER * 2,), DAY)),
    "a note": notice(notes=("（此件主动公开）",)),
    "a short last paragraph goes with the signature": notice(*prose(3, 1), words("特此通知。")),
    "a line of contact goes with the signature": notice(*prose(3, 1), contact("联 系 人", "王五")),
    "the list of annexes goes with the signature": notice(*prose(2), annexes=(annex(form()),)),
    # Within the text
    "a forwarded notice": notice(attached=(ATTACHED,)),
    "a table in the body": notice(
        words(SENTENCE), table(("区", "名额", "备注"), ("东区", "3", ""), ("西区", "2", "含1名")), words(SENTENCE)
    ),
    "a table over two pages": notice(table(("区", "名额"), *((f"第{i}区", str(i)) for i in range(60)))),
    # Annexes
    "a text as annex": notice(annexes=(annex(text_annex(heading(1, "一、总则"), *prose(12))),)),
    "a form whose text outgrows a page": notice(annexes=(annex(OUTGROWN),)),
    SPANNED: notice(annexes=(annex(SPANNING),)),
    "a form with a cover": notice(annexes=(annex(COVERED),)),
    "landscape annex first": notice(annexes=(annex(listing(8), 1), annex(form(), 2))),
    "landscape annex in the middle": notice(annexes=(annex(form(), 1), annex(listing(30), 2), annex(form(), 3))),
    "landscape annex last": notice(annexes=(annex(form(), 1), annex(listing(8), 2))),
    "an annex on its own": alone(annex(COVERED, 2)),
    "a cover with a name of two lines": alone(annex(LONG_NAMED, 2)),
    "a landscape annex on its own": alone(annex(listing(40), 3)),
    "a text annex on its own": alone(annex(text_annex())),
    # 版记
    "imprint on the same page": notice(*prose(9), imprint=IMPRINT),
    "imprint on the next page": notice(*prose(6), imprint=IMPRINT),
    "imprint after a blank page": notice(annexes=(annex(FULL_PAGE),), imprint=IMPRINT),
    "imprint behind a landscape annex": notice(annexes=(annex(form(), 1), annex(listing(8), 2)), imprint=IMPRINT),
    "imprint with copies": notice(*prose(9), imprint=COPIED),
    "copies without a printer": notice(*prose(9), imprint=Imprint("示例市委组织部。")),
}
"""What is special about a document → the document."""
