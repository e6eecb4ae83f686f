"""A notice, part by part."""

from __future__ import annotations

import datetime
from pathlib import Path

from composing import CAMPAIGN, FORM, composed

from docgen.campaign.load import load_campaign
from docgen.compose import annex_form_ids, split_annexes
from docgen.document.tree import (
    AnnexEntry,
    ContactLine,
    Form,
    Heading,
    Imprint,
    Letterhead,
    Metadata,
    Paragraph,
    Signature,
    Span,
    TextAnnex,
)


def test_the_least_notice(tmp_path: Path) -> None:
    notice = composed(tmp_path)
    assert notice.metadata == Metadata(
        "关于开展2020年申报工作的通知",
        "示例市人力资源和社会保障局",
        "示人社函〔2020〕124号",
        datetime.date(2020, 3, 1),
    )
    assert notice.letterhead == Letterhead(("示例市人力资源和社会保障局",))
    assert notice.number == "示人社函〔2020〕124号"
    assert notice.title == ("关于开展2020年申报工作的通知",)
    assert notice.addressees == ""
    assert notice.blocks == (Paragraph((Span("请按时申报。"),)),)
    assert notice.signature == Signature(("示例市人力资源和社会保障局",), "2020年3月1日", "sealed")
    assert (notice.annex_entries, notice.notes, notice.attached, notice.annexes) == ((), (), (), ())
    assert notice.imprint is None
    assert not notice.draft


def test_everything_around_the_words(tmp_path: Path) -> None:
    more = """\
mark_suffix: 文件
copy_number: "000017"
secrecy: 秘密★1年
urgency: 特急
signers: [王一, 李二]
addressees: [各区人力资源和社会保障局, "市委、市政府有关部门"]
disclosure: 主动公开
note: [专业技术人员管理处, （联系人：王一）]
signature: {variant: date_only}
imprint: {copies_to: [市委办公厅, 市政府办公厅], printer: 局办公室, printed: 2020-03-02}
"""
    notice = composed(tmp_path, more)
    assert notice.letterhead == Letterhead(
        ("示例市人力资源和社会保障局",), "文件", "000017", "秘密★1年", "特急", ("王一", "李二")
    )
    assert notice.addressees == "各区人力资源和社会保障局，市委、市政府有关部门："
    assert notice.notes == ("（此件主动公开）", "（专业技术人员管理处）", "（联系人：王一）")
    assert notice.signature == Signature((), "2020年3月1日", "date_only")
    assert notice.imprint == Imprint("市委办公厅、市政府办公厅。", "局办公室", "2020年3月2日印发")


def test_a_joint_notice(tmp_path: Path) -> None:
    issuers = "issuer:\n  - {name: 河南省人力资源和社会保障厅, mark: 河南省人社厅}\n  - {name: 河南省财政厅}\n"
    lines = [line for line in CAMPAIGN.splitlines(keepends=True) if not line.startswith("issuer")]
    notice = composed(tmp_path, issuers, campaign="".join(lines))
    assert notice.letterhead == Letterhead(("河南省人社厅", "河南省财政厅"))
    assert notice.signature.issuers == ("河南省人力资源和社会保障厅", "河南省财政厅")
    assert notice.metadata.creator == "河南省人力资源和社会保障厅、河南省财政厅"


def test_a_number_not_yet_given_leaves_room(tmp_path: Path) -> None:
    notice = composed(tmp_path, campaign=CAMPAIGN.replace("124号", "号"))
    assert notice.number == "示人社函〔2020〕　号"


def test_one_annex_is_not_numbered(tmp_path: Path) -> None:
    more = "annexes: [{id: form, form: tui}]\nbody: 见{{ annexes.form.ref }}{{ annexes.form.title | title_mark }}。\n"
    notice = composed(tmp_path, more)
    (annex,) = notice.annexes
    assert notice.annex_entries == (AnnexEntry(None, "推荐表"),)
    assert (annex.label, annex.split_label, annex.number) == ("附件", "示人社函〔2020〕124号附件", None)
    assert notice.blocks == (Paragraph((Span("见附件《推荐表》。"),)),)


def test_several_annexes(tmp_path: Path) -> None:
    more = """\
annexes:
  - {id: team, form: tui, title: 服务团推荐表}
  - id: rules
    title: "{{ year }}年填表说明"
    body: |
      一、总则
      （一）范围。适用于本市。
body: |
  填{{ annexes.team.form_title | title_mark }}（见{{ annexes.team.ref }}、{{ annexes.rules.number }}）。
"""
    notice = composed(tmp_path, more, {"tui": FORM.replace("推荐表", "'{{ year }}年推荐表'")})
    team, rules = notice.annexes
    assert notice.annex_entries == (AnnexEntry(1, "服务团推荐表"), AnnexEntry(2, "2020年填表说明"))
    assert (team.id, team.label, team.split_label) == ("team", "附件1", "示人社函〔2020〕124号附件1")
    assert isinstance(team.content, Form)
    assert team.content.title == ("2020年推荐表",)
    assert isinstance(rules.content, TextAnnex)
    assert [type(block) for block in rules.content.blocks] == [Heading, Heading]
    assert notice.blocks == (Paragraph((Span("填《2020年推荐表》（见附件1、2）。"),)),)


def test_each_annex_on_its_own(tmp_path: Path) -> None:
    notice = composed(tmp_path, "annexes: [{id: a, form: tui}, {id: b, form: tui, title: 另表}]\n")
    first, second = split_annexes(notice)
    assert (first.annex, second.annex) == notice.annexes
    assert second.metadata == Metadata(
        "另表", "示例市人力资源和社会保障局", "示人社函〔2020〕124号附件2", datetime.date(2020, 3, 1)
    )


def test_the_forms_of_a_campaign(tmp_path: Path) -> None:
    composed(
        tmp_path,
        "annexes: [{id: a, form: tui}, {id: b, form: biao}, {id: c, form: tui}]\n",
        {"biao": FORM.replace("tui", "biao")},
    )
    assert annex_form_ids(load_campaign(tmp_path / "c.yaml").campaign) == ("tui", "biao")


def test_a_forwarded_notice(tmp_path: Path) -> None:
    more = """\
date_style: chinese
basis:
  ministry: {title: 关于实施行动计划的通知, number: 人社厅函〔2012〕27号}
attached:
  - title: "{{ basis.ministry.title }}"
    number: "{{ basis.ministry.number }}"
    addressees: [各省人力资源社会保障厅（局）]
    signature: [人力资源和社会保障部办公厅]
    issued: 2012-01-21
    note: 此件公开
    body: |
      一、提高认识
      邮编：100716
"""
    notice = composed(tmp_path, more)
    (attached,) = notice.attached
    assert notice.signature.date == "二○二○年三月一日"
    assert attached.letterhead is None
    assert attached.number == "人社厅函〔2012〕27号"
    assert attached.title == ("关于实施行动计划的通知",)
    assert attached.addressees == "各省人力资源社会保障厅（局）："
    assert attached.signature == Signature(("人力资源和社会保障部办公厅",), "二○一二年一月二十一日", "unsealed")
    assert attached.notes == ("（此件公开）",)
    assert attached.blocks == (
        Heading(1, "一、提高认识", (Span("一、提高认识", "heiti"),)),
        ContactLine("邮　　编", "100716"),
    )


def test_the_same_values_give_the_same_tree(tmp_path: Path) -> None:
    more = "annexes: [{id: form, form: tui}]\n"
    assert composed(tmp_path, more) == composed(tmp_path, more)


def test_a_notice_without_its_date_leaves_room_for_it(tmp_path: Path) -> None:
    notice = composed(tmp_path, campaign=CAMPAIGN.replace("issued: 2020-03-01\n", ""))
    assert notice.signature.date == "2020年　月　日"
    assert not notice.draft  # a published notice whose date is not known is none
